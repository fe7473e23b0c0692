// What of all that a host found in a workbook did the user type?

import type { CellValue } from "../values";
import { contains } from "./address";
import { foundTables, isMarked, type TableHere } from "./find-tables";
import { insertedIn, straysIn, type LooseCell } from "./find-strays";
import type { FoundBook, FoundCell, FoundName } from "./found";
import { keptFormula } from "./kept-formula";
import { markPrefix, marksIn, type MarkedColumn, type Marks } from "./marks";
import type { Memory, NamedThere, Remembered, RememberedTable, Stray } from "./memory";
import { twinPrefix } from "./twins/twin";

/** Reads inputs by name, tables by their marks or names, and cells on our sheets that are not ours. What is not there is not in the memory. */
export function recalled(found: FoundBook, remembered: Remembered): Memory {
  const marks = marksIn(found.names);
  const tables = foundTables(found, marks, remembered.tables);
  const tableNames = new Map(tables.map(({ name, table }) => [table.name.toLowerCase(), name]));
  const inputs = inputsIn(found, remembered.inputs);
  const typed: Typed = { values: new Map(inputs.map(({ name }) => [name, null])), formulas: new Map(), strays: [] };
  for (const [sheet, cells] of found.cells) {
    const here: SheetHere = {
      tables: tables.filter(({ table }) => table.sheet === sheet),
      inputs: new Map(inputs.filter((one) => one.sheet === sheet).map(({ key, name }) => [key, name])),
      mark: marks.sheets.find(({ name }) => name === sheet) ?? null,
      tableNames,
    };
    readSheet(cells, here, typed);
  }
  return {
    inputs: typed.values,
    tables: new Map(tables.flatMap((one): [string, RememberedTable][] => (one.isKept ? [[one.name, rememberedTable(one)]] : []))),
    carriesTwins: found.names.some(({ name, formula }) => name.toUpperCase().startsWith(twinPrefix) && /^=?(_xlfn\.)?LAMBDA\(/i.test(formula)),
    ...(typed.formulas.size > 0 ? { inputFormulas: typed.formulas } : {}),
    ...marked(marks, typed.strays),
    named: namedIn(found, marks, tables),
  };
}

function namedIn({ sheets, names, tables }: FoundBook, marks: Marks, ours: readonly TableHere[]): NamedThere {
  const ids = new Map(marks.sheets.map(({ id, name }) => [name, id]));
  const idAt = ({ place }: FoundName) => (place ? ids.get(place.sheet) : undefined);
  const plain = names.filter(({ name }) => !name.toLowerCase().startsWith(markPrefix));
  return {
    sheets: sheets.filter((name) => !ids.has(name)),
    own: [...tables.filter((table) => ours.every((one) => one.table !== table)), ...plain.filter((name) => idAt(name) === undefined)].map(({ name }) => name),
    tables: ours.map(({ name }) => name),
    names: plain.flatMap((one) => {
      const id = idAt(one);
      return id === undefined ? [] : [[one.name, id] as const];
    }),
  };
}

interface Typed {
  readonly values: Map<string, CellValue>;
  readonly formulas: Map<string, string>;
  readonly strays: Stray[];
}

interface SheetHere {
  readonly tables: readonly TableHere[];
  /** Names of input cells by place. */
  readonly inputs: ReadonlyMap<number, string>;
  readonly mark: Marks["sheets"][number] | null;
  readonly tableNames: ReadonlyMap<string, string>;
}

function marked({ sheets, language }: Marks, strays: readonly Stray[]): Pick<Memory, "sheets" | "language" | "strays" | "inserted"> {
  const inserted = sheets.map((sheet) => [sheet.id, insertedIn(sheet)] as const).filter(([, rows]) => rows.size > 0);
  return {
    ...(sheets.length > 0 ? { sheets: new Map(sheets.map(({ id, name }) => [id, name])) } : {}),
    ...(language ? { language } : {}),
    ...(strays.length > 0 ? { strays } : {}),
    ...(inserted.length > 0 ? { inserted: new Map(inserted) } : {}),
  };
}

function readSheet(cells: Iterable<FoundCell>, { tables, inputs, mark, tableNames }: SheetHere, typed: Typed): void {
  const loose: LooseCell[] = [];
  for (const cell of cells) {
    const name = inputs.get(keyOf(cell.row, cell.column));
    if (name !== undefined) {
      typed.values.set(name, cell.value);
      if (cell.formula !== undefined) typed.formulas.set(name, keptFormula(cell.formula, { ...cell, tableNames }));
    }
    const table = tables.find(({ table: { area } }) => contains(area, cell.row, cell.column));
    if (table) readTableCell(cell, table, tableNames);
    else if (mark) loose.push({ cell, isInput: name !== undefined });
  }
  if (mark) for (const stray of straysIn(mark, loose, tableNames)) typed.strays.push(stray);
}

function readTableCell(cell: FoundCell, { name, table, isKept, places, rows, formulas, keepsFormula }: TableHere, tableNames: ReadonlyMap<string, string>): void {
  const row = cell.row - table.area.top - table.headers;
  const place = places[cell.column - table.area.left] ?? -1;
  const line = rows[row];
  if (!isKept || !line || place < 0) return;
  line[place] = cell.value;
  if (cell.formula === undefined || !keepsFormula[place]) return;
  const own = { name, sheet: table.sheet, area: table.area, columns: table.columns };
  (formulas[row] ??= [])[place] = keptFormula(cell.formula, { row: cell.row, column: cell.column, table: own, tableNames });
}

function rememberedTable({ table, columns, rows, formulas, mark }: TableHere): RememberedTable {
  const typed = formulas.length === 0 ? null : rows.map((row, at) => row.map((_, place) => formulas[at]?.[place] ?? null));
  return { columns, rows, ...(typed ? { formulas: typed } : {}), ...(mark?.columns ? { ours: mark.columns.map((one) => ({ ...one, name: fullName(one, table.columns) })) } : {}) };
}

/** As the header has it, where it is there: a name too long for a mark was cut. */
function fullName(column: MarkedColumn, columns: readonly string[]): string {
  return columns.find((name) => isMarked(column, name)) ?? column.name;
}

function inputsIn({ names }: FoundBook, wanted: readonly string[]): readonly { readonly name: string; readonly sheet: string; readonly key: number }[] {
  const found = new Map(names.flatMap(({ name, place }) => (place ? [[name.toLowerCase(), place] as const] : [])));
  return wanted.flatMap((name) => {
    const place = found.get(name.toLowerCase());
    return place ? [{ name, sheet: place.sheet, key: keyOf(place.area.top, place.area.left) }] : [];
  });
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}
