// What does every figure mean, and what is it now? The one place each KPI is worked out.

import { literalText, reference } from "../formula/term";
import { measureCell, type Metric, type Unit } from "../metrics/catalogue";
import { sheetCatalogue } from "./catalogue";
import type { ChosenSheet } from "./chosen";
import { grid, gap, show, type Block, type ColumnSpec, type SheetSpec, type TableSpec } from "./block";
import type { SheetContext } from "./context";
import { groupedImports, originBlocks } from "./origin";
import type { Format, Look } from "./plan";
import { tabColours } from "./tabs";
import { heightFor } from "./text-lines";

const measuresTableName = "Measures";

const figuresTableName = "SheetFigures";

/** `shown` are the sheets of the catalogue the workbook has. */
export function definitionsSheet(context: SheetContext, shown: readonly ChosenSheet[] = []): SheetSpec {
  const { text } = context;
  const words = text.report.definitions;
  return {
    id: "definitions",
    name: text.tables.sheets.definitions,
    tab: tabColours.reference,
    columnWidths: [26, 15, 14, 52, 30, 26, 12, 44],
    gridlines: false,
    freeze: { rows: 4, columns: 1 },
    blocks: [
      grid([[show("title", words.title, { across: 8 })], [show("note", groupedImports(context).length > 0 ? `${words.note} ${text.report.origin.grouped}` : words.note, { across: 8 })]], [30, null]),
      gap(),
      ...(context.metrics.length === 0 ? [] : [{ kind: "beside" as const, blocks: [{ column: 0, block: { kind: "table" as const, table: measuresTable(context) } }, { column: 0, block: heightsOf(context) }] }]),
      ...figureBlocks(context, shown),
      ...spaced(originBlocks(context, 8)),
    ],
    print: { orientation: "landscape", paper: "a4", repeatRows: [3, 3], fitToHeight: false },
  };
}

function spaced(blocks: readonly Block[]): readonly Block[] {
  return blocks.length === 0 ? [] : [gap(), ...blocks];
}

/** How a figure of a unit is shown. */
export function formatOfUnit(unit: Unit): Format {
  switch (unit) {
    case "deals": case "leads": return "count";
    case "money": case "moneyPerDay": return "money";
    case "ratio": return "percent";
    case "days": return "days";
  }
}

function measuresTable(context: SheetContext): TableSpec {
  return { name: measuresTableName, kind: "mirror", key: [context.text.tables.measures.measure], columns: columnsOf(context), filter: false, style: "report" };
}

/** What the figures of the other sheets mean: they are worked out there. */
function figureBlocks({ text }: SheetContext, shown: readonly ChosenSheet[]): readonly Block[] {
  const rows = shown.flatMap((id) => sheetCatalogue[id].definitions(text).map((figure) => ({ sheet: text.sheets[id].name, ...figure })));
  if (rows.length === 0) return [];
  const words = text.report.definitions;
  const headers = { ...text.tables.measures, ...text.tables.figures };
  const heights = rows.map(({ formula, denominator }) => heightFor([formula, 48], [denominator, 26]));
  const column = (name: string, contents: readonly string[], look: Look = "wrapped"): ColumnSpec => ({ name, owner: "crm", format: "text", look, contents });
  const table: TableSpec = {
    name: figuresTableName, kind: "mirror", key: [headers.sheet, headers.figure], filter: false, style: "report",
    columns: [
      column(headers.figure, rows.map(({ name }) => name), "label"), column(headers.sheet, rows.map(({ sheet }) => sheet)),
      column(headers.dateField, rows.map(({ dateField }) => dateField)), column(headers.formula, rows.map(({ formula }) => formula)),
      column(headers.denominator, rows.map(({ denominator }) => denominator)),
    ],
  };
  return [
    gap(),
    grid([[show("section", words.figuresTitle, { across: 8 })], [show("note", words.figuresNote, { across: 8 })]], [24, null]),
    { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: grid([[], ...rows.map(() => [])], [null, ...heights]) }] },
  ];
}

/** Room for the longest text of each row, which wraps. */
function heightsOf({ text, metrics }: SheetContext): Block {
  const heights = metrics.map((metric) => {
    const { formula, denominator, why } = text.metrics.names[metric.id];
    return heightFor([formula, 48], [denominator, 26], [metric.term.value === "" ? why : "", 40]);
  });
  return grid([[], ...metrics.map(() => [])], [null, ...heights]);
}

function columnsOf({ text, metrics }: SheetContext): readonly ColumnSpec[] {
  const headers = text.tables.measures;
  const named = metrics.map((metric) => text.metrics.names[metric.id]);
  const written = { owner: "crm", format: "text", look: "wrapped" } as const;
  return [
    { ...written, name: headers.measure, look: "label", contents: named.map((it) => it.name) },
    { name: headers.value, owner: "formula", format: "general", look: "value", contents: metrics.map((metric) => metric.term), formats: metrics.map((metric) => formatOfUnit(metric.unit)), ids: metrics.map((metric) => measureCell(metric.id)) },
    { ...written, name: headers.unit, contents: metrics.map((metric) => text.metrics.units[metric.unit]) },
    { ...written, name: headers.formula, contents: named.map((it) => it.formula) },
    { ...written, name: headers.denominator, contents: named.map((it) => it.denominator) },
    { ...written, name: headers.dateField, contents: named.map((it) => it.dateField) },
    { name: headers.rows, owner: "formula", format: "count", contents: metrics.map((metric) => metric.rows) },
    { name: headers.note, owner: "formula", format: "text", look: "wrapped", contents: metrics.map((metric) => whyOf(metric, text.metrics.names[metric.id].why)) },
  ];
}

/** The reason, only while the value is empty. */
function whyOf(metric: Metric, why: string) {
  const value = `⟦${measureCell(metric.id)}⟧`;
  return reference(`IF(${value}="",${literalText(why)},"")`, metric.term.value === "" ? why : "");
}
