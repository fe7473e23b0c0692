// Which open deals miss what their stage asks for, and how much is at risk; which stand still; the criteria, to be typed.

import { numberText, sentence } from "../formula/sentence";
import { join, literal, orZero, type Term } from "../formula/term";
import { countifs, rowsOf, sumifs } from "../formula/aggregate";
import { groupedText } from "../formula/thousands";
import { isOpenGrouped, type DealModel } from "../metrics/deals";
import { gap, grid, show, type Block, type RuleSpec, type SheetSpec, type TableSpec } from "./block";
import type { SheetContext } from "./context";
import { dataSheet } from "./data/sheet";
import type { SheetEntry } from "./entry";
import { chartBlock } from "./gates/chart";
import { daysCountFrom, gateChecks, missedBy, openDeals, testedFields, type Checks, type OpenDeals } from "./gates/checks";
import { criteriaRows, readCriterion, type Criterion, type ReadCriterion } from "./gates/criteria";
import { criteriaTable } from "./gates/criteria-table";
import { fieldsTable, gateFields, type GateField } from "./gates/fields";
import { gateWidths, heightsOf } from "./gates/heights";
import { missesTable, missRows, waivedIn, type MissRow } from "./gates/misses";
import { gateNames, mostListed } from "./gates/names";
import { gateSettings, stageLimits, type GateSettings, type StageLimits } from "./gates/settings";
import { stillRows, stillTable } from "./gates/still";
import { flagged, repsTable, stagesTable, worthOf, type Summary } from "./gates/summary";
import { countOf } from "./gates/typed";
import { sectionOf } from "./headings";
import { tabColours } from "./tabs";

/** Columns a title or note spans: up to the first wide one. */
const across = 9;
const section = sectionOf(across);

export const gatesEntry: SheetEntry = {
  make: gatesSheet,
  more: checksSheet,
  moreNames: ({ gates }) => ({ gateChecks: gates.checks.sheet }),
  forms: [gateNames.criteria, gateNames.misses, gateNames.still],
  shared: [gateNames.criteria],
  inputs: [gateNames.times, gateNames.pushes],
  definitions: ({ gates }) => gates.definitions,
};

function gatesSheet(context: SheetContext): SheetSpec {
  const { text } = context;
  const words = text.gates;
  const parts = partsOf(context);
  return {
    id: "gates",
    name: text.sheets.gates.name,
    tab: tabColours.work,
    columnWidths: gateWidths,
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across })]], [30]), ...("why" in parts ? withoutChecks(context, parts) : contents(parts))],
    rules: "why" in parts ? [] : rules(context),
    print: { orientation: "landscape", paper: "a3", fitToHeight: false },
  };
}

/** One row for each open deal on a sheet of its own, behind the data. */
function checksSheet(context: SheetContext): readonly SheetSpec[] {
  const parts = partsOf(context);
  if ("why" in parts) return [];
  const { sheet, note } = context.text.gates.checks;
  return [dataSheet("gateChecks", { spec: parts.checks.table, sheet, note, fields: new Map(), columns: parts.checks.table.columns.map((spec) => ({ field: null, extra: null, spec })) })];
}

interface Parts {
  readonly context: SheetContext;
  readonly model: DealModel;
  readonly settings: GateSettings;
  readonly open: OpenDeals;
  readonly fields: readonly GateField[];
  readonly criteria: readonly Criterion[];
  readonly read: readonly ReadCriterion[];
  readonly limits: StageLimits;
  readonly misses: readonly MissRow[];
  readonly checks: Checks;
}

interface Nothing {
  readonly why: string;
  readonly criteria: readonly Criterion[];
  readonly read: readonly ReadCriterion[];
}

/** Made once for a context: the sheet and the one behind the data show the same. */
function partsOf(context: SheetContext): Parts | Nothing {
  const known = made.get(context) ?? makeParts(context);
  made.set(context, known);
  return known;
}

const made = new WeakMap<SheetContext, Parts | Nothing>();

function makeParts(context: SheetContext): Parts | Nothing {
  const { model: all, text } = context;
  const fields = gateFields(context);
  const criteria = criteriaRows(context, fields);
  const stages = all.stages.rows;
  const model = all.deals && { ...all, deals: all.deals };
  const open = model && openDeals(context, model);
  const { needs } = text.gates;
  const why = !model || model.deals.count === 0 ? needs.deals : open?.deals.length === 0 ? needs.open : isOpenGrouped(model) ? text.tables.groups.needsOpen(text.sheets.gates.name) : stages.every(({ outcome }) => outcome !== "open") ? needs.stages : null;
  if (!model || !open || why !== null) return { why: why ?? needs.deals, criteria, read: criteria.map((row) => readCriterion(row, stages, [])) };
  const tested = testedFields(fields, criteria, model, context);
  const read = criteria.map((row) => readCriterion(row, stages, tested.map(({ name }) => name.toLowerCase())));
  const settings = gateSettings(context);
  const limits = stageLimits(context, model, settings);
  const missed = missedBy(open, tested, read.map(({ test }) => test), model.settings.asOf.value);
  const misses = missRows(context, open, (at) => (missed[at]?.length ?? 0) > 0);
  const waived = misses.length === 0 ? null : waivedIn(misses, text.tables.yes);
  const checks = gateChecks({ model, open, tested, missed, waived, limits: limits.limits, pushes: settings.pushes, hasRates: context.data.get("deal")?.rates !== undefined, countsFrom: daysCountFrom(context, model), text });
  return { context, model, settings, open, fields, criteria, read, limits, misses, checks };
}

/** Criteria can be typed before there are deals to check. */
function withoutChecks(context: SheetContext, { why, criteria, read }: Nothing): readonly Block[] {
  const words = context.text.gates;
  const table = criteriaTable(criteria, read, null, context);
  return [
    grid([[show("sentence", why, { across })]], [22]), gap(),
    grid([[show("section", words.criteriaTitle, { across })], [show("note", words.criteriaNote, { across })]], [24, 44]),
    withHeights(table),
  ];
}

function contents(parts: Parts): readonly Block[] {
  const { context, model, checks, open, limits, criteria, read, fields } = parts;
  const words = context.text.gates;
  const hasAmounts = open.deals.some(({ amount }) => amount !== null);
  const summary: Summary = { model, context, checks, open, limits: limits.limits, hasAmounts, hasTests: read.some(({ test }) => test !== null) };
  const reps = repsTable(summary);
  return [
    grid([[show("sentence", headline(parts, summary), { across })], [show("sentence", stillLine(parts), { across })], ...unknowns(parts).map((line) => [show("note", line, { across })])], [22, 22]),
    gap(),
    { kind: "beside", blocks: [
      { column: 0, block: { kind: "stack", blocks: [section(words.stagesTitle, 8), stagesTable(summary)] } },
      { column: 8, block: chartBlock(context, hasAmounts) },
    ] },
    gap(),
    section(words.repsTitle, 8),
    reps ?? grid([[show("note", words.noReps, { across })]]),
    gap(),
    ...missesBlocks(parts),
    gap(),
    ...stillBlocks(parts),
    gap(),
    grid([[show("section", words.criteriaTitle, { across })], [show("note", words.criteriaNote, { across })]], [24, 44]),
    withHeights(criteriaTable(criteria, read, checks, context)),
    gap(),
    ...limits.blocks,
    ...(fields.length === 0 ? [] : [
      grid([[show("section", words.fieldsTitle, { across })], [show("note", words.fieldsNote, { across })]], [24, 18]),
      { kind: "table", table: fieldsTable(fields, open, context) } as const,
    ]),
  ];
}

function headline(parts: Parts, summary: Summary): Term<string> {
  const { checks, read, context } = parts;
  const words = context.text.gates;
  if (read.every(({ test }) => test === null)) return sentence(words.nothingChecked, {});
  const n = numberText(countifs(flagged(checks.columns.risk)));
  const all = numberText(rowsOf(checks.columns.no));
  if (!summary.hasAmounts) return sentence(words.missingNoAmounts, { n, open: all });
  const total = sumifs(checks.columns.amount);
  const atRisk = worthOf(summary, flagged(checks.columns.risk));
  return sentence(words.missing, { n, open: all, amount: groupedText(orZero(atRisk)), all: groupedText(orZero(total)) });
}

/** Only reasons the data tell of. */
function stillLine({ checks, context }: Parts): Term<string> {
  const { still: words, stillParts, stillSeparator, needs } = context.text.gates;
  const n = (flag: keyof Checks["known"]) => numberText(countifs(flagged(checks.columns[flag])));
  const parts = (["long", "late", "quiet", "pushed"] as const).filter((flag) => checks.known[flag]);
  if (parts.length === 0) return sentence(needs.still, {});
  const said = parts.map((flag) => sentence(stillParts[flag], { n: n(flag) }));
  return sentence(words, { n: n("still"), parts: said.reduce((left, right) => join(left, literal(stillSeparator), right)) });
}

/** What the data do not tell. */
function unknowns({ checks, open, context, model }: Parts): readonly string[] {
  const { unknown } = context.text.gates;
  const counts = daysCountFrom(context, model);
  return [
    ...(counts === null ? [unknown.long] : counts === "stage" ? [] : [counts === "created" ? unknown.stage : unknown.sameDay]),
    ...(checks.due === null ? [unknown.due] : []),
    ...(checks.last === null ? [unknown.quiet] : []),
    ...(open.pushesFrom === null ? [unknown.pushes] : open.pushesFrom === "snapshots" ? [unknown.log] : []),
  ];
}

function missesBlocks({ context, misses, checks, criteria, read, open }: Parts): readonly Block[] {
  const words = context.text.gates;
  if (misses.length === 0) return [section(words.missesTitle), grid([[show("note", words.noMisses, { across })]])];
  const all = countOf(open.deals, (at) => (checks.missed[at]?.length ?? 0) > 0);
  return [section(words.missesTitle), note(words.missesNote, Math.min(all, mostListed), all), withHeights(missesTable(misses, checks, criteria, read, context))];
}

function stillBlocks(parts: Parts): readonly Block[] {
  const { context, checks, open, limits } = parts;
  const words = context.text.gates;
  const isStill = (at: number) => checks.columns.still.values[at] === 1;
  const rows = stillRows(context, open, isStill);
  if (rows.length === 0) return [section(words.stillTitle), grid([[show("note", words.noStill, { across })]])];
  const all = countOf(open.deals, isStill);
  return [section(words.stillTitle), note(words.stillNote, Math.min(all, mostListed), all), withHeights(stillTable(rows, { ...parts, limits: limits.limits }))];
}

function note(words: string, n: number, all: number): Block {
  return grid([[show("note", words.replace("{n}", String(n)).replace("{all}", String(all)), { across })]], [32]);
}

function withHeights(table: TableSpec): Block {
  return { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: heightsOf(table) }] };
}

function rules({ text }: SheetContext): readonly RuleSpec[] {
  const words = text.gates;
  const state = { table: gateNames.criteria, column: words.criteria.state };
  return [
    { kind: "dataBar", area: { table: gateNames.stages, column: words.stages.share }, colour: "#F3C9A9", min: 0, max: 1 },
    { kind: "equals", area: state, text: words.states.column, tone: "good" },
    { kind: "equals", area: state, text: words.states.noValue, tone: "bad" },
    { kind: "equals", area: state, text: words.states.waits, tone: "fair" },
    { kind: "equals", area: state, text: words.states.off, tone: "muted" },
  ];
}
