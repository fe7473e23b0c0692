// What did each rep win, lose and keep open?

import type { Outcome } from "../crm/objects/deal";
import { is } from "../formula/criteria";
import { sideBySide } from "../formula/side-by-side";
import type { Figure, Term } from "../formula/term";
import { amount, deals, type DealModel } from "./deals";
import { meanCycle } from "./sales-cycle";
import { averageWon, winRate } from "./win-rate";

/** Amount a rep won; 0 for a rep without a won deal, "" where none of the won deals has an amount. */
export function wonAmountOf(model: DealModel, rep: Term<string>): Term<Figure> {
  return amount(model, "won", is(model.deals.columns.owner, rep));
}

/** A rep's deals of an outcome. */
export function dealsOf(model: DealModel, outcome: Outcome, rep: Term<string>): Term<number> {
  return deals(model, outcome, is(model.deals.columns.owner, rep));
}

export function winRateOf(model: DealModel, rep: Term<string>): Term<Figure> {
  return winRate(model, is(model.deals.columns.owner, rep));
}

export function averageWonOf(model: DealModel, rep: Term<string>): Term<Figure> {
  return averageWon(model, is(model.deals.columns.owner, rep));
}

export function meanCycleOf(model: DealModel, rep: Term<string>): Term<Figure> {
  return meanCycle(model, "won", is(model.deals.columns.owner, rep));
}

/** Everyone with a deal and everyone in the rep table, most won first, then by name. Where deals are in groups without their owners, by name alone, and only those known. */
export function repsByWonAmount(model: DealModel): readonly string[] {
  const { owner, outcome, amount } = model.deals.columns;
  const won = new Map<string, { name: string; sum: number }>(model.reps.map((rep) => [rep.toLowerCase(), { name: rep, sum: 0 }]));
  const [owners = [], outcomes = [], worths = []] = sideBySide(owner, outcome, amount)?.columns ?? [owner.values];
  owners.forEach((value, row) => {
    if (typeof value !== "string" || value === "") return;
    const key = value.toLowerCase();
    let known = won.get(key);
    if (!known) won.set(key, (known = { name: value, sum: 0 }));
    const worth = worths[row];
    if (outcomes[row] === model.words.outcome.won && typeof worth === "number") known.sum += worth;
  });
  return [...won.values()].sort((a, b) => b.sum - a.sum || (a.name < b.name ? -1 : 1)).map((rep) => rep.name);
}
