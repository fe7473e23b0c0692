// One cell of a table, read by what its column holds.

import { Refusal } from "../../metrics/refusal";
import { isBlank, isErrorCell, shown, type Cell } from "./cells";
import { isNothing } from "./figures";
import type { ReadCell } from "./grid";

/** The value of a cell; null where it is blank or stands for nothing. Its refusal is thrown. */
export function valueOf<V>(cell: Cell, at: { readonly argument: string; readonly row: number }, read: ReadCell<V>): V | null {
  if (isBlank(cell) || isNoValue(cell)) return null;
  const value = isErrorCell(cell) ? new Refusal("error-cell", { ...at, found: shown(cell) }) : read(cell, at);
  if (value instanceof Refusal) throw value;
  return value;
}

/** The same, refused where there is none. */
export function knownValueOf<V>(cell: Cell, at: { readonly argument: string; readonly row: number }, read: ReadCell<V>): V {
  const value = valueOf(cell, at, read);
  if (value === null) throw new Refusal("blank", at);
  return value;
}

/** True for a cell that stands for nothing: `-`, `n/a`. */
export function isNoValue(cell: Cell): boolean {
  return typeof cell === "string" && isNothing(cell);
}
