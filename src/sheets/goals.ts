// Goals in four dimensions: what is to be reached, where each stands by formula, and the log of check-ins.

import type { Term } from "../formula/term";
import { directions } from "../metrics/goal";
import type { CellValue } from "../values";
import { gap, grid, show, type Allowed, type Block, type ColumnSpec, type RuleSpec, type SheetSpec, type TableSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { derivationBlocks } from "./goals/derivation";
import type { GoalTerms } from "./goals/formulas";
import { logTable, logTableName } from "./goals/log";
import { goalsNow } from "./goals/now";
import { allRow, rollupTable, rollupTableName } from "./goals/rollup";
import { dimensions, goalsTableName, type GoalRow, type TypedColumn } from "./goals/row";
import { goalSettingNames } from "./goals/settings";
import { sourcesTable, sourcesTableName } from "./goals/sources";
import { sectionOf } from "./headings";
import type { Format } from "./plan";
import { tabColours } from "./tabs";
import { heightFor } from "./text-lines";

/** Columns a title or note spans. */
const width = 11;
const section = sectionOf(width);

/** Light, so that the figure over it can be read. */
const barColour = "#BFE3DF";

export const goalsEntry: SheetEntry = { make: goalsSheet, forms: [goalsTableName, logTableName], shared: [goalsTableName], inputs: [], definitions: () => [] };

function goalsSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const words = text.goals;
  const { rows, terms, sources, log } = goalsNow(context);
  return {
    id: "goals",
    name: text.sheets.goals.name,
    tab: tabColours.work,
    columnWidths: [14, 28, 14, 14, 16, 10, 13, 13, 14, 13, 28, 38, 27, 10, 16, 12, 12, 12, 13, 13, 14, 10, 13],
    gridlines: false,
    freeze: { rows: 0, columns: 2 },
    blocks: [
      grid([[show("title", words.title, { across: width })], [show("sentence", allRow(rows, terms, text).headline, { across: width })]], [30, 22]),
      gap(),
      { kind: "beside", blocks: [{ column: 0, block: rollupBlock(rows, terms, context) }, { column: 9, block: chart(context) }] },
      gap(),
      section(words.goalsTitle),
      grid([[show("wrapped", words.goalsNote, { across: width })]], [46]),
      { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table: goalsTable(rows, terms, context) } }, { column: 0, block: heightsOf(rows, terms) }] },
      gap(),
      section(words.logTitle),
      grid([[show("wrapped", words.logNote, { across: width })]], [18]),
      { kind: "table", table: logTable(log, rows, text) },
      gap(),
      ...derivationBlocks(rows, context),
      section(words.sourcesTitle),
      grid([[show("wrapped", words.sourcesNote, { across: width })]], [18]),
      { kind: "beside", blocks: [{ column: 1, block: { kind: "table", table: sourcesTable(sources, context) } }] },
    ],
    rules: rules(context),
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function rollupBlock(rows: readonly GoalRow[], terms: readonly GoalTerms[], { text }: SheetContext): Block {
  return { kind: "stack", blocks: [section(text.goals.rollupTitle, 7), { kind: "table", table: rollupTable(rows, terms, text) }] };
}

function chart({ text }: SheetContext): Block {
  const { columns, chartTitle, chartAlt } = text.goals;
  const of = (header: string) => ({ table: goalsTableName, column: header });
  return {
    kind: "chart", across: 4, down: 14,
    chart: {
      name: "GoalProgress", kind: "bar", title: chartTitle, alt: chartAlt, legend: true, format: "percent", axisMin: 0, axisMax: 1,
      series: [
        { name: columns.progress, categories: of(columns.goal), values: of(columns.progress), colour: "teal" },
        { name: columns.elapsed, categories: of(columns.goal), values: of(columns.elapsed), colour: "grey" },
      ],
    },
  };
}

function goalsTable(rows: readonly GoalRow[], terms: readonly GoalTerms[], context: SheetContext): TableSpec {
  const { text } = context;
  const headers = text.goals.columns;
  const units = rows.map((row) => formatOfUnitWord(row.unit, text));
  const made = (name: keyof GoalTerms, format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: headers[name], owner: "formula", format, contents: terms.map((term): Term => term[name]), ...more });
  const typed = (name: TypedColumn, format: Format, more: Partial<ColumnSpec> = {}): ColumnSpec => ({ name: headers[name], owner: "user", format, look: "input", contents: rows.map((row): CellValue => row[name]), ...more });
  const choice = (items: readonly string[], prompt?: string): Partial<ColumnSpec> => ({ look: "choice", allowed: { kind: "list", items, ...(prompt ? { prompt } : {}) } });
  const { prompts } = text.goals;
  const day: Allowed = { kind: "day", prompt: prompts.day };
  const inUnit = { formats: units };
  return {
    name: goalsTableName, kind: "form", key: [headers.goal], filter: false, style: "form",
    columns: [
      typed("dimension", "text", choice(dimensions.map((dimension) => text.goals.dimensions[dimension]))),
      typed("goal", "text", { look: "inputWrapped" }),
      made("status", "text", { look: "centred" }),
      made("progress", "percent"),
      made("elapsed", "percent"),
      made("pace", "ratio"),
      made("actual", "decimal", inUnit),
      made("level", "decimal", inUnit),
      made("projected", "decimal", inUnit),
      made("needed", "decimal", inUnit),
      made("smart", "text", { look: "wrapped" }),
      typed("specific", "text", { look: "inputWrapped" }),
      typed("measure", "text", { look: "choice", allowed: { kind: "listOf", table: sourcesTableName, column: text.goals.sources.measure, prompt: prompts.measure } }),
      typed("unit", "text"),
      typed("direction", "text", choice(directions.map((direction) => text.goals.directions[direction]), prompts.direction)),
      typed("baseline", "decimal", inUnit),
      typed("target", "decimal", { formats: rows.map((row, index) => (isByPercent(row, text) ? "percent" : (units[index] ?? "general"))) }),
      typed("upper", "decimal", inUnit),
      typed("start", "day", { allowed: day }),
      typed("deadline", "day", { allowed: day }),
      typed("owner", "text"),
      typed("weight", "general", { allowed: { kind: "number", min: 0, max: 1e6, whole: false, prompt: prompts.weight } }),
      typed("typed", "decimal", inUnit),
    ],
  };
}

/** Room for the longest text of each row, which wraps. */
function heightsOf(rows: readonly GoalRow[], terms: readonly GoalTerms[]): Block {
  const heights = rows.map((row, index) => heightFor([row.specific, 34], [terms[index]?.smart.value, 25], [row.goal, 25]));
  return grid([[], ...rows.map(() => [])], [null, ...heights]);
}

function rules({ text }: SheetContext): readonly RuleSpec[] {
  const { columns, statuses } = text.goals;
  const of = (header: string) => ({ table: goalsTableName, column: header });
  const says = (status: keyof typeof statuses, tone: "good" | "fair" | "bad" | "muted" | "strong") => ({ kind: "equals" as const, area: of(columns.status), text: statuses[status], tone });
  const first = `⟦${goalsTableName}.${columns.pace}⟧`;
  const pace = (beside: string, tone: "good" | "fair" | "bad") => ({ kind: "formula" as const, area: of(columns.pace), formula: `AND(ISNUMBER(${first}),${first}${beside})`, tone });
  return [
    { kind: "dataBar", area: of(columns.progress), colour: barColour, min: 0, max: 1 },
    { kind: "dataBar", area: { table: rollupTableName, column: text.goals.rollup.progress }, colour: barColour, min: 0, max: 1 },
    pace(`>=${goalSettingNames.atRiskBelow}`, "good"), pace(`>=${goalSettingNames.offTrackBelow}`, "fair"), pace(`<${goalSettingNames.offTrackBelow}`, "bad"),
    says("achieved", "good"), says("onTrack", "good"), says("atRisk", "fair"), says("offTrack", "bad"), says("overdue", "bad"), says("noData", "muted"),
  ];
}

function formatOfUnitWord(unit: CellValue, { goals }: SheetContext["text"]): Format {
  if (unit === goals.units.percent) return "percent";
  if (unit === goals.units.money) return "money";
  return "decimal";
}

function isByPercent(row: GoalRow, { goals }: SheetContext["text"]): boolean {
  return row.direction === goals.directions.raiseByPercent || row.direction === goals.directions.reduceByPercent;
}
