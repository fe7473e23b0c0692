// A calculation Excel will do and we have already done.

import type { CellValue, Day } from "../values";

/** What to type (without "=") and what it gives now. "" is Excel's way to show nothing. */
export interface Term<V extends CellValue = CellValue> {
  readonly text: string;
  readonly value: V;
  /** How tightly the outermost operator binds; see `binding`. */
  readonly binds: number;
  /** Must be entered with Ctrl+Shift+Enter in Excel 2016. */
  readonly array?: true;
  /** The text is a whole column, the value that of one of its cells: what is made of it is an array with an entry for each cell. */
  readonly isEach?: true;
}

/** A number, or "" where there is nothing to compute. */
export type Figure = number | "";

/** Excel's operator precedence, loosest first; a function call or a reference binds tightest. */
const binding = { compare: 1, join: 2, add: 3, multiply: 4, atom: 9 } as const;

/** A constant. */
export function literal<V extends CellValue>(value: V): Term<V> {
  return { text: literalText(value), value, binds: typeof value === "number" && value < 0 ? binding.multiply : binding.atom };
}

/** A defined name, a structured reference or any other reference, with what it holds now. */
export function reference<V extends CellValue>(text: string, value: V): Term<V> {
  return { text, value, binds: binding.atom };
}

/** Each cell of a column at once, with what one of them holds now. */
export function eachCell<V extends CellValue>(column: { readonly text: string }, value: V): Term<V> {
  return { ...reference(column.text, value), isEach: true };
}

/** A cell of the plan by its id; `layout` puts its address. */
export function cell<V extends CellValue>(id: string, value: V): Term<V> {
  return reference(`⟦${id}⟧`, value);
}

export function add(...terms: readonly Term<number>[]): Term<number> {
  return terms.reduce((left, right) => infix(left, "+", right, binding.add, left.value + right.value));
}

export function subtract(left: Term<number>, right: Term<number>): Term<number> {
  return infix(left, "-", right, binding.add, left.value - right.value);
}

export function multiply(...terms: readonly Term<number>[]): Term<number> {
  return terms.reduce((left, right) => infix(left, "*", right, binding.multiply, left.value * right.value));
}

/** `n/d` where something around it sees to it that there is something to divide by; else use `ratio`. */
export function divide(numerator: Term<number>, denominator: Term<number>): Term<number> {
  return infix(numerator, "/", denominator, binding.multiply, denominator.value === 0 ? 0 : numerator.value / denominator.value);
}

/** `IF(d=0,"",n/d)`: "" where there is nothing to divide by, or where a part is "" already. */
export function ratio(numerator: Term<Figure>, denominator: Term<Figure>): Term<Figure> {
  const value = isFigure(numerator) && isFigure(denominator) && denominator.value !== 0 ? numerator.value / denominator.value : "";
  const quotient = `${wrap(numerator, binding.multiply)}/${wrap(denominator, binding.multiply + 1)}`;
  const parts = [numerator, denominator].filter((term) => mayBeEmpty(term));
  const zero = `${wrap(denominator, binding.compare + 1)}=0`;
  const guarded = `IF(${zero},"",${quotient})`;
  const text = parts.length === 0 ? guarded : `IF(COUNT(${parts.map((term) => term.text).join(",")})<${parts.length},"",${guarded})`;
  return call(text, value, numerator, denominator);
}

/** `IF(COUNT(a,b)<2,"",result)`: the result where all parts are numbers, else "". */
export function whenNumbers(parts: readonly Term<Figure>[], result: (...terms: Term<number>[]) => Term<number>): Term<Figure> {
  const known = parts.every(isFigure);
  const made = result(...parts.map((part) => ({ ...part, value: part.value === "" ? 1 : part.value })));
  return call(`IF(COUNT(${parts.map((part) => part.text).join(",")})<${parts.length},"",${made.text})`, known ? made.value : "", ...parts, made);
}

/** `IF(test,then,otherwise)`. */
export function choose<A extends CellValue, B extends CellValue>(test: Term<boolean>, then: Term<A>, otherwise: Term<B>): Term<A | B> {
  const value = test.value ? then.value : otherwise.value;
  return call(`IF(${test.text},${then.text},${otherwise.text})`, value, test, then, otherwise);
}

/** A figure where a formula around it has made sure that there is one; `instead` is what its value counts as where there is none. */
export function assured(term: Term<Figure>, instead = 0): Term<number> {
  return { ...term, value: term.value === "" ? instead : term.value };
}

/** `N(figure)`: 0 where there is none. */
export function orZero(term: Term<Figure>): Term<number> {
  return call(`N(${term.text})`, term.value === "" ? 0 : term.value, term);
}

export const comparisons = ["=", "<>", "<", "<=", ">", ">="] as const;
export type Comparison = (typeof comparisons)[number];

/** Compares two values of one kind as Excel does: text without regard to case. */
export function compare(left: Term, operator: Comparison, right: Term): Term<boolean> {
  return infix(left, operator, right, binding.compare, holds(comparable(left.value), operator, comparable(right.value)));
}

export function and(...tests: readonly Term<boolean>[]): Term<boolean> {
  return call(`AND(${texts(tests)})`, tests.every((test) => test.value), ...tests);
}

export function or(...tests: readonly Term<boolean>[]): Term<boolean> {
  return call(`OR(${texts(tests)})`, tests.some((test) => test.value), ...tests);
}

export function isNumber(term: Term): Term<boolean> {
  return call(`ISNUMBER(${term.text})`, typeof term.value === "number", term);
}

/** Joins texts; numbers go through `numberText` first. */
export function join(...parts: readonly Term<string>[]): Term<string> {
  return parts.reduce((left, right) => infix(left, "&", right, binding.join, left.value + right.value));
}

export function maximum(...terms: readonly Term<number>[]): Term<number> {
  return call(`MAX(${texts(terms)})`, Math.max(...terms.map((term) => term.value)), ...terms);
}

export function minimum(...terms: readonly Term<number>[]): Term<number> {
  return call(`MIN(${texts(terms)})`, Math.min(...terms.map((term) => term.value)), ...terms);
}

/** A call of any other function with the value worked out by the caller, who answers for it. */
export function call<V extends CellValue>(text: string, value: V, ...parts: readonly { readonly array?: true }[]): Term<V> {
  if (typeof value === "number" && !Number.isFinite(value)) throw new RangeError(`formula gives no number: ${text}`);
  return { text, value, binds: binding.atom, ...(parts.some((part) => part.array) ? { array: true as const } : {}) };
}

/** A day as a number term. */
export function dayTerm(term: Term<Day>): Term<number> {
  return term as unknown as Term<number>;
}

/** The constant as typed in a formula. */
export function literalText(value: CellValue): string {
  if (value === null) return '""';
  if (typeof value === "string") return `"${value.replaceAll('"', '""')}"`;
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  return String(value);
}

/** The term's text as a part of any formula: in brackets unless it is a constant, a reference or a call. */
export function operand({ text, binds }: Term): string {
  return binds === binding.atom ? text : `(${text})`;
}

function infix<V extends CellValue>(left: Term, operator: string, right: Term, binds: number, value: V): Term<V> {
  const term = call(`${wrap(left, binds)}${operator}${wrap(right, binds + 1)}`, value, left, right);
  return { ...term, binds };
}

function wrap(term: Term, binds: number): string {
  return term.binds < binds ? `(${term.text})` : term.text;
}

function texts(terms: readonly Term[]): string {
  return terms.map((term) => term.text).join(",");
}

function isFigure(term: Term<Figure>): term is Term<number> {
  return term.value !== "";
}

/** Only sums, counts and constants are numbers for sure; a text guard or a reference may give "". */
function mayBeEmpty(term: Term<Figure>): boolean {
  return term.text.startsWith("IF(") || term.text.includes("⟦") || term.text.includes("[#This Row]");
}

function comparable(value: CellValue): string | number | boolean {
  if (value === null) return "";
  return typeof value === "string" ? value.toLowerCase() : value;
}

function holds(left: string | number | boolean, operator: Comparison, right: string | number | boolean): boolean {
  switch (operator) {
    case "=": return left === right;
    case "<>": return left !== right;
    case "<": return left < right;
    case "<=": return left <= right;
    case ">": return left > right;
    case ">=": return left >= right;
  }
}
