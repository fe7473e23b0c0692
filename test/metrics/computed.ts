// What a formula of few functions gives for given cells: enough of Excel to tell whether the value beside it is right.

import type { Term } from "../../src/formula/term";
import type { CellValue } from "../../src/values";

/** By the names formulas use for them; a row of cells is an array. */
type Cells = Readonly<Record<string, CellValue | readonly CellValue[]>>;

const functions = {
  IF: (test: unknown, then: unknown, otherwise: unknown) => (test ? then : otherwise),
  ISNUMBER: (value: unknown) => typeof value === "number" && Number.isFinite(value),
  ISTEXT: (value: unknown) => typeof value === "string",
  NOT: (value: unknown) => !value,
  AND: (...tests: unknown[]) => tests.every(Boolean),
  OR: (...tests: unknown[]) => tests.some(Boolean),
  N: (value: unknown) => (typeof value === "number" ? value : 0),
  COUNT: (...values: unknown[]) => numbersIn(values).length,
  ABS: (value: number) => Math.abs(value),
  MAX: (...values: unknown[]) => Math.max(...numbersIn(values)),
  MIN: (...values: unknown[]) => Math.min(...numbersIn(values)),
  SQRT: (value: number) => Math.sqrt(value),
  INDEX: (row: readonly CellValue[], _: 1, place: number) => row[place - 1],
  CHOOSE: (place: number, ...values: unknown[]) => values[place - 1],
  ROUND: (value: number, digits: number) => Number((Math.sign(value) * Math.round(Math.abs(value) * 10 ** digits)) / 10 ** digits),
};
const operators: Readonly<Record<string, string>> = { "=": "===", "<>": "!==", "^": "**", "&": "+" };
const made = new Map<string, (cells: readonly unknown[]) => unknown>();

/** The value Excel would show; "error" where it would show an error. */
export function computed(text: string, cells: Cells): unknown {
  const names = Object.keys(cells);
  const key = `${names.join()}=${text}`;
  const compute = made.get(key) ?? compiled(text, names);
  made.set(key, compute);
  const value = compute(Object.values(cells));
  return typeof value === "number" && !Number.isFinite(value) ? "error" : value;
}

/** Whether a term's formula computes its value from the cells it refers to by these names. */
export function isRight({ text, value }: Term, cells: Cells): boolean {
  const found = computed(text, cells);
  return typeof found === "number" && typeof value === "number" ? Math.abs(found - value) < 1e-8 : found === value;
}

function numbersIn(values: readonly unknown[]): readonly number[] {
  return values.flat().filter((value) => typeof value === "number");
}

function compiled(text: string, names: readonly string[]): (cells: readonly unknown[]) => unknown {
  const body = text.replace(/"(?:[^"]|"")*"|<>|<=|>=|[=^&]|[A-Z]+(?=\()/g, (token) =>
    (token.startsWith('"') ? JSON.stringify(token.slice(1, -1).replaceAll('""', '"')) : /^[A-Z]/.test(token) ? `functions.${token}` : operators[token] ?? token));
  const compute = new Function("functions", ...names, `return ${body};`) as (...values: unknown[]) => unknown;
  return (cells) => compute(functions, ...cells);
}
