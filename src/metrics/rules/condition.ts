// Does a cell meet a rule's condition?

import type { Day } from "../../values";
import type { RefusalKind } from "../refusal";
import { ordering, unary, type Operator } from "./operator";
import { bareNumberIn, cellFlag, dayIn, daySerial, folded, isErrorValue, numberIn, plainFlag, saysNoFigure, saysNothing, type RuleCell, type Trouble } from "./reading";

/** One value, two for `between`, any number for `in` and `not in`, none for the blank operators. */
export interface Condition {
  readonly operator: Operator;
  readonly values: readonly (string | number | boolean)[];
}

/** Met or not, or why the cell cannot be compared. */
export type Verdict = boolean | Trouble;

export type Test = (cell: RuleCell) => Verdict;

/** Why nothing can be compared with the condition's values; null where it can. */
export function whyNoTest({ operator, values }: Condition): RefusalKind | null {
  if (unary.has(operator)) return null;
  if (values.length === 0 || values.some((value) => typeof value === "string" && value.trim() === "")) return "no-condition";
  if (values.some((value) => typeof value === "string" && numberIn(value) === null && dayIn(value) === "open")) return "open-day-order";
  if (!ordering.has(operator)) return null;
  const limits = values.map(limitOf);
  const isPair = operator !== "between" || (limits.length === 2 && limits[0]?.isDay === limits[1]?.isDay && limits[0]!.value <= limits[1]!.value);
  return limits.includes(null) || !isPair ? "no-condition" : null;
}

/**
 * The condition made ready for many cells. Texts compare without case, width and outer spaces; numbers as numbers, also
 * where a text says them; yes and no in any words. Blank cells and placeholders meet only `is blank`, and an equality that
 * names them.
 */
export function testOf({ operator, values }: Condition): Test {
  const test = testFor(operator, values);
  return (cell) => (isErrorValue(cell) ? "error-cell" : test(cell));
}

function testFor(operator: Operator, values: Condition["values"]): (cell: Plain) => Verdict {
  switch (operator) {
    case "is blank": return saysNothing;
    case "is not blank": return (cell) => !saysNothing(cell);
    case "=": case "in": return equality(values);
    case "<>": case "not in": return otherwise(equality(values), values.some((value) => plainFlag(value) !== null));
    case "contains": return holding(values, (text, part) => text.includes(part));
    case "not contains": return otherwise(holding(values, (text, part) => text.includes(part)), false);
    case "starts with": return holding(values, (text, part) => text.startsWith(part));
    case "ends with": return holding(values, (text, part) => text.endsWith(part));
    case ">": case ">=": case "<": case "<=": case "between": return order(operator, values.map((value) => limitOf(value)!));
  }
}

type Plain = Exclude<RuleCell, { readonly code: string }>;

/** The other way round, yet never of nothing; beside yes and no, `无` is a no. */
function otherwise(test: (cell: Plain) => Verdict, isFlag: boolean): (cell: Plain) => Verdict {
  return (cell) => {
    const verdict = test(cell);
    if (verdict !== false) return verdict === true ? false : verdict;
    return !saysNothing(cell) || (isFlag && typeof cell === "string" && plainFlag(cell) !== null);
  };
}

function holding(values: Condition["values"], fits: (text: string, part: string) => boolean): (cell: Plain) => Verdict {
  const part = folded(values[0]!);
  return (cell) => cell !== null && cell !== undefined && fits(folded(cell), part) && !saysNothing(cell);
}

/** A number or a day a rule compares with. */
interface Limit {
  readonly value: number;
  readonly isDay: boolean;
}

function limitOf(value: string | number | boolean): Limit | null {
  if (typeof value === "number") return { value, isDay: false };
  const number = typeof value === "string" ? numberIn(value) : null;
  if (number !== null) return { value: number, isDay: false };
  const day = typeof value === "string" ? dayIn(value) : null;
  return typeof day === "number" ? { value: day, isDay: true } : null;
}

function order(operator: ">" | ">=" | "<" | "<=" | "between", limits: readonly Limit[]): (cell: Plain) => Verdict {
  const [{ value: limit }, high] = [limits[0]!, limits[1]?.value ?? 0];
  return (cell) => {
    const value = typeof cell === "number" && !limits[0]!.isDay ? cell : comparedWith(limits[0]!, cell);
    if (typeof value !== "number") return value ?? false;
    switch (operator) {
      case ">": return value > limit;
      case ">=": return value >= limit;
      case "<": return value < limit;
      case "<=": return value <= limit;
      case "between": return value >= limit && value <= high;
    }
  };
}

/** The cell as a number or day; null where it says nothing. */
function comparedWith({ value, isDay }: Limit, cell: Plain): number | Trouble | null {
  if (saysNoFigure(cell) || cell === null || cell === undefined) return null;
  if (typeof cell === "number") return isDay ? (daySerial(cell) ?? "no-day") : cell;
  if (typeof cell === "boolean") return isDay ? "no-day" : "no-number";
  if (!isDay) {
    const number = numberIn(cell);
    if (number !== null) return number;
    if (!couldBeDay(value)) return "no-number";
  }
  const day = dayIn(cell);
  return day === "open" ? "open-day-order" : (day ?? (isDay ? "no-day" : "no-number"));
}

/** A date cell comes as its serial: from 1954 to 2119 a number may be a day. */
function couldBeDay(value: number): boolean {
  return value >= 20_000 && value <= 80_000;
}

function equality(values: Condition["values"]): (cell: Plain) => Verdict {
  const tests = values.map(equalTo);
  if (tests.length === 1) return tests[0]!;
  return (cell) => {
    let trouble: Verdict = false;
    for (const test of tests) {
      const verdict = test(cell);
      if (verdict === true) return true;
      if (verdict !== false) trouble = verdict;
    }
    return trouble;
  };
}

function equalTo(wanted: string | number | boolean): (cell: Plain) => Verdict {
  const text = folded(wanted);
  const flag = plainFlag(wanted);
  const limit = typeof wanted === "string" && bareNumberIn(wanted) === null && numberIn(wanted) !== null ? null : limitOf(wanted);
  // TRUE typed as Excel's own value says that the column is of yes and no; a word may stand among other words.
  const isStrict = typeof wanted === "boolean";
  return (cell) => {
    if (cell === null || cell === undefined) return false;
    if (typeof cell === "number") return limit ? equalNumber(limit, cell) : flag === null ? text === String(cell) : sameFlag(cellFlag(cell), flag, true);
    if (typeof cell === "boolean") return flag === null ? limit?.value === Number(cell) : cell === flag;
    if (folded(cell) === text) return true;
    if (flag !== null) return sameFlag(cellFlag(cell), flag, isStrict && !saysNothing(cell));
    return limit !== null && !saysNoFigure(cell) && equalText(limit, typeof wanted === "number", cell);
  };
}

function sameFlag(said: boolean | null, flag: boolean, isStrict: boolean): Verdict {
  return said === null ? (isStrict ? "no-yes-no" : false) : said === flag;
}

function equalNumber({ value, isDay }: Limit, cell: number): boolean {
  return value === (isDay ? (Math.floor(cell) as Day) : cell);
}

/** Two texts are the same number only where neither is a code: `00123` and `123` differ, `1,000` and `1000` do not. */
function equalText({ value, isDay }: Limit, isNumber: boolean, cell: string): Verdict {
  const number = isDay ? null : isNumber ? numberIn(cell) : bareNumberIn(cell);
  if (number !== null) return number === value;
  if (!isDay && (value === 0 || value === 1)) return plainFlag(cell) === (value === 1);
  if (!isDay && !(isNumber && couldBeDay(value))) return false;
  const day = dayIn(cell);
  return day === "open" ? "open-day-order" : day === value;
}
