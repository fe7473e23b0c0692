// Who bought last, most often and most?

import type { Buyer } from "./orders";

/** How a customer ranks. */
interface Rfm {
  readonly customer: string | number;
  /** Days from the last purchase to the as-of day; null without a purchase, as is everything that follows from it. */
  readonly recency: number | null;
  /** Days with a purchase. */
  readonly orders: number;
  /** All orders, refunds taken off, to 15 digits as Excel keeps them. */
  readonly amount: number;
  /** From 1 to 5 for recency, orders and amount; 5 is best. */
  readonly scores: readonly number[] | null;
}

/** Recency, frequency and monetary value with their scores by fifths. Source: Hughes, Strategic Database Marketing (1994). */
export function rfm(buyers: readonly Buyer[], asOf: number): Rfm[] {
  const bought = buyers.filter(({ purchaseDays }) => purchaseDays > 0);
  const scoresOf = [fifths(bought.map(({ last }) => last)), fifths(bought.map(({ purchaseDays }) => purchaseDays)), fifths(bought.map(({ amount }) => digits(amount)))];
  return buyers.map(({ customer, purchaseDays, last, amount }) => ({
    customer, orders: purchaseDays, amount: digits(amount), recency: purchaseDays > 0 ? asOf - last : null,
    scores: purchaseDays > 0 ? [last, purchaseDays, digits(amount)].map((value, at) => scoresOf[at]!(value)) : null,
  }));
}

/** The score of a value among these: 1 + ⌊5 × values below it ÷ values⌋, no more than 5; equal values score alike. */
function fifths(values: readonly number[]): (value: number) => number {
  const below = new Map<number, number>();
  Float64Array.from(values).sort().forEach((value, at) => {
    if (!below.has(value)) below.set(value, at);
  });
  return (value) => Math.min(5, 1 + Math.floor((5 * below.get(value)!) / values.length));
}

function digits(value: number): number {
  return Number(value.toPrecision(15));
}
