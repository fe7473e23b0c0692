// What share of closed deals is won?

import { averageifs } from "../formula/aggregate";
import type { Criterion } from "../formula/criteria";
import { add, call, ratio, whenNumbers, type Figure, type Term } from "../formula/term";
import { amount, deals, outcomeIs, type DealModel } from "./deals";

/** Won ÷ (won + lost), by count; never ÷ all deals. Source: product research §8. */
export function winRate(model: DealModel, ...criteria: readonly Criterion[]): Term<Figure> {
  return shareWon(deals(model, "won", ...criteria), deals(model, "lost", ...criteria));
}

/** The same of counts at hand. */
export function shareWon(won: Term<number>, lost: Term<number>): Term<Figure> {
  return ratio(won, add(won, lost));
}

/** Won amount ÷ (won + lost amount); "" where credits make either negative, since a share of them means nothing. */
export function winRateByAmount(model: DealModel, ...criteria: readonly Criterion[]): Term<Figure> {
  const won = amount(model, "won", ...criteria);
  const lost = amount(model, "lost", ...criteria);
  const both = whenNumbers([won, lost], add);
  const share = ratio(won, both);
  const negative = [won, lost].some((part) => part.value !== "" && part.value < 0);
  return call(`IF(COUNT(${won.text},${lost.text})<2,"",IF(MIN(${won.text},${lost.text})<0,"",${share.text}))`, negative ? "" : share.value, won, lost, share);
}

/** Mean amount of the won deals that have one. */
export function averageWon(model: DealModel, ...criteria: readonly Criterion[]): Term<Figure> {
  return averageifs(model.deals.columns.amount, outcomeIs(model, "won"), ...criteria);
}
