// Orders as the figures need them: who, when, how much; and which periods they can be compared in.

import type { CustomerSummaries } from "../../crm/customer-groups";
import { cohorts, type Cohort, type CohortPeriod } from "../../metrics/customers/cohort";
import type { Orders } from "../../metrics/customers/orders";
import { countedCohorts, stateAt, summariesInTwoPeriods } from "../../metrics/customers/summaries";
import { customersInTwoPeriods, type CustomerPeriods, type TwoPeriods } from "../../metrics/customers/two-periods";
import { addMonths, calendarOf, type Day } from "../../values";
import type { SheetContext } from "../context";
import { orderSales, recordsOf, type CustomerSales, type SaleLines } from "../customer-sales";

export interface OrdersHere {
  readonly hasAmounts: boolean;
  readonly first: Day;
  readonly last: Day;
  /** The as-of day, or the newest order's where that is more than a month older. */
  readonly end: Day;
  /** What each customer ordered; null where an engine was not asked about these periods. */
  readonly inPeriods: (periods: TwoPeriods) => readonly CustomerPeriods[] | null;
  readonly cohorts: (length: CohortPeriod) => readonly Cohort[];
}

/** Orders with a customer and a day until the as-of day; null where there are none. */
export function ordersIn(context: SheetContext): OrdersHere | null {
  const asOf = context.model.settings.asOf.value;
  const sales = loyaltySales(context);
  return sales?.lines ? fromLines(sales.lines, asOf) : sales?.summaries ? fromSummaries(sales.summaries, asOf, context) : null;
}

/** The sentence that says why an engine's groups do not tell what customers ordered; null where there are no orders. */
export function missingOrders(context: SheetContext): string | null {
  const sales = loyaltySales(context);
  const { tooManyCustomers, otherDays } = context.text.tables.groups;
  return !sales || sales.lines ? null : sales.summaries ? otherDays : tooManyCustomers;
}

function loyaltySales(context: SheetContext): CustomerSales | null {
  return orderSales(context, (fields) => ({ who: [fields.get("account"), fields.get("contact")].find((column) => column?.values.some((value) => value !== null && value !== "")), day: fields.get("on") }));
}

function fromLines(lines: SaleLines, asOf: Day): OrdersHere | null {
  const hasAmounts = lines.amount?.some((value) => typeof value === "number") ?? false;
  const places = new Map<string, number>();
  const orders = { customers: [] as string[], customer: [] as number[], day: [] as number[], amount: [] as number[], records: [] as number[] };
  lines.who.forEach((name, line) => {
    const day = lines.day[line];
    const text = String(name ?? "").trim();
    if (text === "" || typeof day !== "number" || day > asOf) return;
    const key = text.toLowerCase();
    const place = places.get(key) ?? places.size;
    if (place === places.size) orders.customers.push(text);
    places.set(key, place);
    orders.customer.push(place);
    orders.day.push(Math.floor(day));
    orders.records.push(recordsOf(lines, line));
    const amount = lines.amount?.[line];
    if (hasAmounts) orders.amount.push(typeof amount === "number" ? amount : 0);
  });
  return orders.day.length === 0 ? null : { ...spanOf(orders, asOf), hasAmounts, inPeriods: (periods) => customersInTwoPeriods(orders, periods), cohorts: (length) => cohorts(orders, length, "customers", spanOf(orders, asOf).end) };
}

function spanOf({ day }: Orders, asOf: Day): Pick<OrdersHere, "first" | "last" | "end"> {
  const first = day.reduce((low, one) => Math.min(low, one), Infinity) as Day;
  const last = day.reduce((high, one) => Math.max(high, one), 0) as Day;
  return { first, last, end: endOf(last, asOf) };
}

/** The as-of day, or that of the newest order where it is more than a month older. */
export function endOf(last: Day, asOf: Day): Day {
  return asOf - last > 31 ? last : asOf;
}

function fromSummaries(summaries: CustomerSummaries, asOf: Day, context: SheetContext): OrdersHere | null {
  const last = (stateAt(summaries, asOf)?.lastSale ?? []).reduce<number>((high, day) => Math.max(high, day ?? 0), 0) as Day;
  if (last === 0) return null;
  const first = summaries.firstSale.reduce<number>((low, day) => Math.min(low, day), Infinity) as Day;
  const hasAmounts = context.data.get("order")?.fields.has("amount") === true && summaries.usable > 0;
  const end = endOf(last, asOf);
  return { first, last, end, hasAmounts, inPeriods: (periods) => summariesInTwoPeriods(summaries, periods, asOf, hasAmounts), cohorts: (length) => countedCohorts(summaries, length, end) };
}

/** The longest usual length of which the orders hold two periods. */
export function monthsThatFit({ first, end }: Pick<OrdersHere, "first" | "end">): number {
  return [12, 6, 3].find((months) => addMonths((end + 1) as Day, -2 * months) >= first - 15) ?? 1;
}

/** Months up to two years of orders, quarters up to six, else years. */
export function cohortThatFits({ first, end }: OrdersHere): CohortPeriod {
  const [from, to] = [calendarOf(first), calendarOf(end)];
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  return months <= 24 ? "month" : months <= 72 ? "quarter" : "year";
}
