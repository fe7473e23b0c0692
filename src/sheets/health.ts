// A health score for every customer, renewals ahead, and what to do.

import { literalText } from "../formula/term";
import { gap, grid, show, stack, type Block, type ChartSpec, type RuleSpec, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { sectionOf } from "./headings";
import { bandsOf } from "./health/bands";
import type { Customers } from "./health/columns";
import { columnsTable, exceptionsTable, measuresTable } from "./health/forms";
import { intentTable } from "./health/intent";
import { firstList, renewalList } from "./health/lists";
import { logTable, logWith } from "./health/log";
import { healthModel, type HealthModel } from "./health/model";
import { bandsName, exceptionsName, inputNames, intentName, logName, measuresName, scoresName } from "./health/names";
import { bandRules, scoresSheets } from "./health/scores";
import { settingsBlock } from "./health/settings";
import { tabColours } from "./tabs";
import { colourOf } from "./theme";
import { heightFor } from "./text-lines";

export const healthEntry: SheetEntry = {
  make: healthSheet,
  more: scoresSheets,
  moreNames: ({ health }) => ({ healthScores: health.scoresSheet }),
  forms: [measuresName, exceptionsName, intentName, scoresName, logName],
  shared: [measuresName, exceptionsName],
  inputs: Object.values(inputNames),
  definitions: ({ health }) => health.definitions,
};

/** Columns a title or note spans. */
const width = 12;
const section = sectionOf(width);
const columnWidths = [28, 24, 13, 13, 13, 16, 58, 15, 13, 18, 30, 12];

function healthSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const words = text.health;
  const model = healthModel(context);
  const { customers } = model;
  const { blocks, rules } = customers ? contents(model, customers) : { blocks: withoutCustomers(model), rules: [] };
  return {
    id: "health",
    name: text.sheets.health.name,
    tab: tabColours.work,
    columnWidths,
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30]), ...blocks],
    rules,
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

function contents(model: HealthModel, customers: Customers): { readonly blocks: readonly Block[]; readonly rules: readonly RuleSpec[] } {
  const { context } = model;
  const words = context.text.health;
  const bands = bandsOf(model, customers);
  const first = firstList(model, customers, width);
  const renewals = renewalList(model, customers, bands, width);
  const log = logWith(bands.line, context.memory);
  return {
    blocks: [
      grid([[show("sentence", bands.headline, { across: width })]], [36]),
      bands.cards, gap(),
      {
        kind: "beside", blocks: [
          { column: 0, block: stack(section(words.bandsTitle, 6), bands.table, grid([[show("note", words.revenueFrom[customers.revenueFrom], { across: 6 })], [show("note", bands.left, { across: 6 })]], [18, 18]), gap(), settingsBlock(context, model.settings, 2)) },
          { column: 6, block: bandsChart(context) },
          { column: 7, block: log.length > 1 ? trendChart(context) : grid([[show("note", words.trendFirst, { across: 4 })]]) },
        ],
      },
      gap(), ...first.blocks,
      gap(), ...renewals.blocks,
      gap(), ...forms(model),
      gap(), section(words.columnsTitle), note(words.columnsNote, 18), { kind: "table", table: columnsTable(model) },
      ...logBlocks(log, context),
    ],
    rules: [...bandRules(context, bandsName, words.bands.band), ...first.rules, ...renewals.rules, ...stateRules(context)],
  };
}

/** Typed before, kept where there are no customers now. */
function withoutCustomers(model: HealthModel): readonly Block[] {
  const { context } = model;
  return [grid([[show("sentence", whyNoCustomers(context), { across: width })]], [36]), gap(), settingsBlock(context, model.settings, 2), gap(), ...forms(model), ...logBlocks(logWith(null, context.memory), context)];
}

function whyNoCustomers({ data, text }: SheetContext): string {
  return data.get("account")?.groups ? text.tables.groups.needsEach(text.sheets.health.name) : text.health.noAccounts;
}

function forms(model: HealthModel): readonly Block[] {
  const { context, measures, exceptions, intents } = model;
  const words = context.text.health;
  return [
    section(words.measuresTitle), note(words.measuresNote, 32), withHeights(measuresTable(model), measures.map(({ action }) => action)),
    gap(), section(words.exceptionsTitle), note(words.exceptionsNote, 18), withHeights(exceptionsTable(model), exceptions.map(({ action }) => action)),
    gap(), section(words.intentTitle, 2), note(words.intentNote, 18), { kind: "table", table: intentTable(intents, context.text) },
  ];
}

/** Room for actions that wrap. */
function withHeights(table: ReturnType<typeof measuresTable>, actions: readonly unknown[]): Block {
  const heights = actions.map((action) => heightFor([action, 60]));
  return { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: grid([[], ...actions.map(() => [])], [null, ...heights]) }] };
}

function logBlocks(log: Parameters<typeof logTable>[0], { text }: SheetContext): readonly Block[] {
  if (log.length === 0) return [];
  return [gap(), section(text.health.logTitle), note(text.health.logNote, 18), { kind: "table", table: logTable(log, text) }];
}

function bandsChart({ text }: SheetContext): Block {
  const words = text.health;
  return {
    kind: "chart", across: 1, down: 17,
    chart: {
      name: "HealthDistribution", kind: "doughnut", title: words.bandsChart, alt: words.bandsAlt, legend: true, format: "count",
      pointColours: ["teal", "amber", "red", "grey"].map(colourOf),
      series: [{ name: words.bands.customers, categories: { from: "health.word.green", to: "health.word.none" }, values: { from: "health.band.green", to: "health.band.none" }, colour: "teal", labels: true }],
    },
  };
}

function trendChart({ text }: SheetContext): Block {
  const { log, trendChart: title, trendAlt } = text.health;
  const of = (column: string) => ({ table: logName, column });
  const chart: ChartSpec = {
    name: "HealthTrend", kind: "combo", title, alt: trendAlt, legend: true, format: "count", axisMin: 0, axisMax: 100,
    series: [
      { name: log.mean, categories: of(log.day), values: of(log.mean), colour: "navy", draw: "line" },
      { name: log.share, categories: of(log.day), values: of(log.share), colour: "teal", draw: "line", axis: "second" },
    ],
  };
  return { kind: "chart", across: 4, down: 17, chart };
}

function stateRules({ text }: SheetContext): readonly RuleSpec[] {
  const { measures, exceptions, states, exceptionStates } = text.health;
  const rule = (table: string, column: string, used: string): RuleSpec => ({ kind: "formula", area: { table, column }, formula: `AND(⟦${table}.${column}⟧<>"",⟦${table}.${column}⟧<>${literalText(used)})`, tone: "fair" });
  return [rule(measuresName, measures.status, states.used), rule(exceptionsName, exceptions.status, exceptionStates.used)];
}

function note(said: string, height: number): Block {
  return grid([[show("note", said, { across: width })]], [height]);
}
