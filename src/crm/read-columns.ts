// How a table's mapped columns become values, each read in the light of the others: one file writes its dates and decimals one way.

import type { Day } from "../values";
import { isFigureKind, longestOf, type FieldKind, type FieldMapping, type FieldTable, type TimeUnit } from "./fields";
import { columnOf, type Column } from "./readers/column";
import type { Yen } from "./readers/currency";
import { provenOrder, scanDays, settleDays, type DateOrder, type DayScan } from "./readers/day";
import { readDayText } from "./readers/day-text";
import type { DecimalMark } from "./readers/figure";
import { scanFigures, type FigureHints, type FigureScan } from "./readers/figures";
import { readFlag } from "./readers/flag";
import { readMoney } from "./readers/money";
import { readNumber } from "./readers/number";
import { readPercent } from "./readers/percent";
import { readId, readText } from "./readers/text";
import type { Crm, CrmTable, Issue } from "./reading";
import { sampleOf } from "./sample";
import { hasHan } from "./traditional";

/** A value of any field. */
export type Value = string | number | boolean | null;

/** By header: the order of day and month the user said, for columns whose dates prove none. */
export type DateOrders = Readonly<Record<string, DateOrder>>;

/** Values of the mapped fields, and the currencies their cells name. */
export interface ColumnsRead {
  readonly values: ReadonlyMap<string, readonly Value[]>;
  readonly currencies: ReadonlyMap<string, readonly (string | null)[]>;
  readonly yen: Yen;
  readonly issues: readonly Issue[];
}

/** Reads every mapped column of a field table. */
export function readColumns(fields: FieldTable, table: CrmTable, columns: ReadonlyMap<string, Column>, mapping: FieldMapping, crm: Crm, dateOrders: DateOrders = {}): ColumnsRead {
  const mapped = Object.entries(fields).flatMap(([field, { kind, unit = null, isPeriod = false }]) => {
    const header = mapping[field];
    const column = header === undefined ? undefined : columns.get(header);
    return column ? [{ field, kind, unit, isPeriod, column, longest: longestOf(fields, field) }] : [];
  });
  const figures = new Map<string, FigureScan>();
  const days = new Map<string, DayScan>();
  const zoneHours = isChinese(table) || crm === "fxiaoke" ? 8 : 0;
  for (const { field, kind, isPeriod, column } of mapped) {
    if (isFigureKind(kind)) figures.set(field, scanFigures(column));
    else if (kind === "day") days.set(field, scanDays(column, zoneHours, isPeriod));
  }
  const mark = markOf([...figures.values()], table);
  const hints: FigureHints = { mark, yen: yenIn(table, mapped.flatMap(({ kind, column }) => (isFigureKind(kind) ? [column.cells] : []))) };
  const order = orderOf([...days.values()], table, mapped.map(({ column }) => column.header));
  const habit: DateOrder = mark === "," || table.delimiter === ";" ? "dmy" : "mdy";
  const values = new Map<string, readonly Value[]>();
  const currencies = new Map<string, readonly (string | null)[]>();
  const issues: Issue[] = [];
  for (const { field, kind, unit, column, longest } of mapped) {
    const read = readOne(kind, unit, column, longest, figures.get(field), days.get(field), hints, order, habit, dateOrders[column.header] ?? null);
    values.set(field, read.values);
    if (read.currencies) currencies.set(field, read.currencies);
    for (const issue of read.issues) issues.push(issue);
  }
  return { values, currencies, yen: hints.yen, issues };
}

interface OneRead {
  readonly values: readonly Value[];
  readonly issues: readonly Issue[];
  readonly currencies?: readonly (string | null)[] | null;
}

function readOne(kind: FieldKind, unit: TimeUnit | null, column: Column, longest: number, figures: FigureScan | undefined, days: DayScan | undefined, hints: FigureHints, order: DateOrder | null, habit: DateOrder, said: DateOrder | null): OneRead {
  switch (kind) {
    case "text":
      return readText(column, longest);
    case "id":
      return readId(column);
    case "flag":
      return readFlag(column);
    case "day":
      return settleDays(days!, order, habit, said);
    case "money":
      return readMoney(column, hints, figures);
    case "number":
      return readNumber(column, hints, figures, unit);
    case "percent":
      return readPercent(column, hints, figures);
  }
}

/** The decimal mark that the file's figures prove together. */
function markOf(scans: readonly FigureScan[], table: CrmTable): DecimalMark | null {
  const dots = scans.reduce((sum, { proofs }) => sum + proofs["."], 0);
  const commas = scans.reduce((sum, { proofs }) => sum + proofs[","], 0);
  if (dots !== commas) return commas > dots ? "," : ".";
  return table.delimiter === ";" ? "," : null;
}

/** The date order that most of the file's columns prove, mapped or not. */
function orderOf(scans: readonly DayScan[], table: CrmTable, mapped: readonly string[]): DateOrder | null {
  const votes = { dmy: 0, mdy: 0 };
  for (const scan of scans) {
    const order = provenOrder(scan);
    if (order) votes[order]++;
  }
  if (votes.dmy === votes.mdy) {
    table.header.forEach((header, at) => {
      if (mapped.includes(header) || sampleOf(table, at).days < 0.8) return;
      for (const text of sampleOf(table, at).texts) {
        const read = readDayText(text);
        if (!read || "day" in read) continue;
        if (read.first > 12 && read.second <= 12) votes.dmy++;
        else if (read.second > 12 && read.first <= 12) votes.mdy++;
      }
    });
  }
  return votes.dmy === votes.mdy ? null : votes.dmy > votes.mdy ? "dmy" : "mdy";
}

/** True for a table that speaks Chinese; kana says it is Japanese. */
function isChinese(table: CrmTable): boolean {
  const text = [table.header, ...table.rows.slice(0, 30)].flat().join(" ").slice(0, 20_000);
  return hasHan(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** What `¥` stands for in a table whose columns of figures these are. */
export function yenIn(table: CrmTable, figures: readonly (readonly string[])[]): Yen {
  return isChinese(table) || figures.some((cells) => cells.slice(0, 1000).some((cell) => /元|人民币|RMB|CNY|CN¥/i.test(cell))) ? "CNY" : "JPY";
}

/** Columns of days outside the mapping, by header, read as the file reads its dates. */
export function readDays(table: CrmTable, headers: readonly string[], crm: Crm, dateOrders: DateOrders): { readonly values: ReadonlyMap<string, readonly (Day | null)[]>; readonly issues: readonly Issue[] } {
  const fields = Object.fromEntries(headers.map((header) => [header, { kind: "day" as const }]));
  const columns = new Map(headers.map((header) => [header, columnOf(table, header)!]));
  const { values, issues } = readColumns(fields, table, columns, Object.fromEntries(headers.map((header) => [header, header])), crm, dateOrders);
  return { values: values as ReadonlyMap<string, readonly (Day | null)[]>, issues };
}
