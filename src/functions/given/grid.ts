// Arguments read cell by cell, and the measure applied to them as Excel does: single cells, rows and columns are repeated to fit.

import { limitCells, refuse, Refusal, shown, type RefusalParts } from "../../metrics/refusal";
import { isBlank, isErrorCell, optional, type Answer, type Cell, type Cells } from "./cells";

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
export function grid<V>(name: string, cells: Cells, read: ReadCell<V | null>): Grid<V> {
  const given = optional(name, cells);
  if (!given) return { name, rows: 1, columns: 1, values: [null] };
  const columns = given.rows[0]!.length;
  const values = given.rows.flatMap((row, at) => row.map((cell) => readOne(cell, { argument: name, row: at + 1 }, read)));
  return { name, rows: given.rows.length, columns, values };
}

function readOne<V>(cell: Cell, at: { readonly argument: string; readonly row: number }, read: ReadCell<V | null>): V | null | Refusal {
  if (isBlank(cell)) return null;
  if (isErrorCell(cell)) return new Refusal("error-cell", { ...at, found: shown(cell) });
  return read(cell as string | number | boolean, at);
}

/** The one value of an argument that must be a single cell; `fallback` where it was left out. */
export function single<V, F>(given: Grid<V>, fallback: F): V | F {
  if (given.values.length !== 1) refuseSize(given, "1 × 1");
  return known(given.values[0]!) ?? fallback;
}

/** Grids of values of these types, one for each. */
type Grids<V extends readonly unknown[]> = { readonly [K in keyof V]: Grid<V[K]> };

/**
 * The measure of each row, with the values of the arguments in their order; those of `others` may be blank and come as null.
 * A row blank in every argument that has more than one cell stays blank; a blank or unreadable cell, and what the measure
 * refuses, spoils its row alone. Most cells of a result: 1,048,576.
 */
export function cellByCell<V extends readonly unknown[] | [], O extends readonly unknown[] = []>(
  needed: Grids<V>, measure: (...values: [...V, ...{ readonly [K in keyof O]: O[K] | null }]) => Answer[number][number], ...others: Grids<O>
): Answer {
  const grids: readonly Grid<unknown>[] = [...needed, ...others];
  const rows = Math.max(...grids.map((one) => one.rows));
  const columns = Math.max(...grids.map((one) => one.columns));
  for (const one of grids) if ((one.rows !== 1 && one.rows !== rows) || (one.columns !== 1 && one.columns !== columns)) refuseSize(one, `${rows} × ${columns}`);
  limitCells(rows * columns);
  const wide = grids.filter((one) => one.values.length > 1);
  return Array.from({ length: rows }, (_, row) => Array.from({ length: columns }, (__, column) => {
    if (wide.length > 0 && wide.every((one) => valueAt(one, row, column) === null)) return "";
    return answered(() => {
      const values = grids.map((one, place) => known(valueAt(one, row, column)) ?? (place < needed.length ? refuse("blank", one.name) : null));
      return (measure as (...values: readonly unknown[]) => Answer[number][number])(...values);
    }, { row: row + 1 });
  }));
}

/** The answer, or why there is none: the refusal that was thrown, with these parts where it has none of its own. Numbers beyond what a computer holds are no answer. */
export function answered<V>(answer: () => V, parts: RefusalParts): V | Refusal {
  try {
    const given = answer();
    if (isEndless(given) || (Array.isArray(given) && given.some(isEndless))) throw new RangeError("no finite number");
    return given;
  } catch (trouble) {
    if (trouble instanceof Refusal) return new Refusal(trouble.kind, { ...parts, ...trouble.parts });
    if (trouble instanceof RangeError) return new Refusal("no-finite", parts);
    throw trouble;
  }
}

/** True for Infinity and NaN. */
export function isEndless(value: unknown): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

/** Refuses an argument for its size. */
export function refuseSize({ name, rows, columns }: Grid<unknown>, expected: string): never {
  throw new Refusal("sizes-differ", { argument: name, found: `${rows} × ${columns}`, expected });
}

/** A value that could be read; its refusal is thrown. */
export function known<V>(value: V | Refusal): V {
  if (value instanceof Refusal) throw value;
  return value;
}

/** The values of an argument that has as many cells as `usual`, which stands where it was left out; none may be blank. */
export function several(given: Grid<number>, usual: readonly number[]): readonly number[] {
  const values = all(given);
  if (values.length === 1 && values[0] === null) return usual;
  if (values.length !== usual.length) refuseSize(given, `${usual.length} × 1`);
  return values.map((value, at) => value ?? refuse("blank", given.name, { row: at + 1 }));
}

function valueAt<V>(given: Grid<V>, row: number, column: number): V | null | Refusal {
  return given.values[(given.rows === 1 ? 0 : row) * given.columns + (given.columns === 1 ? 0 : column)]!;
}

/** All values in reading order, the first refusal thrown; what is blank stays null. */
export function all<V>(given: Grid<V>): readonly (V | null)[] {
  return given.values.map(known);
}

/** Refuses arguments that do not have a cell for each cell of the first. */
export function sameCount(first: Grid<unknown>, ...others: readonly Grid<unknown>[]): void {
  for (const one of others) if (one.values.length !== first.values.length) refuseSize(one, `${first.rows} × ${first.columns}`);
}
