// Which tables of a workbook are ours, by what name, and what of them is to be kept?

import type { CellValue } from "../values";
import type { FoundBook, FoundTable } from "./found";
import type { MarkedColumn, Marks, TableMark } from "./marks";
import { contains } from "./address";

/** A table of ours where it stands now, with room for what is read of it. */
export interface TableHere {
  /** The name we gave it. */
  readonly name: string;
  readonly table: FoundTable;
  readonly mark: TableMark | null;
  /** Whether it holds anything the user typed. */
  readonly isKept: boolean;
  /** The columns kept. */
  readonly columns: readonly string[];
  /** For each column of the table its place among those kept, or -1. */
  readonly places: readonly number[];
  /** Whether formulas of a kept column are the user's. */
  readonly keepsFormula: readonly boolean[];
  readonly rows: CellValue[][];
  /** By row and place; holes where there is none. */
  readonly formulas: (string | null)[][];
}

/** All tables that carry our marks or our names; those asked for are kept whole. */
export function foundTables(found: FoundBook, marks: Marks, wanted: readonly string[]): readonly TableHere[] {
  const names = new Set([...marks.tables.keys(), ...wanted]);
  const taken = new Set<FoundTable>();
  const byMark = [...names].map((name) => {
    const table = tableAtMark(found.tables, marks.tables.get(name) ?? null);
    if (table) taken.add(table);
    return { name, table };
  });
  return byMark.flatMap(({ name, table }) => {
    const here = table ?? found.tables.find((one) => !taken.has(one) && one.name.toLowerCase() === name.toLowerCase());
    return here ? [tableHere(name, here, marks.tables.get(name) ?? null, wanted.includes(name))] : [];
  });
}

/** The table whose header holds the mark, whatever its name is now. */
function tableAtMark(tables: readonly FoundTable[], mark: TableMark | null): FoundTable | undefined {
  const place = mark?.place;
  return place ? tables.find(({ sheet, area }) => sheet === place.sheet && place.area.top === area.top && contains(area, area.top, place.area.left)) : undefined;
}

function tableHere(name: string, table: FoundTable, mark: TableMark | null, isWanted: boolean): TableHere {
  const owners = table.columns.map((column) => markedColumn(mark, column)?.owner ?? "own");
  const hasKey = owners.includes("key");
  const isKept = isWanted || (mark?.columns !== null && mark !== null && owners.includes("own"));
  const keeps = owners.map((owner) => isKept && (isWanted || owner === "own" || owner === "key" || (!hasKey && owner === "crm")));
  const kept = table.columns.flatMap((_, at) => (keeps[at] ? [at] : []));
  const count = isKept ? Math.max(0, table.area.bottom - table.area.top + 1 - table.headers - table.totals) : 0;
  return {
    name, table, mark, isKept,
    columns: kept.map((at) => table.columns[at] ?? ""),
    places: table.columns.map((_, at) => kept.indexOf(at)),
    keepsFormula: kept.map((at) => owners[at] === "own" || (isWanted && (owners[at] === "user" || owners[at] === "key"))),
    rows: Array.from({ length: count }, () => kept.map(() => null)),
    formulas: [],
  };
}

/** A column as we gave it to the table; a name too long for a mark was cut. */
function markedColumn(mark: TableMark | null, name: string): MarkedColumn | undefined {
  return mark?.columns?.find((one) => isMarked(one, name));
}

/** A program may have other line breaks in a name than in a header. */
export function isMarked(column: MarkedColumn, name: string): boolean {
  const plain = (text: string) => text.replace(/\s+/g, " ").toLowerCase();
  return plain(column.name) === plain(name.slice(0, 254));
}
