// How much money does the pipeline bring a day?

import { multiply, ratio, whenNumbers, type Figure, type Term } from "../formula/term";

/**
 * Open deals × win rate × mean won amount ÷ mean won cycle, per day, of numbers that are all known; goes down a column cell by
 * cell. Source: product research §8 (sales velocity).
 */
export function velocityPerDay(open: Term<number>, rate: Term<number>, mean: Term<number>, cycle: Term<number>): Term<Figure> {
  return ratio(multiply(open, rate, mean), cycle);
}

/** The same of figures some of which may be missing. */
export function velocityOf(open: Term<Figure>, rate: Term<Figure>, mean: Term<Figure>, cycle: Term<Figure>): Term<Figure> {
  return ratio(whenNumbers([open, rate, mean], multiply), cycle);
}
