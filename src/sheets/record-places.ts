// Where does a cell beside a record go, whatever rows and columns a new export brings?

import type { CellValue } from "../values";
import { contains } from "./address";
import type { FoundTable } from "./found";
import type { TablePlan } from "./plan";

interface Cell {
  readonly row: number;
  readonly column: number;
}

/** A table as it was and will be, with the rows of its records. */
export interface MovedTable {
  readonly was: Was;
  readonly now: TablePlan;
  readonly recordAt: ReadonlyMap<number, string>;
  readonly rowOf: ReadonlyMap<string, number>;
}

type Was = Pick<FoundTable, "name" | "area" | "headers" | "totals" | "columns">;

export function movedTable(was: Was, now: TablePlan, valueAt: (cell: Cell) => CellValue): MovedTable {
  const { top, left, bottom } = was.area;
  const first = top + was.headers;
  const places = now.key.map((name) => left + columnIn(was.columns, name));
  const before = recordsOf(bottom - was.totals - first + 1, (row) => places.map((column) => valueAt({ row: first + row, column })));
  const keys = now.key.map((name) => now.columns.find((column) => column.name === name));
  const after = recordsOf(now.rows, (row) => keys.map((column) => column?.values[row] ?? null));
  return { was, now, recordAt: new Map(before.map((record, row) => [first + row, record])), rowOf: new Map(after.map((record, row) => [record, now.top + 1 + row])) };
}

/** The table a cell stands in. */
export function tableAt({ row, column }: Cell, tables: readonly MovedTable[]): MovedTable | undefined {
  return tables.find(({ was: { area } }) => contains(area, row, column));
}

/** Where a cell of the table goes with its record; null where that or its column is gone. */
export function placeNow({ was, now, recordAt, rowOf }: MovedTable, { row, column }: Cell): Cell | null {
  const across = columnIn(now.columns.map(({ name }) => name), was.columns[column - was.area.left] ?? "");
  const isHeader = row < was.area.top + was.headers;
  const to = isHeader ? now.top : rowOf.get(recordAt.get(row) ?? "");
  return across < 0 || to === undefined ? null : { row: to, column: now.left + across };
}

/** One text for each row; rows of one key are told apart by their order. */
function recordsOf(count: number, keyOf: (row: number) => readonly CellValue[]): readonly string[] {
  const seen = new Map<string, number>();
  return Array.from({ length: Math.max(0, count) }, (_, row) => {
    const key = JSON.stringify(keyOf(row).map((value) => String(value ?? "").toLowerCase()));
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return `${key} ${times}`;
  });
}

function columnIn(columns: readonly string[], name: string): number {
  return columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
}
