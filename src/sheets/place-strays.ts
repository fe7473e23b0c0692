// Where do cells of the user's own go in a new plan? Beside the block they stood by, where that place is free.

import { laidFormula } from "./kept-formula";
import type { Stray } from "./memory";
import { contains } from "./places";
import type { Rectangle, SheetPlan, StrayPlan } from "./plan";
import type { PlacedBlock } from "./write-marks";

/** The sheet with those of the strays that find a place on it. */
export function withStrays(sheet: SheetPlan, blocks: readonly PlacedBlock[], strays: readonly Stray[]): SheetPlan {
  const own = strays.filter((stray) => stray.sheet === sheet.id);
  const areas = own.length === 0 ? [] : areasOf(sheet);
  const taken = new Set<string>();
  const placed = own.flatMap((stray): StrayPlan[] => {
    const at = placeOf(stray, blocks);
    const key = `${at.row} ${at.column}`;
    if (at.row < 0 || at.column < 0 || taken.has(key) || areas.some((area) => contains(area, at.row, at.column))) return [];
    taken.add(key);
    return [strayPlan(stray, at)];
  });
  return placed.length === 0 ? sheet : { ...sheet, strays: placed };
}

/** The strays that found no place in a plan. */
export function homeless(strays: readonly Stray[], sheets: readonly SheetPlan[]): readonly Stray[] {
  const placed = new Set(sheets.flatMap(({ id, strays: own = [] }) => own.map(({ row, column, from }) => (from ? `${id} ${from.row} ${from.column}` : `${id} aside ${row} ${column}`))));
  return strays.filter(({ sheet, row, column, isAside }) => !placed.has(isAside ? `${sheet} aside ${row} ${column}` : `${sheet} ${row} ${column}`));
}

function placeOf({ row, column, by }: Stray, blocks: readonly PlacedBlock[]): { readonly row: number; readonly column: number } {
  const block = by && blocks.find(({ key }) => key === by.block);
  return block ? { row: block.area.top + by.rows, column: block.area.left + by.columns } : { row, column };
}

function strayPlan({ row, column, value, formula, isAside }: Stray, at: { readonly row: number; readonly column: number }): StrayPlan {
  return { ...at, value, ...(formula === undefined ? {} : { formula: laidFormula(formula, at) }), from: isAside ? null : { row, column } };
}

/** What a sheet fills: cells with the room they cover, tables, charts. */
function areasOf({ cells, tables, charts }: SheetPlan): readonly Rectangle[] {
  return [
    ...cells.map(({ row, column, across = 1, down = 1 }) => ({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 })),
    ...tables.map(({ top, left, rows, columns }) => ({ top, left, bottom: top + rows, right: left + columns.length - 1 })),
    ...charts.map(({ area }) => area),
  ];
}
