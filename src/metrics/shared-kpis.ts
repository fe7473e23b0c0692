// How do customers stay and speak of us? Figures all departments answer for together.

import { countifs } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { is, isFilled, than } from "../formula/criteria";
import { add, literal, multiply, ratio, subtract, type Figure, type Term } from "../formula/term";
import type { Words } from "./model";

/** Customers not marked as lost ÷ customers marked either way; no date field. Source: product research §8 (retention), over all customers of the export. */
export function keptShare(churned: Column, words: Pick<Words, "yes" | "no">): Term<Figure> {
  const kept = countifs(is(churned, literal(words.no)));
  return ratio(kept, add(kept, countifs(is(churned, literal(words.yes)))));
}

/** Net promoter score of one kind of survey, −100 to 100: (answers of 9 and 10 − answers up to 6) ÷ answers × 100; all answers of the export. */
export function npsOfKind(score: Column, kind: Column, name: string): Term<Figure> {
  const one = is(kind, literal(name));
  const lead = subtract(countifs(one, than(score, ">=", literal(9))), countifs(one, than(score, "<=", literal(6))));
  return ratio(multiply(literal(100), lead), countifs(one, isFilled(score)));
}
