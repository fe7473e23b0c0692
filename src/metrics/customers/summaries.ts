// What did customers buy, seen from a row for each of them instead of from their orders?

import type { CustomersUntil, CustomerSummaries } from "../../crm/customer-groups";
import type { Day } from "../../values";
import { labelOf, periodOf, type Cohort, type CohortPeriod } from "./cohort";
import type { Buyer, Buying } from "./orders";
import { cents, type CustomerPeriods, type TwoPeriods } from "./two-periods";

/** As `buyingOf`; null for a day that the summaries do not tell. */
export function buyingUntil(summaries: CustomerSummaries, day: number): Buying | null {
  const { names, firstPurchase, firstAmount, usable } = summaries;
  const then = stateAt(summaries, day);
  if (!then) return null;
  const buyers = names.flatMap((customer, at): Buyer[] => {
    if (then.known[at] === 0) return [];
    const purchaseDays = then.purchaseDays[at]!;
    if (purchaseDays === 0) return [{ customer, purchaseDays, first: 0, last: 0, repeatAmount: 0, amount: then.amount[at]! }];
    return [{ customer, purchaseDays, first: firstPurchase[at]!, last: then.lastPurchase[at]!, repeatAmount: cents(then.bought[at]! - firstAmount[at]!), amount: then.amount[at]! }];
  });
  return { buyers, ordersAfter: usable - sumOf(then.known), refundDays: sumOf(then.refundDays) };
}

/** A customer's amounts after one day, up to another: their total, and how many there are. */
interface Spent {
  readonly customer: string;
  readonly amount: number;
  readonly known: number;
}

/** Null for days that the summaries do not tell. */
export function spentBetween(summaries: CustomerSummaries, after: number, until: number): readonly Spent[] | null {
  const [before, then] = [stateAt(summaries, after), stateAt(summaries, until)];
  return before && then && summaries.names.map((customer, at) => ({ customer, amount: cents(then.amount[at]! - before.amount[at]!), known: then.known[at]! - before.known[at]! }));
}

/** As `customersInTwoPeriods`, with amounts or else orders; null for days that the summaries do not tell. `until` is the last day of all orders that count. */
export function summariesInTwoPeriods(summaries: CustomerSummaries, { before, now }: TwoPeriods, until: number, hasAmounts: boolean): readonly CustomerPeriods[] | null {
  const [start, middle, end] = [stateAt(summaries, before - 1), stateAt(summaries, now - 1), stateAt(summaries, until)];
  if (!start || !middle || !end) return null;
  const of = (state: CustomersUntil) => (hasAmounts ? state.amount : state.records);
  const between = (from: CustomersUntil, to: CustomersUntil, at: number) => cents(of(to)[at]! - of(from)[at]!);
  return summaries.names.flatMap((customer, at): CustomerPeriods[] =>
    end.records[at] === 0 ? [] : [{ customer, first: summaries.firstSale[at]!, last: end.lastSale[at]!, orders: end.records[at]!, before: between(start, middle, at), now: between(middle, end, at) }]);
}

/** As `cohorts` counts customers. */
export function countedCohorts({ cohorts }: CustomerSummaries, length: CohortPeriod, end: Day): readonly Cohort[] {
  const last = periodOf(end, length);
  const found = new Map<number, number[]>();
  for (const { first, later, customers } of cohorts[length]) {
    const start = periodOf(first, length);
    const values = found.get(start) ?? new Array<number>(last - start + 1).fill(0);
    values[periodOf(later, length) - start] = customers;
    found.set(start, values);
  }
  return [...found].sort(([left], [right]) => left - right).map(([start, values]) => ({ period: labelOf(start, length), customers: values[0]!, values }));
}

/** Null for a day that was not asked for. */
export function stateAt({ until }: CustomerSummaries, day: number): CustomersUntil | null {
  return until.find((one) => one.day === day) ?? null;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0);
}
