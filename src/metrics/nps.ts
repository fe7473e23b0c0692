// Would customers recommend us, and are they satisfied?

import { countifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { isFilled, than } from "../formula/criteria";
import { literal, multiply, ratio, subtract, type Figure, type Term } from "../formula/term";

/**
 * Net promoter score, −100 to 100 and not rounded: (answers of 9 and 10 − answers up to 6) ÷ answers × 100; "" without answers.
 * Source: Reichheld, The One Number You Need to Grow, Harvard Business Review 12/2003.
 */
export function nps(scores: Column): Term<Figure> {
  const lead = subtract(countifs(than(scores, ">=", literal(9))), countifs(than(scores, "<=", literal(6))));
  return ratio(multiply(literal(100), lead), countifs(isFilled(scores)));
}

/** Share of answers of at least `satisfiedFrom`, 0 to 1; "" without answers. With 4 of 5 it is the share of the top two boxes. */
export function csat(scores: Column, satisfiedFrom: Term<number>): Term<Figure> {
  return ratio(countifs(than(scores, ">=", satisfiedFrom)), countifs(isFilled(scores)));
}
