// What share of deals is won? Nine answers that all call themselves win rate.

import { countifs } from "../../formula/aggregate";
import { isFilled, than, type Criterion } from "../../formula/criteria";
import { add, call, dayTerm, literal, subtract, type Figure, type Term } from "../../formula/term";
import { amount, dealCount, deals, outcomeIs, type DealModel } from "../deals";
import type { Period } from "../period";
import { quotient, within, type Compared } from "./definition";

export const winRateIds = ["periodCount", "periodAmount", "excluding", "createdClosed", "maturedCohort", "createdAll", "lastYear", "everCount", "everAmount", "allDeals"] as const;
export type WinRateId = (typeof winRateIds)[number];

/**
 * By count or amount, of deals closed or created in the period, over closed or over all deals. `matured` is a period of created days
 * long enough ago for its deals to be decided; `notCounted` are the lost deals of the period whose reason says they never were a chance
 * (null where no reason is known). Source: product research §8 and §11.15; the last 365 days are InsightSquared's default.
 */
export function winRates(model: DealModel, period: Period, matured: Period, notCounted: Term<number> | null): readonly Compared<WinRateId>[] {
  const { closed, created } = model.deals.columns;
  const inPeriod = within(closed, period);
  const createdIn = within(created, period);
  const asOf = dayTerm(model.settings.asOf);
  const year = [than(closed, ">", subtract(asOf, literal(365))), than(closed, "<=", asOf)];
  const all = dealCount(model);
  return [
    byCount("periodCount", model, inPeriod),
    byAmount("periodAmount", model, inPeriod),
    ...(notCounted ? [withoutSome(model, inPeriod, notCounted)] : []),
    byCount("createdClosed", model, createdIn),
    ofCreated("maturedCohort", model, within(created, matured)),
    ofCreated("createdAll", model, createdIn),
    byCount("lastYear", model, year),
    byCount("everCount", model, []),
    byAmount("everAmount", model, []),
    quotient("allDeals", deals(model, "won"), all, all),
  ];
}

function byCount(id: WinRateId, model: DealModel, criteria: readonly Criterion[]): Compared<WinRateId> {
  const won = deals(model, "won", ...criteria);
  const both = add(won, deals(model, "lost", ...criteria));
  return quotient(id, won, both, both);
}

/** "" where credits make either amount negative: a share of them means nothing. */
function byAmount(id: WinRateId, model: DealModel, criteria: readonly Criterion[]): Compared<WinRateId> {
  const [won, lost] = [amount(model, "won", ...criteria), amount(model, "lost", ...criteria)];
  const known = won.value !== "" && lost.value !== "" && won.value >= 0 && lost.value >= 0;
  const both: Term<Figure> = call(`IF(COUNT(${won.text},${lost.text})<2,"",IF(MIN(${won.text},${lost.text})<0,"",${won.text}+${lost.text}))`, known ? Number(won.value) + Number(lost.value) : "", won, lost);
  const filled = isFilled(model.deals.columns.amount);
  return quotient(id, won, both, add(countifs(outcomeIs(model, "won"), filled, ...criteria), countifs(outcomeIs(model, "lost"), filled, ...criteria)));
}

function withoutSome(model: DealModel, criteria: readonly Criterion[], notCounted: Term<number>): Compared<WinRateId> {
  const won = deals(model, "won", ...criteria);
  const both = subtract(add(won, deals(model, "lost", ...criteria)), notCounted);
  return quotient("excluding", won, both, both);
}

function ofCreated(id: WinRateId, model: DealModel, criteria: readonly Criterion[]): Compared<WinRateId> {
  const all = countifs(...criteria);
  return quotient(id, deals(model, "won", ...criteria), all, all);
}
