// How healthy is a customer?

/** 100 × (value − poor) ÷ (good − poor), from 0 to 100; where good is below poor, less is better. `poor` and `good` differ. */
export function measureScore(value: number, poor: number, good: number): number {
  return Math.min(100, Math.max(0, (100 * (value - poor)) / (good - poor)));
}

/** Σ weight × score ÷ Σ weight, which is above 0. Source: product research §7 (Gainsight scorecards). */
export function healthScore(measures: readonly { readonly weight: number; readonly score: number }[]): number {
  let [sum, weights] = [0, 0];
  for (const { weight, score } of measures) {
    sum += weight * score;
    weights += weight;
  }
  return sum / weights;
}

/** Scores at which a better band begins, itself not included. */
interface HealthLimits {
  readonly yellowAbove: number;
  readonly greenAbove: number;
}

/** Source: product research §7 (Gainsight's defaults). */
export const firstHealthLimits: HealthLimits = { yellowAbove: 50, greenAbove: 75 };

export const healthBands = ["green", "yellow", "red"] as const;
export type HealthBand = (typeof healthBands)[number];

/** 0–50 red, above 50 to 75 yellow, above 75 green: a band does not include the score it starts from. Source: product research §7 (Gainsight's defaults). */
export function healthBand(score: number, { yellowAbove, greenAbove } = firstHealthLimits): HealthBand {
  return score > greenAbove ? "green" : score > yellowAbove ? "yellow" : "red";
}
