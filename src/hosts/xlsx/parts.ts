// All parts of an .xlsx, one after another, each made when it is written.

import type { Progress } from "../host";
import { markPart } from "../../sheets/marks";
import type { RangePlan, WorkbookPlan } from "../../sheets/plan";
import { formatAt } from "../../sheets/shown";
import { fontName } from "../../sheets/theme";
import type { AxisContext } from "./axes";
import type { Carried } from "./carried";
import { carriedSheetXml } from "./carried-sheet";
import { chartXml } from "./chart";
import { movedBoxes, movedComments } from "./comments";
import { contentTypesXml } from "./content-types";
import { appXml, coreXml } from "./document-properties";
import { drawingXml } from "./drawing";
import { numberSheets, shownTab, tabsOf, type NewTab, type NumberedSheet } from "./numbers";
import { relationsPath } from "./package";
import { lastRelation, relationKinds, relationsXml } from "./rels";
import { createSharedStrings, type SharedStrings } from "./strings";
import { createStyles } from "./styles";
import { tableXml } from "./table";
import { themeXml } from "./theme-part";
import { workbookXml } from "./workbook";
import { worksheetChunks, type SheetContext } from "./worksheet";
import type { Part } from "./zip";

/** Styles and shared strings come after the sheets that ask for them; what is carried stays as it was. */
export function* partsOf(plan: WorkbookPlan, progress?: Progress, carried: Carried | null = null): Iterable<Part> {
  const styles = createStyles(plan, carried?.styles ?? null);
  const strings = createSharedStrings();
  const sheets = numberSheets(plan, carried);
  const tabs = tabsOf(sheets, carried);
  const shown = tabs[shownTab(tabs)]?.ours;
  const total = plan.sheets.reduce((rows, sheet) => rows + sheet.tables.reduce((sum, table) => sum + table.rows + 1, 0), 0);
  let done = 0;
  const ink = {
    font: fontName(plan.language), language: plan.language, numberFormat: styles.numberFormat, formatAt: (range: RangePlan) => formatAt(plan, range),
  };
  const rows = { styles, strings, language: plan.language, wrote: (made: number) => progress?.((done += made), total) };

  yield part("[Content_Types].xml", contentTypesXml(sheets, carried));
  yield* fileParts(plan, sheets, tabs, carried);
  for (const sheet of sheets) yield* sheetParts(sheet, { ...rows, looks: carried?.looks.get(markPart(sheet.sheet.id)) ?? null, number: sheet.number, shown: sheet === shown }, ink);
  if (carried) yield* carriedParts(carried, strings);
  yield { path: "xl/sharedStrings.xml", chunks: strings.chunks() };
  yield { path: "xl/styles.xml", chunks: later(styles.xml) };
}

function part(path: string, xml: string): Part {
  return { path, chunks: [xml] };
}

function* later(make: () => string): Iterable<string> {
  yield make();
}

/** What the file and the workbook say of themselves. */
function* fileParts(plan: WorkbookPlan, sheets: readonly NumberedSheet[], tabs: readonly NewTab[], carried: Carried | null): Iterable<Part> {
  const root = carried?.rootRelations ?? [];
  const hasCore = root.some(({ type }) => type === relationKinds.core);
  yield part("_rels/.rels", relationsXml([
    [relationKinds.workbook, "xl/workbook.xml"], ...(hasCore ? [] : [[relationKinds.core, "docProps/core.xml"] as const]), [relationKinds.app, "docProps/app.xml"],
  ], { source: "", relations: root }));
  if (!hasCore) yield part("docProps/core.xml", coreXml(plan.title));
  yield part("docProps/app.xml", appXml());
  yield part("xl/workbook.xml", workbookXml(plan, tabs, carried));
  yield part("xl/_rels/workbook.xml.rels", relationsXml([
    ...sheets.map(({ number }) => [relationKinds.sheet, `worksheets/sheet${number}.xml`] as const),
    [relationKinds.theme, "theme/theme1.xml"], [relationKinds.styles, "styles.xml"], [relationKinds.strings, "sharedStrings.xml"],
  ], { source: "xl/workbook.xml", relations: carried?.relations ?? [] }, carried?.last ?? 0));
  yield { path: "xl/theme/theme1.xml", chunks: [carried?.theme ?? themeXml(plan.language)] };
}

/** A sheet of ours and all that belongs to it. */
function* sheetParts({ sheet, number, tables, charts, overlay, hasDrawing }: NumberedSheet, context: SheetContext, ink: AxisContext): Iterable<Part> {
  const kept = overlay?.relations ?? [];
  const last = lastRelation(kept);
  const related = [
    ...(hasDrawing ? [[relationKinds.drawing, `../drawings/drawing${number}.xml`] as const] : []),
    ...tables.map((table) => [relationKinds.table, `../tables/table${table.number}.xml`] as const),
  ];
  const ids = related.map((_, index) => `rId${last + index + 1}`);
  const legacyDrawing = kept.find(({ kind }) => kind === "vmlDrawing")?.id ?? null;
  const relations = { drawing: hasDrawing ? (ids[0] ?? null) : null, legacyDrawing, tables: hasDrawing ? ids.slice(1) : ids };
  yield { path: `xl/worksheets/sheet${number}.xml`, chunks: worksheetChunks(sheet, relations, context) };
  if (related.length + kept.length > 0) yield part(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationsXml(related, { source: `xl/worksheets/sheet${number}.xml`, relations: kept }));
  for (const table of tables) yield part(`xl/tables/table${table.number}.xml`, tableXml(table.plan, table.number));
  if (!hasDrawing) return;
  const before = overlay?.drawingRelations ?? [];
  yield part(`xl/drawings/drawing${number}.xml`, drawingXml(sheet.charts, overlay ?? undefined, lastRelation(before)));
  yield part(`xl/drawings/_rels/drawing${number}.xml.rels`, relationsXml(charts.map((chart) => [relationKinds.chart, `../charts/chart${chart.number}.xml`]), { source: `xl/drawings/drawing${number}.xml`, relations: before }));
  for (const chart of charts) yield part(`xl/charts/chart${chart.number}.xml`, chartXml(chart.plan, ink));
}

/** The user's parts under the paths they had, so that all that points at them still does. */
function* carriedParts(carried: Carried, shared: SharedStrings): Iterable<Part> {
  const { file, parts, tabs, strings } = carried;
  const sheets = new Set(tabs.flatMap(({ mark, sheet }) => (mark === null ? [sheet.path] : [])));
  const moved = movedParts(carried);
  const there = new Set(file.paths);
  for (const path of parts) {
    yield { path, chunks: sheets.has(path) ? later(() => carriedSheetXml(file.text(path), strings, shared)) : [moved.get(path)?.() ?? file.bytes(path)] };
    const relations = relationsPath(path);
    if (there.has(relations)) yield { path: relations, chunks: [file.bytes(relations)] };
  }
}

/** Comments on our sheets and their boxes, where they stand now. */
function movedParts({ file, overlays, comments }: Carried): ReadonlyMap<string, () => string> {
  return new Map([...overlays].flatMap(([mark, { relations }]) => {
    const moves = comments.get(mark);
    if (!moves || [...moves].every(([from, to]) => from === to)) return [];
    return relations.map(({ kind, target }) => [target, () => (kind === "vmlDrawing" ? movedBoxes : movedComments)(file.text(target), moves)] as const);
  }));
}
