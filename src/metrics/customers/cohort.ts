// Of those who first bought in a period, how many buy again in each later one?

import { calendarOf, type Day } from "../../values";
import { Refusal } from "../refusal";
import type { Orders } from "./orders";

export const cohortPeriods = ["month", "quarter", "year"] as const;
export type CohortPeriod = (typeof cohortPeriods)[number];

/** share: active customers ÷ customers of the cohort. customers: active customers. amount: what they spent. */
export const cohortMeasures = ["share", "customers", "amount"] as const;
export type CohortMeasure = (typeof cohortMeasures)[number];

export interface Cohort {
  /** The period of the first order: `2026-01`, `2026-Q1`, `2026`. */
  readonly period: string;
  readonly customers: number;
  /** The measure 0, 1, 2 … periods later, as far as the data reach; `amount` is 0 and active customers are 0 where nobody bought. */
  readonly values: readonly number[];
}

/** The cohorts that have customers, the oldest first, up to the period of the as-of day or else of the last order. Later orders count nowhere. */
export function cohorts(orders: Orders, length: CohortPeriod, measure: CohortMeasure, asOf: Day | null): Cohort[] | Refusal {
  const periods = orders.day.map(periodOfDay(length));
  const isKept = orders.day.map((day) => asOf === null || day <= asOf);
  const last = asOf === null ? periods.reduce((most, one) => Math.max(most, one), -Infinity) : periodOfDay(length)(asOf);
  const firsts = firstPeriods(orders, periods, isKept);
  const triangle = new Map<number, { customers: number; values: number[] }>();
  for (const first of new Set([...firsts].filter(Number.isFinite).sort((left, right) => left - right))) triangle.set(first, { customers: 0, values: [] });
  if (triangle.size === 0) return new Refusal("no-data");
  const cells = triangle.size * (last - Math.min(...triangle.keys()) + 1);
  if (cells > MOST_CELLS) return new Refusal("too-large", { found: cells, expected: MOST_CELLS });
  triangle.forEach((cohort, first) => {
    cohort.values = new Array<number>(last - first + 1).fill(0);
  });
  for (const first of firsts) if (Number.isFinite(first)) triangle.get(first)!.customers++;
  const seen = new Set<number>();
  for (let order = 0; order < periods.length; order++) {
    if (!isKept[order]) continue;
    const first = firsts[orders.customer[order]!]!;
    const { values } = triangle.get(first)!;
    const later = periods[order]! - first;
    if (measure === "amount") values[later]! += orders.amount![order]!;
    else if (isNew(seen, orders.customer[order]! * MOST_PERIODS + later)) values[later]!++;
  }
  return [...triangle].map(([first, { customers, values }]) => ({
    period: labelOf(first, length), customers, values: measure === "share" ? values.map((active) => active / customers) : values,
  }));
}

const MOST_CELLS = 1_048_576;
/** Months until the year 9999. */
const MOST_PERIODS = 120_000;

/** The period of each customer's first order; Infinity for one without any. */
function firstPeriods({ customers, customer }: Orders, periods: readonly number[], isKept: readonly boolean[]): number[] {
  const firsts = new Array<number>(customers.length).fill(Infinity);
  periods.forEach((period, order) => {
    if (isKept[order] && period < firsts[customer[order]!]!) firsts[customer[order]!] = period;
  });
  return firsts;
}

const perYear: Readonly<Record<CohortPeriod, number>> = { month: 12, quarter: 4, year: 1 };

/** Periods since the year 0; each day is looked at once. */
function periodOfDay(length: CohortPeriod): (day: number) => number {
  const known = new Map<number, number>();
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    const { year, month } = calendarOf(day as Day);
    const period = year * perYear[length] + Math.floor(((month - 1) * perYear[length]) / 12);
    known.set(day, period);
    return period;
  };
}

function labelOf(period: number, length: CohortPeriod): string {
  const year = Math.floor(period / perYear[length]);
  const within = (period % perYear[length]) + 1;
  switch (length) {
    case "month": return `${year}-${String(within).padStart(2, "0")}`;
    case "quarter": return `${year}-Q${within}`;
    case "year": return String(year);
  }
}

function isNew(seen: Set<number>, key: number): boolean {
  const before = seen.size;
  return seen.add(key).size > before;
}
