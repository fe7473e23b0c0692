// How much money does the pipeline bring a day?

import { multiply, ratio, whenNumbers, type Figure, type Term } from "../formula/term";
import { deals, type DealModel } from "./deals";
import { meanCycle } from "./sales-cycle";
import { averageWon, winRate } from "./win-rate";

/** Open deals × win rate × mean won amount ÷ mean won cycle, per day. Source: product research §8 (sales velocity). */
export function salesVelocity(model: DealModel): Term<Figure> {
  return velocityOf(deals(model, "open"), winRate(model), averageWon(model), meanCycle(model, "won"));
}

/** The same of figures at hand. */
export function velocityOf(open: Term<Figure>, rate: Term<Figure>, mean: Term<Figure>, cycle: Term<Figure>): Term<Figure> {
  return ratio(whenNumbers([open, rate, mean], multiply), cycle);
}
