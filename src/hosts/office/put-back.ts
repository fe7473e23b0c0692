// What a run that died had read goes back into its cells, and half-made sheets go.

import { laidFormula } from "../../sheets/kept-formula";
import { marksIn, type MarkedColumn } from "../../sheets/marks";
import type { Memory, RememberedTable } from "../../sheets/memory";
import type { TablePlan } from "../../sheets/plan";
import type { CellValue } from "../../values";
import { inputOf, type Patch } from "./cells";
import { geometrySteps } from "./geometry";
import { cellIn, type Grid } from "./grid";
import { dropParts, journalIn } from "./journal";
import { readWhole } from "./made";
import { writeAsText } from "./patch";
import { readCells, type ReadBook, type ReadTable } from "./read";
import { send, type Operation } from "./request";
import { remembered } from "../../sheets/remembered";
import { stepOperation } from "./table";

/** Writes the journal back; gives whether all of it. What finds no place in the workbook stays in the journal for the next refresh. */
export async function putBack(context: Excel.RequestContext): Promise<boolean> {
  const book = await readWhole(context);
  const left = journalIn(book);
  if (!left) {
    await send(context, dropParts(book.journals.map(({ id }) => id)));
    return true;
  }
  const grids = await readCells(context, book);
  const inputs = inputPatches(left.memory, book);
  const tables = [...left.memory.tables].map(([name, table]) => tableBack(name, table, book, grids));
  const isWhole = inputs.isWhole && tables.every((one) => one.isWhole) && (left.memory.strays ?? []).every((stray) => isThere(stray, left.memory, grids));
  await send(context, [...inputs.operations, ...tables.flatMap(({ operations }) => operations), ...(isWhole ? dropParts(book.journals.map(({ id }) => id)) : [])]);
  return isWhole;
}

interface Back {
  readonly operations: readonly Operation[];
  /** Everything found its place. */
  readonly isWhole: boolean;
}

function inputPatches({ inputs, inputFormulas }: Memory, { names }: ReadBook): Back {
  const found = [...inputs].map(([input, value]) => {
    const place = names.find(({ name }) => name.toLowerCase() === input.toLowerCase())?.place;
    if (!place) return null;
    const kept = inputFormulas?.get(input);
    const formula = kept === undefined ? null : laidFormula(kept, { row: place.area.top, column: place.area.left });
    return writeAsText(place.sheet, { kind: formula === null ? "typed" : "computed", area: place.area, lines: [[inputOf(value, "text", formula)]] });
  });
  return { operations: found.flatMap((one) => one ?? []), isWhole: found.every((one) => one !== null) };
}

/** A table asked for comes back whole; of any other, the columns of the user's beside the rows they belong to. */
function tableBack(name: string, memory: RememberedTable, book: ReadBook, grids: ReadonlyMap<string, Grid>): Back {
  const marks = marksIn(book.names).tables.get(name);
  const table = book.tables.find(({ sheet, area }) => marks?.place?.sheet === sheet && marks.place.area.top === area.top) ?? book.tables.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (!table) return { operations: [], isWhole: memory.rows.length === 0 };
  const owners = new Map((marks?.columns ?? []).map((column) => [column.name.toLowerCase(), column.owner]));
  const isWanted = remembered.tables.includes(name);
  const grid = grids.get(table.sheet);
  const rows = isWanted ? memory.rows.map((_, at) => at) : rowsByKey(memory, table, owners, grid);
  const columns = memory.columns.flatMap((column, from) => {
    const to = table.columns.findIndex((one) => one.toLowerCase() === column.toLowerCase());
    const owner = owners.get(column.toLowerCase()) ?? "user";
    return owner === "formula" || (!isWanted && owner !== "user") ? [] : [{ from, to }];
  });
  const patches = columns.filter(({ to }) => to >= 0).flatMap(({ from, to }) => rows.flatMap((row, at) => {
    const place = { row: table.area.top + table.headers + row, column: table.area.left + to };
    return row < 0 || holdsSame(grid, place, memory, at, from) ? [] : [cellPatch(memory, at, from, place)];
  }));
  return {
    operations: [...(isWanted ? growth(table, memory.rows.length) : []), ...patches.flatMap((patch) => writeAsText(table.sheet, patch))],
    isWhole: columns.every(({ to }) => to >= 0) && rows.every((row, at) => row >= 0 || columns.every(({ from }) => (memory.rows[at]?.[from] ?? null) === null)),
  };
}

function cellPatch({ rows, formulas }: RememberedTable, at: number, from: number, place: { readonly row: number; readonly column: number }): Patch {
  const kept = formulas?.[at]?.[from] ?? null;
  const formula = kept === null ? null : laidFormula(kept, place);
  return { kind: formula === null ? "typed" : "computed", area: { top: place.row, left: place.column, bottom: place.row, right: place.column }, lines: [[inputOf(rows[at]?.[from] ?? null, "text", formula)]] };
}

/** What is there already is not written again: its cell keeps its looks. */
function holdsSame(grid: Grid | undefined, { row, column }: { readonly row: number; readonly column: number }, { rows, formulas }: RememberedTable, at: number, from: number): boolean {
  const there = grid && cellIn(grid, row, column);
  return (formulas?.[at]?.[from] ?? null) === null && there?.formula === undefined && (there?.value ?? null) === (rows[at]?.[from] ?? null);
}

/** For each remembered row its row in the table now, or -1. */
function rowsByKey(memory: RememberedTable, table: ReadTable, owners: ReadonlyMap<string, MarkedColumn["owner"]>, grid: Grid | undefined): readonly number[] {
  const keys = memory.columns.flatMap((column, at) => (owners.get(column.toLowerCase()) === "key" ? [{ at, to: table.columns.findIndex((one) => one.toLowerCase() === column.toLowerCase()) }] : []));
  if (keys.length === 0) return memory.rows.map((_, at) => at);
  const text = (values: readonly CellValue[]) => JSON.stringify(values);
  const here = new Map<string, number>();
  for (let row = table.area.top + table.headers; row <= table.area.bottom - table.totals; row++) {
    here.set(text(keys.map(({ to }) => (grid ? (cellIn(grid, row, table.area.left + to)?.value ?? null) : null))), row - table.area.top - table.headers);
  }
  return memory.rows.map((values) => here.get(text(keys.map(({ at }) => values[at] ?? null))) ?? -1);
}

/** Brings a table to so many rows. */
function growth(table: ReadTable, rows: number): readonly Operation[] {
  const plan: TablePlan = {
    name: table.name, kind: "form", key: [], top: table.area.top, left: table.area.left, rows: Math.max(1, rows), filter: false, style: "form",
    columns: table.columns.map((name) => ({ name, owner: "user", format: "general", look: "plain", values: [] })),
  };
  return geometrySteps([plan], [table], () => plan).steps.map((step) => stepOperation(table.sheet, step));
}

function isThere({ sheet, row, column, value }: NonNullable<Memory["strays"]>[number], { sheets }: Memory, grids: ReadonlyMap<string, Grid>): boolean {
  const grid = grids.get(sheets?.get(sheet) ?? "");
  return grid !== undefined && cellIn(grid, row, column)?.value === value;
}
