// Sales by customer, from the rows of orders or won deals, or from what an engine put together of them.

import type { CustomerGroups, CustomerSummaries } from "../crm/customer-groups";
import type { Column } from "../formula/column";
import type { CellValue } from "../values";
import type { SheetContext } from "./context";
import type { Rates } from "./rates";

/** Lines of sales: one record each, or all records of a customer's day. */
export interface SaleLines {
  readonly who: readonly CellValue[];
  readonly day: readonly CellValue[];
  /** Null where no column has amounts. */
  readonly amount: readonly CellValue[] | null;
  /** How many records each line is, and how many of them have an amount; null where each is one. */
  readonly times: { readonly records: readonly number[]; readonly known: readonly number[] } | null;
}

/** Lines, else a row for each customer; neither where an engine found too many customers. */
export interface CustomerSales {
  readonly lines: SaleLines | null;
  readonly summaries: CustomerSummaries | null;
}

/** The columns that tell who and when. */
interface SaleColumns {
  readonly who: Column | null | undefined;
  readonly day: Column | null | undefined;
}

/** Null where the orders do not tell who or when. */
export function orderSales({ data }: SheetContext, columns: (fields: ReadonlyMap<string, Column>) => SaleColumns): CustomerSales | null {
  const table = data.get("order");
  if (!table) return null;
  if (table.groups) return table.groups.customers && groupedSales(table.groups.customers, table.rates ?? null);
  const { who, day } = columns(table.fields);
  if (!who || !day) return null;
  return { lines: { who: who.values, day: day.values, amount: table.fields.get("amount")?.values ?? null, times: null }, summaries: null };
}

/** Deals won by account, amounts in the currency of the report; null where deals have no account. */
export function wonSales({ data, model }: SheetContext): CustomerSales | null {
  const table = data.get("deal");
  if (!table || !model.deals) return null;
  if (table.groups) return table.groups.customers && groupedSales(table.groups.customers, table.rates ?? null);
  const customer = table.fields.get("account");
  if (!customer) return null;
  const { outcome, closed, amount } = model.deals.columns;
  const won = (values: readonly CellValue[]) => values.filter((_, row) => outcome.values[row] === model.words.outcome.won);
  return { lines: { who: won(customer.values), day: won(closed.values), amount: won(amount.values), times: null }, summaries: null };
}

/** In several currencies only lines can be added up: each has its own. */
function groupedSales({ days, summaries }: CustomerGroups, rates: Rates | null): CustomerSales {
  if (!days) return { lines: null, summaries: rates ? null : summaries };
  const { who = [], day = [], currency = [] } = days.columns;
  const { sum, known } = days.measures["amount"] ?? { sum: null, known: [] };
  const rateOf = (row: number) => rates?.find((one) => one.currency === currency[row])?.rate ?? null;
  const amount = rates && sum ? sum.map((value, row) => times(value, rateOf(row))) : sum;
  return { lines: { who, day, amount, times: { records: days.records, known: known.map((count, row) => (amount?.[row] === null ? 0 : count)) } }, summaries: null };
}

function times(amount: number | null, rate: number | null): number | null {
  return amount === null || rate === null ? null : amount * rate;
}

/** How many records a line is. */
export function recordsOf({ times: counts }: SaleLines, line: number): number {
  return counts?.records[line] ?? 1;
}

/** How many of a line's records have an amount. */
export function knownOf({ times: counts, amount }: SaleLines, line: number): number {
  return counts ? (counts.known[line] ?? 0) : Number(typeof amount?.[line] === "number");
}
