// How much money does the pipeline bring a day?

import { multiply, ratio, whenNumbers, type Figure, type Term } from "../formula/term";
import { deals, type DealModel } from "./deals";
import { meanCycle } from "./sales-cycle";
import { averageWon, winRate } from "./win-rate";

/** Open deals × win rate × mean won amount ÷ mean won cycle, per day. Source: product research §8 (sales velocity). */
export function salesVelocity(model: DealModel): Term<Figure> {
  return velocityOf(deals(model, "open"), winRate(model), averageWon(model), meanCycle(model, "won"));
}

/** The same of numbers that are all known; goes down a column cell by cell. */
export function velocityPerDay(open: Term<number>, rate: Term<number>, mean: Term<number>, cycle: Term<number>): Term<Figure> {
  return ratio(multiply(open, rate, mean), cycle);
}

/** The same of figures some of which may be missing. */
export function velocityOf(open: Term<Figure>, rate: Term<Figure>, mean: Term<Figure>, cycle: Term<Figure>): Term<Figure> {
  return ratio(whenNumbers([open, rate, mean], multiply), cycle);
}
