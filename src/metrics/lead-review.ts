// Does a score tell who converts: lift, shrunk log-odds of a rule, Youden's J of a threshold?

import { call, operand, type Figure, type Term } from "../formula/term";

/** Added to each count so that none is 0: Jeffreys' prior. */
const jeffreys = 0.5;

/** Leads that a rule fits and those it does not, each with those converted. */
interface Fourfold {
  readonly matched: Term<number>;
  readonly matchedConverted: Term<number>;
  readonly all: Term<number>;
  readonly converted: Term<number>;
}

/**
 * ln(odds with the rule ÷ odds without), each count + 0.5 (Jeffreys), held back by n ÷ (n + k): a rule few leads meet tells
 * little. "" where every lead or none meets it. Source: product research §3 (Odoo's frequencies); Agresti, Categorical Data Analysis, §3.1.
 */
export function shrunkLogOdds({ matched, matchedConverted, all, converted }: Fourfold, k: Term<number>): Term<Figure> {
  const odds = (yes: string, no: string) => `LN((${yes}+${jeffreys})/(${no}+${jeffreys}))`;
  const [n, a, m, c] = [operand(matched), operand(matchedConverted), operand(all), operand(converted)];
  const without = odds(`${c}-${a}`, `${m}-${n}-${c}+${a}`);
  const text = `IF(OR(${n}=0,${n}=${m}),"",(${odds(a, `${n}-${a}`)}-${without})*${n}/(${n}+${operand(k)}))`;
  return call(text, logOddsOf(matched.value, matchedConverted.value, all.value, converted.value, k.value));
}

function logOddsOf(n: number, a: number, all: number, converted: number, k: number): Figure {
  if (n === 0 || n === all) return "";
  const odds = (yes: number, no: number) => Math.log((yes + jeffreys) / (no + jeffreys));
  return ((odds(a, n - a) - odds(converted - a, all - n - converted + a)) * n) / (n + k);
}

/**
 * Youden's J of handing over the leads above a threshold: share of the converted above it − share of the others above it; ""
 * where either kind is missing. Source: W. J. Youden, Index for rating diagnostic tests, Cancer 3 (1950) 32–35.
 */
export function youden(above: Term<number>, convertedAbove: Term<number>, all: Term<number>, converted: Term<number>): Term<Figure> {
  const others = all.value - converted.value;
  const value = converted.value === 0 || others === 0 ? "" : convertedAbove.value / converted.value - (above.value - convertedAbove.value) / others;
  const [n, a, m, c] = [operand(above), operand(convertedAbove), operand(all), operand(converted)];
  const text = `IF(OR(${c}=0,${m}=${c}),"",${a}/${c}-(${n}-${a})/(${m}-${c}))`;
  return call(text, value);
}

/** How much data weights from data need. Source: Salesforce Einstein lead scoring, 1,000 leads of which 120 converted (product research §3). */
export const leastData = { leads: 1_000, converted: 120, fewest: 10 } as const;
