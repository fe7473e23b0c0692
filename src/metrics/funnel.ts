// How many deals reached each stage? Three questions that look alike; each result carries its mode and they never mix.

import { averageifs, countifs, sumifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, than, type Criterion } from "../formula/criteria";
import { add, call, dayTerm, literal, type Figure, type Term } from "../formula/term";
import { outcomeIs, type DealModel } from "./deals";
import type { FirstEntries, Model, MoveTable, StageRow } from "./model";

/**
 * snapshot: by the stage a deal is in now; a closed deal, won or lost, counts in every stage before closing.
 * back-filled: won deals passed every stage, open ones their own and those before; lost ones are left out, since the
 * export does not tell how far they came.
 * ever-entered: by stage history, deals that ever entered the stage; a deal counts once.
 * cohort: the same, of deals that entered their first stage within the window of Setup.
 */
export const funnelModes = ["snapshot", "back-filled", "ever-entered", "cohort"] as const;
export type FunnelMode = (typeof funnelModes)[number];

/** The stages a funnel shows: open ones in their order, then the won one; lost is not a step. */
export function funnelStages(model: DealModel): readonly StageRow[] {
  const { rows } = model.stages;
  return [...rows.filter((row) => row.outcome === "open"), ...rows.filter((row) => row.outcome === "won")];
}

/** The modes this workbook's data allow. */
export function possibleModes(model: DealModel): readonly FunnelMode[] {
  const { moves, settings: { windowStart, windowEnd } } = model;
  const days = moves?.first?.reached.cohort.grouping;
  const isWindowTold = !days || (days.isCutAt(windowStart.value) && days.isCutAt(windowEnd.value + 1));
  return moves ? funnelModes.filter((mode) => mode !== "cohort" || isWindowTold) : ["snapshot", "back-filled"];
}

/** The stage history, where it tells all that a deal went through; null where there is none, or only what snapshots saw. */
export function wholeHistory({ moves }: Model): MoveTable | null {
  return moves?.fromSnapshots ? null : moves;
}

/** A step of a funnel. `closed` is won + lost together, which only the snapshot counts; deals of `won` are counted by outcome. */
export interface FunnelStep {
  readonly kind: "open" | "closed" | "won";
  readonly label: string;
  /** Stages of the pipeline it stands for; none for `closed`. */
  readonly stages: readonly string[];
}

/** Open stages in their order, then closed where there are lost deals, then won. */
export function funnelSteps(model: DealModel, closed: string): readonly FunnelStep[] {
  const stages = funnelStages(model);
  const open = stages.filter((row) => row.outcome === "open").map(({ stage }): FunnelStep => ({ kind: "open", label: stage, stages: [stage] }));
  const won = stages.filter((row) => row.outcome === "won").map((row) => row.stage);
  const anyLost = countifs(outcomeIs(model, "lost")).value > 0;
  return [
    ...open,
    ...(anyLost ? [{ kind: "closed", label: closed, stages: [] } as const] : []),
    { kind: "won", label: won.length === 1 ? (won[0] ?? "") : model.words.outcome.won, stages: won },
  ];
}

/** Open deals now in a stage, or all won ones; `stage` is the cell that names it. Closed has none of its own. */
export function dealsAtStep(model: DealModel, step: FunnelStep, stage: Term<string> = literal(step.label)): Term<Figure> {
  switch (step.kind) {
    case "open": return countifs(is(model.deals.columns.stage, stage), outcomeIs(model, "open"));
    case "won": return countifs(outcomeIs(model, "won"));
    case "closed": return literal("");
  }
}

/** Deals that reached each step, in the snapshot or back-filled mode; "" where the mode does not count the step. */
export function reachedBySteps(model: DealModel, mode: "snapshot" | "back-filled", steps: readonly FunnelStep[]): readonly Term<Figure>[] {
  return reachedFrom(mode, steps.map((step) => ({ kind: step.kind, now: dealsAtStep(model, step) })), countifs(outcomeIs(model, "lost")));
}

/** The same of counts at hand: deals now at each step ("" for closed), and lost ones. */
export function reachedFrom(mode: "snapshot" | "back-filled", steps: readonly (Pick<FunnelStep, "kind"> & { readonly now: Term<Figure> })[], lost: Term<number>): readonly Term<Figure>[] {
  return steps.map(({ kind }, index) => {
    if (kind === "closed" && mode === "back-filled") return literal("");
    const from = steps.slice(index).map(({ now }) => now).filter((term): term is Term<number> => term.value !== "");
    return add(...from, ...(mode === "snapshot" && kind !== "won" ? [lost] : []));
  });
}

/** Deals that ever entered a stage; with `cohort`, only those whose first stage was entered within the window. */
function everEntered(model: DealModel, moves: MoveTable, stage: Term<string>, cohort: boolean): Term<number> {
  const { first } = moves;
  if (first) return countifs(is(first.reached.stage, stage), ...(cohort ? windowOf(model, first.reached.cohort) : []));
  return sumifs(moves.firstEntry, is(moves.stage, stage), ...(cohort ? windowOf(model, moves.cohort) : []));
}

/** Of those, the ones that ever entered a stage further on; lost is not further on. */
function wentFurther(model: DealModel, moves: MoveTable, stage: Term<string>, cohort: boolean): Term<number> {
  const { first } = moves;
  if (first) return countifs(is(first.reached.stage, stage), than(first.reached.further, "=", literal(1)), ...(cohort ? windowOf(model, first.reached.cohort) : []));
  return sumifs(moves.wentFurther, is(moves.stage, stage), ...(cohort ? windowOf(model, moves.cohort) : []));
}

/** Deals of groups that entered any of the won stages: each in the last of them it entered. */
function endedIn(model: DealModel, { reached }: FirstEntries, stages: readonly string[], cohort: boolean): Term<number> {
  return add(...stages.map((stage) => countifs(is(reached.stage, literal(stage)), than(reached.further, "=", literal(0)), ...(cohort ? windowOf(model, reached.cohort) : []))));
}

/** As `everEntered` and `wentFurther`, over all stages of a step; a deal that entered several won stages counts once. */
export function enteredStep(model: DealModel, moves: MoveTable, step: FunnelStep, cohort: boolean, further: boolean, stage: Term<string> | null = null): Term<Figure> {
  if (step.kind === "closed" || step.stages.length === 0) return literal("");
  if (moves.first && step.kind === "won" && step.stages.length > 1 && !further) return endedIn(model, moves.first, step.stages, cohort);
  const counted = further ? wentFurther : everEntered;
  const named = step.stages.length === 1 && stage ? [stage] : step.stages.map((name) => literal(name));
  return add(...named.map((name) => counted(model, moves, name, cohort)));
}

/** Mean days deals spent in a stage before the next one; "" where history does not tell. */
export function meanDaysInStage(moves: MoveTable, stage: Term<string>): Term<number | ""> {
  const daysInStage = moves.order?.daysInStage;
  if (!daysInStage) return literal("");
  if (daysInStage.grouping) return averageifs(daysInStage, is(moves.stage, stage));
  const rows = [is(moves.stage, stage), than(daysInStage, ">=", literal(0))];
  const count = countifs(...rows);
  const sum = sumifs(daysInStage, ...rows);
  return call(`IF(${count.text}=0,"",${sum.text}/${count.text})`, count.value === 0 ? "" : sum.value / count.value, count, sum);
}

function windowOf({ settings: { windowStart, windowEnd } }: DealModel, day: Column): readonly Criterion[] {
  return [than(day, ">=", dayTerm(windowStart)), than(day, "<=", dayTerm(windowEnd))];
}
