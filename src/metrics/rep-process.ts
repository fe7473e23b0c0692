// How does a rep work: activities a week, records filled in, deals that move?

import { countifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, isEmpty, than } from "../formula/criteria";
import { add, call, literal, multiply, ratio, subtract, whenNumbers, type Figure, type Term } from "../formula/term";
import { dealsOf } from "./rep-ranking";
import { outcomeIs, type DealModel } from "./deals";
import type { Period } from "./period";
import { stalledDeals } from "./stalled";

/** A rep's activities from the period's first day to its last or the as-of day ÷ the weeks these days make; by the day the activity took place. */
export function activitiesAWeek(activities: { readonly owner: Column; readonly day: Column }, rep: Term<string>, { from, to }: Period, asOf: Term<number>): Term<Figure> {
  const until = call(`MIN(${asOf.text},${to.text})`, Math.min(asOf.value, to.value));
  const count = countifs(is(activities.owner, rep), than(activities.day, ">=", from), than(activities.day, "<=", until));
  const weeks = call(`((${until.text}-${from.text}+1)/7)`, (until.value - from.value + 1) / 7);
  return ratio(count, weeks);
}

/** Filled cells of these columns ÷ all of them, over the rep's open deals; "" without open deals. */
export function openFilledShare(model: DealModel, rep: Term<string>, columns: readonly Column[]): Term<Figure> {
  if (columns.length === 0) return literal("");
  const own = is(model.deals.columns.owner, rep);
  const open = outcomeIs(model, "open");
  const empty = add(...columns.map((column) => countifs(own, open, isEmpty(column))));
  const all = multiply(literal(columns.length), dealsOf(model, "open", rep));
  return ratio(subtract(all, empty), all);
}

/** 1 − stalled ÷ open deals of the rep; "" without open deals. */
export function movingShare(model: DealModel, rep: Term<string>): Term<Figure> {
  const stalled = stalledDeals(model, is(model.deals.columns.owner, rep));
  const share = ratio(stalled, dealsOf(model, "open", rep));
  return whenNumbers([share], (known) => subtract(literal(1), known!));
}
