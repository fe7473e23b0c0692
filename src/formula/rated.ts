// Amounts of groups in several currencies: what each currency is worth is typed in a table of rates.

import { sumifs } from "./aggregate";
import type { Column } from "./column";
import { is, isOdd, type Criterion } from "./criteria";
import { add, call, literal, literalText, multiply, type Term } from "./term";
import { escaped } from "./wildcards";

/** The table of rates as formulas see it. */
export interface RateTable {
  /** Fields that hold amounts. */
  readonly fields: ReadonlySet<string>;
  readonly currency: Column;
  /** Empty where none is typed: amounts of such a currency do not count. */
  readonly rate: Column;
}

/** Sum of a column over rows that meet the criteria, each in its currency: `SUMPRODUCT(SUMIFS(sum,…,currency,Rates[Currency]),Rates[Rate])`. */
export function ratedSum(rates: RateTable, column: Column, currency: Column, criteria: readonly Criterion[]): Term<number> {
  return byCurrency(rates, rates.rate.text, (name) => rateOf(rates, name), column, currency, criteria);
}

/** The same of a column of counts: those of currencies without a rate are left out. */
export function ratedCount(rates: RateTable, column: Column, currency: Column, criteria: readonly Criterion[]): Term<number> {
  return byCurrency(rates, `--ISNUMBER(${rates.rate.text})`, (name) => isRated(rates, name), column, currency, criteria);
}

/** What is worked out currency by currency, times its rate. */
export function overRates(rates: RateTable, of: (currency: Term<string>) => Term<number>): Term<number> {
  return add(...names(rates).map((name) => multiply(of(literal(name)), rateOf(rates, name))));
}

/** What is counted currency by currency, of those with a rate. */
export function overRated(rates: RateTable, of: (currency: Term<string>) => Term<number>): Term<number> {
  return add(...names(rates).map((name) => multiply(of(literal(name)), isRated(rates, name))));
}

/** An amount in the reporting currency; null in one without a rate. */
export function inReporting({ currency, rate }: RateTable, amount: unknown, name: unknown): number | null {
  const worth = rate.values[currency.values.indexOf(name as string)];
  return typeof amount === "number" && typeof worth === "number" ? amount * worth : null;
}

function byCurrency(rates: RateTable, factors: string, factor: (name: string) => Term<number>, column: Column, currency: Column, criteria: readonly Criterion[]): Term<number> {
  const parts = names(rates).map((name) => multiply(sumifs(column, ...criteria, is(currency, literal(name))), factor(name)));
  if (criteria.some(({ odd }) => odd) || names(rates).some(isOdd)) return add(...parts);
  const pairs = criteria.map((one) => `${one.column.text},${one.argument},`).join("");
  return call(`SUMPRODUCT(SUMIFS(${column.text},${pairs}${currency.text},${rates.currency.text}),${factors})`, parts.reduce((sum, { value }) => sum + value, 0));
}

function rateOf(rates: RateTable, name: string): Term<number> {
  return call(`N(${entryOf(rates, name)})`, Number(rates.rate.values[rates.currency.values.indexOf(name)] ?? 0));
}

function isRated(rates: RateTable, name: string): Term<number> {
  return call(`COUNT(${entryOf(rates, name)})`, typeof rates.rate.values[rates.currency.values.indexOf(name)] === "number" ? 1 : 0);
}

function entryOf({ currency, rate }: RateTable, name: string): string {
  return `INDEX(${rate.text},MATCH(${literalText(escaped(name))},${currency.text},0))`;
}

function names({ currency }: RateTable): readonly string[] {
  return currency.values.map(String);
}
