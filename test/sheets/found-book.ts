// A workbook as plain data, made from a plan, in which a user types, sorts, inserts and renames; any host would find the same in it.

import type { FoundBook, FoundCell } from "../../src/sheets/found";
import type { NamePlan, Rectangle, WorkbookPlan } from "../../src/sheets/plan";
import { columnLetters } from "../../src/sheets/address";
import type { CellValue } from "../../src/values";

interface Cell {
  value: CellValue;
  /** `{row}` stands for the number of its own row, `{Amount}` for the letters of that column of its table. */
  formula?: string;
}

interface Table {
  name: string;
  area: Rectangle;
  columns: string[];
  totals: number;
}

interface Sheet {
  name: string;
  readonly cells: Map<number, Map<number, Cell>>;
  readonly tables: Table[];
}

export interface Book {
  readonly sheets: Sheet[];
  readonly names: { name: string; sheet: Sheet | null; area: Rectangle; formula: string }[];
}

export function bookOfPlan(plan: WorkbookPlan): Book {
  const sheets = plan.sheets.map((planned): Sheet => {
    const sheet: Sheet = { name: planned.name, cells: new Map(), tables: [] };
    for (const cell of [...planned.cells, ...(planned.strays ?? [])]) put(sheet, cell.row, cell.column, cell.value, cell.formula);
    for (const { name, top, left, rows, columns } of planned.tables) {
      sheet.tables.push({ name, area: { top, left, bottom: top + rows, right: left + columns.length - 1 }, columns: columns.map((column) => column.name), totals: 0 });
      columns.forEach((column, at) => {
        put(sheet, top, left + at, column.name);
        for (let row = 0; row < rows; row += 1) put(sheet, top + 1 + row, left + at, column.values[row] ?? null, column.formula ?? column.formulas?.[row] ?? undefined);
      });
    }
    return sheet;
  });
  const place = ({ name, sheet, area }: NamePlan) => ({ name, sheet: sheets.find((one) => one.name === sheet) ?? null, area: { ...area }, formula: "" });
  const nowhere = { top: 0, left: 0, bottom: 0, right: 0 };
  return { sheets, names: [...plan.names.map(place), ...plan.functions.map(({ name, formula }) => ({ name, sheet: null, area: nowhere, formula }))] };
}

/** What a host would find. */
export function foundIn(book: Book): FoundBook {
  return {
    sheets: book.sheets.map(({ name }) => name),
    names: book.names.map(({ name, sheet, area, formula }) => ({ name, formula, place: sheet ? { sheet: sheet.name, area } : null })),
    tables: book.sheets.flatMap((sheet) => sheet.tables.map((table) => ({ ...table, sheet: sheet.name, headers: 1 }))),
    cells: new Map(book.sheets.map((sheet) => [sheet.name, foundCells(sheet)])),
  };
}

function foundCells(sheet: Sheet): FoundCell[] {
  const rows = [...sheet.cells].sort(([a], [b]) => a - b);
  return rows.flatMap(([row, line]) => [...line].sort(([a], [b]) => a - b).map(([column, { value, formula }]): FoundCell => {
    const table = sheet.tables.find(({ area }) => row >= area.top && row <= area.bottom && column >= area.left && column <= area.right);
    const letters = (header: string) => columnLetters((table?.area.left ?? 0) + (table?.columns.indexOf(header) ?? 0));
    const text = formula?.replaceAll("{row}", String(row + 1)).replace(/\{([^{}"]+)\}/g, (_, header: string) => letters(header));
    return { row, column, value, ...(text === undefined ? {} : { formula: text }) };
  }));
}

export function sheetIn(book: Book, name: string): Sheet {
  const sheet = book.sheets.find((one) => one.name === name);
  if (!sheet) throw new Error(`no such sheet: ${name}`);
  return sheet;
}

export function tableIn(book: Book, name: string): { readonly sheet: Sheet; readonly table: Table } {
  for (const sheet of book.sheets) {
    const table = sheet.tables.find((one) => one.name === name);
    if (table) return { sheet, table };
  }
  throw new Error(`no such table: ${name}`);
}

export function valueIn(book: Book, table: string, row: number, header: string): CellValue {
  const { sheet, table: { area, columns } } = tableIn(book, table);
  return sheet.cells.get(area.top + 1 + row)?.get(area.left + columns.indexOf(header))?.value ?? null;
}

export function formulaIn(book: Book, table: string, row: number, header: string): string | undefined {
  const { sheet, table: { area, columns } } = tableIn(book, table);
  return sheet.cells.get(area.top + 1 + row)?.get(area.left + columns.indexOf(header))?.formula;
}

/** The cells of a column, from the first row to the last. */
export function columnIn(book: Book, table: string, header: string): readonly CellValue[] {
  const { table: { area, totals } } = tableIn(book, table);
  return Array.from({ length: area.bottom - area.top - totals }, (_, row) => valueIn(book, table, row, header));
}

export function put(sheet: Sheet, row: number, column: number, value: CellValue, formula?: string): void {
  const line = sheet.cells.get(row) ?? new Map<number, Cell>();
  sheet.cells.set(row, line);
  if (value === null && formula === undefined) line.delete(column);
  else line.set(column, { value, ...(formula === undefined ? {} : { formula }) });
}

export function typeInTable(book: Book, name: string, row: number, header: string, value: CellValue, formula?: string): void {
  const { sheet, table: { area, columns } } = tableIn(book, name);
  if (!columns.includes(header)) throw new Error(`no such column: ${name}[${header}]`);
  put(sheet, area.top + 1 + row, area.left + columns.indexOf(header), value, formula);
}

/** Types into a cell that has a name. */
export function typeInName(book: Book, name: string, value: CellValue, formula?: string): void {
  const found = book.names.find((one) => one.name === name);
  if (!found?.sheet) throw new Error(`no such name: ${name}`);
  put(found.sheet, found.area.top, found.area.left, value, formula);
}

/** A column at the right end of a table; what stands in its way moves right. */
export function addColumn(book: Book, name: string, header: string): void {
  const { sheet, table } = tableIn(book, name);
  const { top, bottom, right } = table.area;
  for (const other of sheet.tables) if (other !== table && other.area.top <= bottom && other.area.bottom >= top && other.area.left > right) other.area = shifted(other.area, 0, 1);
  for (const one of book.names) if (one.sheet === sheet && one.area.top >= top && one.area.bottom <= bottom && one.area.left > right) one.area = shifted(one.area, 0, 1);
  for (let row = top; row <= bottom; row += 1) {
    const line = sheet.cells.get(row);
    if (line) sheet.cells.set(row, new Map([...line].map(([column, cell]) => [column > right ? column + 1 : column, cell])));
  }
  table.area = { ...table.area, right: right + 1 };
  table.columns.push(header);
  put(sheet, top, right + 1, header);
}

export function insertRows(book: Book, name: string, at: number, count: number): void {
  const sheet = sheetIn(book, name);
  const moved = [...sheet.cells].map(([row, line]): [number, Map<number, Cell>] => [row >= at ? row + count : row, line]);
  sheet.cells.clear();
  for (const [row, line] of moved) sheet.cells.set(row, line);
  move(book, sheet, (area) => ({ ...area, top: area.top >= at ? area.top + count : area.top, bottom: area.bottom >= at ? area.bottom + count : area.bottom }));
}

/** Columns before a table's first one, or through nothing but cells. */
export function insertColumns(book: Book, name: string, at: number, count: number): void {
  const sheet = sheetIn(book, name);
  for (const [row, line] of sheet.cells) sheet.cells.set(row, new Map([...line].map(([column, cell]) => [column >= at ? column + count : column, cell])));
  for (const table of sheet.tables) {
    if (table.area.left < at && table.area.right >= at) {
      const names = Array.from({ length: count }, (_, index) => `Column${index + 1}`);
      table.columns.splice(at - table.area.left, 0, ...names);
      names.forEach((header, index) => put(sheet, table.area.top, at + index, header));
    }
  }
  move(book, sheet, (area) => ({ ...area, left: area.left >= at ? area.left + count : area.left, right: area.right >= at ? area.right + count : area.right }));
}

export function renameSheet(book: Book, from: string, to: string): void {
  sheetIn(book, from).name = to;
}

export function renameTable(book: Book, from: string, to: string): void {
  tableIn(book, from).table.name = to;
}

/** Rows of a table in another order: `order[i]` is the row that comes to place i. */
export function sortTable(book: Book, name: string, order: readonly number[]): void {
  const { sheet, table: { area } } = tableIn(book, name);
  const lines = order.map((row) => Array.from({ length: area.right - area.left + 1 }, (_, at) => sheet.cells.get(area.top + 1 + row)?.get(area.left + at)));
  lines.forEach((line, row) => line.forEach((cell, at) => put(sheet, area.top + 1 + row, area.left + at, cell?.value ?? null, cell?.formula)));
}

/** Switches a totals row on below a table; nothing may stand there. */
export function addTotals(book: Book, name: string, label: string): void {
  const { sheet, table } = tableIn(book, name);
  table.area = { ...table.area, bottom: table.area.bottom + 1 };
  table.totals = 1;
  put(sheet, table.area.bottom, table.area.left, label);
}

/** Every value in the workbook. */
export function allValues(book: Book): readonly CellValue[] {
  return book.sheets.flatMap(({ cells }) => [...cells.values()].flatMap((line) => [...line.values()].map(({ value }) => value)));
}

/** Whether a cell holds nothing and is in no table and under no mark. */
export function isFree(book: Book, name: string, row: number, column: number): boolean {
  const sheet = sheetIn(book, name);
  const inside = ({ top, left, bottom, right }: Rectangle) => row >= top && row <= bottom && column >= left && column <= right;
  return sheet.cells.get(row)?.get(column) === undefined && !sheet.tables.some(({ area }) => inside({ ...area, bottom: area.bottom + 1, right: area.right + 1 }));
}

function move(book: Book, sheet: Sheet, to: (area: Rectangle) => Rectangle): void {
  for (const table of sheet.tables) table.area = to(table.area);
  for (const name of book.names) if (name.sheet === sheet) name.area = to(name.area);
}

function shifted(area: Rectangle, rows: number, columns: number): Rectangle {
  return { top: area.top + rows, left: area.left + columns, bottom: area.bottom + rows, right: area.right + columns };
}
