// How do measures of different kinds make one score from 0 to 100?

import { call, operand, type Figure, type Term } from "../formula/term";

/** Which way a measure is better. */
export type Better = "higher" | "lower";

/** 100 × value ÷ what it is measured against, from 0 to 100; where less is better the other way round, with everything under 1 counted as 1. */
export function scoreOf(value: Term<Figure>, against: Term<Figure>, better: Better): Term<Figure> {
  const [v, a] = [operand(value), operand(against)];
  const score = better === "higher" ? `IF(${a}<=0,"",MAX(0,MIN(100,100*${v}/${a})))` : `100*MIN(1,MAX(${a},1)/MAX(${v},1))`;
  return call(`IF(COUNT(${v},${a})<2,"",${score})`, scoreNow(value.value, against.value, better), value, against);
}

/** A score with the weight it has. */
interface Weighed {
  readonly score: Term<Figure>;
  readonly weight: Term<number>;
}

/** Σ weight × score ÷ Σ weight over the scores there are: what is missing is left out, not counted as 0. */
export function weighedScore(parts: readonly Weighed[]): Term<Figure> {
  const sum = parts.map(({ score, weight }) => `${operand(weight)}*N(${score.text})`).join("+");
  const weights = parts.map(({ score, weight }) => `${operand(weight)}*ISNUMBER(${score.text})`).join("+");
  const known = parts.filter(({ score }) => score.value !== "");
  const all = known.reduce((total, { weight }) => total + weight.value, 0);
  const value = all === 0 ? "" : known.reduce((total, { score, weight }) => total + weight.value * Number(score.value), 0) / all;
  return call(parts.length === 0 ? '""' : `IF(${weights}=0,"",(${sum})/(${weights}))`, value, ...parts.flatMap(({ score, weight }) => [score, weight]));
}

function scoreNow(value: Figure, against: Figure, better: Better): Figure {
  if (value === "" || against === "") return "";
  if (better === "lower") return 100 * Math.min(1, Math.max(against, 1) / Math.max(value, 1));
  return against <= 0 ? "" : Math.max(0, Math.min(100, (100 * value) / against));
}
