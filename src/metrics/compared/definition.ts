// What is a KPI under one of its definitions: what is divided by what, over which rows?

import type { Column } from "../../formula/column";
import { countifs, knownSumifs, medianifs } from "../../formula/aggregate";
import { isFilled, type Criterion } from "../../formula/criteria";
import type { Figure, Term } from "../../formula/term";

/** A definition worked out. Its value is numerator ÷ denominator, or `value` where nothing is divided. "" where it cannot be computed. */
export interface Compared<Id extends string = string> {
  readonly id: Id;
  readonly numerator: Term<Figure> | null;
  readonly denominator: Term<Figure> | null;
  readonly value: Term<Figure> | null;
  /** Rows of the tables that went into it. */
  readonly rows: Term<number>;
}

/** Numerator ÷ denominator. */
export function quotient<Id extends string>(id: Id, numerator: Term<Figure>, denominator: Term<Figure>, rows: Term<number>): Compared<Id> {
  return { id, numerator, denominator, value: null, rows };
}

/** A figure in which nothing is divided. */
export function single<Id extends string>(id: Id, value: Term<Figure>, rows: Term<number>): Compared<Id> {
  return { id, numerator: null, denominator: null, value, rows };
}

/** Mean of a column's numbers: their sum ÷ how many there are. */
export function comparedMean<Id extends string>(id: Id, column: Column, ...criteria: readonly Criterion[]): Compared<Id> {
  const known = countifs(...criteria, isFilled(column));
  return quotient(id, knownSumifs(column, ...criteria), known, known);
}

/** Median of a column's numbers. */
export function comparedMedian<Id extends string>(id: Id, column: Column, ...criteria: readonly Criterion[]): Compared<Id> {
  return single(id, medianifs(column, ...criteria), countifs(...criteria, isFilled(column)));
}
