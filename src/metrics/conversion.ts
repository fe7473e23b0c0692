// What share of those who reached a step of a funnel come from the step before, or went on to the next?

import { literal, ratio, type Figure, type Term } from "../formula/term";

/** A step with its shares, "" where there is nothing to divide by. */
export interface ConversionStep {
  readonly reached: Term<number>;
  readonly step: Term<Figure>;
  /** Reached ÷ reached of the first step. */
  readonly cumulative: Term<Figure>;
}

/** `before`: reached ÷ reached of the step before. `further`: reached of the next step ÷ reached, for counts of deals that went step by step. */
export function conversionSteps(counts: readonly number[], step: "before" | "further"): readonly ConversionStep[] {
  const reached = counts.map((count) => literal(count));
  return reached.map((here, at) => {
    const other = reached[step === "before" ? at - 1 : at + 1];
    const share = !other ? literal("" as const) : step === "before" ? ratio(here, other) : ratio(other, here);
    return { reached: here, step: share, cumulative: ratio(here, reached[0]!) };
  });
}
