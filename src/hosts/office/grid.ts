// The cells of sheets as Excel gives them, read in answers of a few megabytes.

import type { FoundCell } from "../../sheets/found";
import type { Rectangle } from "../../sheets/plan";
import type { CellValue } from "../../values";
import { cellCount, type Place } from "./area";
import { bytesOf } from "./request";
import { isTooLarge } from "./trouble";

/** Values and formulas of an area, row by row; an empty cell is "". */
export interface Grid {
  readonly area: Rectangle;
  readonly values: readonly (readonly unknown[])[];
  readonly formulas: readonly (readonly unknown[])[];
}

/** Bytes of one answer; Excel on the web gives no more than 5 MB. */
const answerLimit = 4_400_000;

/** A place, or some of its rows; `of` is which place. */
interface Piece extends Place {
  readonly of: number;
}

/** Reads places in their order, several to an answer; an answer that is refused is asked for in halves. `second` is what stands for formulas, `first` for values. */
export async function readGrids(context: Excel.RequestContext, places: readonly Place[], second: "formulas" | "numberFormat" = "formulas", first: "values" | "formulas" = "values"): Promise<readonly Grid[]> {
  const grids = places.map(({ area }) => ({ area, values: [] as unknown[][], formulas: [] as unknown[][] }));
  let perCell = 26;
  let rest: readonly Piece[] = places.map((place, of) => ({ ...place, of }));
  while (rest.length > 0) {
    const { now, later } = divided(rest, Math.max(1, Math.floor(answerLimit / perCell)));
    const answer = await readOnce(context, now, first, second);
    if (!answer) {
      perCell *= 2;
      if (now.length === 1 && now[0] && now[0].area.top === now[0].area.bottom) throw new Error(`a row too large to read: ${now[0].sheet}`);
      continue;
    }
    for (const { of, values, formulas } of answer) {
      for (const row of values) grids[of]?.values.push(row);
      for (const row of formulas) grids[of]?.formulas.push(row);
    }
    const sample = answer.reduce((most, one) => (one.values.length > most.values.length ? one : most));
    perCell = Math.max(4, weightOf(sample));
    rest = later;
  }
  return grids;
}

/** As many whole rows of the first places as have so many cells, and the rest. */
function divided(places: readonly Piece[], cells: number): { now: readonly Piece[]; later: readonly Piece[] } {
  const now: Piece[] = [];
  let left = cells;
  for (const [at, place] of places.entries()) {
    const { area } = place;
    if (cellCount(area) <= left) {
      now.push(place);
      left -= cellCount(area);
      continue;
    }
    const rows = Math.floor(left / (area.right - area.left + 1)) || (now.length === 0 ? 1 : 0);
    const later = [{ ...place, area: { ...area, top: area.top + rows } }, ...places.slice(at + 1)].filter((one) => one.area.top <= one.area.bottom);
    return { now: rows > 0 ? [...now, { ...place, area: { ...area, bottom: area.top + rows - 1 } }] : now, later };
  }
  return { now, later: [] };
}

interface Read extends Piece {
  readonly values: readonly unknown[][];
  readonly formulas: readonly unknown[][];
}

/** Null where Excel finds the answer too large: it says so, or gives nothing. */
async function readOnce(context: Excel.RequestContext, places: readonly Piece[], first: "values" | "formulas", second: "formulas" | "numberFormat"): Promise<readonly Read[] | null> {
  const ranges = places.map(({ sheet, area }) =>
    context.workbook.worksheets.getItem(sheet).getRangeByIndexes(area.top, area.left, area.bottom - area.top + 1, area.right - area.left + 1).load([...new Set([first, second])].join()));
  try {
    await context.sync();
  } catch (error) {
    if (isTooLarge(error)) return null;
    throw error;
  }
  if (ranges.some((range) => !range[first] || !range[second])) return null;
  return places.map((place, at) => ({ ...place, values: ranges[at]?.[first] ?? [], formulas: ranges[at]?.[second] ?? [] }));
}

/** Bytes a cell of an answer took, by some of its rows. */
function weightOf({ values, formulas }: Read): number {
  const step = Math.max(1, Math.floor(values.length / 50));
  const rows = values.flatMap((row, at) => (at % step === 0 ? [values === formulas ? row : [row, formulas[at]]] : []));
  return bytesOf(rows) / Math.max(1, rows.length * (values[0]?.length ?? 1));
}

/** Whether two readings of formulas and typed values are the same. */
export function isSameGrid(one: Grid, other: Grid | null): boolean {
  return other !== null && JSON.stringify(one.area) === JSON.stringify(other.area) && one.formulas.every((row, down) => row.every((formula, across) => formula === other.formulas[down]?.[across]));
}

/** The cells that hold something, row by row. */
export function* cellsOf(grid: Grid): Iterable<FoundCell> {
  const { top, left } = grid.area;
  for (const [down, line] of grid.values.entries()) {
    for (const across of line.keys()) {
      const cell = cellIn(grid, top + down, left + across);
      if (cell) yield cell;
    }
  }
}

/** One cell; null when it is empty or was not read. */
export function cellIn({ area, values, formulas }: Grid, row: number, column: number): FoundCell | null {
  const value = values[row - area.top]?.[column - area.left] ?? "";
  const formula = formulas[row - area.top]?.[column - area.left] ?? "";
  if (isFormula(formula, value)) return { row, column, value: value as CellValue, formula: formula.slice(1) };
  return value === "" ? null : { row, column, value: value as CellValue };
}

/** A text that begins with "=" is its own value; a formula is not. */
function isFormula(formula: unknown, value: unknown): formula is string {
  return typeof formula === "string" && formula.startsWith("=") && formula !== value;
}
