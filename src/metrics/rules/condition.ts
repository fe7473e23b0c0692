// Does a cell meet a rule's condition?

import { numberIn, sureDay } from "../../crm/readers/sure";
import { bareNumberIn, cellFlag, figureOf, folded, plainFlag, reader, saysNothing, type Limit, type RuleCell, type Trouble } from "./reading";

/** How a cell is compared with the values of a rule. */
export type Operator = "=" | "<>" | ">" | ">=" | "<" | "<=" | "in" | "not in" | "contains" | "not contains" | "starts with" | "ends with" | "between" | "is blank" | "is not blank";

/** One value, two for `between`, any number for `in` and `not in`, none for the blank operators. */
export interface Condition {
  readonly operator: Operator;
  readonly values: readonly (string | number | boolean)[];
}

/** Met or not, or why the cell cannot be compared. */
export type Verdict = boolean | Trouble;
/** A condition ready for many cells. */
export type Test = (cell: RuleCell) => Verdict;

const opposites: Partial<Record<Operator, Operator>> = { "<>": "=", "not in": "in", "not contains": "contains", "is not blank": "is blank" };
const orders: Partial<Record<Operator, (value: number, low: number, high: number) => boolean>> = {
  ">": (value, low) => value > low, ">=": (value, low) => value >= low, "<": (value, low) => value < low, "<=": (value, low) => value <= low, between: (value, low, high) => value >= low && value <= high,
};
const parts: Partial<Record<Operator, (text: string, part: string) => boolean>> = {
  contains: (text, part) => text.includes(part), "starts with": (text, part) => text.startsWith(part), "ends with": (text, part) => text.endsWith(part),
};

/**
 * The condition made ready for many cells; null where nothing can be compared with its values. Texts compare without case,
 * width and outer spaces; numbers as numbers, also where a text says them; yes and no in any words. Blank cells and
 * placeholders meet only `is blank`, and an equality that names them.
 */
export function testOf(condition: Condition): Test | null {
  const test = comparison(condition);
  return test && reader(test);
}

function comparison({ operator, values }: Condition): Test | null {
  const opposite = opposites[operator];
  if (opposite) return otherwise(comparison({ operator: opposite, values }));
  if (operator === "is blank") return saysNothing;
  if (values.length === 0 || values.some(isUnclear)) return null;
  const order = orders[operator];
  if (order) return values.length === (operator === "between" ? 2 : 1) ? ordering(order, values.map((value) => limitOf(value, numberIn))) : null;
  const fits = parts[operator];
  if (!fits) return equality(values.map(equalTo));
  const part = folded(values[0]);
  return (cell) => !saysNothing(cell) && fits(folded(cell), part);
}

/** The other way round, yet never of nothing. */
function otherwise(test: Test | null): Test | null {
  return test && ((cell) => {
    const verdict = test(cell);
    return typeof verdict === "boolean" ? !verdict && !saysNothing(cell) : verdict;
  });
}

/** True for a value that says nothing, and for a date that could be day/month or month/day. */
function isUnclear(value: string | number | boolean): boolean {
  return typeof value === "string" && (value.trim() === "" || (numberIn(value) === null && sureDay(value) === "open"));
}

/** The number or day a value of a rule says; null where it says none for sure. */
export function limitOf(value: string | number | boolean, numberOf: (text: string) => number | null): Limit | null {
  if (typeof value !== "string") return typeof value === "number" ? { value, isDay: false } : null;
  const number = numberOf(value);
  if (number !== null) return { value: number, isDay: false };
  const day = sureDay(value);
  return typeof day === "number" ? { value: day, isDay: true } : null;
}

function ordering(fits: (value: number, low: number, high: number) => boolean, [low, high = low]: readonly (Limit | null | undefined)[]): Test | null {
  if (!low || !high || low.isDay !== high.isDay || low.value > high.value) return null;
  return (cell) => {
    const value = figureOf(cell, low);
    return typeof value === "number" ? fits(value, low.value, high.value) : value;
  };
}

function equality(tests: readonly Test[]): Test {
  return (cell) => {
    let verdict: Verdict = false;
    for (const test of tests) if (verdict !== true) verdict = test(cell) || verdict;
    return verdict;
  };
}

function equalTo(wanted: string | number | boolean): Test {
  const text = folded(wanted);
  const flag = plainFlag(wanted);
  const limit = limitOf(wanted, bareNumberIn);
  return (cell) => {
    if (typeof cell === "string" && folded(cell) === text) return true;
    if (flag !== null) {
      const said = cellFlag(cell);
      // TRUE typed as Excel's own value says that the column is of yes and no; a word may stand among other words.
      return said !== null ? said === flag : (typeof wanted === "boolean" || typeof cell === "number") && !saysNothing(cell) && "no-word";
    }
    if (!limit) return false;
    const said = typeof cell === "number" ? null : plainFlag(cell);
    if (said !== null) return limit.value === Number(said);
    // Two texts are the same number only where neither is a code: `00123` and `123` differ, `1,000` and `1000` do not.
    const value = typeof cell === "string" && typeof wanted === "string" && !limit.isDay ? bareNumberIn(cell) : figureOf(cell, limit);
    return value === "open-day-order" ? value : value === limit.value;
  };
}
