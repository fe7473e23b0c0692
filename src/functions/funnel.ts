// Custom function on how many deals reached each stage of the funnel.

import { literal, ratio } from "../formula/term";
import { reachedFrom } from "../metrics/funnel";
import { reachedInOrder } from "../metrics/funnel-strict";
import type { FunnelStage } from "../metrics/model";
import { refuse, Refusal, textOf } from "../metrics/refusal";
import { journeyOf, rowsByDeal, type StageEntries } from "../metrics/stage-history";
import { funnelWords as en } from "../text/en/functions/words";
import { funnelWords as zh } from "../text/zh/functions/words";
import { isoOf, type Day } from "../values";
import { optional, required, type Answer, type Cell, type Cells } from "./given/cells";
import { choice } from "./given/choice";
import { days, numbersFrom } from "./given/figures";
import { grid } from "./given/grid";
import { isStageHeading } from "./given/outcomes";
import { belowHeading, columnsOf, fullRows, isCaption, unlessNothing, upright } from "./given/rows";
import { stagesIn, stagesOf } from "./given/stages";
import { isChinese } from "./given/table";

const modes = { counts: "计数", snapshot: "快照", "back-filled": "回填", "ever-entered": "曾进入", strict: "严格", cohort: "同期群" };

/** A row of the stages: with a count, or with its deal and day. */
interface Entry {
  readonly stage: string;
  readonly count?: number;
  readonly deal?: string;
  readonly on?: Day;
}

/** The steps of a funnel, and the place of each stage in them; all won stages are one step, lost has the place behind the last. */
interface Steps {
  readonly open: number;
  readonly labels: readonly string[];
  readonly placeOf: (entry: Entry) => number;
}

/** How many reached each step and, where history tells, how many of them went further. */
interface Part {
  readonly month: string;
  readonly labels: readonly string[];
  readonly reached: readonly number[];
  readonly further?: readonly number[];
}

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
  const on = optional("entered", entered);
  const columns = [...columnsOf(required("stages", stages)), ...(on ? [on.rows.flat()] : [])];
  const width = columns.length;
  if (on && width !== 3) refuse("not-with", "entered", { expected: `stages (${width - 1})` });
  const chosen = choice("mode", mode, modes, width === 1 ? "snapshot" : width === 2 ? "counts" : "ever-entered");
  const needed = chosen === "counts" ? 2 : chosen === "snapshot" || chosen === "back-filled" ? 1 : 3;
  if (width !== needed) refuse("sizes-differ", "stages", { found: `n × ${width}`, expected: `n × ${needed}` });
  const rows = entriesIn(columns, on ? "entered" : "stages");
  if (rows.length === 0) refuse("no-rows", "stages");
  const known = stagesOf(order, rows, chosen === "counts");
  const words = isChinese({ headings: known.map(({ stage }) => stage) }) ? zh : en;
  const steps = stepsOf(known, words.won);
  const shown = [
    [words.cohort, words.stage, words.reached.replace("*", words === zh ? modes[chosen] : chosen), width === 3 ? words.further : words.step, words.cumulative],
    ...partsOf().flatMap(conversion),
  ];
  if (shown.length === 1) refuse("no-data", "stages");
  return chosen === "cohort" ? shown : shown.map((row) => row.slice(1));

  function partsOf(): readonly Part[] {
    switch (chosen) {
      case "counts": return [{ month: "", labels: steps.labels, reached: tally(rows, steps, ({ count }) => count!) }];
      case "snapshot": case "back-filled": return [byStageNow(rows, steps, chosen, words.closed)];
      case "ever-entered": case "strict": case "cohort": return byHistory(rows, steps, chosen);
    }
  }
}

/** Stage, with a count; or deal, stage and day. */
function entriesIn(columns: readonly (readonly Cell[])[], daysArgument: string) {
  const last = columns.length - 1;
  const isHeaded = isStageHeading(columns[last > 1 ? 1 : 0]![0]) || (last > 0 && isCaption(columns[last]![0]));
  const [first, second, third] = isHeaded ? columns.map(belowHeading) : columns;
  if (!second) return fullRows<Entry>({ stage: stagesIn("stages", first!) });
  if (!third) return fullRows<Entry>({ stage: stagesIn("stages", first!), count: numbersFrom(0, "stages", upright(second)) });
  const deal = grid("stages", upright(first!), unlessNothing((cell) => textOf(cell).trim()));
  return fullRows<Entry>({ deal, stage: stagesIn("stages", second), on: days(daysArgument, upright(third)) });
}

/** `stages` come as open, won, lost. */
function stepsOf(stages: readonly FunnelStage[], wonWord: string): Steps {
  const open = stages.filter(({ outcome }) => outcome === "open").length;
  const won = stages.filter(({ outcome }) => outcome === "won").length;
  const labels = stages.slice(0, open + Math.min(won, 1)).map(({ stage }) => stage);
  if (won > 1) labels[open] = wonWord;
  const places = new Map(stages.map(({ stage, outcome }, at) => [stage.toLowerCase(), outcome === "lost" ? labels.length : Math.min(at, open)]));
  return { open, labels, placeOf: ({ stage }) => places.get(stage.toLowerCase())! };
}

/** Sums at each place. */
function tally(rows: readonly Entry[], { labels, placeOf }: Steps, weight: (entry: Entry, at: number) => number): number[] {
  const sums = new Array<number>(labels.length + 1).fill(0);
  rows.forEach((entry, at) => { sums[placeOf(entry)]! += weight(entry, at); });
  return sums;
}

function byStageNow(rows: readonly Entry[], steps: Steps, mode: "snapshot" | "back-filled", closed: string): Part {
  const now = tally(rows, steps, () => 1);
  const lost = now[steps.labels.length]!;
  const shown = steps.labels.map((label, at) => ({ label, kind: at < steps.open ? "open" as const : "won" as const, now: literal(now[at]!) }));
  const all = lost > 0 && mode === "snapshot" ? [...shown.slice(0, steps.open), { label: closed, kind: "closed" as const, now: literal("" as const) }, ...shown.slice(steps.open)] : shown;
  return { month: "", labels: all.map(({ label }) => label), reached: reachedFrom(mode, all, literal(lost)).map(({ value }) => Number(value)) };
}

/** A deal counts once in each step, in all won stages together; further on is not lost. */
function byHistory(rows: readonly Entry[], { labels, placeOf }: Steps, mode: "ever-entered" | "strict" | "cohort"): readonly Part[] {
  const places = rows.map((row) => placeOf(row)).map((place) => (place < labels.length ? place : -1));
  const entries: StageEntries = { deal: rows.map(({ deal }) => deal!), stage: places.map(String), on: rows.map(({ on }) => on!) };
  if (mode === "strict") {
    const reached = reachedInOrder(entries, labels.map((_, at) => ({ stage: String(at), outcome: "open" })));
    return [{ month: "", labels, reached, further: reached.slice(1) }];
  }
  const parts = new Map<string, { readonly month: string; readonly labels: readonly string[]; readonly reached: number[]; readonly further: number[] }>();
  for (const deal of rowsByDeal(entries)) {
    const { furthest, cohort } = journeyOf(deal, entries.on, (row) => places[row]!);
    const month = mode === "cohort" ? isoOf(cohort!).slice(0, 7) : "";
    const part = parts.get(month) ?? { month, labels, reached: labels.map(() => 0), further: labels.map(() => 0) };
    for (const place of new Set(deal.map((row) => places[row]!))) {
      if (place < 0) continue;
      part.reached[place]! += 1;
      if (furthest > place) part.further[place]! += 1;
    }
    parts.set(month, part);
  }
  return [...parts.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** By history the share that went further, else the share of the step before; a share without anything to divide by says of which stage. */
function conversion({ month, labels, reached, further }: Part): Answer {
  return labels.map((label, at) => {
    const step = further ? (at + 1 < labels.length ? share(further[at]!, at) : "") : at > 0 ? share(reached[at]!, at - 1) : "";
    return [month, label, reached[at]!, step, share(reached[at]!, 0)];
  });

  function share(part: number, of: number) {
    const { value } = ratio(literal(part), literal(reached[of]!));
    return value === "" ? new Refusal("no-one-reached", { argument: "stages", found: labels[of]! }) : value;
  }
}
