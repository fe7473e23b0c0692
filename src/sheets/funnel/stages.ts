// Stage by stage: how many deals came here, how many went further, against the target, and how long they stay.

import { averageifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { is } from "../../formula/criteria";
import { lookupNumber } from "../../formula/lookup";
import { choose, dayTerm, literal, ratio, reference, subtract, whenNumbers, type Figure, type Term } from "../../formula/term";
import { amount, outcomeIs } from "../../metrics/deals";
import { dealsAtStep, enteredStep, meanDaysInStage, wholeHistory, type FunnelMode, type FunnelStep } from "../../metrics/funnel";
import { stalledAt } from "../../metrics/stalled";
import type { Block } from "../block";
import { figures, fixed, reportTable } from "../report-table";
import type { Reached } from "./modes";
import { byMode, firstFilled, isMode, modesName, neighbour, own, stagesName, type FunnelParts } from "./parts";

/** Deals at each step now. */
export function dealsNow(parts: FunnelParts): readonly Term<Figure>[] {
  return parts.steps.map((step) => dealsAtStep(parts.model, step, stageCell(parts, step)));
}

/** What FunnelStages shows of each step. */
export interface StageFigures {
  readonly reached: readonly Term<Figure>[];
  readonly ofFirst: readonly Term<Figure>[];
  readonly dropOff: readonly Term<Figure>[];
}

/** By the way chosen. */
export function stageFigures(parts: FunnelParts, counted: Reached): StageFigures {
  const { words, steps } = parts;
  const reached = steps.map((step, index) => reachedHere(parts, step, index, counted));
  const values = reached.map((term) => term.value);
  const first = reference(`INDEX(${column(stagesName, words.stages.reached, []).text},1)`, values[0] ?? "");
  return {
    reached,
    ofFirst: steps.map((_, index) => ratio(own(stagesName, words.stages.reached, values[index] ?? ""), first)),
    dropOff: steps.map((step, index) => dropOffHere(parts, step, index, values)),
  };
}

/** The table FunnelStages. */
export function stagesTable(parts: FunnelParts, now: readonly Term<Figure>[], shown: StageFigures): Block {
  const { words, steps } = parts;
  const { stages } = words;
  const reached = shown.reached.map((term) => term.value);
  const onward = steps.map((step, index) => onwardHere(parts, step, reached[index] ?? "", shown.dropOff[index]?.value ?? ""));
  const target = steps.map((step) => (step.kind === "open" ? lookupNumber(parts.model.stages.targetConversion, stageCell(parts, step), parts.model.stages.stage) : literal("")));
  return reportTable(stagesName, stages.stage, [
    fixed(stages.no, "score", steps.map((_, index) => index + 1), "centred"),
    fixed(stages.stage, "text", steps.map((step) => step.label)),
    figures(stages.now, "count", now.map(orNothing)),
    figures(stages.amount, "money", steps.map((step) => orNothing(amountHere(parts, step)))),
    figures(stages.reached, "count", shown.reached),
    figures(stages.fromBefore, "percent", steps.map((step, index) => orNothing(fromBefore(parts, step, index, reached)))),
    figures(stages.ofFirst, "percent", shown.ofFirst),
    figures(stages.dropOff, "count", shown.dropOff.map(orNothing)),
    figures(stages.onward, "percent", onward.map(orNothing)),
    figures(stages.target, "percent", target.map(orNothing)),
    figures(stages.gap, "change", steps.map((step, index) => (step.kind === "open" ? gapHere(parts, onward[index]?.value ?? "", target[index]?.value ?? "") : null))),
    figures(stages.days[daysKind(parts)], "days", steps.map((step) => orNothing(daysHere(parts, step)))),
    figures(stages.stalled, "count", steps.map((step, index) => orNothing(stalledHere(parts, step, now[index]?.value ?? "")))),
  ]);
}

/** What the export tells about time in stages. */
export function daysKind({ model }: FunnelParts): "history" | "open" | "created" {
  if (wholeHistory(model)?.order) return "history";
  return model.deals.has.stageSince ? "open" : "created";
}

function stageCell({ words }: FunnelParts, step: FunnelStep): Term<string> {
  return reference(thisRow(stagesName, words.stages.stage), step.label);
}

function reachedHere(parts: FunnelParts, step: FunnelStep, index: number, counted: Reached): Term<Figure> {
  const { words } = parts;
  const at = (mode: FunnelMode): Term<Figure> => {
    const value = counted[mode][index]?.value ?? "";
    const header = column(modesName, words.modes[mode].reached, []).text;
    return reference(`INDEX(${header},${thisRow(stagesName, words.stages.no)})`, value);
  };
  if (step.kind === "closed") return choose(isMode(parts, "snapshot"), at("snapshot"), literal(""));
  return byMode(parts, { snapshot: at("snapshot"), "back-filled": at("back-filled"), "ever-entered": at("ever-entered"), cohort: at("cohort") });
}

/** Reached ÷ reached of the row above; above the last row, of the one before closed where closed is not counted. */
function fromBefore(parts: FunnelParts, step: FunnelStep, index: number, reached: readonly Figure[]): Term<Figure> {
  if (index === 0) return literal("");
  const { reached: header, no } = parts.words.stages;
  const above = neighbour(stagesName, header, no, reached, index, -1);
  const skipped = step.kind === "won" && parts.steps[index - 1]?.kind === "closed" && index > 1;
  const before = skipped ? firstFilled(above, neighbour(stagesName, header, no, reached, index, -2)) : above;
  return ratio(own(stagesName, header, reached[index] ?? ""), before);
}

/** Deals that reached this step and none further on. */
function dropOffHere(parts: FunnelParts, step: FunnelStep, index: number, reached: readonly Figure[]): Term<Figure> {
  if (step.kind === "won") return literal("");
  const { stages } = parts.words;
  const below = neighbour(stagesName, stages.reached, stages.no, reached, index, 1);
  const skipped = parts.steps[index + 1]?.kind === "closed";
  const next = skipped ? firstFilled(below, neighbour(stagesName, stages.reached, stages.no, reached, index, 2)) : below;
  const further = (cohort: boolean) => (parts.model.moves ? enteredStep(parts.model, parts.model.moves, step, cohort, true, stageCell(parts, step)) : literal(""));
  const went = step.kind === "closed" ? next : byMode(parts, { snapshot: next, "back-filled": next, "ever-entered": further(false), cohort: further(true) });
  return whenNumbers([own(stagesName, stages.reached, reached[index] ?? ""), went], subtract);
}

function onwardHere({ words }: FunnelParts, step: FunnelStep, reached: Figure, dropOff: Figure): Term<Figure> {
  if (step.kind === "won") return literal("");
  const here = own(stagesName, words.stages.reached, reached);
  return ratio(whenNumbers([here, own(stagesName, words.stages.dropOff, dropOff)], subtract), here);
}

function gapHere({ words }: FunnelParts, onward: Figure, target: Figure): Term<Figure> {
  return whenNumbers([own(stagesName, words.stages.onward, onward), own(stagesName, words.stages.target, target)], subtract);
}

function amountHere(parts: FunnelParts, step: FunnelStep): Term<Figure> {
  const { model } = parts;
  switch (step.kind) {
    case "open": return amount(model, "open", is(model.deals.columns.stage, stageCell(parts, step)));
    case "won": return amount(model, "won");
    case "closed": return literal("");
  }
}

/** By history; else from the day open deals came into the stage (or were created) to the as-of day. */
function daysHere(parts: FunnelParts, step: FunnelStep): Term<Figure> {
  if (step.kind !== "open") return literal("");
  const { model } = parts;
  const stage = stageCell(parts, step);
  const history = wholeHistory(model);
  if (history?.order) return meanDaysInStage(history, stage);
  const { columns } = model.deals;
  const since = averageifs(columns.stageSince, outcomeIs(model, "open"), is(columns.stage, stage));
  return whenNumbers([since], (mean) => subtract(dayTerm(model.settings.asOf), mean ?? literal(0)));
}

function stalledHere(parts: FunnelParts, step: FunnelStep, now: Figure): Term<Figure> {
  return step.kind === "open" ? stalledAt(parts.model, stageCell(parts, step), own(stagesName, parts.words.stages.now, now)) : literal("");
}

/** A step that has no such figure is an empty cell, not a formula. */
function orNothing(term: Term<Figure>): Term<Figure> | null {
  return term.text === '""' ? null : term;
}
