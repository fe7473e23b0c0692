// What share of closed deals is won?

import { averageifs } from "../formula/aggregate";
import type { Criterion } from "../formula/criteria";
import { add, ratio, whenNumbers, type Figure, type Term } from "../formula/term";
import { amount, deals, outcomeIs, type DealModel } from "./deals";

/** Won ÷ (won + lost), by count; never ÷ all deals. Source: product research §8. */
export function winRate(model: DealModel, ...criteria: readonly Criterion[]): Term<Figure> {
  const won = deals(model, "won", ...criteria);
  return ratio(won, add(won, deals(model, "lost", ...criteria)));
}

/** Won amount ÷ (won + lost amount). */
export function winRateByAmount(model: DealModel, ...criteria: readonly Criterion[]): Term<Figure> {
  const won = amount(model, "won", ...criteria);
  const lost = amount(model, "lost", ...criteria);
  const both = whenNumbers([won, lost], add);
  return ratio(won, both);
}

/** Mean amount of the won deals that have one. */
export function averageWon(model: DealModel, ...criteria: readonly Criterion[]): Term<Figure> {
  return averageifs(model.deals.columns.amount, outcomeIs(model, "won"), ...criteria);
}
