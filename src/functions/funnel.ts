// Custom function on how many deals reached each stage of the funnel.

import type { Outcome } from "../crm/objects/deal";
import { conversionSteps } from "../metrics/conversion";
import { reachedInOrder } from "../metrics/funnel-strict";
import type { StageRow } from "../metrics/model";
import { dealModelOf } from "../metrics/model-of";
import { Refusal } from "../metrics/refusal";
import { entryFacts, moveTable, type StageEntries } from "../metrics/stage-history";
import { funnelRows } from "../metrics/tables";
import { funnelWords as en } from "../text/en/functions/words";
import { funnelWords as zh } from "../text/zh/functions/words";
import { addDays, addMonths, isoOf, monthStart, type Day } from "../values";
import { isBlank, optional, required, shown, type Answer, type Cells } from "./given/cells";
import { choice } from "./given/choice";
import { figureOf, isNothing, readDayCell, readNumberCell } from "./given/figures";
import { knownValueOf } from "./given/one";
import { distinctStages, isHeadingOf, orderOf, pipelineStages, standing, textAt, type GivenRow } from "./given/stages";
import { isChinese } from "./given/table";

const modes = {
  counts: ["count", "计数"], snapshot: ["now", "快照"], "back-filled": ["backfill", "回填"], "ever-entered": ["any", "曾进入"], strict: ["all", "严格"], cohort: ["cohorts", "同期群"],
} as const;
type Mode = keyof typeof modes;
type Words = typeof en;

/**
 * Funnel: how many deals reached each stage, and what share of them came that far.
 * @customfunction FUNNELCONV
 * @param stages Stage and count; or the stage of each deal; or deal, stage and the day it was entered
 * @param [order] Stages from first to last; a second column may say open, won or lost
 * @param [mode] "counts", "snapshot" or "back-filled", "ever-entered", "strict" or "cohort": the first that the stages allow if left out
 * @param [entered] With deal and stage: the day each stage was entered
 * @returns Stage, reached (with the mode), step and cumulative conversion; cohorts by month
 */
export function FUNNELCONV(stages: Cells, order: Cells, mode: Cells, entered: Cells): Answer {
  const { rows } = required("stages", stages);
  const given = withDays(standing(rows), entered);
  const width = given[0]!.cells.length;
  const chosen = choice("mode", mode, modes, width === 1 ? "snapshot" : width === 2 ? "counts" : "ever-entered");
  const needed = columnsOf(chosen);
  if (width !== needed) throw new Refusal("sizes-differ", { argument: "stages", found: `${rows.length} × ${width}`, expected: `${rows.length} × ${needed}` });
  const listed = orderOf(order);
  switch (chosen) {
    case "counts": return counted(given, listed);
    case "snapshot": case "back-filled": return byStageNow(given, listed, chosen);
    case "ever-entered": case "strict": case "cohort": return byHistory(given, listed, chosen, optional("entered", entered) ? "entered" : "stages");
  }
}

function columnsOf(mode: Mode): number {
  return mode === "counts" ? 2 : mode === "snapshot" || mode === "back-filled" ? 1 : 3;
}

/** The days of their own argument as the third column. */
function withDays(given: readonly GivenRow[], entered: Cells): readonly GivenRow[] {
  const days = optional("entered", entered);
  if (!days) return given;
  const width = given[0]!.cells.length;
  if (width !== 2) throw new Refusal("not-with", { argument: "entered", expected: `stages (${width})` });
  const cells = days.rows.flat();
  const last = cells.findLastIndex((cell) => !isBlank(cell)) + 1;
  if (cells.length < given[given.length - 1]!.row || last > given[given.length - 1]!.row) throw new Refusal("sizes-differ", { argument: "entered", found: `${cells.length} × 1`, expected: `${given[given.length - 1]!.row} × 1` });
  return given.map((one) => ({ ...one, cells: [...one.cells, cells[one.row - 1]] }));
}

/** The language of the answer is that of the stages. */
function wordsFor(given: readonly GivenRow[], at: number, stages: readonly StageRow[]): Words {
  const names = [...stages.map(({ stage }) => stage), shown(given[0]?.cells[at])];
  return isChinese({ name: "stages", headings: names, rows: [] }) ? zh : en;
}

function heading(words: Words, mode: Mode): string[] {
  const step = mode === "ever-entered" || mode === "strict" || mode === "cohort" ? words.further : words.step;
  return [words.stage, words.reached[mode], step, words.cumulative];
}

/** Counts as they are, in the order listed. */
function counted(given: readonly GivenRow[], listed: readonly StageRow[] | null): Answer {
  const rows = isHeading(given[0]!, 1, (text) => figureOf(text) === null) ? given.slice(1) : given;
  if (rows.length === 0) throw new Refusal("no-rows", { argument: "stages" });
  const counts = new Map<string, { readonly stage: string; readonly count: number }>();
  for (const one of rows) {
    const stage = textAt(one, 0, "stages");
    if (counts.has(stage.toLowerCase())) throw new Refusal("named-twice", { argument: "stages", row: one.row, found: stage });
    if (listed && !listed.some((other) => other.stage.toLowerCase() === stage.toLowerCase())) throw new Refusal("unknown-stage", { argument: "stages", row: one.row, found: stage });
    counts.set(stage.toLowerCase(), { stage, count: countAt(one) });
  }
  const steps = listed ? listed.filter(({ outcome }) => outcome !== "lost").map(({ stage }) => counts.get(stage.toLowerCase()) ?? missing(stage)) : [...counts.values()];
  return [heading(wordsFor(given, 0, listed ?? []), "counts"), ...conversionRows(steps.map(({ stage }) => stage), steps.map(({ count }) => count), "before")];
}

function missing(stage: string): never {
  throw new Refusal("no-stage-row", { argument: "stages", found: stage });
}

function countAt({ cells, row }: GivenRow): number {
  const count = knownValueOf(cells[1], { argument: "stages", row }, readNumberCell);
  if (count < 0) throw new Refusal("out-of-range", { argument: "stages", row, found: count, expected: "≥ 0" });
  return count;
}

function conversionRows(stages: readonly string[], counts: readonly number[], step: "before" | "further"): Answer {
  const steps = conversionSteps(counts, step);
  return steps.map((one, at) => rowOf(stages, at, one.reached.value, one.step.value, one.cumulative.value, step));
}

/** A share without anything to divide by says of which stage; the first step has none before it, the last none after. */
function rowOf(stages: readonly string[], at: number, reached: number, step: number | "" | null, cumulative: number | "" | null, look: "before" | "further"): Answer[number] {
  const share = (value: number | "" | null, of: string) => (typeof value === "number" ? value : new Refusal("no-one-reached", { argument: "stages", found: of }));
  const hasStep = look === "before" ? at > 0 : at < stages.length - 1;
  return [stages[at]!, reached, hasStep ? share(step, stages[look === "before" ? at - 1 : at]!) : "", share(cumulative, stages[0]!)];
}

/** By the stage each deal is in now. */
function byStageNow(given: readonly GivenRow[], listed: readonly StageRow[] | null, mode: "snapshot" | "back-filled"): Answer {
  const rows = given.length > 1 && isHeadingOf(given[0]!) ? given.slice(1) : given;
  const names = rows.map((one) => ({ stage: textAt(one, 0, "stages"), row: one.row }));
  const stages = pipelineStages(listed, distinctStages(names));
  const words = wordsFor(given, 0, stages);
  const outcomes = new Map(stages.map(({ stage, outcome }): [string, Outcome] => [stage.toLowerCase(), outcome]));
  const deals = { stage: names.map(({ stage }) => stage), outcome: names.map(({ stage }) => outcomes.get(stage.toLowerCase())!) };
  const steps = funnelRows(dealModelOf(deals, { stages, won: words.won }), mode, words.closed);
  return [heading(words, mode), ...steps.map((one, at) => rowOf(steps.map(({ stage }) => stage), at, one.reached, one.step, one.cumulative, "before"))];
}

/** By every entry into a stage. */
function byHistory(given: readonly GivenRow[], listed: readonly StageRow[] | null, mode: "ever-entered" | "strict" | "cohort", daysIn: string): Answer {
  const rows = isHeading(given[0]!, 2, (text) => !/\d/.test(text)) ? given.slice(1) : given;
  if (rows.length === 0) throw new Refusal("no-rows", { argument: "stages" });
  const entries = { deal: rows.map((one) => textAt(one, 0, "stages")), stage: rows.map((one) => textAt(one, 1, "stages")), on: rows.map(({ cells, row }) => knownValueOf(cells[2], { argument: daysIn, row }, readDayCell)) };
  const stages = pipelineStages(listed, distinctStages(rows.map(({ row }, at) => ({ stage: entries.stage[at]!, row }))));
  const words = wordsFor(given, 1, stages);
  const head = heading(words, mode);
  switch (mode) {
    case "ever-entered": return [head, ...historyRows(entries, stages, words, mode)];
    case "strict": return [head, ...conversionRows(stepNames(stages, words), reachedInOrder(entries, stages), "further")];
    case "cohort": return [[words.cohort, ...head], ...byMonth(entries, stages).flatMap(({ start, part }) =>
      historyRows(part, stages, words, mode, start).map((row): Answer[number] => [isoOf(start).slice(0, 7), ...row]))];
  }
}

function historyRows(entries: StageEntries, stages: readonly StageRow[], words: Words, mode: "ever-entered" | "cohort", month = 1 as Day): Answer {
  const moves = moveTable(entries, entryFacts(entries, stages));
  const model = dealModelOf({}, { stages, moves, won: words.won, window: [month, addDays(addMonths(month, 1), -1)] });
  const steps = funnelRows(model, mode, words.closed);
  return steps.map((one, at) => rowOf(steps.map(({ stage }) => stage), at, one.reached, one.step, one.cumulative, "further"));
}

/** Open stages, then all won ones as one step. */
function stepNames(stages: readonly StageRow[], words: Words): readonly string[] {
  const won = stages.filter(({ outcome }) => outcome === "won").map(({ stage }) => stage);
  return [...stages.filter(({ outcome }) => outcome === "open").map(({ stage }) => stage), ...(won.length === 0 ? [] : [won.length === 1 ? won[0]! : words.won])];
}

/** The entries of the deals that came in in the same month, the earliest month first. */
function byMonth(entries: Required<Pick<StageEntries, "deal" | "stage">> & { readonly on: readonly Day[] }, stages: readonly StageRow[]) {
  const months = new Map<Day, number[]>();
  entryFacts(entries, stages).forEach(({ cohort }, row) => {
    const start = monthStart(cohort!);
    const rows = months.get(start);
    if (rows) rows.push(row);
    else months.set(start, [row]);
  });
  return [...months].sort(([a], [b]) => a - b).map(([start, rows]) => ({
    start, part: { deal: rows.map((row) => entries.deal[row]!), stage: rows.map((row) => entries.stage[row]!), on: rows.map((row) => entries.on[row]!) },
  }));
}

/** A first row whose number or day is a text that cannot be one. */
function isHeading({ cells, row }: GivenRow, at: number, isNone: (text: string) => boolean): boolean {
  const cell = cells[at];
  return row === 1 && typeof cell === "string" && !isNothing(cell) && isNone(cell);
}
