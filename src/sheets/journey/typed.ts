// Rows typed into a form table before, and the looks of the columns they are typed in.

import { languages } from "../../text/language";
import { wholeTextIn, type WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped } from "../any-language";
import type { Allowed, ColumnSpec } from "../block";
import type { Memory, RememberedTable } from "../memory";
import type { Format } from "../plan";

/** A row by the headers of its table. */
export type TypedRow = ReadonlyMap<string, CellValue>;

/** The headers of a form in a language. */
export type Headers = (text: WholeText) => Readonly<Record<string, string>>;

/** The rows of a table that hold anything, by its headers in `text`; null when the table was never there. */
export function typedRows(memory: Memory, table: string, headers: Headers, text: WholeText): readonly TypedRow[] | null {
  const remembered = memory.tables.get(table);
  return remembered ? rowsOf(remembered, headers, text).filter((row) => [...row.values()].some(isTyped)) : null;
}

/** Has the user anything in a column? */
export function hasTyped(rows: readonly TypedRow[] | null, header: string): boolean {
  return rows?.some((row) => isTyped(row.get(header) ?? null)) ?? false;
}

/** A text cell without outer spaces; null for nothing. */
export function textIn(row: TypedRow, header: string): string | null {
  const value = row.get(header) ?? null;
  return isTyped(value) ? String(value).trim() : null;
}

/** A column the user types in. */
export function typedColumn(name: string, contents: readonly CellValue[], allowed?: Allowed, format: Format = "general"): ColumnSpec {
  return { name, owner: "user", format, look: "inputWrapped", contents, ...(allowed ? { allowed } : {}) };
}

/** Rows of a workbook in the other language get this one's headers, and its words where ours stand unchanged. */
function rowsOf({ columns, rows }: RememberedTable, headers: Headers, text: WholeText): TypedRow[] {
  const fit = (one: WholeText) => Object.values(headers(one)).filter((header) => columns.includes(header)).length;
  const written = languages.map(wholeTextIn).reduce((best, one) => (fit(one) > fit(best) ? one : best), text);
  if (written === text) return rows.map((row) => new Map(columns.map((header, at) => [header, row[at] ?? null])));
  const names = wordsBetween(headers(written), headers(text));
  const words = new Map([written.journey.phases, written.tables, ...written.journey.map].flatMap((ours, at) => [
    ...wordsBetween(ours, [text.journey.phases, text.tables, ...text.journey.map][at]!),
  ]));
  const said = (value: CellValue): CellValue => (typeof value === "string" ? (words.get(value) ?? value) : value);
  return rows.map((row) => new Map(columns.map((header, at) => [names.get(header) ?? header, said(row[at] ?? null)])));
}

/** The texts of one object by those of another with the same keys. */
function wordsBetween(from: object, to: object): Map<string, string> {
  const there = new Map<string, unknown>(Object.entries(to));
  return new Map(Object.entries(from).flatMap(([key, word]: [string, unknown]): [string, string][] => {
    const other = there.get(key);
    return typeof word === "string" && typeof other === "string" ? [[word, other]] : [];
  }));
}
