// What the user typed into a workbook, and all that flows back from it.

import type { CellValue } from "../values";

/** Which names and tables to read back. */
export interface Remembered {
  /** Names of input cells. */
  readonly inputs: readonly string[];
  /** `form` and `log` tables, and `mirror` tables with columns of the user's. */
  readonly tables: readonly string[];
}

/** A table's rows as last seen, by column name; formulas are not kept. */
export interface RememberedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

/** What the user typed: input cells by name, tables by name. */
export interface Memory {
  readonly inputs: ReadonlyMap<string, CellValue>;
  readonly tables: ReadonlyMap<string, RememberedTable>;
  /** The workbook carries the custom functions as names: its cells may use them. */
  readonly carriesTwins?: boolean;
}

/** The memory of a workbook not built yet. */
export const emptyMemory: Memory = { inputs: new Map(), tables: new Map() };
