// Orders as the figures need them: who, when, how much; and which periods they can be compared in.

import type { CohortPeriod } from "../../metrics/customers/cohort";
import type { Orders } from "../../metrics/customers/orders";
import { addMonths, calendarOf, type Day } from "../../values";
import type { SheetContext } from "../context";

export interface OrdersHere extends Orders {
  readonly hasAmounts: boolean;
  readonly first: Day;
  readonly last: Day;
  /** The as-of day, or the newest order's where that is more than a month older. */
  readonly end: Day;
}

/** Orders with a customer and a day until the as-of day; null where there are none. */
export function ordersIn({ data, model }: SheetContext): OrdersHere | null {
  const fields = data.get("order")?.fields;
  const who = [fields?.get("account"), fields?.get("contact")].find((column) => column?.values.some((value) => value !== null && value !== ""));
  const on = fields?.get("on");
  if (!who || !on) return null;
  const amounts = fields?.get("amount");
  const hasAmounts = amounts?.values.some((value) => typeof value === "number") ?? false;
  const asOf = model.settings.asOf.value;
  const places = new Map<string, number>();
  const orders = { customers: [] as string[], customer: [] as number[], day: [] as number[], amount: [] as number[] };
  who.values.forEach((name, row) => {
    const day = on.values[row];
    const text = String(name ?? "").trim();
    if (text === "" || typeof day !== "number" || day > asOf) return;
    const key = text.toLowerCase();
    const place = places.get(key) ?? places.size;
    if (place === places.size) orders.customers.push(text);
    places.set(key, place);
    orders.customer.push(place);
    orders.day.push(Math.floor(day));
    const amount = amounts?.values[row];
    if (hasAmounts) orders.amount.push(typeof amount === "number" ? amount : 0);
  });
  if (orders.day.length === 0) return null;
  const first = orders.day.reduce((low, day) => Math.min(low, day), Infinity) as Day;
  const last = orders.day.reduce((high, day) => Math.max(high, day), 0) as Day;
  return { ...orders, hasAmounts, first, last, end: asOf - last > 31 ? last : asOf };
}

/** The longest usual length of which the orders hold two periods. */
export function monthsThatFit({ first, end }: OrdersHere): number {
  return [12, 6, 3].find((months) => addMonths((end + 1) as Day, -2 * months) >= first - 15) ?? 1;
}

/** Months up to two years of orders, quarters up to six, else years. */
export function cohortThatFits({ first, end }: OrdersHere): CohortPeriod {
  const [from, to] = [calendarOf(first), calendarOf(end)];
  const months = (to.year - from.year) * 12 + to.month - from.month + 1;
  return months <= 24 ? "month" : months <= 72 ? "quarter" : "year";
}
