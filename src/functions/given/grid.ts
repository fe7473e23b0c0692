// Arguments read cell by cell, and the measure applied to them as Excel does: single cells, rows and columns are repeated to fit.

import { Refusal } from "../../metrics/refusal";
import type { CellValue } from "../../values";
import { isBlank, isErrorCell, optional, shown, type Answer, type Cell, type Cells } from "./cells";

/** An argument read: row by row; null where blank, a refusal where it cannot be read. */
export interface Grid<V> {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: readonly (V | null | Refusal)[];
}

/** How one cell that is neither blank nor an error is read. */
export type ReadCell<V> = (cell: string | number | boolean, at: { readonly argument: string; readonly row: number }) => V | Refusal;

/** Reads every cell of an argument; one left out is a single blank. */
export function grid<V>(name: string, cells: Cells, read: ReadCell<V>): Grid<V> {
  const given = optional(name, cells);
  if (!given) return { name, rows: 1, columns: 1, values: [null] };
  const columns = given.rows[0]!.length;
  const values = given.rows.flatMap((row, at) => row.map((cell) => readOne(cell, { argument: name, row: at + 1 }, read)));
  return { name, rows: given.rows.length, columns, values };
}

function readOne<V>(cell: Cell, at: { readonly argument: string; readonly row: number }, read: ReadCell<V>): V | null | Refusal {
  if (isBlank(cell)) return null;
  if (isErrorCell(cell)) return new Refusal("error-cell", { ...at, found: shown(cell) });
  return read(cell as string | number | boolean, at);
}

/** The one value of an argument that must be a single cell; `fallback` where it was left out. */
export function single<V, F>(given: Grid<V>, fallback: F): V | F {
  if (given.values.length !== 1) throw new Refusal("not-one-cell", { argument: given.name, found: `${given.rows} × ${given.columns}` });
  const value = given.values[0]!;
  if (value instanceof Refusal) throw value;
  return value === null ? fallback : value;
}

type Values<G extends Readonly<Record<string, Grid<unknown>>>> = { readonly [K in keyof G]: G[K] extends Grid<infer V> ? V | null : never };

/**
 * The measure of each row. Left-out arguments and blank cells come as null; a row blank in every argument that has more
 * than one cell stays blank. A cell that cannot be read gives its refusal. Most cells of a result: 1,048,576.
 */
export function eachCell<G extends Readonly<Record<string, Grid<unknown>>>>(given: G, measure: (values: Values<G>, row: number) => Exclude<CellValue, null> | Refusal): Answer {
  const grids: readonly Grid<unknown>[] = Object.values(given);
  const rows = Math.max(...grids.map((one) => one.rows));
  const columns = Math.max(...grids.map((one) => one.columns));
  for (const one of grids) checkSize(one, rows, columns);
  if (rows * columns > MOST_CELLS) throw new Refusal("too-large", { found: rows * columns, expected: MOST_CELLS });
  const wide = grids.filter((one) => one.values.length > 1);
  const names = Object.keys(given);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (_, column) => {
    if (wide.length > 0 && wide.every((one) => valueAt(one, row, column) === null)) return "";
    const values: Record<string, unknown> = {};
    for (let at = 0; at < names.length; at++) {
      const value = valueAt(grids[at]!, row, column);
      if (value instanceof Refusal) return value;
      values[names[at]!] = value;
    }
    return measure(values as Values<G>, row + 1);
  }));
}

const MOST_CELLS = 1_048_576;

function valueAt<V>(given: Grid<V>, row: number, column: number): V | null | Refusal {
  return given.values[(given.rows === 1 ? 0 : row) * given.columns + (given.columns === 1 ? 0 : column)]!;
}

function checkSize({ name, rows, columns }: Grid<unknown>, most: number, widest: number): void {
  if ((rows === 1 || rows === most) && (columns === 1 || columns === widest)) return;
  throw new Refusal("sizes-differ", { argument: name, found: `${rows} × ${columns}`, expected: `${most} × ${widest}` });
}

/** All values in reading order, the first refusal thrown; what is blank stays null. */
export function all<V>(given: Grid<V>): readonly (V | null)[] {
  const refused = given.values.find((value) => value instanceof Refusal);
  if (refused instanceof Refusal) throw refused;
  return given.values as readonly (V | null)[];
}

/** Refuses arguments that do not have a cell for each cell of the first. */
export function sameCount(first: Grid<unknown>, ...others: readonly Grid<unknown>[]): void {
  for (const one of others) {
    if (one.values.length === first.values.length) continue;
    throw new Refusal("sizes-differ", { argument: one.name, found: `${one.rows} × ${one.columns}`, expected: `${first.rows} × ${first.columns}` });
  }
}

