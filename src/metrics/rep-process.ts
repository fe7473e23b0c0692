// How does a rep work: activities a week, records filled in, deals that move?

import { countifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, isEmpty, than } from "../formula/criteria";
import { add, call, literal, multiply, ratio, subtract, whenNumbers, type Figure, type Term } from "../formula/term";
import { dealsOf } from "./rep-ranking";
import { isOpenGrouped, outcomeIs, type DealModel } from "./deals";
import type { Period } from "./period";
import { stalledDeals } from "./stalled";

/** A rep's activities within a period ÷ the weeks it has; by the day the activity took place. */
export function activitiesAWeek(activities: { readonly owner: Column; readonly day: Column }, rep: Term<string>, { from, to }: Period): Term<Figure> {
  const count = countifs(is(activities.owner, rep), than(activities.day, ">=", from), than(activities.day, "<=", to));
  const weeks = call(`((${to.text}-${from.text}+1)/7)`, (to.value - from.value + 1) / 7);
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
  if (isOpenGrouped(model)) return movingGroups(stalled, dealsOf(model, "open", rep));
  const share = ratio(stalled, dealsOf(model, "open", rep));
  return whenNumbers([share], (known) => subtract(literal(1), known!));
}

/** Each part once: what is asked of groups takes long formulas. */
function movingGroups(stalled: Term<number>, open: Term<number>): Term<Figure> {
  return call(`IFERROR(1-(${stalled.text})/(${open.text}),"")`, open.value === 0 ? "" : 1 - stalled.value / open.value, stalled, open);
}
