// What customers bought, where an engine made groups of sales: a line for each day of a customer, else a row for each customer.

import type { Day } from "../values";
import type { Grouped } from "./groups";

/** Sales by customer: of orders, or of deals won. Names that differ in case only are one customer. */
export interface CustomerGroups {
  /** The field that names the customer: `account` or `contact`. */
  readonly by: string;
  /** All sales, by the columns `who`, `currency` (where there is one) and `day`, which is exact; null where they make too many lines. */
  readonly days: Grouped | null;
  /** In their stead; null where customers are too many as well, or cannot be added up. */
  readonly summaries: CustomerSummaries | null;
}

/** Every array has a value for each customer. */
export interface CustomerSummaries {
  readonly names: readonly string[];
  /** The first day with a sale. */
  readonly firstSale: readonly Day[];
  /** The first day with a purchase (amounts of a day that add up to 0 or more), and that day's amount; null without one. */
  readonly firstPurchase: readonly (Day | null)[];
  readonly firstAmount: readonly (number | null)[];
  /** How it stood at the end of some days, in their order. */
  readonly until: readonly CustomersUntil[];
  /** Of all sales: how many there are, how many tell customer, day and amount, and the first day of those. */
  readonly sales: number;
  readonly usable: number;
  readonly firstUsable: Day;
  /** By the length of the periods: of those who first bought in one, how many bought in it or a later one. Sales after the as-of day count nowhere. */
  readonly cohorts: Readonly<Record<"month" | "quarter" | "year", readonly CohortCount[]>>;
}

/** What each customer had bought by the end of a day. */
export interface CustomersUntil {
  readonly day: Day;
  /** Sales, those with an amount, and their total. */
  readonly records: readonly number[];
  readonly known: readonly number[];
  readonly amount: readonly number[];
  readonly lastSale: readonly (Day | null)[];
  /** Days with a purchase, days with more given back than paid, and the total of the former. */
  readonly purchaseDays: readonly number[];
  readonly refundDays: readonly number[];
  readonly bought: readonly number[];
  readonly lastPurchase: readonly (Day | null)[];
}

/** Periods by their first days. */
export interface CohortCount {
  readonly first: Day;
  readonly later: Day;
  readonly customers: number;
}
