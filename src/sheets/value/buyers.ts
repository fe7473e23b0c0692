// Who bought when, for how much, and what that makes them worth: from orders, else from won deals.

import { clvModel, expectations, observed, type ClvModel } from "../../metrics/customers/clv";
import { holdout, type Holdout } from "../../metrics/customers/holdout";
import type { Buying } from "../../metrics/customers/orders";
import { rfm } from "../../metrics/customers/rfm";
import { rfmGroupOf, type RfmGroup } from "../../metrics/customers/rfm-group";
import { Refusal } from "../../metrics/refusal";
import { addMonths } from "../../values";
import type { SheetContext } from "../context";
import { settingNow } from "./inputs";
import { boughtHere } from "./purchases";

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

/** The sentence that says why an engine's groups do not tell who bought; null where they do, or there is nothing to tell. */
export function missingSales(context: SheetContext): string | null {
  const here = buyersOf(context) ? null : boughtHere(context);
  return typeof here === "string" ? context.text.tables.groups[here] : null;
}

function find(context: SheetContext): Buyers | null {
  const here = boughtHere(context);
  const asOf = context.model.settings.asOf.value;
  if (!here || typeof here === "string") return null;
  const { buyers, ordersAfter, refundDays }: Buying = here.until(asOf) ?? { buyers: [], ordersAfter: 0, refundDays: 0 };
  if (buyers.length === 0) return null;
  const bought = buyers.filter(({ purchaseDays }) => purchaseDays > 0);
  const seen = bought.map((buyer) => observed(buyer, asOf));
  const { model, why } = fitted(seen);
  const months = settingNow(context, "horizon");
  const ahead = model ? expectations(model.purchases.params, model.spending.params, seen, months, settingNow(context, "discount")) : null;
  const isSound = ahead?.every(({ value }) => Number.isFinite(value)) ?? false;
  const outlook = new Map(bought.map((buyer, at) => [buyer.customer, isSound ? ahead?.[at] : undefined]));
  const before = here.between(addMonths(asOf, -months), asOf) ?? new Map<string, number>();
  const ranked = rfm(buyers, asOf);
  const rows = buyers.map((buyer, at): CustomerRow => {
    const rank = ranked[at];
    const one = outlook.get(buyer.customer);
    return {
      customer: String(buyer.customer), group: rfmGroupOf(rank?.scores ?? null),
      first: buyer.purchaseDays > 0 ? buyer.first : null, last: buyer.purchaseDays > 0 ? buyer.last : null,
      purchaseDays: buyer.purchaseDays, revenue: rank?.amount ?? buyer.amount, recency: rank?.recency ?? null, scores: rank?.scores ?? null,
      alive: one?.alive ?? null, purchases: one?.purchases ?? null, orderValue: one?.orderValue ?? null,
      expected: isSound ? (one?.value ?? 0) : (before.get(String(buyer.customer)) ?? 0),
    };
  });
  return {
    from: here.from, leftOut: here.leftOut, ordersAfter, refundDays,
    rows: rows.sort((left, right) => right.expected - left.expected || right.revenue - left.revenue || (left.customer < right.customer ? -1 : 1)),
    repeatCustomers: bought.filter(({ purchaseDays }) => purchaseDays > 1).length,
    model: isSound ? model : null, why: isSound ? null : (why ?? "unstable"),
    holdout: isSound ? holdout(here.until, here.first, asOf) : null,
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
