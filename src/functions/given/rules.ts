// Tables of rules, read into plain data: which column, which comparison, which value.

import { headerKey } from "../../crm/headers/key";
import { Refusal } from "../../metrics/refusal";
import { testOf, whyNoTest, type Condition } from "../../metrics/rules/condition";
import { listed, operatorOf, operators, unary, type Operator } from "../../metrics/rules/operator";
import { numberIn } from "../../metrics/rules/reading";
import type { FieldTest } from "../../metrics/rules/score";
import { isBlank, isErrorCell, shown, type Cell } from "./cells";
import { readNumberCell } from "./figures";
import { columnOf, findColumn, isChinese, rowNumber, type Table } from "./table";

export const fieldHeadings = ["field", "column", "attribute", "property", "字段", "字段名", "列", "列名", "属性"];
export const operatorHeadings = ["operator", "condition", "comparison", "运算符", "操作符", "条件", "比较"];
export const valueHeadings = ["value", "values", "值", "取值", "条件值"];

/** Where a cell stands, for messages. */
export interface At {
  readonly argument: string;
  readonly row: number;
}

/** A row of a table of rules, its condition ready; `row` counts within the argument. */
export interface RuleLine {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly test: FieldTest;
}

/** The rows of a table of rules, blank ones left out; `subject` is the table their fields are columns of. */
export function ruleLines(given: Table, subject: Table, whenBlank: Operator | null): readonly RuleLine[] {
  const field = columnOf(given, fieldHeadings);
  const operator = whenBlank ? findColumn(given, operatorHeadings) : columnOf(given, operatorHeadings);
  const value = findColumn(given, valueHeadings);
  return given.rows.flatMap((cells, index) => {
    if (cells.every(isBlank)) return [];
    const at = { argument: given.name, row: rowNumber(index) };
    const [name, comparison, wanted] = [field, operator, value].map((column) => readable(column === null ? null : cells[column], at));
    const column = fieldColumn(subject, shown(name), at);
    const compared = operatorIn(comparison, wanted, whenBlank, at);
    const condition: Condition = { operator: compared, values: unary.has(compared) ? [] : valuesOf(compared, wanted, at) };
    const why = whyNoTest(condition);
    if (why) throw new Refusal(why, { ...at, found: isBlank(wanted) ? '""' : shown(wanted) });
    const sign = isBlank(comparison) ? defaultWord(compared, isChinese(given)) : shown(comparison).trim();
    const says = [shown(name).trim(), sign, ...(unary.has(compared) ? [] : [shown(wanted).trim()])].join(" ");
    return [{ row: at.row, cells, test: { column, heading: subject.headings[column]!, test: testOf(condition), says, isOneOf: compared === "in" } }];
  });
}

/** A cell of a rule, refused where it is an error. */
export function readable(cell: Cell, at: At): Cell {
  if (isErrorCell(cell)) throw new Refusal("error-cell", { ...at, found: cell.code });
  return cell;
}

/** The number in a cell of a rule; null where it is blank, refused where it is no number. */
export function numberAt(cell: Cell, at: At): number | null {
  const known = readable(cell, at);
  if (isBlank(known)) return null;
  const value = readNumberCell(known as string | number | boolean, at);
  if (value instanceof Refusal) throw value;
  return value;
}

/** The same, refused where it is blank. */
export function knownNumberAt(cell: Cell, at: At, whyBlank: "blank" | "no-points"): number {
  const value = numberAt(cell, at);
  if (value === null) throw new Refusal(whyBlank, at);
  return value;
}

/** The place of a rule's column: the heading as written, else compared without case, spaces and signs. */
export function fieldColumn(subject: Table, field: string, at: At): number {
  const wanted = field.trim();
  if (wanted === "") throw new Refusal("blank", at);
  const exact = subject.headings.flatMap((heading, place) => (heading === wanted ? [place] : []));
  const found = exact.length === 1 ? exact[0]! : headerKey(wanted) === "" ? null : findColumn(subject, [wanted]);
  if (found === null) throw new Refusal("unknown-field", { ...at, column: wanted, found: columnsOf(subject) });
  return found;
}

/** The headings of a table as messages list them. */
export function columnsOf({ headings }: Table): string {
  return headings.filter((heading) => heading !== "").join(", ").slice(0, 120);
}

function operatorIn(cell: Cell, value: Cell, whenBlank: Operator | null, at: At): Operator {
  // A value without an operator can only mean that it is wanted.
  if (isBlank(cell) && whenBlank) return isBlank(value) ? whenBlank : "=";
  const operator = operatorOf(shown(cell));
  if (!operator) throw new Refusal("no-operator", { ...at, found: isBlank(cell) ? '""' : shown(cell), expected: operators.join(", ") });
  return operator;
}

function defaultWord(operator: Operator, inChinese: boolean): string {
  return inChinese && operator === "is not blank" ? "不为空" : operator;
}

function valuesOf(operator: Operator, cell: Cell, at: At): Condition["values"] {
  if (isBlank(cell) || isErrorCell(cell)) return [];
  if (typeof cell !== "string" || !listed.has(operator)) return [cell as string | number | boolean];
  return operator === "between" ? pairIn(cell) : listIn(cell, at);
}

/** Commas part a list only where nothing stronger does, for `1,000;5,000` is two numbers. */
function listIn(text: string, at: At): readonly string[] {
  const parts = parted(text, STRONG);
  if (parts.length > 1 && parts.every((part) => numberIn(part) !== null)) return parts;
  if (parts.length === 1 && /[,，]/.test(text) && numberIn(text) !== null) throw new Refusal("open-list", { ...at, found: text.trim().slice(0, 40) });
  return parts.flatMap((part) => parted(part, COMMA));
}

/** `100;500`, `100 to 500`, `100-500`, `2026-01-01 至 2026-03-31`. */
function pairIn(text: string): readonly string[] {
  const pair = parted(text, PAIR);
  if (pair.length === 2) return pair;
  const dashed = /^\s*([\d.,]+)\s*-\s*([\d.,]+)\s*$/.exec(text);
  return dashed ? [dashed[1]!, dashed[2]!] : parted(text, COMMA);
}

const STRONG = /[;；、|\r\n]/;
const COMMA = /[,，]/;
const PAIR = /[;；、|\r\n~～–—至到]|\s(?:to|and|-)\s|\.\./;

function parted(text: string, separator: RegExp): readonly string[] {
  return text.split(separator).map((part) => part.trim()).filter((part) => part !== "");
}
