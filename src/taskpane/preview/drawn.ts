// What does a sheet look like? Its cells with text, style and marks, in the rows a preview shows.

import { contains } from "../../sheets/address";
import type { CellPlan, RulePlan, SheetPlan, TablePlan, Tone } from "../../sheets/plan";
import { colourOf, defaultRowHeight, styleOf, toneStyles, type Style } from "../../sheets/theme";
import type { CellValue } from "../../values";
import { previewRows } from "./cut";
import { shown, type Book } from "./shown";

export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly across: number;
  readonly down: number;
  readonly value: CellValue;
  readonly text: string;
  readonly formula: string | null;
  readonly style: Style;
  /** Header of a table. */
  readonly header: boolean;
  readonly linkToSheet: string | null;
}

/** What a conditional format adds to a cell. */
export interface Mark {
  readonly tone?: Tone;
  /** Filled part of the cell, a ratio. */
  readonly bar?: { readonly part: number; readonly colour: string };
  readonly icon?: string;
}

export interface DrawnSheet {
  /** Shown rows in their order, with their cells from the left. */
  readonly rows: readonly { readonly row: number; readonly height: number; readonly cells: readonly DrawnCell[] }[];
  readonly widths: readonly number[];
  readonly marks: ReadonlyMap<DrawnCell, Mark>;
  /** Tables with more rows than are shown. */
  readonly cut: readonly { readonly table: TablePlan; readonly shown: number }[];
}

/** A sheet as a preview draws it; widths and heights in pixels. */
export function drawnSheet(sheet: SheetPlan, book: Book): DrawnSheet {
  const cut = sheet.tables.filter((table) => table.rows > previewRows).map((table) => ({ table, shown: previewRows }));
  const cells = [...sheet.cells.map((cell) => drawnCell(cell, book)), ...sheet.tables.flatMap((table) => drawnTable(table, book))];
  const byRow = rowsOf(cells);
  return {
    rows: shownRows(sheet, cells).map((row) => ({
      row,
      height: Math.round(((sheet.rowHeights.get(row) ?? defaultRowHeight) * 4) / 3),
      cells: [...(byRow.get(row) ?? [])].sort((a, b) => a.column - b.column),
    })),
    widths: widthsOf(sheet, cells),
    marks: marksOf(sheet.rules, cells),
    cut,
  };
}

function rowsOf(cells: readonly DrawnCell[]): Map<number, DrawnCell[]> {
  const byRow = new Map<number, DrawnCell[]>();
  for (const cell of cells) {
    const row = byRow.get(cell.row);
    if (row) row.push(cell);
    else byRow.set(cell.row, [cell]);
  }
  return byRow;
}

function drawnCell(cell: CellPlan, book: Book): DrawnCell {
  const { row, column, value, look, format } = cell;
  return {
    row, column, value,
    across: cell.across ?? 1,
    down: cell.down ?? 1,
    text: shown(value, format, book),
    formula: cell.formula ?? null,
    style: sided(styleOf(look, format), value),
    header: false,
    linkToSheet: cell.linkToSheet ?? null,
  };
}

function drawnTable(table: TablePlan, book: Book): DrawnCell[] {
  const one = { across: 1, down: 1, linkToSheet: null };
  return table.columns.flatMap((column, index) => {
    const at = table.left + index;
    const formatAt = (row: number) => column.formats?.[row] ?? column.format;
    const heading = { ...styleOf("heading", column.format) };
    const header: DrawnCell = { ...one, row: table.top, column: at, value: column.name, text: column.name, formula: null, style: heading, header: true };
    const body = column.values.slice(0, previewRows).map((value, row): DrawnCell => ({
      ...one, row: table.top + 1 + row, column: at, value,
      text: shown(value, formatAt(row), book),
      formula: column.formulas?.[row] ?? column.formula ?? null,
      style: sided(styleOf(column.look, formatAt(row)), value),
      header: false,
    }));
    return [header, ...body];
  });
}

function sided(style: Style, value: CellValue): Style {
  return style.horizontal === "general" ? { ...style, horizontal: typeof value === "number" ? "right" : "left" } : style;
}

function shownRows(sheet: SheetPlan, cells: readonly DrawnCell[]): number[] {
  const last = Math.max(0, ...cells.map((cell) => cell.row + cell.down - 1), ...sheet.charts.map((chart) => chart.area.bottom));
  const hidden = (row: number) => sheet.tables.some(({ top, rows }) => row > top + previewRows && row <= top + rows);
  const rows = [];
  for (let row = 0; row <= last; row += 1) {
    if (!hidden(row)) rows.push(row);
    if (rows.length > 2000) break;
  }
  return rows;
}

function widthsOf(sheet: SheetPlan, cells: readonly DrawnCell[]): number[] {
  const last = Math.max(0, ...cells.map((cell) => cell.column + cell.across - 1), ...sheet.charts.map((chart) => chart.area.right));
  return Array.from({ length: last + 1 }, (_, column) => Math.round((sheet.columnWidths[column] ?? 9) * 7.6 + 5));
}

function marksOf(rules: readonly RulePlan[], cells: readonly DrawnCell[]): Map<DrawnCell, Mark> {
  const marks = new Map<DrawnCell, Mark>();
  for (const rule of rules) {
    const inside = cells.filter((cell) => !cell.header && contains(rule.area, cell.row, cell.column));
    const numbers = inside.flatMap((cell) => (typeof cell.value === "number" ? [cell.value] : []));
    for (const cell of inside) {
      const mark = markOf(rule, cell.value, numbers);
      if (mark) marks.set(cell, { ...marks.get(cell), ...mark });
    }
  }
  return marks;
}

function markOf(rule: RulePlan, value: CellValue, numbers: readonly number[]): Mark | null {
  switch (rule.kind) {
    case "equals":
      return value === rule.text ? { tone: rule.tone } : null;
    case "dataBar": {
      if (typeof value !== "number") return null;
      const least = rule.min ?? Math.min(0, ...numbers);
      const most = rule.max ?? Math.max(...numbers);
      return { bar: { part: most > least ? clamped((value - least) / (most - least)) : 0, colour: colourOf(rule.colour) } };
    }
    case "icons":
      return typeof value === "number" ? { icon: icons[rule.set][value >= rule.from[1] ? 2 : value >= rule.from[0] ? 1 : 0] } : null;
    case "formula":
      // Only a spreadsheet can tell.
      return null;
  }
}

const icons = {
  "3TrafficLights1": ["🔴", "🟡", "🟢"],
  "3Arrows": ["▼", "▶", "▲"],
  "3Symbols": ["✕", "!", "✓"],
} as const;

function clamped(part: number): number {
  return Math.min(1, Math.max(0, part));
}

/** The fill and colour a cell is shown with. */
export function colours(cell: DrawnCell, mark: Mark | undefined) {
  const tone = mark?.tone ? toneStyles[mark.tone] : null;
  return { colour: tone?.colour ?? cell.style.colour, fill: tone?.fill ?? cell.style.fill, bold: (tone?.bold ?? false) || cell.style.bold };
}
