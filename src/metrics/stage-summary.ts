// How many deals are in each stage, and worth what?

import { countifs, knownSumifs } from "../formula/aggregate";
import { is, than, type Criterion } from "../formula/criteria";
import { dayTerm, type Figure, type Term } from "../formula/term";
import type { DealModel } from "./deals";

/** Deals now in a stage. */
export function dealsInStage(model: DealModel, stage: Term<string>, ...criteria: readonly Criterion[]): Term<number> {
  return countifs(is(model.deals.columns.stage, stage), ...criteria);
}

/** Their amount; "" where none of them has one. */
export function amountInStage(model: DealModel, stage: Term<string>, ...criteria: readonly Criterion[]): Term<Figure> {
  return knownSumifs(model.deals.columns.amount, is(model.deals.columns.stage, stage), ...criteria);
}

/**
 * Close date within the window of Setup, both ends included, open and closed deals together. The window starts at
 * EDATE(as-of, −months) and ends on the as-of day, or never where Setup says so (the article's query).
 */
export function inWindow(model: DealModel): readonly Criterion[] {
  const { closed } = model.deals.columns;
  return [than(closed, ">=", dayTerm(model.settings.windowStart)), than(closed, "<=", dayTerm(model.settings.windowEnd))];
}
