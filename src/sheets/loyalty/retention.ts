// Who bought again, and with how much of the revenue: from what each customer ordered in two periods.

import { countifs, sumifs } from "../../formula/aggregate";
import { column } from "../../formula/column";
import { than } from "../../formula/criteria";
import { add, call, cell, literal, ratio, type Figure, type Term } from "../../formula/term";
import { twoPeriods, type CustomerPeriods, type TwoPeriods } from "../../metrics/customers/two-periods";
import { churn, grossRevenueRetention, netRevenueRetention, retention } from "../../metrics/retention";
import { isoOf, type Day } from "../../values";
import { grid, show, type Block, type SheetSpec, type TableSpec } from "../block";
import type { SheetContext } from "../context";
import type { Format } from "../plan";
import { fixed } from "../report-table";
import { tabColours } from "../tabs";
import { columnWidthFor } from "../theme";
import { figuresTable, type FigureRow } from "./figures-table";
import { customersName, retentionName } from "./names";
import { missingOrders, type OrdersHere } from "./orders";

export interface Retention {
  readonly blocks: readonly Block[];
  readonly sheet: SheetSpec;
  readonly start: Term<number>;
  readonly lost: Term<number>;
  readonly retention: Term<Figure>;
  readonly grr: Term<Figure>;
  readonly nrr: Term<Figure>;
}

/** Null where an engine was not asked about these months. */
export function retentionOf(orders: OrdersHere, months: number, context: SheetContext, across: number): Retention | null {
  const periods = twoPeriods(orders.end, months);
  const customers = orders.inPeriods(periods);
  if (!customers) return null;
  const words = context.text.loyalty;
  const terms = termsOf(customers, orders.hasAmounts, context);
  const at = <V extends Figure>(key: Key, term: Term<V>) => cell(idOf(key), term.value);
  const rows = keys.flatMap((key): FigureRow[] => {
    const term = terms[key];
    return term ? [{ id: idOf(key), ...words.figures[key], term, format: formats[key] }] : [];
  });
  const notes = [
    words.retentionNote.replace("{before}", isoOf(periods.before)).replace("{beforeEnd}", isoOf((periods.now - 1) as Day)).replace("{now}", isoOf(periods.now)).replace("{end}", isoOf(periods.end)),
    ...(orders.first > periods.before + 15 ? [words.dataShort.replace("{first}", isoOf(orders.first))] : []),
    ...(orders.end < context.model.settings.asOf.value ? [words.dataEnds.replace("{last}", isoOf(orders.last))] : []),
  ];
  return {
    blocks: [
      grid([[show("section", words.retentionTitle, { across })], ...notes.map((note) => [show("note", note, { across })])], [24, ...notes.map(() => 18)]),
      figuresTable(retentionName, words.retention, rows),
    ],
    sheet: customersSheet(customers, periods, orders, context),
    start: at("start", terms.start), lost: at("lost", terms.lost), retention: at("retention", terms.retention), grr: terms.grr ? at("grr", terms.grr) : literal(""), nrr: terms.nrr ? at("nrr", terms.nrr) : literal(""),
  };
}

const keys = ["start", "kept", "lost", "fresh", "retention", "churn", "revenue", "expansion", "contraction", "lostRevenue", "revenueChurn", "grr", "nrr"] as const;
type Key = (typeof keys)[number];

const formats: Readonly<Record<Key, Format>> = {
  start: "count", kept: "count", lost: "count", fresh: "count", retention: "percent", churn: "percent", revenue: "money", expansion: "money", contraction: "money", lostRevenue: "money", revenueChurn: "percent", grr: "percent", nrr: "percent",
};

function idOf(key: Key): string {
  return `loyalty.retention.${key}`;
}

/** Who has nothing left after refunds bought nothing. Money only where orders have amounts. */
function termsOf(customers: readonly CustomerPeriods[], hasAmounts: boolean, { text }: SheetContext) {
  const headers = text.loyalty.customers;
  const of = (key: "before" | "now") => column(customersName, headers[key], customers.map((one) => one[key]));
  const [before, now] = [of("before"), of("now")];
  const zero = literal(0);
  const [bought, again, not] = [than(before, ">", zero), than(now, ">", zero), than(now, "<=", zero)];
  const at = <V extends Figure>(key: Key, term: Term<V>) => cell(idOf(key), term.value);
  const start = countifs(bought);
  const kept = countifs(bought, again);
  const lost = countifs(bought, not);
  const fresh = countifs(than(before, "<=", zero), again);
  const counts = { start, kept, lost, fresh, retention: retention(at("start", start), add(at("kept", kept), at("fresh", fresh)), at("fresh", fresh)), churn: churn(at("start", start), at("lost", lost)) };
  if (!hasAmounts) return { ...counts, revenue: null, expansion: null, contraction: null, lostRevenue: null, revenueChurn: null, grr: null, nrr: null };
  const [b, n] = [before.text, now.text];
  const sum = (part: (one: CustomerPeriods) => number) => customers.reduce((total, one) => total + (one.before > 0 ? part(one) : 0), 0);
  const revenue = sumifs(before, bought);
  const expansion = call(`SUMPRODUCT((${b}>0)*(${n}>${b})*(${n}-${b}))`, sum((one) => Math.max(0, one.now - one.before)));
  const contraction = call(`SUMPRODUCT((${b}>0)*(${n}>0)*(${n}<${b})*(${b}-${n}))`, sum((one) => (one.now > 0 ? Math.max(0, one.before - one.now) : 0)));
  const lostRevenue = sumifs(before, bought, not);
  const [r, e, c, l] = [at("revenue", revenue), at("expansion", expansion), at("contraction", contraction), at("lostRevenue", lostRevenue)];
  return { ...counts, revenue, expansion, contraction, lostRevenue, revenueChurn: ratio(l, r), grr: grossRevenueRetention(r, c, l), nrr: netRevenueRetention(r, e, c, l) };
}

/** One row a customer, frozen: orders change only with a new export. */
function customersSheet(customers: readonly CustomerPeriods[], periods: TwoPeriods, { hasAmounts }: OrdersHere, { text }: SheetContext): SheetSpec {
  const { customers: headers, customersNote, customersSheet: name } = text.loyalty;
  const format: Format = hasAmounts ? "money" : "count";
  const note = customersNote.replace("{before}", isoOf(periods.before)).replace("{beforeEnd}", isoOf((periods.now - 1) as Day)).replace("{now}", isoOf(periods.now)).replace("{end}", isoOf(periods.end));
  const table: TableSpec = {
    name: customersName, kind: "mirror", key: [headers.customer], filter: true, style: "data",
    columns: [
      fixed(headers.customer, "text", customers.map(({ customer }) => customer)), fixed(headers.first, "day", customers.map(({ first }) => first)), fixed(headers.last, "day", customers.map(({ last }) => last)),
      fixed(headers.orders, "count", customers.map(({ orders }) => orders)), fixed(headers.before, format, customers.map(({ before }) => before)), fixed(headers.now, format, customers.map(({ now }) => now)),
    ],
  };
  return {
    id: "loyaltyCustomers", name, tab: tabColours.data,
    columnWidths: [columnWidthFor([headers.customer, ...customers.slice(0, 200).map(({ customer }) => customer)], 16, 40), 13, 13, 11, 16, 16],
    gridlines: false, freeze: { rows: 2, columns: 1 },
    blocks: [grid([[show("note", note, { across: 6 })]], [32]), { kind: "table", table }],
    print: { orientation: "portrait", paper: "a4", repeatRows: [1, 1], fitToHeight: false },
  };
}

/** What is said where there are no orders, or they do not tell. */
export function withoutOrders(context: SheetContext, across: number): readonly Block[] {
  const { text } = context;
  return [grid([[show("section", text.loyalty.retentionTitle, { across })], [show("note", missingOrders(context) ?? text.loyalty.noOrders, { across })]], [24, 18])];
}

