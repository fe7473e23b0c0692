// Which cells on a sheet of ours did the user type outside of what we wrote, and which rows did he insert?

import { aligned, differences, differenceInSize, type Lines } from "./align";
import type { FoundCell } from "./found";
import { keptFormula } from "./kept-formula";
import type { PlannedRow } from "./mark-text";
import type { BlockMark, SheetMark } from "./marks";
import type { Stray } from "./memory";
import { contains } from "./address";
import type { Rectangle } from "./plan";

/** A cell in no table; an input cell helps to see where rows were inserted. */
export interface LooseCell {
  readonly cell: FoundCell;
  readonly isInput: boolean;
}

/** The user's own among the cells of a sheet that are in no table. */
export function straysIn(mark: SheetMark, loose: readonly LooseCell[], tableNames: ReadonlyMap<string, string>): readonly Stray[] {
  const writtenIn = new Map(mark.blocks.map((block) => [block, writtenCells(block, mark.written, loose)]));
  return loose.flatMap(({ cell, isInput }): Stray[] => {
    const block = mark.blocks.find(({ now }) => contains(now, cell.row, cell.column));
    const isOurs = block && (writtenIn.get(block)?.(cell.row, cell.column) ?? true);
    return isInput || isOurs ? [] : [strayOf(cell, mark, tableNames)];
  });
}

/** Rows between a block and the one above it that were not planned there, by the block's key. */
export function insertedIn({ blocks }: SheetMark): ReadonlyMap<string, number> {
  const gaps = blocks.map((block, at): [string, number] => {
    const above = blocks[at - 1];
    const now = block.now.top - (above ? above.now.bottom + 1 : 0);
    const planned = block.planned.top - (above ? above.planned.bottom + 1 : 0);
    return [block.key, now - planned];
  });
  return new Map(gaps.filter(([, rows]) => rows > 0));
}

function strayOf({ row, column, value, formula }: FoundCell, { id, blocks }: SheetMark, tableNames: ReadonlyMap<string, string>): Stray {
  const block = blocks.find(({ now }) => row <= now.bottom) ?? blocks.at(-1);
  const by = block && { block: block.key, rows: row - (block.now.bottom < row ? block.now.bottom - (block.planned.bottom - block.planned.top) : block.now.top), columns: column - block.now.left };
  return { sheet: id, row, column, value, ...(formula === undefined ? {} : { formula: keptFormula(formula, { row, column, tableNames }) }), ...(by ? { by } : {}) };
}

/** Tells of a cell inside the block whether we wrote it; null where the workbook does not say. */
function writtenCells({ planned, now }: BlockMark, written: readonly PlannedRow[] | null, loose: readonly LooseCell[]): ((row: number, column: number) => boolean) | null {
  if (!written) return null;
  const before = [...written].filter(({ row }) => row >= planned.top && row <= planned.bottom).flatMap(({ row, runs }) => runs.flatMap(columnsOf).map((column) => ({ row, column })));
  const held = loose.map(({ cell }) => cell).filter(({ row, column }) => contains(now, row, column));
  const sameColumns = now.right - now.left === planned.right - planned.left;
  const rows = aligned(linesOf(held, now, "row"), linesOf(before, planned, "row"), sameColumns ? differences : differenceInSize);
  const moved = held.flatMap((cell) => ({ row: planned.top + (rows[cell.row - now.top] ?? -1), column: cell.column })).filter(({ row }) => row >= planned.top);
  const columns = aligned(linesOf(moved, { ...planned, left: now.left, right: now.right }, "column"), linesOf(before, planned, "column"), differences);
  const wrote = new Set(before.map(({ row, column }) => `${row - planned.top} ${column - planned.left}`));
  return (row, column) => wrote.has(`${rows[row - now.top] ?? -1} ${columns[column - now.left] ?? -1}`);
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** Rows of an area with the columns that hold something, or columns with the rows; counted from its first cell. */
function linesOf(places: readonly Place[], { top, left, bottom, right }: Rectangle, by: "row" | "column"): Lines {
  const lines = Array.from({ length: by === "row" ? bottom - top + 1 : right - left + 1 }, () => new Set<number>());
  for (const { row, column } of places) {
    if (by === "row") lines[row - top]?.add(column - left);
    else lines[column - left]?.add(row - top);
  }
  return lines;
}

function columnsOf([from, to]: readonly [number, number]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}
