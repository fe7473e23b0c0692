// Which columns of a customer can a measure read? Numbers and words of the accounts, and what follows from other exports.

import { thisRow } from "../../formula/column";
import { call, dayTerm, reference, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { freeName } from "../any-language";
import { valueOf } from "../block";
import type { DataTable, SheetContext } from "../context";
import { headerOf } from "../data/columns";
import type { Format } from "../plan";
import { scoresName } from "./names";
import { signalsOf, type Signals } from "./signals";

/** A column of the table of scores that measures and exceptions can read. */
export interface Readable {
  /** A field, something derived, or `extra:` and the header of a column without a field. */
  readonly key: string;
  readonly header: string;
  readonly kind: "number" | "text";
  readonly format: Format;
  readonly contents: readonly (CellValue | Term)[];
}

/** The customers of the export and what is known of each. */
export interface Customers {
  readonly count: number;
  readonly keys: readonly string[];
  /** What people call them; null where that is the key. */
  readonly names: readonly CellValue[] | null;
  readonly field: (field: string) => readonly CellValue[] | null;
  readonly revenue: readonly CellValue[] | null;
  readonly revenueFrom: "monthly" | "orders" | "total" | "none";
  readonly lastActivity: readonly CellValue[] | null;
  readonly signals: Signals;
  readonly table: DataTable;
}

/** Null without accounts, and where their rows are groups of them. */
export function customersIn(context: SheetContext): Customers | null {
  const table = context.data.get("account");
  const count = table?.columns[0]?.spec.contents.length ?? 0;
  if (!table || table.groups || count === 0) return null;
  const field = (name: string) => {
    const values = table.fields.get(name)?.values;
    return values?.some(isFilled) ? values : null;
  };
  const [ids, names] = [field("id"), field("name")];
  const keys = Array.from({ length: count }, (_, row) => String(ids?.[row] ?? names?.[row] ?? `# ${row + 1}`));
  const signals = signalsOf(context, [names ?? [], ids ?? []], count);
  const [monthly, total] = [field("monthlyRevenue"), field("totalRevenue")];
  const orders = signals.orderRevenue ?? null;
  return {
    count, keys, names: ids && names ? names : null, field, signals, table,
    revenue: monthly ?? orders ?? total, revenueFrom: monthly ? "monthly" : orders ? "orders" : total ? "total" : "none",
    lastActivity: later(field("lastActivity"), signals.lastActivity ?? null),
  };
}

/** The later of two days. */
function later(left: readonly CellValue[] | null, right: readonly CellValue[] | null): readonly CellValue[] | null {
  if (!left || !right) return left ?? right;
  return left.map((day, row) => (Number(day ?? 0) >= Number(right[row] ?? 0) ? day : (right[row] ?? null)));
}

const numberFields = ["usage", "tickets", "csat", "nps", "healthScore", "tenureMonths", "monthlyRevenue", "totalRevenue", "annualRevenue", "companySize"] as const;
const textFields = ["churned", "status", "type", "contract"] as const;
/** Columns without a field that are taken when they are numbers. */
const mostExtras = 12;

/** The columns in their order on the sheet, under headers no two of which are one; `taken` are those of the other columns. */
export function readableColumns(customers: Customers, intentPoints: readonly Term[], context: SheetContext, taken: readonly string[]): readonly Readable[] {
  const { text } = context;
  const { derived } = text.health;
  const used = new Set(taken.map((name) => name.toLowerCase()));
  const make = (key: string, name: string, kind: Readable["kind"], format: Format, contents: readonly (CellValue | Term)[] | null | undefined): Readable[] => {
    if (!contents) return [];
    const header = freeName(name, used, 200);
    used.add(header.toLowerCase());
    return [{ key, header, kind, format, contents }];
  };
  const asOf = dayTerm(context.model.settings.asOf);
  const { activity, renewal } = text.health.scores;
  const daysFrom = (header: string, days: readonly CellValue[] | null, sign: 1 | -1) => days?.map((day): Term => {
    const at = thisRow(scoresName, header);
    const left = sign === 1 ? `${at}-${asOf.text}` : `${asOf.text}-${at}`;
    return call(`IF(ISNUMBER(${at}),${left},"")`, typeof day === "number" ? sign * (day - asOf.value) : "");
  });
  const since = (days: readonly CellValue[] | undefined) => days?.map((day): CellValue => (typeof day === "number" ? asOf.value - day : null));
  const { signals, field } = customers;
  return [
    ...make("intentPoints", derived.intentPoints, "number", "score", intentPoints),
    ...numberFields.flatMap((name) => make(name, headerOf(name, text), "number", /Revenue$/.test(name) ? "money" : "general", field(name))),
    ...make("daysSinceActivity", derived.daysSinceActivity, "number", "count", daysFrom(activity, customers.lastActivity, -1)),
    ...make("daysToRenewal", derived.daysToRenewal, "number", "count", daysFrom(renewal, field("renewal"), 1)),
    ...make("surveyNps", derived.surveyNps, "number", "general", signals.surveyNps),
    ...make("surveyCsat", derived.surveyCsat, "number", "general", signals.surveyCsat),
    ...make("daysSinceOrder", derived.daysSinceOrder, "number", "count", since(signals.lastOrder)),
    ...make("orderRevenue", derived.orderRevenue, "number", "money", signals.orderRevenue),
    ...make("activities", derived.activities, "number", "count", signals.activities),
    ...extras(customers).flatMap(({ header, values }) => make(`extra:${header}`, plainHeader(header), "number", "general", values)),
    ...textFields.flatMap((name) => make(name, headerOf(name, text), "text", "text", field(name))),
  ];
}

/** Columns of the export without a field in which every filled cell is a plain number. */
function extras({ table }: Customers): readonly { readonly header: string; readonly values: readonly CellValue[] }[] {
  return table.columns.flatMap(({ extra, spec }) => {
    if (extra === null) return [];
    const values = spec.contents.map((content): CellValue => {
      const value = valueOf(content);
      return typeof value === "string" && /^\s*-?\d+(\.\d+)?\s*$/.test(value) ? Number(value) : isFilled(value) ? NaN : null;
    });
    return values.some(isFilled) && !values.some((value) => typeof value === "number" && Number.isNaN(value)) ? [{ header: spec.name, values }] : [];
  }).slice(0, mostExtras);
}

/** Without the signs that formulas must escape in the name of a column, which not every spreadsheet understands. */
function plainHeader(header: string): string {
  return header.replace(/['[\]#@]+/g, " ").replace(/\s+/g, " ").trim() || "?";
}

export function isFilled(value: CellValue | undefined): boolean {
  return value !== null && value !== undefined && value !== "";
}

/** Names a column may be read by, in one language, by key. */
export function readableWords(text: SheetContext["text"]): Readonly<Record<string, string>> {
  return { ...Object.fromEntries([...numberFields, ...textFields].map((name) => [name, headerOf(name, text)])), ...text.health.derived };
}

/** The cell of the same row. */
export function ownCell<V extends CellValue>(header: string, value: V): Term<V> {
  return reference(thisRow(scoresName, header), value);
}
