// What a host finds in a workbook, before anyone knows what of it the user typed: the same from a file and from Excel.

import type { CellValue } from "../values";
import type { Rectangle } from "./plan";

/** A defined name of the whole workbook. */
export interface FoundName {
  readonly name: string;
  /** The area it stands for; null for a constant, a function or a reference that is lost. */
  readonly place: { readonly sheet: string; readonly area: Rectangle } | null;
  /** What it says, without "=". */
  readonly formula: string;
}

/** A table; `area` is the whole of it with header and totals. */
export interface FoundTable {
  readonly name: string;
  readonly sheet: string;
  readonly area: Rectangle;
  readonly headers: number;
  readonly totals: number;
  readonly columns: readonly string[];
}

/** A cell that holds something. */
export interface FoundCell {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  /** Without "="; in A1 notation. */
  readonly formula?: string;
}

/** Sheets are known by the names they have now. */
export interface FoundBook {
  readonly sheets: readonly string[];
  readonly names: readonly FoundName[];
  readonly tables: readonly FoundTable[];
  /** The cells of our sheets that hold something, row by row. */
  readonly cells: ReadonlyMap<string, Iterable<FoundCell>>;
}
