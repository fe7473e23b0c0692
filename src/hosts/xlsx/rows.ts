// The rows of a sheet, made one after another in chunks: a sheet is never whole in memory.

import { columnLetters } from "../../sheets/address";
import type { CellPlan, ColumnPlan, Format, SheetPlan, StrayPlan, TablePlan } from "../../sheets/plan";
import { shownAs } from "../../sheets/shown";
import { rowHeightOf } from "../../sheets/theme";
import type { CellValue } from "../../values";
import type { Looks } from "./looks";
import { styleFor } from "./quote-prefix";
import { repeats, type SharedStrings } from "./strings";
import type { Styles } from "./styles";
import { xmlString, xmlText } from "./xml";

/** What the rows of all sheets share. */
export interface RowContext {
  readonly styles: Styles;
  readonly strings: SharedStrings;
  /** Of the sheet as the user left it; null for a new one. */
  readonly looks: Looks | null;
  /** Called when a chunk of so many table rows is made. */
  readonly wrote: (rows: number) => void;
}

/** `<row>` after `<row>` in chunks of about 256 KB. */
export function* rowChunks(sheet: SheetPlan, context: RowContext): Iterable<string> {
  const cells = cellsByRow([...sheet.cells, ...(sheet.strays ?? []).map((stray) => strayCell(stray, context.looks))]);
  const tables = [...sheet.tables].sort((a, b) => a.left - b.left).map((plan) => tableWriter(plan, context));
  const last = lastRow(sheet);
  let chunk = "";
  let rows = 0;
  for (let row = 0; row <= last; row++) {
    const line = cells.get(row);
    const inTables = tables.filter(({ top, bottom }) => row >= top && row <= bottom);
    const height = heightOf(row, sheet, line, inTables);
    if (!line && inTables.length === 0 && height === null) continue;
    const tag = height === null ? `<row r="${row + 1}">` : `<row r="${row + 1}" ht="${height}" customHeight="1">`;
    const [only] = inTables;
    const content = !line && inTables.length === 1 && only ? only.write(row) : mixed(row, line ?? [], inTables, context);
    chunk += `${tag}${content}</row>`;
    rows += inTables.length;
    if (chunk.length < 1 << 18) continue;
    yield chunk;
    context.wrote(rows);
    chunk = "";
    rows = 0;
  }
  yield chunk;
  context.wrote(rows);
}

/** The last row that holds anything, zero-based. */
export function lastRow(sheet: SheetPlan): number {
  let last = 0;
  for (const cell of sheet.cells) last = Math.max(last, cell.row + (cell.down ?? 1) - 1);
  for (const { row } of sheet.strays ?? []) last = Math.max(last, row);
  for (const table of sheet.tables) last = Math.max(last, table.top + table.rows);
  for (const row of sheet.rowHeights.keys()) last = Math.max(last, row);
  return last;
}

/** A cell with its style where that is not ours. */
type Cell = CellPlan & { readonly style?: number | undefined };

function strayCell({ from, ...cell }: StrayPlan, looks: Looks | null): Cell {
  return { ...cell, look: "plain", format: "general", style: from ? looks?.at(from.row, from.column) : undefined };
}

/** Cells by row from left to right; a merged cell brings blank ones of its look for the room it covers. */
function cellsByRow(cells: readonly Cell[]): Map<number, Cell[]> {
  const rows = new Map<number, Cell[]>();
  for (const cell of cells) {
    for (let down = 0; down < (cell.down ?? 1); down++) {
      for (let across = 0; across < (cell.across ?? 1); across++) {
        const { look, format } = cell;
        const here = { row: cell.row + down, column: cell.column + across };
        const line = rows.get(here.row) ?? [];
        line.push(down + across === 0 ? cell : { ...here, value: null, look, format });
        rows.set(here.row, line);
      }
    }
  }
  for (const line of rows.values()) line.sort((a, b) => a.column - b.column);
  return rows;
}

/** The planned height, or that of the tallest look in the row; null leaves it to the sheet or to wrapped text. */
function heightOf(row: number, sheet: SheetPlan, line: readonly CellPlan[] = [], tables: readonly TableWriter[]): number | null {
  const planned = sheet.rowHeights.get(row);
  if (planned !== undefined) return planned;
  const looks = line.filter((cell) => (cell.down ?? 1) === 1).map((cell) => cell.look);
  if (tables.some((table) => table.top === row)) looks.push("heading");
  const heights = looks.map(rowHeightOf);
  if (heights.length === 0 || heights.includes(null)) return null;
  return Math.max(...heights.filter((height) => height !== null));
}

/** A row of loose cells, or of several tables side by side. */
function mixed(row: number, line: readonly Cell[], tables: readonly TableWriter[], context: RowContext): string {
  const pieces = [
    ...line.map((cell) => ({ at: cell.column, write: () => cellXml(cell, context) })),
    ...tables.map((table) => ({ at: table.left, write: () => table.write(row) })),
  ];
  return pieces.sort((a, b) => a.at - b.at).map((piece) => piece.write()).join("");
}

function cellXml(cell: Cell, { styles, strings }: RowContext): string {
  const reference = `${columnLetters(cell.column)}${cell.row + 1}`;
  const format = shownAs(cell.format, cell.formula);
  const look = cell.style ?? styles.cell(cell.look, format, cell.value);
  const style = cell.formula === undefined ? styleFor(cell.value, look, format === "text" && cell.style === undefined, styles) : look;
  const start = `<c r="${reference}" s="${style}"`;
  if (cell.formula !== undefined) return formulaCell(start, formulaXml(cell.formula, cell.array ? reference : null), cell.value);
  return typeof cell.value === "string" ? `${start} t="s"><v>${strings.at(cell.value)}</v></c>` : constantCell(start, cell.value);
}

interface TableWriter {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  write(row: number): string;
}

function tableWriter(table: TablePlan, context: RowContext): TableWriter {
  const { top, left } = table;
  const columns = table.columns.map((column, across) =>
    columnWriter(column, columnLetters(left + across), context, column.own ? context.looks?.column(table.name, column.name).body : undefined));
  function write(row: number): string {
    if (row === top) return headerXml(table, context);
    const number = String(row + 1);
    let line = "";
    for (const column of columns) line += column(row - top - 1, number);
    return line;
  }
  return { top, left, bottom: top + table.rows, write };
}

function headerXml({ name: table, top, left, columns }: TablePlan, { styles, strings, looks }: RowContext): string {
  return columns
    .map(({ name, look, format, own }, across) => {
      const reference = `${columnLetters(left + across)}${top + 1}`;
      const style = (own ? looks?.column(table, name).header : undefined) ?? styles.header(look, format);
      return `<c r="${reference}" s="${styleFor(name, style, false, styles)}" t="s"><v>${strings.at(name)}</v></c>`;
    })
    .join("");
}

type ColumnWriter = (index: number, row: string) => string;

/** Rows of different units are few: each cell is written as in a column of its own format. */
function columnWriter(column: ColumnPlan, letters: string, context: RowContext, own?: number): ColumnWriter {
  const { formats } = column;
  if (!formats || own !== undefined) return plainWriter(column, column.format, letters, context, own);
  const writers = new Map([...new Set(formats)].map((format) => [format, plainWriter(column, format, letters, context)]));
  return (index, row) => writers.get(formats[index] ?? column.format)?.(index, row) ?? "";
}

/** All that does not change from row to row is made here, once. */
function plainWriter(column: ColumnPlan, format: Format, letters: string, { styles, strings }: RowContext, own?: number): ColumnWriter {
  const { values, formula, formulas } = column;
  const start = `<c r="${letters}`;
  const shown = shownAs(format, formula ?? formulas);
  const look = own ?? styles.cell(column.look, shown);
  const style = `" s="${look}"`;
  const styleOf = (value: CellValue) => `" s="${styleFor(value, look, shown === "text" && own === undefined, styles)}"`;
  if (formula !== undefined && !column.array) {
    const xml = formulaXml(formula, null);
    return (index, row) => formulaCell(start + row + style, xml, values[index] ?? null);
  }
  if (formula !== undefined || formulas) {
    return (index, row) => {
      const own = formula ?? formulas?.[index] ?? null;
      const value = values[index] ?? null;
      if (own === null) return typeof value === "string" ? inlineCell(start + row + styleOf(value), value) : constantCell(start + row + style, value);
      return formulaCell(start + row + style, formulaXml(own, column.array ? letters + row : null), value);
    };
  }
  return constantWriter(values, start, style, shown === "text" && own === undefined ? () => style : styleOf, strings);
}

/** Most cells are of this kind: what follows the row's number is one text, and made once where it repeats. */
function constantWriter(values: readonly CellValue[], start: string, style: string, styleOf: (text: string) => string, strings: SharedStrings): ColumnWriter {
  const [blank, number] = [`${style}/>`, `${style}><v>`];
  const shared = repeats(values);
  const known = new Map<string, string>();
  function sharedText(value: string): string {
    const id = strings.at(value);
    let end = known.get(value);
    if (end === undefined) known.set(value, (end = `${styleOf(value)} t="s"><v>${id}</v></c>`));
    return end;
  }
  return (index, row) => {
    const value = values[index] ?? null;
    if (value === null) return start + row + blank;
    if (typeof value === "number") return `${start}${row}${number}${value}</v></c>`;
    if (typeof value === "boolean") return constantCell(start + row + style, value);
    return shared ? start + row + sharedText(value) : inlineCell(start + row + styleOf(value), value);
  };
}

function formulaXml(formula: string, arrayAt: string | null): string {
  return arrayAt === null ? `<f>${xmlText(formula)}</f>` : `<f t="array" ref="${arrayAt}">${xmlText(formula)}</f>`;
}

function formulaCell(start: string, formula: string, value: CellValue): string {
  if (typeof value === "number") return `${start}>${formula}<v>${value}</v></c>`;
  if (typeof value === "boolean") return `${start} t="b">${formula}<v>${value ? 1 : 0}</v></c>`;
  return value === null ? `${start}>${formula}</c>` : `${start} t="str">${formula}<v>${xmlText(value)}</v></c>`;
}

function inlineCell(start: string, value: string): string {
  return `${start} t="inlineStr"><is>${xmlString(value)}</is></c>`;
}

function constantCell(start: string, value: number | boolean | null): string {
  if (typeof value === "number") return `${start}><v>${value}</v></c>`;
  return value === null ? `${start}/>` : `${start} t="b"><v>${value ? 1 : 0}</v></c>`;
}
