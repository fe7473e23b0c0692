// A plan becomes an .xlsx: its parts one after another, each made when it is written.

import type { Progress } from "../host";
import { checkLimits } from "../../sheets/limits";
import type { Format, RangePlan, SheetPlan, WorkbookPlan } from "../../sheets/plan";
import { fontName } from "../../sheets/theme";
import { chartXml } from "./chart";
import { contentTypesXml } from "./contentTypes";
import { deflateInBrowser } from "./deflate";
import { appXml, coreXml } from "./docProps";
import { drawingXml } from "./drawing";
import { relationKinds, relationsXml } from "./rels";
import { createSharedStrings } from "./strings";
import { createStyles } from "./styles";
import { tableXml } from "./table";
import { themeXml } from "./themePart";
import { workbookXml } from "./workbook";
import { worksheetChunks } from "./worksheet";
import { writeZip, type Deflate, type Part, type Sink } from "./zip";

export interface XlsxOptions {
  /** Called as table rows are written. */
  readonly progress?: Progress;
  /** fflate when absent. */
  readonly deflate?: Deflate;
}

/** The bytes of an .xlsx; the same plan gives the same bytes. Throws where Excel's limits forbid a plan, and says where. */
export async function writeXlsx(plan: WorkbookPlan, options: XlsxOptions = {}): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await streamXlsx(plan, (bytes) => { pieces.push(bytes); }, options);
  const whole = new Uint8Array(pieces.reduce((size, piece) => size + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** As `writeXlsx`, each piece handed on as soon as it is made. */
export async function streamXlsx(plan: WorkbookPlan, sink: Sink, options: XlsxOptions = {}): Promise<void> {
  checkLimits(plan);
  await writeZip(partsOf(plan, options.progress), options.deflate ?? deflateInBrowser, sink);
}

/** All parts; styles and shared strings come after the sheets that ask for them. */
export function* partsOf(plan: WorkbookPlan, progress?: Progress): Iterable<Part> {
  const styles = createStyles(plan);
  const strings = createSharedStrings();
  const sheets = numberSheets(plan);
  const total = plan.sheets.reduce((rows, sheet) => rows + sheet.tables.reduce((sum, table) => sum + table.rows + 1, 0), 0);
  let done = 0;
  const chartContext = {
    font: fontName(plan.language), language: plan.language, numberFormat: styles.numberFormat, formatAt: (range: RangePlan) => formatAt(plan, range),
  };
  const rowContext = { styles, strings, language: plan.language, wrote: (rows: number) => progress?.((done += rows), total) };

  yield part("[Content_Types].xml", contentTypesXml(sheets));
  yield part("_rels/.rels", relationsXml([
    [relationKinds.workbook, "xl/workbook.xml"], [relationKinds.core, "docProps/core.xml"], [relationKinds.app, "docProps/app.xml"],
  ]));
  yield part("docProps/core.xml", coreXml(plan.title));
  yield part("docProps/app.xml", appXml());
  yield part("xl/workbook.xml", workbookXml(plan));
  yield part("xl/_rels/workbook.xml.rels", relationsXml([
    ...sheets.map(({ number }) => [relationKinds.sheet, `worksheets/sheet${number}.xml`] as const),
    [relationKinds.theme, "theme/theme1.xml"], [relationKinds.styles, "styles.xml"], [relationKinds.strings, "sharedStrings.xml"],
  ]));
  yield part("xl/theme/theme1.xml", themeXml(plan.language));
  for (const { sheet, number, tables, charts } of sheets) {
    const drawing = charts.length > 0;
    const related = [
      ...(drawing ? [[relationKinds.drawing, `../drawings/drawing${number}.xml`] as const] : []),
      ...tables.map((table) => [relationKinds.table, `../tables/table${table.number}.xml`] as const),
    ];
    const ids = tables.map((_, index) => `rId${index + (drawing ? 2 : 1)}`);
    yield { path: `xl/worksheets/sheet${number}.xml`, chunks: worksheetChunks(sheet, { drawing: drawing ? "rId1" : null, tables: ids }, { ...rowContext, number }) };
    if (related.length > 0) yield part(`xl/worksheets/_rels/sheet${number}.xml.rels`, relationsXml(related));
    for (const table of tables) yield part(`xl/tables/table${table.number}.xml`, tableXml(table.plan, table.number));
    if (!drawing) continue;
    yield part(`xl/drawings/drawing${number}.xml`, drawingXml(sheet.charts));
    yield part(`xl/drawings/_rels/drawing${number}.xml.rels`, relationsXml(charts.map((chart) => [relationKinds.chart, `../charts/chart${chart.number}.xml`])));
    for (const chart of charts) yield part(`xl/charts/chart${chart.number}.xml`, chartXml(chart.plan, chartContext));
  }
  yield { path: "xl/sharedStrings.xml", chunks: strings.chunks() };
  yield { path: "xl/styles.xml", chunks: later(styles.xml) };
}

function part(path: string, xml: string): Part {
  return { path, chunks: [xml] };
}

function* later(make: () => string): Iterable<string> {
  yield make();
}

/** A sheet with the numbers of its parts, which run through the whole workbook. */
export interface NumberedSheet {
  readonly sheet: SheetPlan;
  readonly number: number;
  readonly tables: readonly { readonly plan: SheetPlan["tables"][number]; readonly number: number }[];
  readonly charts: readonly { readonly plan: SheetPlan["charts"][number]; readonly number: number }[];
}

function numberSheets(plan: WorkbookPlan): readonly NumberedSheet[] {
  let tables = 0;
  let charts = 0;
  return plan.sheets.map((sheet, index) => ({
    sheet,
    number: index + 1,
    tables: sheet.tables.map((table) => ({ plan: table, number: (tables += 1) })),
    charts: sheet.charts.map((chart) => ({ plan: chart, number: (charts += 1) })),
  }));
}

/** How the first cell of a range shows its value. */
function formatAt(plan: WorkbookPlan, { sheet, area }: RangePlan): Format {
  const found = plan.sheets.find((one) => one.name === sheet);
  const table = found?.tables.find(({ top, left, rows, columns }) =>
    area.top > top && area.top <= top + rows && area.left >= left && area.left < left + columns.length);
  const cell = table ? table.columns[area.left - table.left] : found?.cells.find((one) => one.row === area.top && one.column === area.left);
  return cell?.format ?? "general";
}
