// How a table's mapped columns become values, each read in the light of the others: one file writes its dates and decimals one way.

import { mostCellText, mostNameText, type Day } from "../values";
import { isFigureKind, type FieldKind, type FieldMapping, type FieldTable } from "./fields";
import { columnOf, type Column } from "./readers/column";
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

/** A value of any field. */
export type Value = string | number | boolean | null;

/** By header: the order of day and month the user said, for columns whose dates prove none. */
export type DateOrders = Readonly<Record<string, DateOrder>>;

/** Values of the mapped fields, and the currencies their cells name. */
export interface ColumnsRead {
  readonly values: ReadonlyMap<string, readonly Value[]>;
  readonly currencies: ReadonlyMap<string, readonly (string | null)[]>;
  readonly issues: readonly Issue[];
}

/** Reads every mapped column of a field table. */
export function readColumns(fields: FieldTable, table: CrmTable, columns: ReadonlyMap<string, Column>, mapping: FieldMapping, crm: Crm, dateOrders: DateOrders = {}): ColumnsRead {
  const mapped = Object.entries(fields).flatMap(([field, { kind, isNote, isPeriod = false }]) => {
    const header = mapping[field];
    const column = header === undefined ? undefined : columns.get(header);
    return column ? [{ field, kind, isPeriod, column, longest: kind === "text" && !isNote ? mostNameText : mostCellText }] : [];
  });
  const chinese = isChinese(table);
  const figures = new Map<string, FigureScan>();
  const days = new Map<string, DayScan>();
  for (const { field, kind, isPeriod, column } of mapped) {
    if (isFigureKind(kind)) figures.set(field, scanFigures(column));
    else if (kind === "day") days.set(field, scanDays(column, chinese || crm === "fxiaoke" ? 8 : 0, isPeriod));
  }
  const mark = markOf([...figures.values()], table);
  const hints: FigureHints = { mark, yen: chinese || namesYuan(figures) ? "CNY" : "JPY" };
  const order = orderOf([...days.values()], table, mapped.map(({ column }) => column.header));
  const habit: DateOrder = mark === "," || table.delimiter === ";" ? "dmy" : "mdy";
  const values = new Map<string, readonly Value[]>();
  const currencies = new Map<string, readonly (string | null)[]>();
  const issues: Issue[] = [];
  for (const { field, kind, column, longest } of mapped) {
    const read = readOne(kind, column, longest, figures.get(field), days.get(field), hints, order, habit, dateOrders[column.header] ?? null);
    values.set(field, read.values);
    if (read.currencies) currencies.set(field, read.currencies);
    for (const issue of read.issues) issues.push(issue);
  }
  return { values, currencies, issues };
}

interface OneRead {
  readonly values: readonly Value[];
  readonly issues: readonly Issue[];
  readonly currencies?: readonly (string | null)[] | null;
}

function readOne(kind: FieldKind, column: Column, longest: number, figures: FigureScan | undefined, days: DayScan | undefined, hints: FigureHints, order: DateOrder | null, habit: DateOrder, said: DateOrder | null): OneRead {
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
      return readNumber(column, hints, figures);
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
  return /\p{Script=Han}/u.test(text) && !/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

function namesYuan(figures: ReadonlyMap<string, FigureScan>): boolean {
  for (const { column, hard } of figures.values()) {
    for (const row of hard.slice(0, 200)) if (/元|人民币|RMB|CNY|CN¥/i.test(column.cells[row]!)) return true;
  }
  return false;
}

/** Columns of days outside the mapping, by header, read as the file reads its dates. */
export function readDays(table: CrmTable, headers: readonly string[], crm: Crm): { readonly values: ReadonlyMap<string, readonly (Day | null)[]>; readonly issues: readonly Issue[] } {
  const fields = Object.fromEntries(headers.map((header) => [header, { kind: "day" as const }]));
  const columns = new Map(headers.map((header) => [header, columnOf(table, header)!]));
  const { values, issues } = readColumns(fields, table, columns, Object.fromEntries(headers.map((header) => [header, header])), crm);
  return { values: values as ReadonlyMap<string, readonly (Day | null)[]>, issues };
}
