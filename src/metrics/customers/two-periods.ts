// What did each customer buy in a period, and in the one just before it?

import { addMonths, type Day } from "../../values";
import type { Orders } from "./orders";

/** Two periods of so many months, the later ending on a day; first days included. */
export interface TwoPeriods {
  readonly before: Day;
  readonly now: Day;
  readonly end: Day;
}

export function twoPeriods(end: Day, months: number): TwoPeriods {
  const start = (back: number) => (addMonths((end + 1) as Day, -back)) as Day;
  return { before: start(2 * months), now: start(months), end };
}

/** A customer with an order until the end. */
export interface CustomerPeriods {
  readonly customer: string;
  readonly first: Day;
  readonly last: Day;
  readonly orders: number;
  /** Amounts of the two periods; orders where amounts are unknown. */
  readonly before: number;
  readonly now: number;
}

/** One pass over the orders; later ones count nowhere. */
export function customersInTwoPeriods({ customers, customer, day, amount, records }: Orders, periods: TwoPeriods): readonly CustomerPeriods[] {
  const found: ({ first: number; last: number; orders: number; before: number; now: number } | undefined)[] = [];
  day.forEach((on, order) => {
    if (on > periods.end) return;
    const one = (found[customer[order]!] ??= { first: on, last: on, orders: 0, before: 0, now: 0 });
    const times = records?.[order] ?? 1;
    const worth = amount.length === 0 ? times : amount[order]!;
    one.first = Math.min(one.first, on);
    one.last = Math.max(one.last, on);
    one.orders += times;
    if (on >= periods.now) one.now += worth;
    else if (on >= periods.before) one.before += worth;
  });
  return found.flatMap((one, at) => (one ? [{ customer: String(customers[at]), first: one.first as Day, last: one.last as Day, orders: one.orders, before: cents(one.before), now: cents(one.now) }] : []));
}

/** Sums of binary fractions, to the digits Excel shows. */
export function cents(sum: number): number {
  return Math.round(sum * 1e6) / 1e6;
}
