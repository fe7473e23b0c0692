// What the user typed into a workbook, and all that flows back from it.

import type { Language } from "../text/language";
import type { CellValue } from "../values";
import type { MarkedColumn } from "./marks";

/** Which names and tables to read back. */
export interface Remembered {
  /** Names of input cells. */
  readonly inputs: readonly string[];
  /** `form` and `log` tables, all rows of which come back; of the other tables we marked, those with columns of the user's come back unasked. */
  readonly tables: readonly string[];
}

/** A table's rows as last seen, by column name; of a `mirror` table only what identifies its rows and the columns of the user's. */
export interface RememberedTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
  /** Formulas the user typed, in the shape of `rows`, as `kept-formula.ts` keeps them. Absent where there are none. */
  readonly formulas?: readonly (readonly (string | null)[])[];
  /** The columns we wrote, by the names they had then: every other one is the user's. Absent where the workbook does not say. */
  readonly ours?: readonly MarkedColumn[];
}

/** A cell the user typed on one of our sheets, outside of what we wrote there. */
export interface Stray {
  /** The sheet by its id. */
  readonly sheet: string;
  /** Where it stands now. */
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** As `kept-formula.ts` keeps it. */
  readonly formula?: string;
  /** The block of the sheet it stands in, or above, and how far from that block's first cell; absent where there is none. */
  readonly by?: { readonly block: string; readonly rows: number; readonly columns: number };
  /** It waits in the table Unmatched until its place is free. */
  readonly isAside?: true;
}

/** What formulas of the user's may name, beside sheets of ours. */
export interface NamedThere {
  /** The user's own sheets. */
  readonly sheets: readonly string[];
  /** The user's own tables, and names that stand on no sheet of ours. */
  readonly own: readonly string[];
  /** Tables of ours, by the names we gave them. */
  readonly tables: readonly string[];
  /** Names on sheets of ours, each with the sheet's id. */
  readonly names: readonly (readonly [name: string, sheet: string])[];
}

/** What the user typed: input cells by name, tables by name. */
export interface Memory {
  readonly inputs: ReadonlyMap<string, CellValue>;
  readonly tables: ReadonlyMap<string, RememberedTable>;
  /** The workbook carries the custom functions as names: its cells may use them. */
  readonly carriesTwins?: boolean;
  /** Our sheets by id, under the names they have now. */
  readonly sheets?: ReadonlyMap<string, string>;
  readonly named?: NamedThere;
  /** The language it was built in. */
  readonly language?: Language;
  /** Formulas in input cells, by name, as `kept-formula.ts` keeps them. */
  readonly inputFormulas?: ReadonlyMap<string, string>;
  readonly strays?: readonly Stray[];
  /** Rows the user inserted, by sheet (id) and the block (key) they stand before. */
  readonly inserted?: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** The memory of a workbook not built yet. */
export const emptyMemory: Memory = { inputs: new Map(), tables: new Map() };
