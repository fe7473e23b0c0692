// How much money does the pipeline bring a day? Sources disagree on which opportunities count.

import { countifs } from "../../formula/aggregate";
import { add, multiply, subtract, literal, whenNumbers, type Figure, type Term } from "../../formula/term";
import { amount, dealCount, deals, outcomeIs, type DealModel } from "../deals";
import { within, type Period } from "../period";
import { meanCycle } from "../sales-cycle";
import { averageWon, winRate } from "../win-rate";
import { quotient, type Compared } from "./definition";

export const velocityIds = ["openPeriod", "closedPeriod", "openEver", "wonPerDay"] as const;
export type VelocityId = (typeof velocityIds)[number];

/** Opportunities × win rate × average won ÷ sales cycle, with open or with closed opportunities. Source: product research §8. */
export function velocities(model: DealModel, period: Period): readonly Compared<VelocityId>[] {
  const inPeriod = within(model.deals.columns.closed, period);
  const open = deals(model, "open");
  const closed = add(deals(model, "won", ...inPeriod), deals(model, "lost", ...inPeriod));
  const [rate, mean, cycle] = [winRate(model, ...inPeriod), averageWon(model, ...inPeriod), meanCycle(model, "won", ...inPeriod)];
  const days = add(subtract(period.to, period.from), literal(1));
  return [
    quotient("openPeriod", product(open, rate, mean), cycle, add(open, closed)),
    quotient("closedPeriod", product(closed, rate, mean), cycle, closed),
    quotient("openEver", product(open, winRate(model), averageWon(model)), meanCycle(model, "won"), dealCount(model)),
    quotient("wonPerDay", amount(model, "won", ...inPeriod), days, countifs(outcomeIs(model, "won"), ...inPeriod)),
  ];
}

function product(...parts: readonly Term<Figure>[]): Term<Figure> {
  return whenNumbers(parts, multiply);
}
