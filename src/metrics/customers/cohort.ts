// Of those who first bought in a period, how many buy again in each later one?

import { calendarOf, type Day } from "../../values";
import { limitCells, refuse } from "../refusal";
import type { Orders } from "./orders";

/** How long the periods are, by the calendar. */
export type CohortPeriod = "month" | "quarter" | "year";

/** share: active customers ÷ customers of the cohort. customers: active customers. amount: what they spent. */
type CohortMeasure = "share" | "customers" | "amount";

/** Customers whose first order lies in the same period. */
export interface Cohort {
  /** The period of the first order: `2026-01`, `2026-Q1`, `2026`. */
  readonly period: string;
  readonly customers: number;
  /** The measure 0, 1, 2 … periods later, as far as the data reach; `amount` is 0 and active customers are 0 where nobody bought. */
  readonly values: readonly number[];
}

/** The cohorts that have customers, the oldest first, up to the period of the as-of day or else of the last order. Later orders count nowhere. */
export function cohorts({ customer, day, amount }: Orders, length: CohortPeriod, measure: CohortMeasure, asOf: Day | null): Cohort[] {
  const end = asOf ?? day.reduce((most, one) => Math.max(most, one));
  const periods = day.map((one) => (one <= end ? periodOf(one, length) : Infinity));
  const firsts: number[] = [];
  periods.forEach((period, order) => {
    firsts[customer[order]!] = Math.min(period, firsts[customer[order]!] ?? Infinity);
  });
  const known = firsts.filter(Number.isFinite).sort((left, right) => left - right);
  if (known.length === 0) refuse("no-data", "orders");
  const width = periodOf(end, length) - known[0]! + 1;
  limitCells(new Set(known).size * width, { argument: "orders" });
  const triangle = new Map<number, { customers: number; values: number[] }>();
  for (const first of known) {
    const cohort = triangle.get(first) ?? { customers: 0, values: new Array<number>(width - first + known[0]!).fill(0) };
    cohort.customers++;
    triangle.set(first, cohort);
  }
  const seen = new Set<string>();
  periods.forEach((period, order) => {
    const first = firsts[customer[order]!]!;
    const values = triangle.get(first)?.values;
    const key = `${customer[order]!} ${period}`;
    if (values && period < Infinity) values[period - first]! += measure === "amount" ? amount[order]! : Number(!seen.has(key));
    seen.add(key);
  });
  return [...triangle].map(([first, { customers, values }]) => ({
    period: labelOf(first, length), customers, values: measure === "share" ? values.map((active) => active / customers) : values,
  }));
}

const perYear: Readonly<Record<CohortPeriod, number>> = { month: 12, quarter: 4, year: 1 };

/** Periods since the year 0. */
export function periodOf(day: number, length: CohortPeriod): number {
  const { year, month } = calendarOf(day as Day);
  return year * perYear[length] + Math.floor(((month - 1) * perYear[length]) / 12);
}

/** `2026-01`, `2026-Q1`, `2026`. */
export function labelOf(period: number, length: CohortPeriod): string {
  const year = Math.floor(period / perYear[length]);
  const within = (period % perYear[length]) + 1;
  return { month: `${year}-${String(within).padStart(2, "0")}`, quarter: `${year}-Q${within}`, year: String(year) }[length];
}
