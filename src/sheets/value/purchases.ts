// What customers bought until a day: from lines of sales, or from a row for each customer.

import type { CustomerSummaries } from "../../crm/customer-groups";
import { buyingOf, type Buying, type Orders } from "../../metrics/customers/orders";
import { buyingUntil, spentBetween, stateAt } from "../../metrics/customers/summaries";
import { addMonths, type Day } from "../../values";
import type { SheetContext } from "../context";
import { knownOf, orderSales, recordsOf, wonSales, type CustomerSales, type SaleLines } from "../customer-sales";
import { settingNow } from "./inputs";

/** Who bought; functions give null for a day that an engine was not asked about. */
interface BoughtHere {
  readonly from: "order" | "deal";
  readonly until: (day: number) => Buying | null;
  /** Amounts by customer after one day, up to another. */
  readonly between: (after: number, until: number) => ReadonlyMap<string, number> | null;
  /** The first day with a sale. */
  readonly first: number;
  /** Sales without a customer, a day or an amount. */
  readonly leftOut: number;
}

/** Why an engine's groups do not tell who bought: too many customers, or looked at for other days. */
type MissingSales = "tooManyCustomers" | "otherDays";

/** From orders, else from won deals; null where neither tells. */
export function boughtHere(context: SheetContext): BoughtHere | MissingSales | null {
  return fromSales("order", ordersOf(context), context) ?? fromSales("deal", wonSales(context), context);
}

function ordersOf(context: SheetContext): CustomerSales | null {
  if (!context.data.get("order")?.fields.get("amount")) return null;
  return orderSales(context, (columns) => ({ who: columns.get("account") ?? columns.get("contact"), day: columns.get("on") ?? columns.get("created") }));
}

function fromSales(from: BoughtHere["from"], sales: CustomerSales | null, context: SheetContext): BoughtHere | MissingSales | null {
  if (!sales) return null;
  if (sales.lines) return fromLines(from, sales.lines);
  if (!sales.summaries) return "tooManyCustomers";
  const asOf = context.model.settings.asOf.value;
  const days = [asOf, addMonths(asOf, -settingNow(context, "horizon"))];
  return days.every((day) => stateAt(sales.summaries!, day)) ? fromSummaries(from, sales.summaries) : "otherDays";
}

function fromSummaries(from: BoughtHere["from"], summaries: CustomerSummaries): BoughtHere | null {
  const { usable, sales, firstUsable } = summaries;
  if (usable === 0) return null;
  return {
    from, first: firstUsable, leftOut: sales - usable, until: (day) => buyingUntil(summaries, day),
    between: (after, until) => {
      const spent = spentBetween(summaries, after, until);
      return spent && new Map(spent.map(({ customer, amount }) => [customer, amount]));
    },
  };
}

/** Names that differ in case only are one customer, as Excel sees them. */
function fromLines(from: BoughtHere["from"], lines: SaleLines): BoughtHere | null {
  const places = new Map<string, number>();
  const orders = { customers: [] as string[], customer: [] as number[], day: [] as Day[], amount: [] as number[], records: [] as number[] };
  let all = 0;
  lines.who.forEach((name, line) => {
    all += recordsOf(lines, line);
    const [day, amount] = [lines.day[line], lines.amount?.[line]];
    if (name === null || name === "" || typeof day !== "number" || typeof amount !== "number") return;
    const key = String(name).toLowerCase();
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, (place = places.size));
      orders.customers.push(String(name));
    }
    orders.customer.push(place);
    orders.day.push(Math.floor(day) as Day);
    orders.amount.push(amount);
    orders.records.push(knownOf(lines, line));
  });
  if (orders.day.length === 0) return null;
  return {
    from, leftOut: all - orders.records.reduce((sum, one) => sum + one, 0), until: (day) => buyingOf(orders, day), between: (after, until) => boughtSince(orders, after, until),
    first: orders.day.reduce((least, day) => Math.min(least, day), Infinity),
  };
}

function boughtSince({ customers, customer, day, amount }: Orders, after: number, until: number): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  day.forEach((on, line) => {
    const who = customers[customer[line] ?? -1];
    if (who !== undefined && on > after && on <= until) sums.set(String(who), (sums.get(String(who)) ?? 0) + (amount[line] ?? 0));
  });
  return sums;
}
