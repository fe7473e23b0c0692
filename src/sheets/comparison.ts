// One KPI under each of its definitions, side by side, and which one the team agrees on.

import { numberText, sentence } from "../formula/sentence";
import type { DealModel } from "../metrics/deals";
import { gap, grid, show, type Block, type RuleSpec, type SheetSpec } from "./block";
import { agreedDefinitions, agreedTableName, type Agreed } from "./comparison/agreed";
import { definitionsTable, definitionsTableName } from "./comparison/definitions-table";
import { familiesOf, valueNow, type Family } from "./comparison/families";
import { comparedPeriod, comparisonInputs } from "./comparison/period";
import { lostReasons, reasonsTableName } from "./comparison/reasons";
import { sayingOf } from "./comparison/says";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { sectionOf } from "./headings";
import { tabColours } from "./tabs";
import { textWidth } from "./theme";

/** Columns a title or sentence spans. */
const width = 8;
const section = sectionOf(width);
const widths = [18, 44, 15, 14, 16, 16, 13, 52, 24, 30, 34];

export const comparisonEntry: SheetEntry = {
  make: comparisonSheet, forms: [agreedTableName, reasonsTableName], inputs: Object.values(comparisonInputs), definitions: ({ comparison }) => comparison.definitions,
};

function comparisonSheet(context: SheetContext): SheetSpec {
  const { model, text } = context;
  const words = text.comparison;
  const made = model.deals ? contents(context, { ...model, deals: model.deals }) : withoutDeals(context);
  return {
    id: "comparison",
    name: text.sheets.comparison.name,
    tab: tabColours.work,
    columnWidths: widths,
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: width })]], [30]), ...made.blocks],
    rules: made.rules,
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

interface Contents {
  readonly blocks: readonly Block[];
  readonly rules: readonly RuleSpec[];
}

function contents(context: SheetContext, model: DealModel): Contents {
  const { text: { comparison: words } } = context;
  const around = comparedPeriod(context);
  const reasons = lostReasons(context, model, around.period);
  const families = familiesOf(context, model, around, reasons?.notCounted ?? null);
  const agreed = agreedDefinitions(families, context);
  const charts = chartsOf(families, context);
  return {
    blocks: [
      headline(agreed, context), gap(),
      around.block, gap(),
      section(words.saysTitle),
      sayings(families, context), gap(),
      ...agreedBlocks(agreed, context), gap(),
      ...(charts.length > 0 ? [{ kind: "beside", blocks: charts } as const, gap()] : []),
      section(words.tableTitle),
      grid([[show("wrapped", words.tableNote, { across: width })]], [20]),
      definitionsTable(families, context),
      ...(reasons?.blocks ?? []),
    ],
    rules: rules(context),
  };
}

/** What was agreed before stays, though there is nothing to compare. */
function withoutDeals(context: SheetContext): Contents {
  const { text: { comparison: words } } = context;
  return { blocks: [grid([[show("sentence", words.noDeals, { across: width })]], [22]), gap(), ...agreedBlocks(agreedDefinitions([], context), context)], rules: [] };
}

function headline({ agreed, all }: Agreed, { text: { comparison: words } }: SheetContext): Block {
  return grid([[show("sentence", sentence(words.headline, { agreed: numberText(agreed), all: numberText(all) }), { across: width })]], [22]);
}

/** The range of each KPI in a sentence. */
function sayings(families: readonly Family[], context: SheetContext): Block {
  const said = families.map((family) => sayingOf(family, context));
  return grid(said.map((term) => [show("wrapped", term, { across: width })]), said.map(({ value }) => 6 + 15 * Math.ceil(textWidth(value) / 175)));
}

function agreedBlocks({ table, rows }: Agreed, { text: { comparison: words } }: SheetContext): readonly Block[] {
  const heights = rows.map((row) => 7 + 14 * Math.max(1, Math.ceil(textWidth(String(row.choice ?? "")) / 40), Math.ceil(textWidth(String(row.note ?? "")) / 48)));
  return [
    section(words.agreedTitle),
    grid([[show("wrapped", words.agreedNote, { across: width })]], [20]),
    { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: grid([[], ...rows.map(() => [])], [null, ...heights]) }] },
  ];
}

/** Bars of the definitions that can be worked out, of the two KPIs argued over most. */
function chartsOf(families: readonly Family[], { text: { comparison: words } }: SheetContext) {
  const shown = (id: Family["id"]) => families.find((family) => family.id === id)?.definitions.filter(({ compared }) => valueNow(compared) !== "") ?? [];
  const chart = (id: Family["id"], column: number, across: number, name: string, title: string, alt: string) => {
    const rows = shown(id);
    const [first, last] = [rows[0], rows.at(-1)];
    if (!first || !last || rows.length < 2) return [];
    const area = (what: string) => ({ from: `compared ${first.id} ${what}`, to: `compared ${last.id} ${what}` });
    return [{ column, block: {
      kind: "chart", across, down: 17,
      chart: {
        name, kind: "bar", title: title.replace("{n}", String(rows.length)), alt, legend: false, format: id === "winRate" ? "percent" : "money",
        series: [{ name: title.replace("{n}", String(rows.length)), categories: area("name"), values: area("value"), colour: id === "winRate" ? "teal" : "navy", labels: true }],
      },
    } } as const];
  };
  return [
    ...chart("winRate", 0, 6, "ComparedWinRates", words.chartTitle, words.chartAlt),
    ...chart("forecast", 6, 3, "ComparedForecasts", words.forecastChart, words.forecastAlt),
  ];
}

function rules({ text: { comparison: words } }: SheetContext): readonly RuleSpec[] {
  const state = { table: agreedTableName, column: words.agreed.state };
  const first = (header: string) => `⟦${definitionsTableName}.${header}⟧`;
  return [
    { kind: "equals", area: state, text: words.states.agreed, tone: "good" },
    { kind: "equals", area: state, text: words.states.open, tone: "muted" },
    { kind: "equals", area: state, text: words.states.other, tone: "bad" },
    { kind: "formula", area: { table: definitionsTableName, column: words.table.definition }, formula: `AND(ISNUMBER(${first(words.table.value)}),${first(words.table.difference)}="")`, tone: "strong" },
    { kind: "formula", area: { table: definitionsTableName, column: words.table.definition }, formula: `${first(words.table.value)}=""`, tone: "muted" },
  ];
}
