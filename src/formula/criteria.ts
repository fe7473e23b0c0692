// Which cells does a criterion of COUNTIFS, SUMIFS and AVERAGEIFS match? Excel's rules, in this file only.

import type { CellValue } from "../values";
import { rowsOfText, textIndex, type Column } from "./column";
import type { Condition } from "./question";
import { operand as bracketed, type Term } from "./term";

/** One condition on one column. */
export interface Criterion {
  readonly column: Column;
  readonly operator: Condition["operator"] | "isNot" | "text";
  /** Null for `filled` and `empty`. */
  readonly operand: Term<string> | Term<number> | null;
  /** The same condition on another column. */
  readonly on: (column: Column) => Criterion;
  /** As an argument of COUNTIFS: `"Won"`, `"<"&AsOf`. */
  readonly argument: string;
  /** As an array of booleans, for SUMPRODUCT: `(Deals[Owner]=B3)`. */
  readonly array: string;
  /** COUNTIFS would not take the operand literally (wildcards, operators, numbers as text). */
  readonly odd: boolean;
  readonly test: (value: CellValue) => boolean;
  /** Rows that match, where an index knows them. */
  readonly rows?: () => Int32Array;
  /** The lower-case text they hold, for a criterion of equal text. */
  readonly text?: string;
}

/** Equal text, without regard to case. */
export function is(column: Column, operand: Term<string>): Criterion {
  const wanted = operand.value.toLowerCase();
  return {
    column,
    operator: "is",
    operand,
    on: (other) => is(other, operand),
    argument: operand.text,
    array: `(${column.text}=${operand.text})`,
    odd: column.isArray ?? isOdd(operand.value),
    test: (value) => typeof value === "string" && value.toLowerCase() === wanted,
    rows: () => rowsOfText(column, wanted),
    text: wanted,
  };
}

/** Anything but this text, without regard to case. */
export function isNot(column: Column, operand: Term<string>): Criterion {
  const unwanted = operand.value.toLowerCase();
  return {
    column,
    operator: "isNot",
    operand,
    on: (other) => isNot(other, operand),
    argument: `"<>"&${operand.text}`,
    array: `(${column.text}<>${operand.text})`,
    odd: isOdd(operand.value),
    test: (value) => (value !== null && typeof value !== "string") || (value ?? "").toLowerCase() !== unwanted,
  };
}

/** Any text at all. */
export function hasText(column: Column): Criterion {
  return {
    column,
    operator: "text",
    operand: null,
    on: hasText,
    argument: '"?*"',
    array: `(${column.text}<>"")`,
    odd: false,
    test: (value) => typeof value === "string" && value !== "",
  };
}

/** Number equal to, below or above an operand; empty cells and text never match. */
export function than(column: Column, operator: "=" | "<" | "<=" | ">" | ">=", operand: Term<number>): Criterion {
  const argument = operator === "=" ? operand.text : argumentOf(operator, operand);
  return {
    column,
    operator,
    operand,
    on: (other) => than(other, operator, operand),
    argument,
    array: `ISNUMBER(${column.text})*(${column.text}${operator}${operand.text})`,
    odd: column.isArray ?? false,
    test: testOf(operator, operand.value),
  };
}

/** Any number at all. */
export function isFilled(column: Column): Criterion {
  return {
    column,
    operator: "filled",
    operand: null,
    on: isFilled,
    argument: '">-1E+99"',
    array: `ISNUMBER(${column.text})`,
    odd: column.isArray ?? false,
    test: (value) => typeof value === "number",
  };
}

/** An empty cell, or one whose formula gives "". */
export function isEmpty(column: Column): Criterion {
  return {
    column,
    operator: "empty",
    operand: null,
    on: isEmpty,
    argument: '""',
    array: `(${column.text}="")`,
    odd: false,
    test: (value) => value === null || value === "",
  };
}

/** The rows of a table that meet every criterion. */
export function rowsWhere(criteria: readonly Criterion[]): Int32Array {
  const indexed = criteria.flatMap((criterion) => (criterion.rows ? [{ criterion, rows: criterion.rows() }] : []));
  indexed.sort((a, b) => a.rows.length - b.rows.length);
  const base = indexed[0];
  if (base) return criteria.filter((criterion) => criterion !== base.criterion).reduce(narrowed, base.rows);
  const [first, ...others] = criteria;
  return first ? others.reduce(narrowed, matching(first)) : new Int32Array(0);
}

/** One criterion after the other, in plain loops: this is where most time goes with 100,000 rows. */
function narrowed(rows: Int32Array, { column, test, text }: Criterion): Int32Array {
  const kept = new Int32Array(rows.length);
  let count = 0;
  if (text !== undefined) {
    const { codes, codeOf } = textIndex(column);
    const wanted = codes.get(text) ?? -2;
    for (let at = 0; at < rows.length; at += 1) if (codeOf[rows[at]!] === wanted) kept[count++] = rows[at]!;
  } else {
    const { values } = column;
    for (let at = 0; at < rows.length; at += 1) if (test(values[rows[at]!] ?? null)) kept[count++] = rows[at]!;
  }
  return kept.subarray(0, count);
}

/** The rows of a whole column. */
function matching({ column: { values }, test }: Criterion): Int32Array {
  const kept = new Int32Array(values.length);
  let count = 0;
  for (let row = 0; row < values.length; row += 1) if (test(values[row] ?? null)) kept[count++] = row;
  return kept.subarray(0, count);
}

/** Would COUNTIFS read this text as something else than itself? */
export function isOdd(text: string): boolean {
  return (
    text === "" || text.length > 255 || /^[<>=]/.test(text) || /[*?~]/.test(text) ||
    /^[\s+\-$€£¥￥(]*[\d.,]/.test(text) && !/[A-Za-z\u3400-\u9fff]{2}/.test(text) || /^(true|false)$/i.test(text) || /^#/.test(text) || isDateOrTime(text)
  );
}

/** A day of a month by name (an English one, or any between two numbers), or a time with its half of the day. */
function isDateOrTime(text: string): boolean {
  return /\d/.test(text) && (/^[\d\s.,/-]*(jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)[\d\s.,/-]*$/i.test(text) ||
    /^\d{1,2}[\s.,/-]*\p{L}+[\s.,/-]*\d{2,4}$/u.test(text) || /^[\d\s.:]+[ap]m$/i.test(text) || /^[上下]午/.test(text));
}

function argumentOf(operator: string, operand: Term<number>): string {
  // A fraction stands apart: inside the text an Excel with decimal commas would not read its point.
  if (/^-?\d+$/.test(operand.text)) return `"${operator}${operand.text}"`;
  return `"${operator}"&${bracketed(operand)}`;
}

/** A test of its own for each operator: no choice is left for each row. */
function testOf(operator: "=" | "<" | "<=" | ">" | ">=", bound: number): (value: CellValue) => boolean {
  switch (operator) {
    case "=": return (value) => value === bound;
    case "<": return (value) => typeof value === "number" && value < bound;
    case "<=": return (value) => typeof value === "number" && value <= bound;
    case ">": return (value) => typeof value === "number" && value > bound;
    case ">=": return (value) => typeof value === "number" && value >= bound;
  }
}
