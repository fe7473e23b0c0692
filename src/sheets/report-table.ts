// Tables of a report: rows of ours, most cells formulas.

import type { Term } from "../formula/term";
import type { CellValue } from "../values";
import type { Block, ColumnSpec, TableSpec } from "./block";
import type { Format, Look } from "./plan";

/** A table of a report as a block. Its first column that is not a formula should be its key. */
export function reportTable(name: string, key: string, columns: readonly ColumnSpec[]): Block {
  const table: TableSpec = { name, kind: "mirror", key: [key], columns, filter: false, style: "report" };
  return { kind: "table", table };
}

/** A column of Terms (or fixed values where a row has nothing to compute). */
export function figures(name: string, format: Format, contents: readonly (CellValue | Term)[], look?: Look): ColumnSpec {
  return { name, owner: "formula", format, contents, ...(look ? { look } : {}) };
}

/** A column whose values stand as of the build. */
export function fixed(name: string, format: Format, contents: readonly CellValue[], look?: Look): ColumnSpec {
  return { name, owner: "crm", format, contents, ...(look ? { look } : {}) };
}
