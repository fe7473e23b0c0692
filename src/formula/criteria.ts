// Which cells does a criterion of COUNTIFS, SUMIFS and AVERAGEIFS match? Excel's rules, in this file only.

import type { CellValue } from "../values";
import { rowsByText, type Column } from "./column";
import type { Term } from "./term";

/** One condition on one column. */
export interface Criterion {
  readonly column: Column;
  /** As an argument of COUNTIFS: `"Won"`, `"<"&AsOf`. */
  readonly argument: string;
  /** As an array of booleans, for SUMPRODUCT: `(Deals[Owner]=B3)`. */
  readonly array: string;
  /** COUNTIFS would not take the operand literally (wildcards, operators, numbers as text). */
  readonly odd: boolean;
  readonly test: (value: CellValue) => boolean;
  /** Rows that match, where an index knows them. */
  readonly rows?: () => Int32Array;
}

/** Equal text, without regard to case. */
export function is(column: Column, operand: Term<string>): Criterion {
  const wanted = operand.value.toLowerCase();
  return {
    column,
    argument: operand.text,
    array: `(${column.text}=${operand.text})`,
    odd: isOdd(operand.value),
    test: (value) => typeof value === "string" && value.toLowerCase() === wanted,
    rows: () => rowsByText(column).get(wanted) ?? none,
  };
}

/** Number equal to, below or above an operand; empty cells and text never match. */
export function than(column: Column, operator: "=" | "<" | "<=" | ">" | ">=", operand: Term<number>): Criterion {
  const bound = operand.value;
  const argument = operator === "=" ? operand.text : argumentOf(operator, operand);
  return {
    column,
    argument,
    array: `ISNUMBER(${column.text})*(${column.text}${operator}${operand.text})`,
    odd: false,
    test: (value) => typeof value === "number" && compares(value, operator, bound),
  };
}

/** Any number at all. */
export function isFilled(column: Column): Criterion {
  return {
    column,
    argument: '">-1E+99"',
    array: `ISNUMBER(${column.text})`,
    odd: false,
    test: (value) => typeof value === "number",
  };
}

/** An empty cell, or one whose formula gives "". */
export function isEmpty(column: Column): Criterion {
  return {
    column,
    argument: '""',
    array: `(${column.text}="")`,
    odd: false,
    test: (value) => value === null || value === "",
  };
}

/** The rows of a table that meet every criterion. */
export function rowsWhere(criteria: readonly Criterion[]): Int32Array {
  const indexed = criteria.filter((criterion) => criterion.rows).map((criterion) => ({ criterion, rows: criterion.rows?.() ?? none }));
  indexed.sort((a, b) => a.rows.length - b.rows.length);
  const base = indexed[0];
  const rest = criteria.filter((criterion) => criterion !== base?.criterion);
  const candidates = base?.rows ?? everyRow(criteria[0]);
  if (rest.length === 0) return candidates;
  return candidates.filter((row) => rest.every(({ column, test }) => test(column.values[row] ?? null)));
}

/** Would COUNTIFS read this text as something else than itself? */
export function isOdd(text: string): boolean {
  return (
    text === "" || text.length > 255 || /^[<>=]/.test(text) || /[*?~]/.test(text) ||
    /^[\s+\-$€£¥￥(]*[\d.,]/.test(text) && !/[A-Za-z\u3400-\u9fff]{2}/.test(text) || /^(true|false)$/i.test(text) || /^#/.test(text)
  );
}

const none = new Int32Array(0);

function argumentOf(operator: string, operand: Term<number>): string {
  if (/^-?[\d.]+$/.test(operand.text)) return `"${operator}${operand.text}"`;
  return `"${operator}"&${/^[A-Za-z_⟦][^+\-*/&=<>]*$/.test(operand.text) || operand.binds === 9 ? operand.text : `(${operand.text})`}`;
}

function compares(value: number, operator: "=" | "<" | "<=" | ">" | ">=", bound: number): boolean {
  switch (operator) {
    case "=": return value === bound;
    case "<": return value < bound;
    case "<=": return value <= bound;
    case ">": return value > bound;
    case ">=": return value >= bound;
  }
}

function everyRow(criterion: Criterion | undefined): Int32Array {
  const length = criterion?.column.values.length ?? 0;
  return Int32Array.from({ length }, (_, row) => row);
}
