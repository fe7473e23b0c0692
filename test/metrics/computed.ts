// What a formula of few functions gives for given cells: enough of Excel to tell whether the value beside it is right.

import type { Term } from "../../src/formula/term";
import type { CellValue } from "../../src/values";

type Cells = Readonly<Record<string, CellValue>>;

const functions = {
  IF: (test: unknown, then: unknown, otherwise: unknown) => (test ? then : otherwise),
  ISNUMBER: (value: unknown) => typeof value === "number" && Number.isFinite(value),
  ISTEXT: (value: unknown) => typeof value === "string",
  NOT: (value: unknown) => !value,
  AND: (...tests: unknown[]) => tests.every(Boolean),
  OR: (...tests: unknown[]) => tests.some(Boolean),
  N: (value: unknown) => (typeof value === "number" ? value : 0),
  COUNT: (...values: unknown[]) => values.filter((value) => typeof value === "number").length,
  ABS: (value: number) => Math.abs(value),
  MAX: (...values: number[]) => Math.max(...values),
  MIN: (...values: number[]) => Math.min(...values),
  ROUND: (value: number, digits: number) => Number((Math.sign(value) * Math.round(Math.abs(value) * 10 ** digits)) / 10 ** digits),
};
const operators: Readonly<Record<string, string>> = { "=": "===", "<>": "!==", "^": "**", "&": "+" };
const made = new Map<string, (cells: readonly CellValue[]) => unknown>();

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

function compiled(text: string, names: readonly string[]): (cells: readonly CellValue[]) => unknown {
  const body = text.replace(/"(?:[^"]|"")*"|<>|<=|>=|[=^&]|[A-Z]+(?=\()/g, (token) =>
    (token.startsWith('"') ? JSON.stringify(token.slice(1, -1).replaceAll('""', '"')) : /^[A-Z]/.test(token) ? `functions.${token}` : operators[token] ?? token));
  const compute = new Function("functions", ...names, `return ${body};`) as (...values: unknown[]) => unknown;
  return (cells) => compute(functions, ...cells);
}
