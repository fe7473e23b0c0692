// What a sheet has beside its cells: widths, heights, merged cells, links, frozen panes, tab, and how it prints.

import { quoteSheet } from "../../sheets/address";
import type { Paper, PrintPlan, Rectangle, SheetPlan, WorkbookPlan } from "../../sheets/plan";
import { colourOf, defaultRowHeight, rowHeightOf } from "../../sheets/theme";
import { addressesOf } from "./area";
import { areaOfCell } from "./look";
import { rangeAt } from "./patch";
import { costs, operation, type Operation } from "./request";

/** Points of a column so many characters wide, in a font whose digits are seven pixels. */
function pointsOf(characters: number): number {
  return Math.round((characters * 7 + 5) * 0.75 * 100) / 100;
}

export function setUpOperations(sheet: string, plan: SheetPlan, language: WorkbookPlan["language"], isNew: boolean): readonly Operation[] {
  return [
    operation(costs.object + 4 * costs.property + costs.range * 2, (context) => setSheet(context.workbook.worksheets.getItem(sheet), plan)),
    ...widthOperations(sheet, plan),
    ...heightOperations(sheet, plan),
    ...mergeAreas(plan).map((area) => operation(costs.range + costs.property, (context) => rangeAt(context, sheet, area).merge())),
    ...printOperations(sheet, plan.print, language, isNew),
  ];
}

function setSheet(sheet: Excel.Worksheet, { tab, gridlines, freeze }: SheetPlan): void {
  sheet.tabColor = colourOf(tab);
  sheet.showGridlines = gridlines;
  sheet.freezePanes.unfreeze();
  const { rows = 0, columns = 0 } = freeze ?? {};
  if (rows > 0 && columns > 0) sheet.freezePanes.freezeAt(sheet.getRangeByIndexes(0, 0, rows, columns));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

/** Columns side by side of one width are set together. */
function widthOperations(sheet: string, { columnWidths }: SheetPlan): readonly Operation[] {
  const runs: { width: number; left: number; right: number }[] = [];
  columnWidths.forEach((width, column) => {
    const last = runs.at(-1);
    if (last?.width === width) last.right = column;
    else runs.push({ width, left: column, right: column });
  });
  return runs.map(({ width, left, right }) => operation(costs.range + costs.property, (context) => {
    rangeAt(context, sheet, { top: 0, left, bottom: 0, right }).getEntireColumn().format.columnWidth = pointsOf(width);
  }));
}

/** Rows by height; a row whose height wrapped text decides is left to Excel. */
function heightAreas(plan: SheetPlan): ReadonlyMap<number, readonly Rectangle[]> {
  const rows = new Map<number, number | null>();
  const raise = (row: number, height: number | null) => {
    const before = rows.get(row);
    rows.set(row, before === null || height === null ? null : Math.max(before ?? 0, height));
  };
  for (const cell of plan.cells) if ((cell.down ?? 1) === 1) raise(cell.row, rowHeightOf(cell.look));
  for (const table of plan.tables) raise(table.top, rowHeightOf("heading"));
  for (const [row, height] of plan.rowHeights) rows.set(row, height);
  const areas = new Map<number, Rectangle[]>();
  for (const [row, height] of [...rows].sort(([a], [b]) => a - b)) {
    if (height === null) continue;
    const list = areas.get(height) ?? [];
    const last = list.at(-1);
    if (last && last.bottom === row - 1) list[list.length - 1] = { ...last, bottom: row };
    else list.push({ top: row, left: 0, bottom: row, right: 0 });
    areas.set(height, list);
  }
  return areas;
}

function heightOperations(sheet: string, plan: SheetPlan): readonly Operation[] {
  const bodies = plan.tables.flatMap((table) => {
    const wraps = table.columns.some(({ look, own }) => !own && rowHeightOf(look) === null);
    return wraps ? [] : [operation(costs.range + costs.property, (context) => setHeight(rangeAt(context, sheet, { top: table.top + 1, left: table.left, bottom: table.top + table.rows, right: table.left }), defaultRowHeight))];
  });
  const rows = [...heightAreas(plan)].flatMap(([height, areas]) => addressesOf(areas).map((address) =>
    operation(costs.areas + address.length + costs.property, (context) => {
      context.workbook.worksheets.getItem(sheet).getRanges(address).getEntireRow().format.rowHeight = height;
    })));
  return [...bodies, ...rows];
}

function setHeight(range: Excel.Range, height: number): void {
  range.format.rowHeight = height;
}

export function mergeAreas({ cells }: SheetPlan): readonly Rectangle[] {
  return cells.filter(({ across = 1, down = 1 }) => across * down > 1).map(areaOfCell);
}

/** A link brings a look of its own: links come before looks. */
export function linkOperations(sheet: string, { cells }: SheetPlan): readonly Operation[] {
  return cells.flatMap(({ row, column, linkToSheet, value }) => linkToSheet === undefined ? [] : [
    operation(costs.range + costs.property + 300, (context) => {
      rangeAt(context, sheet, { top: row, left: column, bottom: row, right: column }).hyperlink = { documentReference: `${quoteSheet(linkToSheet)}!A1`, textToDisplay: String(value ?? linkToSheet) };
    })]);
}

function printOperations(sheet: string, print: PrintPlan, language: WorkbookPlan["language"], isNew: boolean): readonly Operation[] {
  return [operation(costs.object * 2 + costs.property * 14, (context) => setPrint(context.workbook.worksheets.getItem(sheet), print, language, isNew))];
}

const inch = 72;

/** Office's names of papers. */
const paperTypes: Readonly<Record<Paper, "A4" | "A3" | "Letter" | "Tabloid">> = { a4: "A4", a3: "A3", letter: "Letter", tabloid: "Tabloid" };

function setPrint(sheet: Excel.Worksheet, { orientation, paper, repeatRows, fitToHeight }: PrintPlan, language: WorkbookPlan["language"], isNew: boolean): void {
  const page = sheet.pageLayout;
  page.orientation = orientation === "portrait" ? "Portrait" : "Landscape";
  page.paperSize = paperTypes[paper];
  page.zoom = fitToHeight ? { horizontalFitToPages: 1, verticalFitToPages: 1 } : { horizontalFitToPages: 1 };
  page.centerHorizontally = true;
  if (repeatRows) page.setPrintTitleRows(`$${repeatRows[0] + 1}:$${repeatRows[1] + 1}`);
  if (!isNew) return;
  Object.assign(page, { leftMargin: 0.5 * inch, rightMargin: 0.5 * inch, topMargin: 0.6 * inch, bottomMargin: 0.7 * inch, headerMargin: 0.3 * inch, footerMargin: 0.3 * inch });
  page.headersFooters.defaultForAllPages.leftFooter = "&9&A";
  page.headersFooters.defaultForAllPages.rightFooter = language === "zh-CN" ? "&9第 &P 页，共 &N 页" : "&9Page &P of &N";
}
