// Small sums of the Goals table whose guards stand outside them.

import { call, whenNumbers, type Figure, type Term } from "../../formula/term";

/** `N(cell)`: 0 for what is not a number, where a comparison would take any text for greater than any number. */
export function numberIn(term: Term): Term<number> {
  return call(`N(${term.text})`, typeof term.value === "number" ? term.value : 0, term);
}

/** `a/b`, for a place where b is known not to be 0; elsewhere its value means nothing. */
export function quotient(left: Term<number>, right: Term<number>): Term<number> {
  const value = right.value === 0 ? 0 : left.value / right.value;
  return { ...call(`${bracketed(left)}/${bracketed(right)}`, value, left, right), binds: 4 };
}

/** As `whenNumbers`, of a result that may be "" itself. */
export function whenAll(parts: readonly Term<Figure>[], result: (...terms: Term<number>[]) => Term<Figure>): Term<Figure> {
  return whenNumbers(parts, result as (...terms: Term<number>[]) => Term<number>);
}

export function not(test: Term<boolean>): Term<boolean> {
  return call(`NOT(${test.text})`, !test.value, test);
}

function bracketed(term: Term): string {
  return term.binds === 9 ? term.text : `(${term.text})`;
}
