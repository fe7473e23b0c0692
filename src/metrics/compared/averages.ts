// What is a deal worth on average? Mean or median, won, open or all.

import { isFilled } from "../../formula/criteria";
import { outcomeIs, type DealModel } from "../deals";
import { within, type Period } from "../period";
import { comparedMean, comparedMedian, type Compared } from "./definition";

export const averageIds = ["wonMean", "wonMedian", "everWonMean", "openMean", "openMedian", "allMean"] as const;
export type AverageId = (typeof averageIds)[number];

/** Of deals that have an amount; won ones by close date in the period unless said otherwise. */
export function averageDeals(model: DealModel, period: Period): readonly Compared<AverageId>[] {
  const { amount, closed } = model.deals.columns;
  const [won, open] = [outcomeIs(model, "won"), outcomeIs(model, "open")];
  const inPeriod = within(closed, period);
  return [
    comparedMean("wonMean", amount, won, ...inPeriod),
    comparedMedian("wonMedian", amount, won, ...inPeriod),
    comparedMean("everWonMean", amount, won),
    comparedMean("openMean", amount, open),
    comparedMedian("openMedian", amount, open),
    comparedMean("allMean", amount, isFilled(amount)),
  ];
}
