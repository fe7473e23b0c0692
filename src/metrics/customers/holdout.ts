// Would the model have foreseen what customers bought, had it been fitted half way?

import { clvModel, expectations, observed } from "./clv";
import type { Buying } from "./orders";
import { Refusal } from "../refusal";

/** What a model fitted on the first half of the time foresaw for the second, and what happened. */
export interface Holdout {
  /** The last day of the first half. */
  readonly until: number;
  /** Customers who had bought by then. */
  readonly customers: number;
  /** Purchase days of these customers in the second half. */
  readonly foreseen: number;
  readonly happened: number;
}

/** A month in weeks when the look ahead is one step: the second half as a whole. */
const oneStep = 1;

/**
 * Null where the first half is too small or carries no model. `buyingUntil` is what customers bought until a day, null where that is not known; `first` is the day of the first order.
 * Source: Fader, Hardie & Lee (2005), §4: 39 weeks foresee the next 39.
 */
export function holdout(buyingUntil: (day: number) => Buying | null, first: number, asOf: number): Holdout | null {
  const until = middleOf(first, asOf);
  if (!(asOf - first > 13 * 7)) return null;
  const [early, late] = [buyingUntil(until), buyingUntil(asOf)];
  if (!early || !late) return null;
  const then = early.buyers.filter(({ purchaseDays }) => purchaseDays > 0);
  const now = new Map(late.buyers.map((buyer) => [buyer.customer, buyer.purchaseDays]));
  const seen = then.map((buyer) => observed(buyer, until));
  try {
    const { purchases, spending } = clvModel(seen);
    const ahead = expectations(purchases.params, spending.params, seen, oneStep, 0, (asOf - until) / 7);
    return {
      until, customers: then.length,
      foreseen: ahead.reduce((sum, one) => sum + one.purchases, 0),
      happened: then.reduce((sum, { customer, purchaseDays }) => sum + (now.get(customer) ?? purchaseDays) - purchaseDays, 0),
    };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

/** The last day of the first half of the time. */
export function middleOf(first: number, asOf: number): number {
  return Math.floor((first + asOf) / 2);
}
