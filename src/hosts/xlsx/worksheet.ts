// One sheet's part: set-up, rows, and what lies over them, in the order the schema asks for.

import { areaReference, columnLetters, quoteSheet, relative } from "../../sheets/address";
import type { CellPlan, Paper, PrintPlan, SheetPlan, TablePlan } from "../../sheets/plan";
import { colourOf, columnWidthFor, defaultRowHeight } from "../../sheets/theme";
import { lastRow, rowChunks, type RowContext } from "./rows";
import { barExtensionsXml, rulesXml } from "./rules";
import { argb } from "./styles";
import { validationsXml } from "./validations";
import { declaration, namespaces, xmlAttribute } from "./xml";

/** Relation ids of what the sheet points at. */
interface SheetRelations {
  readonly drawing: string | null;
  /** The boxes of the user's comments. */
  readonly legacyDrawing?: string | null;
  readonly tables: readonly string[];
}

export interface SheetContext extends RowContext {
  readonly number: number;
  /** The sheet that is shown when the file is opened. */
  readonly shown: boolean;
  readonly language: "en" | "zh-CN";
}

export function* worksheetChunks(sheet: SheetPlan, relations: SheetRelations, context: SheetContext): Iterable<string> {
  yield declaration + `<worksheet xmlns="${namespaces.main}" xmlns:r="${namespaces.relations}">` + setUpXml(sheet, context.shown) + "<sheetData>";
  yield* rowChunks(sheet, context);
  yield "</sheetData>" + mergesXml(sheet.cells) + rulesXml(sheet.rules, context) + validationsXml(sheet.validations);
  yield linksXml(sheet.cells) + printXml(sheet.print, context.language) + ignoredXml(sheet.tables);
  yield relationsXml(relations) + barExtensionsXml(sheet.rules, context.number) + "</worksheet>";
}

function setUpXml(sheet: SheetPlan, shown: boolean): string {
  const right = Math.max(0, ...sheet.tables.map((table) => table.left + table.columns.length - 1), ...lastColumns([...sheet.cells, ...(sheet.strays ?? [])]));
  const used = areaReference({ top: 0, left: 0, bottom: lastRow(sheet), right });
  return (
    `<sheetPr><tabColor rgb="${argb(colourOf(sheet.tab))}"/><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="${used}"/>` +
    viewXml(sheet, shown) +
    `<sheetFormatPr defaultRowHeight="${defaultRowHeight}" customHeight="1"/>` +
    columnsXml(widthsOf(sheet))
  );
}

function lastColumns(cells: readonly Pick<CellPlan, "column" | "across">[]): number[] {
  return [cells.reduce((last, cell) => Math.max(last, cell.column + (cell.across ?? 1) - 1), 0)];
}

function viewXml({ gridlines, freeze }: SheetPlan, shown: boolean): string {
  const view = `<sheetView${gridlines ? "" : ' showGridLines="0"'}${shown ? ' tabSelected="1"' : ""} workbookViewId="0">`;
  return `<sheetViews>${view}${freeze ? paneXml(freeze) : ""}</sheetView></sheetViews>`;
}

function paneXml({ rows, columns }: { readonly rows: number; readonly columns: number }): string {
  if (rows === 0 && columns === 0) return "";
  const pane = rows === 0 ? "topRight" : columns === 0 ? "bottomLeft" : "bottomRight";
  const split = `${columns ? ` xSplit="${columns}"` : ""}${rows ? ` ySplit="${rows}"` : ""}`;
  const corner = relative({ row: rows, column: columns });
  return `<pane${split} topLeftCell="${corner}" activePane="${pane}" state="frozen"/><selection pane="${pane}" activeCell="${corner}" sqref="${corner}"/>`;
}

/** Excel stores the width of the digits and five pixels of padding. */
/** The planned widths, and one for each column of the user's beside them: a file has no width for it. */
function widthsOf({ columnWidths, tables }: SheetPlan): readonly number[] {
  const widths = [...columnWidths];
  for (const { left, columns } of tables) {
    columns.forEach(({ own, name, values }, at) => {
      if (own && widths[left + at] === undefined) widths[left + at] = columnWidthFor([name, ...values.slice(0, 200).map(String)]);
    });
  }
  return widths;
}

function columnsXml(widths: readonly number[]): string {
  // A column between two that have a width may have none: the list has holes.
  const items = widths.map((width, column) => `<col min="${column + 1}" max="${column + 1}" width="${(width + 0.7109375).toFixed(4)}" customWidth="1"/>`);
  return items.length ? `<cols>${items.join("")}</cols>` : "";
}

function mergesXml(cells: readonly CellPlan[]): string {
  const merges = cells
    .filter((cell) => (cell.across ?? 1) * (cell.down ?? 1) > 1)
    .map(({ row, column, across = 1, down = 1 }) => areaReference({ top: row, left: column, bottom: row + down - 1, right: column + across - 1 }));
  return merges.length ? `<mergeCells count="${merges.length}">${merges.map((area) => `<mergeCell ref="${area}"/>`).join("")}</mergeCells>` : "";
}

function linksXml(cells: readonly CellPlan[]): string {
  const links = cells.flatMap((cell) =>
    cell.linkToSheet === undefined ? [] : [`<hyperlink ref="${relative(cell)}" location="${xmlAttribute(`${quoteSheet(cell.linkToSheet)}!A1`)}"/>`],
  );
  return links.length ? `<hyperlinks>${links.join("")}</hyperlinks>` : "";
}

/** Numbers of papers in files (ECMA-376 18.3.1.63). */
const paperCodes: Readonly<Record<Paper, number>> = { a4: 9, a3: 8, letter: 1, tabloid: 3 };

function printXml({ orientation, paper, fitToHeight }: PrintPlan, language: "en" | "zh-CN"): string {
  const page = language === "zh-CN" ? "第 &amp;P 页，共 &amp;N 页" : "Page &amp;P of &amp;N";
  return (
    '<printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.6" bottom="0.7" header="0.3" footer="0.3"/>' +
    `<pageSetup paperSize="${paperCodes[paper]}" orientation="${orientation}" fitToWidth="1" fitToHeight="${fitToHeight ? 1 : 0}"/>` +
    `<headerFooter><oddFooter>&amp;L&amp;9&amp;A&amp;R&amp;9${page}</oddFooter></headerFooter>`
  );
}

/** Codes such as 00123 are text on purpose: no green triangles for them. */
function ignoredXml(tables: readonly TablePlan[]): string {
  const areas = tables.flatMap(({ top, left, rows, columns }) =>
    columns.flatMap(({ format }, across) => {
      const column = columnLetters(left + across);
      return format === "text" ? [`${column}${top + 2}:${column}${top + rows + 1}`] : [];
    }),
  );
  return areas.length ? `<ignoredErrors><ignoredError sqref="${areas.join(" ")}" numberStoredAsText="1"/></ignoredErrors>` : "";
}

function relationsXml({ drawing, legacyDrawing, tables }: SheetRelations): string {
  const parts = tables.map((id) => `<tablePart r:id="${id}"/>`).join("");
  return (drawing ? `<drawing r:id="${drawing}"/>` : "") + (legacyDrawing ? `<legacyDrawing r:id="${legacyDrawing}"/>` : "") + (parts ? `<tableParts count="${tables.length}">${parts}</tableParts>` : "");
}
