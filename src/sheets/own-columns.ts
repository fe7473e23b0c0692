// Columns a user added to one of our tables: carried over beside the rows they stood beside.

import type { CellValue } from "../values";
import type { ColumnSpec } from "./block";
import type { RememberedTable } from "./memory";

/** The columns of a remembered table that are not ours; `rows` are the remembered rows in the order they stand in now. */
export function ownColumns(table: RememberedTable | undefined, ours: readonly string[], rows: readonly (readonly CellValue[] | undefined)[]): readonly ColumnSpec[] {
  if (!table) return [];
  const known = new Set(ours.map((name) => name.toLowerCase()));
  return table.columns.flatMap((name, at): ColumnSpec[] =>
    name.trim() === "" || known.has(name.toLowerCase()) ? [] : [{ name, owner: "user", format: "general", look: "input", contents: rows.map((row) => row?.[at] ?? null) }]);
}
