// Texts that SQL does not read, read by our own readers: together with the sample, so that a file's decimals and dates are decided by all of it.

import { fieldTables } from "../../crm/objects/tables";
import { readColumns } from "../../crm/read-columns";
import { columnsOf } from "../../crm/readers/column";
import { isPlaceholderFigure, plain } from "../../crm/readers/clean";
import { headerUnit } from "../../crm/readers/money";
import { areHundredths } from "../../crm/readers/percent";
import { isoOf, type Day } from "../../values";
import type { Crm, CrmTable, Issue } from "../../crm/reading";
import { vast } from "../dialect";
import type { Reader } from "./source";

/** A text of a column and in how many cells it stands. */
export interface HardText {
  readonly text: string;
  readonly count: number;
}

/** A column's texts as values (numbers, ISO days), and those that say nothing. */
export interface TextsRead {
  readonly values: ReadonlyMap<string, string>;
  /** The currencies that texts name, and those of single signs. */
  readonly currencies: ReadonlyMap<string, string>;
  readonly signs: ReadonlyMap<string, string>;
  /** The SQL type that holds all its numbers. */
  readonly numberType: "decimal(18, 4)" | "decimal(38, 10)" | "double";
  readonly unreadable: { readonly count: number; readonly example: string } | null;
}

/** Reads the texts of all columns, by header; `signs` are those whose cells SQL reads. */
export function readTexts(sample: CrmTable, texts: ReadonlyMap<string, readonly HardText[]>, signs: ReadonlyMap<string, string>, { recognition: { object, crm, mapping, said }, kinds }: Reader): { columns: ReadonlyMap<string, TextsRead>; issues: readonly Issue[] } {
  const table = withTexts(sample, texts, signs);
  const fields = Object.fromEntries(Object.entries(mapping).filter(([, header]) => texts.has(header)));
  const read = readColumns(fieldTables[object], table, columnsOf(table), fields, crm, said?.dateOrders);
  const columns = new Map<string, TextsRead>();
  for (const [field, header] of Object.entries(fields)) {
    const values = read.values.get(field)!.slice(sample.rows.length);
    const named = read.currencies.get(field)?.slice(sample.rows.length) ?? [];
    columns.set(header, { ...settled(texts.get(header)!, values as (number | null)[], kinds.get(header)!, header), ...currenciesOf(texts.get(header)!, signs.get(header) ?? "", named) });
  }
  const issues = read.issues.filter(({ kind }) => ofColumns.has(kind));
  return { columns, issues: issues.map((issue) => (issue.kind === "date-order-assumed" ? { ...issue, count: assumedCells(issue.column!, sample, texts.get(issue.column!)!, crm) } : issue)) };
}

/** In how many cells a date would be another one in the other order of day and month. */
function assumedCells(header: string, sample: CrmTable, texts: readonly HardText[], crm: Crm): number {
  const table = withTexts({ ...sample, rows: [] }, new Map([[header, texts]]), new Map());
  const [one, other] = (["dmy", "mdy"] as const).map((order) => readColumns({ day: { kind: "day" } }, table, columnsOf(table), { day: header }, crm, { [header]: order }).values.get("day")!);
  return texts.reduce((sum, { count }, at) => sum + (one![at] !== null && other![at] !== null && one![at] !== other![at] ? count : 0), 0);
}

/** `named` are those of the texts, then of the signs. */
function currenciesOf(texts: readonly HardText[], signs: string, named: readonly (string | null)[]): Pick<TextsRead, "currencies" | "signs"> {
  const known = (all: readonly string[], from: number) => new Map(all.flatMap((one, at): [string, string][] => (named[from + at] ? [[one, named[from + at]!]] : [])));
  return { currencies: known(texts.map(({ text }) => text), 0), signs: known([...signs], texts.length) };
}

/** What is said of a column as a whole; cells are counted apart. */
const ofColumns: ReadonlySet<Issue["kind"]> = new Set(["date-order-assumed", "decimal-comma", "decimal-ambiguous", "percent-mixed"]);

/** The sample, and below it the texts, each in its column, then a figure with each sign. */
function withTexts(sample: CrmTable, texts: ReadonlyMap<string, readonly HardText[]>, signs: ReadonlyMap<string, string>): CrmTable {
  const columns = sample.header.map((header) => [...(texts.get(header) ?? []).map(({ text }) => text), ...[...(signs.get(header) ?? "")].map((sign) => `${sign}1`)]);
  const longest = Math.max(0, ...columns.map((some) => some.length));
  const below = Array.from({ length: longest }, (_, at) => columns.map((some) => some[at] ?? ""));
  const rows = [...sample.rows, ...below];
  return { ...sample, rows, lines: Array.from(rows, (_, at) => at + 2), rowsRead: rows.length };
}

function settled(texts: readonly HardText[], values: readonly (number | null)[], kind: string, header: string): Omit<TextsRead, "currencies" | "signs"> {
  // Cells stay in the unit of their header, as plain ones do.
  const divisor = kind === "money" ? headerUnit(header).scale : kind === "percent" ? 1 / percentUnit(header, values) : 1;
  const read = new Map<string, string>();
  let count = 0;
  let example = "";
  let decimals = 0;
  let isWide = false;
  texts.forEach(({ text, count: cells }, at) => {
    const value = values[at] ?? null;
    if (value === null) {
      const bare = plain(text);
      if (bare === "" || isPlaceholderFigure(bare) || /^0000-00-00/.test(bare)) return;
      count += cells;
      if (example === "") example = text;
      return;
    }
    if (kind === "day") read.set(text, isoOf(value as Day));
    else {
      const number = divisor === 1 ? value : Number((value / divisor).toPrecision(15));
      if (Math.abs(number) >= vast) isWide = true;
      else decimals = Math.max(decimals, decimalsOf(String(number)));
      read.set(text, String(number));
    }
  });
  return { values: read, numberType: numberTypeOf(kind, decimals, isWide), unreadable: count > 0 ? { count, example } : null };
}

/** Sums of doubles shift, so money is none where it fits a decimal. */
function numberTypeOf(kind: string, decimals: number, isWide: boolean): TextsRead["numberType"] {
  if (decimals <= 4 && !isWide) return "decimal(18, 4)";
  return kind === "money" && (isWide || decimals <= 10) ? "decimal(38, 10)" : "double";
}

function decimalsOf(number: string): number {
  return number.includes("e") ? 99 : number.length - (number.indexOf(".") + 1 || number.length);
}

/** Ratios, or hundredths where whoever reads the column later would take ratios for them. */
function percentUnit(header: string, values: readonly (number | null)[]): 1 | 100 {
  const known = values.filter((value) => value !== null);
  return areHundredths(header, known.some((value) => value > 1), known.some((value) => value > 0 && value < 1)) ? 100 : 1;
}
