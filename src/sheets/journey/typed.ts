// Rows typed into a form table before, and the looks of the columns they are typed in.

import type { CellValue } from "../../values";
import type { Allowed, ColumnSpec } from "../block";
import type { Memory, RememberedTable } from "../memory";
import type { Format } from "../plan";

/** A row by the headers of its table. */
export type TypedRow = ReadonlyMap<string, CellValue>;

/** The rows of a table that hold anything; null when the table was never there. */
export function typedRows(memory: Memory, table: string): readonly TypedRow[] | null {
  const remembered = memory.tables.get(table);
  return remembered ? rowsOf(remembered).filter((row) => [...row.values()].some(isTyped)) : null;
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

function rowsOf({ columns, rows }: RememberedTable): TypedRow[] {
  return rows.map((row) => new Map(columns.map((header, at) => [header, row[at] ?? null])));
}

function isTyped(value: CellValue): boolean {
  return value !== null && String(value).trim() !== "";
}
