// What share of the funnel's first step reaches the last? Each way of counting has its own answer.

import { assured, literal, type Figure, type Term } from "../../formula/term";
import type { DealModel } from "../deals";
import { enteredStep, funnelSteps, possibleModes, reachedBySteps, type FunnelMode } from "../funnel";
import { quotient, single, type Compared } from "./definition";

export const funnelIds = ["snapshot", "back-filled", "ever-entered", "cohort", "strict"] as const;
export type FunnelId = (typeof funnelIds)[number];

/** Won ÷ first step in each mode; a snapshot is no conversion, since its deals are at different ages. `strict` are the deals that reached each step in order, which only a new export can change. */
export function funnelShares(model: DealModel, strict: readonly number[] | null): readonly Compared<FunnelId>[] {
  const steps = funnelSteps(model, "");
  if (!steps.some(({ kind }) => kind === "open")) return [];
  const modes = possibleModes(model).flatMap((mode) => {
    const reached = reachedIn(model, mode);
    const [first, last] = [reached[0], reached.at(-1)];
    return first && last ? [quotient<FunnelId>(mode, last, first, assured(first))] : [];
  });
  return [...modes, ...(strict ? inOrder(strict) : [])];
}

function reachedIn(model: DealModel, mode: FunnelMode): readonly Term<Figure>[] {
  const steps = funnelSteps(model, "");
  switch (mode) {
    case "snapshot": case "back-filled": return reachedBySteps(model, mode, steps);
    case "ever-entered": case "cohort": return steps.map((step) => (model.moves ? enteredStep(model, model.moves, step, mode === "cohort", false) : literal("")));
  }
}

function inOrder(strict: readonly number[]): readonly Compared<FunnelId>[] {
  const [first, last] = [strict[0], strict.at(-1)];
  if (first === undefined || last === undefined) return [];
  if (first === 0) return [single("strict", literal(""), literal(0))];
  return [quotient("strict", literal(last), literal(first), literal(first))];
}
