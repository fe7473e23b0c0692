// Where do cells and tables stand, and how do formulas, charts and rules refer to them?

import type { CellValue } from "../values";
import { absolute, contains, quoteSheet, relative } from "./address";
import { valueOf, type Area, type TableSpec } from "./block";
import type { RangePlan, Rectangle } from "./plan";

/** A cell of the plan by its id. */
export interface CellPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
}

/** All cells that have an id and all tables, in their places. */
export interface Places {
  readonly cells: Map<string, CellPlace>;
  readonly tables: Map<string, { readonly sheet: string; readonly row: number; readonly column: number; readonly spec: TableSpec }>;
}

/** An area with the values it holds. */
export function rangeOf(area: Area, places: Places): RangePlan {
  const range = rangeAt(area, places);
  return { ...range, values: valuesAt(area, places) };
}

/** Throws when there is no such cell, table or column. */
export function rangeAt(area: Area, places: Places): { sheet: string; area: Rectangle } {
  if ("table" in area) {
    const { table, index } = columnPlace(area.table, area.column, places);
    const column = table.column + index;
    return { sheet: table.sheet, area: { top: table.row + 1, left: column, bottom: table.row + rowCount(table.spec), right: column } };
  }
  const from = cellPlace(area.from, places);
  const to = cellPlace(area.to, places);
  return { sheet: from.sheet, area: { top: from.row, left: from.column, bottom: to.row, right: to.column } };
}

function valuesAt(area: Area, places: Places): readonly CellValue[] {
  if ("table" in area) {
    const { table, index } = columnPlace(area.table, area.column, places);
    return table.spec.columns[index]?.contents.map(valueOf) ?? [];
  }
  const { sheet, area: box } = rangeAt(area, places);
  const inside = [...places.cells.values()].filter((place) => place.sheet === sheet && contains(box, place.row, place.column));
  return inside.sort((a, b) => a.row - b.row || a.column - b.column).map((place) => place.value);
}

/** ⟦id⟧ becomes that cell's address, ⟦a:b⟧ the range between two cells, with the sheet's name when it is another sheet. */
export function resolve(formula: string, sheet: string, places: Places): string {
  return formula.replace(/⟦([^⟧:]+)(?::([^⟧]+))?⟧/g, (_, from: string, to: string | undefined) => {
    const first = cellPlace(from, places);
    const prefix = first.sheet === sheet ? "" : `${quoteSheet(first.sheet)}!`;
    if (to === undefined) return prefix + absolute(first);
    return `${prefix}${absolute(first)}:${absolute(cellPlace(to, places))}`;
  });
}

/** As `resolve`, for rules: ⟦Table.Column⟧ is the column's first row with the row left relative. */
export function resolveRelative(formula: string, sheet: string, places: Places): string {
  const cells = formula.replace(/⟦([^⟧.]+)\.([^⟧]+)⟧/g, (whole, table: string, column: string) => {
    if (!places.tables.has(table)) return whole;
    const range = rangeAt({ table, column }, places);
    return relative({ row: range.area.top, column: range.area.left });
  });
  return resolve(cells, sheet, places);
}

function cellPlace(id: string, places: Places): CellPlace {
  const found = places.cells.get(id);
  if (!found) throw new Error(`no cell of this id: ${id}`);
  return found;
}

function columnPlace(name: string, column: string, places: Places) {
  const table = places.tables.get(name);
  if (!table) throw new Error(`no table of this name: ${name}`);
  const index = table.spec.columns.findIndex((spec) => spec.name === column);
  if (index < 0) throw new Error(`no such column: ${name}[${column}]`);
  return { table, index };
}

/** A header is no row. */
export function rowCount(table: TableSpec): number {
  return table.columns[0]?.contents.length ?? 0;
}
