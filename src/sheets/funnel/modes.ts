// Every way to count the funnel that the data allow, side by side.

import { sumifs } from "../../formula/aggregate";
import { column, thisRow } from "../../formula/column";
import { than } from "../../formula/criteria";
import { add, literal, ratio, reference, type Figure, type Term } from "../../formula/term";
import { enteredStep, type FunnelMode, type FunnelStep } from "../../metrics/funnel";
import type { Block } from "../block";
import { measuredCount } from "../measured";
import { figures, fixed, reportTable } from "../report-table";
import { figureColumn, modesName, neighbour, orNothing, own, stagesName, type FunnelParts } from "./parts";

/** What the table has in each step: deals that reached it, by each way. */
export type Reached = Readonly<Record<FunnelMode, readonly Term<Figure>[]>>;

/** `now` are the deals at each step, as FunnelStages has them. */
export function reachedByMode(parts: FunnelParts, now: readonly Term<Figure>[]): Reached {
  return {
    snapshot: parts.steps.map((step, index) => standing(parts, now, step, index, true)),
    "back-filled": parts.steps.map((step, index) => standing(parts, now, step, index, false)),
    "ever-entered": parts.steps.map((step) => entered(parts, step, false, false)),
    cohort: parts.steps.map((step) => entered(parts, step, true, false)),
  };
}

/** The table FunnelModes: for each way its reached, share and cumulative share. */
export function modesTable(parts: FunnelParts, reached: Reached): Block {
  const { words, steps, modes } = parts;
  return reportTable(modesName, words.stages.stage, [
    fixed(words.stages.no, "score", steps.map((_, index) => index + 1), "centred"),
    fixed(words.stages.stage, "text", steps.map((step) => step.label)),
    ...modes.flatMap((mode) => [
      figures(words.modes[mode].reached, "count", reached[mode].map(orNothing)),
      figures(words.modes[mode].step, "percent", steps.map((step, index) => orNothing(share(parts, mode, reached[mode], step, index)))),
      figures(words.modes[mode].cumulative, "percent", steps.map((_, index) => orNothing(cumulative(parts, mode, reached[mode], index)))),
    ]),
  ]);
}

/** Deals at this step or a later one; with `lost`, those lost as well. Closed is only counted with them. */
function standing(parts: FunnelParts, now: readonly Term<Figure>[], step: FunnelStep, index: number, lost: boolean): Term<Figure> {
  const { words, context } = parts;
  const won = measuredCount(context, "deals.won");
  if (step.kind === "won") return won;
  if (step.kind === "closed") return lost ? add(won, measuredCount(context, "deals.lost")) : literal("");
  const numbers = column(stagesName, words.stages.no, now.map((_, place) => place + 1));
  const later = sumifs(figureColumn(stagesName, words.stages.now, now), than(numbers, ">=", reference(thisRow(modesName, words.stages.no), index + 1)));
  return lost ? add(later, measuredCount(context, "deals.lost")) : later;
}

function entered({ model, words }: FunnelParts, step: FunnelStep, cohort: boolean, further: boolean): Term<Figure> {
  if (!model.moves) return literal("");
  return enteredStep(model, model.moves, step, cohort, further, reference(thisRow(modesName, words.stages.stage), step.label));
}

function share(parts: FunnelParts, mode: FunnelMode, reached: readonly Term<Figure>[], step: FunnelStep, index: number): Term<Figure> {
  const { words } = parts;
  const here = own(modesName, words.modes[mode].reached, reached[index]?.value ?? "");
  if (here.value === "") return literal("");
  switch (mode) {
    case "ever-entered": case "cohort":
      return step.kind === "open" ? ratio(entered(parts, step, mode === "cohort", true), here) : literal("");
    case "snapshot": case "back-filled": {
      const before = reached.slice(0, index).findLastIndex((term) => term.value !== "");
      if (before < 0) return literal("");
      return ratio(here, neighbour(modesName, words.modes[mode].reached, words.stages.no, valuesOf(reached), index, before - index));
    }
  }
}

function cumulative({ words }: FunnelParts, mode: FunnelMode, reached: readonly Term<Figure>[], index: number): Term<Figure> {
  const header = words.modes[mode].reached;
  const here = own(modesName, header, reached[index]?.value ?? "");
  if (here.value === "") return literal("");
  const first = reference(`INDEX(${column(modesName, header, []).text},1)`, reached[0]?.value ?? "");
  return ratio(here, first);
}

function valuesOf(terms: readonly Term<Figure>[]): readonly Figure[] {
  return terms.map((term) => term.value);
}
