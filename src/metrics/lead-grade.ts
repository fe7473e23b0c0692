// Which grade does a lead's score earn?

import { call, compare, literal, type Term } from "../formula/term";

/** A grade from a score on; everything else is from minus infinity on. */
export interface Threshold {
  readonly label: string;
  readonly minimum: number;
  /** False where the score must be above the minimum. */
  readonly isIncluded: boolean;
}

/**
 * default: the common order, in which sales accepts (SQL) what marketing has qualified (MQL). The article's code gives MQL
 * from 50 and SQL from 30, the other way round; its prose says over 50. Source: the article, challenge 1; product research §0.
 */
export const gradeThresholds: Readonly<Record<"default" | "article" | "article-prose", readonly Threshold[]>> = {
  default: [from(50, "SQL"), from(30, "MQL"), from(-Infinity, "Lead")],
  article: [from(50, "MQL"), from(30, "SQL"), from(-Infinity, "Lead")],
  "article-prose": [{ ...from(50, "MQL"), isIncluded: false }, from(30, "SQL"), from(-Infinity, "Lead")],
};

/** The thresholds from the highest down, "above" before "from" at the same score. */
export function sortedThresholds(thresholds: readonly Threshold[]): readonly Threshold[] {
  return [...thresholds].sort((one, other) => other.minimum - one.minimum || Number(one.isIncluded) - Number(other.isIncluded));
}

/** The first label, from the top, whose minimum the score reaches; null below all. `thresholds` are sorted. */
export function gradeOf(score: number, thresholds: readonly Threshold[]): string | null {
  return thresholds.find(({ minimum, isIncluded }) => score > minimum || (isIncluded && score === minimum))?.label ?? null;
}

/** The same as a formula: `IF(score>=50,"SQL",IF(score>=30,"MQL","Lead"))`; #N/A below all. */
export function grade(score: Term<number>, thresholds: readonly Threshold[]): Term<string> {
  const text = thresholds.reduceRight((otherwise, { label, minimum, isIncluded }) =>
    (minimum === -Infinity ? literal(label).text : `IF(${compare(score, isIncluded ? ">=" : ">", literal(minimum)).text},${literal(label).text},${otherwise})`), "NA()");
  return call(text, gradeOf(score.value, thresholds) ?? "");
}

function from(minimum: number, label: string): Threshold {
  return { label, minimum, isIncluded: true };
}
