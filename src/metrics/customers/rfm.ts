// Who bought last, most often and most?

import type { Buyer } from "./orders";

export interface Rfm {
  readonly customer: string | number;
  /** Days from the last purchase to the as-of day; null without a purchase, as is everything that follows from it. */
  readonly recency: number | null;
  /** Days with a purchase. */
  readonly orders: number;
  /** All orders, refunds taken off, to 15 digits as Excel keeps them. */
  readonly amount: number;
  /** From 1 to 5 for recency, orders and amount; 5 is best. */
  readonly scores: readonly [number, number, number] | null;
}

/** Recency, frequency and monetary value with their scores by fifths. Source: Hughes, Strategic Database Marketing (1994). */
export function rfm(buyers: readonly Buyer[], asOf: number): Rfm[] {
  const bought = buyers.filter(({ purchaseDays }) => purchaseDays > 0);
  const recencies = fifths(bought.map(({ last }) => last));
  const orders = fifths(bought.map(({ purchaseDays }) => purchaseDays));
  const amounts = fifths(bought.map(({ amount }) => digits(amount)));
  let at = 0;
  return buyers.map(({ customer, purchaseDays, last, amount }) => {
    const known = { customer, orders: purchaseDays, amount: digits(amount) };
    if (purchaseDays === 0) return { ...known, recency: null, scores: null };
    const scores = [recencies[at]!, orders[at]!, amounts[at]!] as const;
    at++;
    return { ...known, recency: asOf - last, scores };
  });
}

/** For each value 1 + ⌊5 × values below it ÷ values⌋, no more than 5: equal values score alike. */
export function fifths(values: readonly number[]): number[] {
  const below = new Map<number, number>();
  Float64Array.from(values).sort().forEach((value, at) => {
    if (!below.has(value)) below.set(value, at);
  });
  return values.map((value) => Math.min(5, 1 + Math.floor((5 * below.get(value)!) / values.length)));
}

function digits(value: number): number {
  return Number(value.toPrecision(15));
}
