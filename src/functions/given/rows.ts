// Columns that belong together, read row by row.

import { refuse } from "../../metrics/refusal";
import { isBlank, type Argument, type Cell, type Cells } from "./cells";
import { isNothing } from "./figures";
import { known, type Grid, type ReadCell } from "./grid";

/** The same reader, for which `-` and `n/a` are blank cells. */
export function unlessNothing<V>(read: ReadCell<V | null>): ReadCell<V | null> {
  return (cell, at) => (isNothing(cell) ? null : read(cell, at));
}

/** A text without digits above numbers or days is their heading. */
export function isCaption(cell: Cell): boolean {
  return typeof cell === "string" && !isBlank(cell) && !/\d/.test(cell) && !isNothing(cell);
}

/** The columns of an argument; a single row of texts is one column that lies. */
export function columnsOf({ rows }: Argument): readonly (readonly Cell[])[] {
  const first = rows[0]!;
  return rows.length === 1 && first.every((cell) => typeof cell === "string") ? [first] : first.map((_, at) => rows.map((row) => row[at]));
}

/** A column with a blank cell for its heading. */
export function belowHeading(cells: readonly Cell[]): readonly Cell[] {
  return [null, ...cells.slice(1)];
}

/** Cells below each other. */
export function upright(cells: readonly Cell[]): Cells {
  return cells.map((cell) => [cell]);
}

/** Rows that are blank in every column are skipped; one that is blank in some, or has a cell that cannot be read, is refused. */
export function fullRows<T>(columns: { readonly [K in keyof T]: Grid<NonNullable<T[K]>> }): readonly (T & { readonly row: number })[] {
  const grids: readonly (readonly [string, Grid<unknown>])[] = Object.entries(columns);
  const rows: (T & { readonly row: number })[] = [];
  for (let at = 0; at < Math.max(...grids.map(([, { values }]) => values.length)); at += 1) {
    if (grids.every(([, { values }]) => (values[at] ?? null) === null)) continue;
    const row: Record<string, unknown> = { row: at + 1 };
    for (const [key, { name, values }] of grids) {
      row[key] = known(values[at] ?? refuse("blank", name, { row: at + 1 }));
    }
    rows.push(row as T & { readonly row: number });
  }
  return rows;
}
