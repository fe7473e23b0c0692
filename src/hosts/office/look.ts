// How cells look: number formats before values come, then fonts, fills, borders and sides, one look at a time for all cells that have it.

import type { CellPlan, Format, Rectangle, SheetPlan, TablePlan, WorkbookPlan } from "../../sheets/plan";
import { shownAs } from "../../sheets/shown";
import { fontName, headerStyleOf, numberFormat, palette, styleOf, type Edge, type Style } from "../../sheets/theme";
import { addressesOf, joined } from "./area";
import { columnFormat, isComputed } from "./cells";
import { rangeAt } from "./patch";
import { costs, operation, type Operation } from "./request";

type Book = Pick<WorkbookPlan, "language" | "currency">;

/** Areas by the number format their cells have; "general" too, so that an old one does not stay. */
function formatAreas({ cells, tables }: Pick<SheetPlan, "cells" | "tables">): ReadonlyMap<Format, readonly Rectangle[]> {
  const areas = new Map<Format, Rectangle[]>();
  const add = (format: Format, area: Rectangle) => void (areas.get(format)?.push(area) ?? areas.set(format, [area]));
  for (const cell of cells) add(shownAs(cell.format, cell.formula), areaOfCell(cell));
  for (const table of tables) {
    add("general", { top: table.top, left: table.left, bottom: table.top, right: table.left + table.columns.length - 1 });
    for (const { format, area } of columnAreas(table)) add(format, area);
  }
  return new Map([...areas].map(([format, list]) => [format, joined(list)]));
}

/** The body of each column of ours, in parts where its rows have formats of their own. */
function columnAreas(table: TablePlan): readonly { readonly format: Format; readonly area: Rectangle }[] {
  return table.columns.flatMap((column, across) => {
    if (column.own) return [];
    const left = table.left + across;
    const whole = { top: table.top + 1, left, bottom: table.top + table.rows, right: left };
    if (!column.formats) return [{ format: columnFormat(column, 0), area: whole }];
    return Array.from({ length: table.rows }, (_, row) => ({ format: columnFormat(column, row), area: { ...whole, top: table.top + 1 + row, bottom: table.top + 1 + row } }));
  });
}

/** Number formats come before the values: a text in a cell of the format Text stays one. */
export function numberFormatOperations(sheet: string, plan: SheetPlan, book: Book, isNew: boolean): readonly Operation[] {
  return [...formatAreas(plan)].flatMap(([format, areas]) => {
    if (isNew && format === "general") return [];
    return areas.map((area) => operation(costs.range + costs.property, (context) => setNumberFormat(rangeAt(context, sheet, area), numberFormat(format, book))));
  });
}

/** One code for all cells of a range, which the types do not know Excel takes. */
export function setNumberFormat(range: Excel.Range, code: string): void {
  range.numberFormat = code as unknown as string[][];
}

export function areaOfCell({ row, column, across = 1, down = 1 }: CellPlan): Rectangle {
  return { top: row, left: column, bottom: row + down - 1, right: column + across - 1 };
}

/** Everything but number formats, for all our cells of a sheet; on a sheet that is not new, what was there goes first. */
export function styleOperations(sheet: string, plan: SheetPlan, { language }: Book, isNew: boolean): readonly Operation[] {
  const groups = styleGroups(plan);
  const all = joined(groups.flatMap(({ areas }) => areas));
  const font = fontName(language);
  return [
    ...areasOperations(sheet, all, 10, (format) => setPlain(format, font, isNew)),
    ...groups.flatMap(({ style, areas }) => areasOperations(sheet, joined(areas), 26, (format) => setStyle(format, style))),
  ];
}

interface StyleGroup {
  readonly style: Style;
  readonly areas: readonly Rectangle[];
}

function styleGroups({ cells, tables }: SheetPlan): readonly StyleGroup[] {
  const groups = new Map<string, { style: Style; areas: Rectangle[] }>();
  function add(style: Style, area: Rectangle): void {
    const key = JSON.stringify(style);
    const group = groups.get(key) ?? { style, areas: [] };
    group.areas.push(area);
    groups.set(key, group);
  }
  for (const cell of cells) add(styleOf(cell.look, shownAs(cell.format, cell.formula), cell.value), areaOfCell(cell));
  for (const table of tables) addTable(table, add);
  return [...groups.values()];
}

function addTable(table: TablePlan, add: (style: Style, area: Rectangle) => void): void {
  table.columns.forEach(({ look, format, own }, across) => {
    const left = table.left + across;
    if (!own) add(headerStyleOf(look, format), { top: table.top, left, bottom: table.top, right: left });
  });
  const looks = new Map(table.columns.map((column, across) => [table.left + across, column]));
  for (const { format, area } of columnAreas(table)) {
    const column = looks.get(area.left);
    if (column) add(styleOf(column.look, isComputed(column) ? shownAs(format, true) : format), area);
  }
}

function areasOperations(sheet: string, areas: readonly Rectangle[], properties: number, set: (format: Excel.RangeFormat) => void): readonly Operation[] {
  return addressesOf(areas).map((address) =>
    operation(costs.areas + address.length + properties * costs.property, (context) => set(context.workbook.worksheets.getItem(sheet).getRanges(address).format)));
}

const edges = ["EdgeTop", "EdgeBottom", "EdgeLeft", "EdgeRight", "InsideHorizontal", "InsideVertical"] as const;

function setPlain(format: Excel.RangeFormat, font: string, isNew: boolean): void {
  format.font.name = font;
  format.font.size = 10.5;
  format.font.color = palette.ink;
  format.verticalAlignment = "Center";
  if (isNew) return;
  format.font.bold = false;
  format.font.italic = false;
  format.font.underline = "None";
  format.fill.clear();
  format.horizontalAlignment = "General";
  format.indentLevel = 0;
  format.wrapText = false;
  format.protection.locked = true;
  for (const edge of edges) format.borders.getItem(edge).style = "None";
}

/** What differs from the plain look. */
function setStyle(format: Excel.RangeFormat, style: Style): void {
  if (style.size !== 10.5) format.font.size = style.size;
  if (style.colour !== palette.ink) format.font.color = style.colour;
  if (style.bold) format.font.bold = true;
  if (style.italic) format.font.italic = true;
  if (style.underline) format.font.underline = "Single";
  if (style.fill) format.fill.color = style.fill;
  if (style.horizontal !== "general") format.horizontalAlignment = sides[style.horizontal];
  if (style.vertical === "top") format.verticalAlignment = "Top";
  if (style.indent > 0) format.indentLevel = style.indent;
  if (style.wrap) format.wrapText = true;
  if (style.open) format.protection.locked = false;
  setEdge(format, ["EdgeTop", "InsideHorizontal"], style.top);
  setEdge(format, ["EdgeBottom", "InsideHorizontal"], style.bottom);
  setEdge(format, ["EdgeLeft", "InsideVertical"], style.left);
  setEdge(format, ["EdgeRight", "InsideVertical"], style.right);
}

const sides = { left: "Left", center: "Center", right: "Right" } as const;
const weights = { hair: "Hairline", thin: "Thin", medium: "Medium" } as const;

/** The border between two cells of an area is an edge of both. */
function setEdge(format: Excel.RangeFormat, where: readonly (typeof edges)[number][], edge: Edge | null): void {
  if (!edge) return;
  for (const place of where) {
    const border = format.borders.getItem(place);
    border.style = "Continuous";
    border.weight = weights[edge.weight];
    border.color = edge.colour;
  }
}
