// How long does a deal take from created to closed?

import type { Outcome } from "../crm/objects/deal";
import { averageifs, countifs, medianifs } from "../formula/aggregate";
import { isFilled, type Criterion } from "../formula/criteria";
import type { Figure, Term } from "../formula/term";
import { outcomeIs, type DealModel } from "./deals";

/** Mean calendar days from created to closed; without an outcome, of won and lost deals together. Source: product research §8. */
export function meanCycle(model: DealModel, outcome: Outcome | null, ...criteria: readonly Criterion[]): Term<Figure> {
  return averageifs(model.deals.columns.cycle, ...only(model, outcome), ...criteria);
}

/** Median of the same days. */
export function medianCycle(model: DealModel, outcome: Outcome | null, ...criteria: readonly Criterion[]): Term<Figure> {
  return medianifs(model.deals.columns.cycle, ...only(model, outcome), ...criteria);
}

/** How many deals these days are known of. */
export function cycleDeals(model: DealModel, outcome: Outcome | null): Term<number> {
  return countifs(...only(model, outcome), isFilled(model.deals.columns.cycle));
}

function only(model: DealModel, outcome: Outcome | null): readonly Criterion[] {
  return outcome ? [outcomeIs(model, outcome)] : [];
}
