// Which tables does the command line print beside the measures?

import { literal, ratio, type Figure, type Term } from "../formula/term";
import { missingCells, allCells, notYetCells } from "../metrics/completeness";
import type { DealModel } from "../metrics/deals";
import { enteredStep, funnelSteps, possibleModes, reachedBySteps, type FunnelMode, type FunnelStep } from "../metrics/funnel";
import type { CompletenessColumn, Model } from "../metrics/model";
import { dealsOf, repsByWonAmount, winRateOf, wonAmountOf } from "../metrics/rep-ranking";
import { amountInStage, dealsInStage, inWindow } from "../metrics/stage-summary";

interface StageSummaryRow {
  readonly stage: string;
  readonly deals: number;
  readonly amount: number | null;
}

interface OwnerRow {
  readonly owner: string;
  readonly wonAmount: number | null;
  readonly won: number;
  readonly lost: number;
  readonly open: number;
  readonly winRate: number | null;
}

interface FunnelRow {
  readonly stage: string;
  readonly mode: FunnelMode;
  readonly reached: number;
  /** Snapshot and back-filled: reached ÷ reached of the step before. By history: the share that went further. */
  readonly step: number | null;
  /** Reached ÷ reached of the first step. */
  readonly cumulative: number | null;
}

interface CompletenessRow {
  readonly object: string;
  readonly column: string;
  /** Filled share of all cells, 0 to 1. */
  readonly filled: number | null;
  readonly missing: number;
  /** Of the missing cells, those that cannot be filled yet. */
  readonly notYet: number;
}

interface MetricTables {
  readonly "by-stage": readonly StageSummaryRow[];
  readonly "by-owner": readonly OwnerRow[];
  /** Deals with their close date in the window of Setup, largest amount first. */
  readonly "window-by-stage": readonly StageSummaryRow[];
  readonly funnel: readonly FunnelRow[];
  readonly completeness: readonly CompletenessRow[];
}

/** The tables as numbers; null where a number cannot be computed. `closed` names the snapshot's step of won and lost deals. */
export function metricTables(model: Model, closed = "Closed"): MetricTables {
  const deals = model.deals ? { ...model, deals: model.deals } : null;
  return {
    "by-stage": deals ? stageRows(deals) : [],
    "by-owner": deals ? repsByWonAmount(deals).map((owner) => ownerRow(deals, literal(owner))) : [],
    "window-by-stage": deals ? windowRows(deals) : [],
    funnel: deals ? possibleModes(deals).flatMap((mode) => funnelRows(deals, mode, closed)) : [],
    completeness: model.completeness.map((column) => completenessRow(model, column)),
  };
}

function stageRows(model: DealModel): StageSummaryRow[] {
  return model.stages.rows.map(({ stage }) => ({
    stage,
    deals: dealsInStage(model, literal(stage)).value,
    amount: numberOf(amountInStage(model, literal(stage))),
  }));
}

function ownerRow(model: DealModel, owner: Term<string>): OwnerRow {
  return {
    owner: owner.value,
    wonAmount: numberOf(wonAmountOf(model, owner)),
    won: dealsOf(model, "won", owner).value,
    lost: dealsOf(model, "lost", owner).value,
    open: dealsOf(model, "open", owner).value,
    winRate: numberOf(winRateOf(model, owner)),
  };
}

/** As the article's query orders them: the largest amount first; stages without a known amount last. */
function windowRows(model: DealModel): StageSummaryRow[] {
  const criteria = inWindow(model);
  return model.stages.rows
    .map(({ stage }) => ({
      stage,
      deals: dealsInStage(model, literal(stage), ...criteria).value,
      amount: numberOf(amountInStage(model, literal(stage), ...criteria)),
    }))
    .filter((row) => row.deals > 0)
    .sort((a, b) => (b.amount ?? -Infinity) - (a.amount ?? -Infinity) || b.deals - a.deals);
}

function funnelRows(model: DealModel, mode: FunnelMode, closed: string): FunnelRow[] {
  const steps = funnelSteps(model, closed);
  const reached = reachedIn(model, mode, steps);
  const counted = steps.flatMap((step, index) => {
    const term = reached[index];
    return term && typeof term.value === "number" ? [{ step, term: term as Term<number> }] : [];
  });
  return counted.map(({ step, term }, index) => ({
    stage: step.label,
    mode,
    reached: term.value,
    step: numberOf(stepShare(model, mode, step, term, counted[index - 1]?.term ?? null)),
    cumulative: numberOf(ratio(term, counted[0]?.term ?? literal(0))),
  }));
}

function reachedIn(model: DealModel, mode: FunnelMode, steps: readonly FunnelStep[]): readonly Term<Figure>[] {
  const { moves } = model;
  switch (mode) {
    case "snapshot": case "back-filled": return reachedBySteps(model, mode, steps);
    case "ever-entered": case "cohort": return steps.map((step) => (moves ? enteredStep(model, moves, step, mode === "cohort", false) : literal("")));
  }
}

function stepShare(model: DealModel, mode: FunnelMode, step: FunnelStep, reached: Term<number>, before: Term<number> | null): Term<Figure> {
  switch (mode) {
    case "snapshot": case "back-filled": return before ? ratio(reached, before) : literal("");
    case "ever-entered": case "cohort": return model.moves ? ratio(enteredStep(model, model.moves, step, mode === "cohort", true), reached) : literal("");
  }
}

function completenessRow(model: Model, column: CompletenessColumn): CompletenessRow {
  const all = allCells(column).value;
  const missing = missingCells(column).value;
  return {
    object: column.kind,
    column: column.header,
    filled: all === 0 ? null : (all - missing) / all,
    missing,
    notYet: notYetCells(model, column).value,
  };
}

function numberOf(term: Term<Figure>): number | null {
  return term.value === "" ? null : term.value;
}
