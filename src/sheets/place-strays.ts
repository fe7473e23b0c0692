// Where do cells of the user's own go in a new plan? Beside the block they stood by, else where they stand, if that place is free.

import { laidFormula } from "./kept-formula";
import type { Stray } from "./memory";
import { contains } from "./address";
import type { Rectangle, SheetPlan, StrayPlan } from "./plan";
import type { PlacedBlock } from "./write-marks";

/** The sheet with those of the strays that find a place on it. */
export function withStrays(sheet: SheetPlan, blocks: readonly PlacedBlock[], strays: readonly Stray[]): SheetPlan {
  const own = strays.filter((stray) => stray.sheet === sheet.id);
  const areas = own.length === 0 ? [] : areasOf(sheet);
  const taken = new Set<string>();
  const isFree = ({ row, column }: Place) => row >= 0 && column >= 0 && !taken.has(`${row} ${column}`) && !areas.some((area) => contains(area, row, column));
  const placed = own.flatMap((stray): StrayPlan[] => {
    const at = [besideBlock(stray, blocks), stray].find(isFree);
    if (!at) return [];
    taken.add(`${at.row} ${at.column}`);
    return [strayPlan(stray, at)];
  });
  return placed.length === 0 ? sheet : { ...sheet, strays: placed };
}

/** The strays that found no place in a plan. */
export function homeless(strays: readonly Stray[], sheets: readonly SheetPlan[]): readonly Stray[] {
  const placed = new Set(sheets.flatMap(({ id, strays: own = [] }) => own.map(({ row, column, from }) => (from ? `${id} ${from.row} ${from.column}` : `${id} aside ${row} ${column}`))));
  return strays.filter(({ sheet, row, column, isAside }) => !placed.has(isAside ? `${sheet} aside ${row} ${column}` : `${sheet} ${row} ${column}`));
}

interface Place {
  readonly row: number;
  readonly column: number;
}

function besideBlock({ row, column, by }: Stray, blocks: readonly PlacedBlock[]): Place {
  const block = by && blocks.find(({ key }) => key === by.block);
  return block ? { row: block.area.top + by.rows, column: block.area.left + by.columns } : { row, column };
}

function strayPlan({ row, column, value, formula, isAside }: Stray, { row: down, column: across }: Place): StrayPlan {
  const at = { row: down, column: across };
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
