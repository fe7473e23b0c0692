// How many deals reached each stage? Three questions that look alike; each result carries its mode and they never mix.

import { countifs, sumifs } from "../formula/aggregate";
import { is, than, type Criterion } from "../formula/criteria";
import { add, call, dayTerm, literal, type Term } from "../formula/term";
import { outcomeIs, type DealModel } from "./deals";
import type { MoveTable, StageRow } from "./model";

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
  return model.moves ? funnelModes : ["snapshot", "back-filled"];
}

/** Deals that reached a stage, in the snapshot or back-filled mode. `later` are the open stages from this one on. */
export function reachedByStage(model: DealModel, mode: "snapshot" | "back-filled", stage: StageRow, stages: readonly StageRow[]): Term<number> {
  const won = countifs(outcomeIs(model, "won"));
  if (stage.outcome === "won") return won;
  const later = stages.slice(stages.indexOf(stage)).filter((row) => row.outcome === "open");
  const open = later.map((row) => countifs(outcomeIs(model, "open"), is(model.deals.columns.stage, literal(row.stage))));
  const lost = mode === "snapshot" ? [countifs(outcomeIs(model, "lost"))] : [];
  return add(...open, won, ...lost);
}

/** Deals that ever entered a stage; with `cohort`, only those whose first stage was entered within the window. */
export function everEntered(model: DealModel, moves: MoveTable, stage: Term<string>, cohort: boolean): Term<number> {
  return sumifs(moves.firstEntry, is(moves.stage, stage), ...(cohort ? cohortWindow(model, moves) : []));
}

/** Of those, the ones that ever entered a stage further on; lost is not further on. */
export function wentFurther(model: DealModel, moves: MoveTable, stage: Term<string>, cohort: boolean): Term<number> {
  return sumifs(moves.wentFurther, is(moves.stage, stage), ...(cohort ? cohortWindow(model, moves) : []));
}

/** Mean days deals spent in a stage before the next one; "" where history does not tell. */
export function meanDaysInStage(moves: MoveTable, stage: Term<string>): Term<number | ""> {
  const { daysInStage } = moves;
  const rows = [is(moves.stage, stage), than(daysInStage, ">=", literal(0))];
  const count = countifs(...rows);
  const sum = sumifs(daysInStage, ...rows);
  return call(`IF(${count.text}=0,"",${sum.text}/${count.text})`, count.value === 0 ? "" : sum.value / count.value);
}

function cohortWindow(model: DealModel, moves: MoveTable): readonly Criterion[] {
  const { windowStart, windowEnd } = model.settings;
  return [than(moves.cohort, ">=", dayTerm(windowStart)), than(moves.cohort, "<=", dayTerm(windowEnd))];
}
