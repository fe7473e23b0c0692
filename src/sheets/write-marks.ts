// Which hidden names does a plan carry, so that its workbook is known again?

import type { Block } from "./block";
import { columnText, textConstants, textsOfRows, type PlannedRow } from "./mark-text";
import { markPart, markPrefix, type MarkedColumn } from "./marks";
import { contains } from "./address";
import { typedLooks, type CellPlan, type ColumnPlan, type FunctionNamePlan, type NamePlan, type Rectangle, type SheetPlan, type TablePlan, type WorkbookPlan } from "./plan";

/** A block in its place: the rectangle around all it holds, and how far rows of the user's push it down. */
export interface PlacedBlock {
  readonly key: string;
  readonly area: Rectangle;
  readonly pushed: number;
}

/** The marks of a workbook whose sheets have these blocks (by sheet id). */
export function marksOf(sheets: readonly SheetPlan[], blocks: ReadonlyMap<string, readonly PlacedBlock[]>, language: WorkbookPlan["language"]): Pick<WorkbookPlan, "names" | "functions"> {
  return {
    names: sheets.flatMap((sheet) => [
      mark(markPart(sheet.id), sheet, { top: 0, left: 0, bottom: 0, right: 0 }),
      ...(blocks.get(sheet.id) ?? []).map((block) => blockMark(block, sheet)),
      ...sheet.tables.map((table) => tableMark(table, sheet)),
    ]),
    functions: [
      { name: `${markPrefix}language`, formula: `"${language}"`, hidden: true },
      ...sheets.flatMap((sheet) => [...writtenCells(sheet, blocks.get(sheet.id) ?? []), ...sheet.tables.flatMap(tableColumns)]),
    ],
  };
}

/** Keys of blocks, the same in every plan: the name of a table, cell or chart in it, else how many blocks it stands before the next that has one. */
export function blockKeys(blocks: readonly Block[]): readonly string[] {
  const keys: string[] = [];
  let [next, before] = ["end", 0];
  for (const block of [...blocks].reverse()) {
    const own = nameIn(block);
    if (own !== null) [next, before] = [own, 0];
    else if (hasContent(block)) before += 1;
    keys.push(markPart(before === 0 ? next : `${next}_${before}`));
  }
  return keys.reverse();
}

/** Whether a block puts anything on its sheet. */
export function hasContent(block: Block): boolean {
  switch (block.kind) {
    case "gap": return false;
    case "grid": return block.rows.some((row) => row.some((cell) => cell !== null));
    case "stack": return block.blocks.some(hasContent);
    case "beside": return block.blocks.some((one) => hasContent(one.block));
    case "table": case "chart": return true;
  }
}

function nameIn(block: Block): string | null {
  switch (block.kind) {
    case "gap": return null;
    case "table": return block.table.name;
    case "chart": return block.chart.name;
    case "grid": return block.rows.flat().find((cell) => cell?.name !== undefined)?.name ?? null;
    case "stack": return firstName(block.blocks);
    case "beside": return firstName(block.blocks.map((one) => one.block));
  }
}

function firstName(blocks: readonly Block[]): string | null {
  return blocks.map(nameIn).find((name) => name !== null) ?? null;
}

function mark(name: string, { name: sheet }: SheetPlan, area: Rectangle): NamePlan {
  return { name: markPrefix + name, sheet, area, input: false, hidden: true };
}

/** The name says where the block would stand without rows of the user's, so that they are found again each time. */
function blockMark({ key, area, pushed }: PlacedBlock, sheet: SheetPlan): NamePlan {
  const { top, left, bottom, right } = area;
  return mark([markPart(sheet.id), key, top - pushed, left, bottom - top + 1, right - left + 1].join("."), sheet, area);
}

function tableMark({ name, top, left }: TablePlan, sheet: SheetPlan): NamePlan {
  return mark(`table.${name}`, sheet, { top, left, bottom: top, right: left });
}

function tableColumns({ name, key, columns }: TablePlan): readonly FunctionNamePlan[] {
  const ours = columns.filter((column) => !column.own);
  return textConstants(`${markPrefix}columns.${name}`, ours.map((column) => columnText({ name: column.name, owner: ownerOf(column, key) })));
}

function ownerOf({ name, owner }: ColumnPlan, key: readonly string[]): MarkedColumn["owner"] {
  return key.includes(name) ? "key" : owner;
}

function writtenCells({ id, cells }: SheetPlan, blocks: readonly PlacedBlock[]): readonly FunctionNamePlan[] {
  const rows = new Map<number, number[]>();
  for (const { row, column } of cells.filter(isWritten)) {
    const planned = row - (blocks.find(({ area }) => contains(area, row, column))?.pushed ?? 0);
    rows.set(planned, [...(rows.get(planned) ?? []), column]);
  }
  const inOrder = [...rows].sort(([a], [b]) => a - b).map(([row, columns]): PlannedRow => ({ row, runs: runsOf(columns) }));
  return textConstants(`${markPrefix}cells.${markPart(id)}`, textsOfRows(inOrder));
}

/** Cells to type in count though they may be empty. */
function isWritten({ value, formula, look }: CellPlan): boolean {
  return value !== null || formula !== undefined || typedLooks.includes(look);
}

function runsOf(columns: readonly number[]): PlannedRow["runs"] {
  const runs: [number, number][] = [];
  for (const column of [...columns].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && last[1] === column - 1) last[1] = column;
    else runs.push([column, column]);
  }
  return runs;
}
