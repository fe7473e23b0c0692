// Would customers recommend us, and are they satisfied?

import { countifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { isFilled, than, type Criterion } from "../formula/criteria";
import { call, literal, multiply, ratio, subtract, type Figure, type Term } from "../formula/term";

/**
 * Net promoter score, −100 to 100 and not rounded: (answers of 9 and 10 − answers up to 6) ÷ answers × 100; "" without answers.
 * Source: Reichheld, The One Number You Need to Grow, Harvard Business Review 12/2003.
 */
export function nps(scores: Column, ...criteria: readonly Criterion[]): Term<Figure> {
  return npsFrom(countifs(...criteria, than(scores, ">=", literal(9))), countifs(...criteria, than(scores, "<=", literal(6))), countifs(...criteria, isFilled(scores)));
}

/** Share of answers of at least `satisfiedFrom`, 0 to 1; "" without answers. With 4 of 5 it is the share of the top two boxes. */
export function csat(scores: Column, satisfiedFrom: Term<number>): Term<Figure> {
  return ratio(countifs(than(scores, ">=", satisfiedFrom)), countifs(isFilled(scores)));
}

/** The score from counts: (promoters − detractors) ÷ answers × 100, not rounded; "" without answers. */
export function npsFrom(promoters: Term<number>, detractors: Term<number>, answers: Term<number>): Term<Figure> {
  return ratio(multiply(literal(100), subtract(promoters, detractors)), answers);
}

/**
 * Half of the 95 % interval of a score in points: 196 × √((p + d − (p − d)²) ÷ answers) with p and d as shares; "" without answers.
 * Source: the variance of a score of +1, 0 and −1.
 */
export function npsMargin(promoters: Term<number>, detractors: Term<number>, answers: Term<number>): Term<Figure> {
  const [p, d, n] = [promoters.value, detractors.value, answers.value];
  const value = n === 0 ? "" : 196 * Math.sqrt(((p + d) / n - ((p - d) / n) ** 2) / n);
  const [up, down, all] = [promoters.text, detractors.text, answers.text];
  return call(`IF(${all}=0,"",196*SQRT(((${up}+${down})/${all}-((${up}-${down})/${all})^2)/${all}))`, value);
}

/** Satisfied answers ÷ answers; "" without answers. */
export function csatFrom(satisfied: Term<number>, answers: Term<number>): Term<Figure> {
  return ratio(satisfied, answers);
}
