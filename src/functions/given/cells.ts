// What Excel hands to a function, and what it takes back.

import { Refusal } from "../../metrics/refusal";
import type { CellValue } from "../../values";

/** An error cell comes as an object with its code. */
export interface ErrorCell {
  readonly code: string;
}

/** A cell of an argument; what is blank comes as null, undefined or "". */
export type Cell = string | number | boolean | null | undefined | ErrorCell;

/** An argument: rows of cells; null where it was left out. Tests and other callers may give a single value. */
export type Cells = readonly (readonly Cell[])[] | Cell;

/** What a function gives: rows of values; a cell without an answer says why. */
export type Answer = (Exclude<CellValue, null> | Refusal)[][];

/** An argument as rows, with the name messages call it by. */
export interface Argument {
  readonly name: string;
  /** At least one row of at least one cell. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The argument's rows; null where it was left out or is a single blank cell. */
export function optional(name: string, cells: Cells): Argument | null {
  const rows = rowsOf(cells);
  const isSingle = rows.length === 1 && rows[0]!.length === 1;
  return !rows[0]?.length || (isSingle && isBlank(rows[0][0])) ? null : { name, rows };
}

/** The argument's rows; refused where there is nothing in it. */
export function required(name: string, cells: Cells): Argument {
  const given = optional(name, cells);
  if (!given) throw new Refusal("blank", { argument: name, row: 1 });
  return given;
}

function rowsOf(cells: Cells): readonly (readonly Cell[])[] {
  if (Array.isArray(cells)) return cells as readonly (readonly Cell[])[];
  // The runtime hands its invocation object to the first parameter a caller did not send.
  if (typeof cells === "object" && cells !== null && !isErrorCell(cells as Cell)) return [];
  return [[cells as Cell]];
}

/** True for an empty cell and for spaces. */
export function isBlank(cell: Cell): cell is null | undefined | "" {
  return cell === null || cell === undefined || cell === "" || (typeof cell === "string" && cell.trim() === "");
}

/** True for `#REF!` and the like. */
export function isErrorCell(cell: Cell): cell is ErrorCell {
  return typeof cell === "object" && cell !== null && typeof cell.code === "string";
}
