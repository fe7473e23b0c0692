// What the user typed into a workbook, and all that flows back from it.

import type { Language } from "../text/language";
import type { CellValue } from "../values";

/** Which names and tables to read back. */
export interface Remembered {
  /** Names of input cells. */
  readonly inputs: readonly string[];
  /** `form` and `log` tables, and `mirror` tables with columns of the user's. */
  readonly tables: readonly string[];
}

/** A table's rows as last seen, by column name. */
export interface RememberedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Formulas in columns of the user's, in the shape of `rows`, without "="; cells of the same row are named by their column. Absent where there are none. */
  readonly formulas?: readonly (readonly (string | null)[])[];
}

/** A cell the user typed on one of our sheets, outside of what we wrote there. */
export interface Stray {
  /** The sheet by its id. */
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Without "=". */
  readonly formula?: string;
}

/** What the user typed: input cells by name, tables by name. */
export interface Memory {
  readonly inputs: ReadonlyMap<string, CellValue>;
  readonly tables: ReadonlyMap<string, RememberedTable>;
  /** The workbook carries the custom functions as names: its cells may use them. */
  readonly carriesTwins?: boolean;
  /** Our sheets by id, under the names they have now. */
  readonly sheets?: ReadonlyMap<string, string>;
  /** The language it was built in. */
  readonly language?: Language;
  readonly strays?: readonly Stray[];
  /** Rows the user inserted before each block of a sheet (by id), counted from the sheet's first block. */
  readonly inserted?: ReadonlyMap<string, readonly number[]>;
}

/** The memory of a workbook not built yet. */
export const emptyMemory: Memory = { inputs: new Map(), tables: new Map() };
