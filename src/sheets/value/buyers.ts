// Who bought when, for how much, and what that makes them worth: from orders, else from won deals.

import { clvModel, expectations, observed, type ClvModel } from "../../metrics/customers/clv";
import { holdout, type Holdout } from "../../metrics/customers/holdout";
import { buyingOf, type Orders } from "../../metrics/customers/orders";
import { rfm } from "../../metrics/customers/rfm";
import { rfmGroupOf, type RfmGroup } from "../../metrics/customers/rfm-group";
import { Refusal } from "../../metrics/refusal";
import { addMonths, type CellValue, type Day } from "../../values";
import type { SheetContext } from "../context";
import { settingNow } from "./inputs";

/** A customer by its purchases; the last four are null where no model can tell. */
export interface CustomerRow {
  readonly customer: string;
  readonly group: RfmGroup;
  readonly first: number | null;
  readonly last: number | null;
  readonly purchaseDays: number;
  readonly revenue: number;
  readonly recency: number | null;
  readonly scores: readonly number[] | null;
  readonly alive: number | null;
  readonly purchases: number | null;
  readonly orderValue: number | null;
  /** Revenue expected over the months ahead: the model's, else that of as many months before. */
  readonly expected: number;
}

export interface Buyers {
  readonly from: "order" | "deal";
  /** Those expected to bring in most first. */
  readonly rows: readonly CustomerRow[];
  /** Lines without a customer, a day or an amount. */
  readonly leftOut: number;
  readonly ordersAfter: number;
  readonly refundDays: number;
  readonly repeatCustomers: number;
  readonly model: ClvModel | null;
  /** Why there is no model. */
  readonly why: "few" | "unstable" | null;
  readonly holdout: Holdout | null;
}

/** Null where nothing tells who bought; made once for a workbook. */
export function buyersOf(context: SheetContext): Buyers | null {
  const known = made.get(context);
  if (known !== undefined) return known;
  const found = find(context);
  made.set(context, found);
  return found;
}

const made = new WeakMap<SheetContext, Buyers | null>();

function find(context: SheetContext): Buyers | null {
  const lines = orderLines(context) ?? dealLines(context);
  const asOf = context.model.settings.asOf.value;
  if (!lines) return null;
  const { buyers, ordersAfter, refundDays } = buyingOf(lines.orders, asOf);
  if (buyers.length === 0) return null;
  const bought = buyers.filter(({ purchaseDays }) => purchaseDays > 0);
  const seen = bought.map((buyer) => observed(buyer, asOf));
  const { model, why } = fitted(seen);
  const months = settingNow(context, "horizon");
  const ahead = model ? expectations(model.purchases.params, model.spending.params, seen, months, settingNow(context, "discount")) : null;
  const isSound = ahead?.every(({ value }) => Number.isFinite(value)) ?? false;
  const outlook = new Map(bought.map((buyer, at) => [buyer.customer, isSound ? ahead?.[at] : undefined]));
  const before = boughtSince(lines.orders, addMonths(asOf, -months), asOf);
  const ranked = rfm(buyers, asOf);
  const rows = buyers.map((buyer, at): CustomerRow => {
    const rank = ranked[at];
    const one = outlook.get(buyer.customer);
    return {
      customer: String(buyer.customer), group: rfmGroupOf(rank?.scores ?? null),
      first: buyer.purchaseDays > 0 ? buyer.first : null, last: buyer.purchaseDays > 0 ? buyer.last : null,
      purchaseDays: buyer.purchaseDays, revenue: rank?.amount ?? buyer.amount, recency: rank?.recency ?? null, scores: rank?.scores ?? null,
      alive: one?.alive ?? null, purchases: one?.purchases ?? null, orderValue: one?.orderValue ?? null,
      expected: isSound ? (one?.value ?? 0) : (before.get(buyer.customer) ?? 0),
    };
  });
  return {
    from: lines.from, leftOut: lines.leftOut, ordersAfter, refundDays,
    rows: rows.sort((left, right) => right.expected - left.expected || right.revenue - left.revenue),
    repeatCustomers: bought.filter(({ purchaseDays }) => purchaseDays > 1).length,
    model: isSound ? model : null, why: isSound ? null : (why ?? "unstable"),
    holdout: isSound ? holdout(lines.orders, asOf) : null,
  };
}

function fitted(seen: Parameters<typeof clvModel>[0]): { readonly model: ClvModel | null; readonly why: Buyers["why"] } {
  try {
    return { model: clvModel(seen), why: null };
  } catch (error) {
    if (error instanceof Refusal) return { model: null, why: error.kind === "few-customers" ? "few" : "unstable" };
    throw error;
  }
}

function boughtSince({ customers, customer, day, amount }: Orders, after: number, until: number): ReadonlyMap<string | number, number> {
  const sums = new Map<string | number, number>();
  day.forEach((on, line) => {
    const who = customers[customer[line] ?? -1];
    if (who !== undefined && on > after && on <= until) sums.set(who, (sums.get(who) ?? 0) + (amount[line] ?? 0));
  });
  return sums;
}

interface Lines {
  readonly from: Buyers["from"];
  readonly orders: Orders;
  readonly leftOut: number;
}

/** Orders in several currencies cannot be added up. */
function orderLines({ data }: SheetContext): Lines | null {
  const fields = data.get("order")?.fields;
  const customer = fields?.get("account") ?? fields?.get("contact");
  const day = fields?.get("on") ?? fields?.get("created");
  const amount = fields?.get("amount");
  const currencies = new Set(fields?.get("currency")?.values.filter((one) => one !== null && one !== ""));
  if (!customer || !day || !amount || currencies.size > 1) return null;
  return linesOf("order", customer.values, day.values, amount.values);
}

function dealLines({ data, model }: SheetContext): Lines | null {
  const customer = data.get("deal")?.fields.get("account");
  if (!model.deals || !customer) return null;
  const { outcome, closed, amount } = model.deals.columns;
  const isWon = (row: number) => outcome.values[row] === model.words.outcome.won;
  const of = (values: readonly CellValue[]) => values.filter((_, row) => isWon(row));
  return linesOf("deal", of(customer.values), of(closed.values), of(amount.values));
}

/** Names that differ in case only are one customer, as Excel sees them. */
function linesOf(from: Lines["from"], who: readonly CellValue[], when: readonly CellValue[], worth: readonly CellValue[]): Lines | null {
  const places = new Map<string, number>();
  const lines = { customers: [] as string[], customer: [] as number[], day: [] as Day[], amount: [] as number[] };
  who.forEach((name, row) => {
    const [day, amount] = [when[row], worth[row]];
    if (name === null || name === "" || typeof day !== "number" || typeof amount !== "number") return;
    const key = String(name).toLowerCase();
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, (place = places.size));
      lines.customers.push(String(name));
    }
    lines.customer.push(place);
    lines.day.push(Math.floor(day) as Day);
    lines.amount.push(amount);
  });
  return lines.day.length === 0 ? null : { from, orders: lines, leftOut: who.length - lines.day.length };
}
