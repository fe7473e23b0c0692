// Ready sets of goals. Source: the article's §2, which gives these numbers; what it leaves open is null, for the user to type.

import type { MetricId } from "../../metrics/catalogue";
import type { Text } from "../../text/en";
import type { GoalSet } from "../context";
import type { Trailing } from "./trailing";
import type { Dimension, Direction, GoalUnit } from "./words";

export interface GoalSeed {
  readonly text: keyof Text["goals"]["seeds"];
  readonly dimension: Dimension;
  readonly unit: GoalUnit;
  readonly direction: Direction;
  /** "before": what the measure was at the start of the fiscal year. */
  readonly baseline: number | "before" | null;
  readonly target: number | null;
  readonly weight: number;
  /** Typed in when absent. */
  readonly measure?: { readonly metric: MetricId } | { readonly trailing: Trailing };
}

export const goalSeeds: Readonly<Record<GoalSet, readonly GoalSeed[]>> = {
  saas: [
    { text: "ltv", dimension: "financial", unit: "months", direction: "raiseTo", baseline: 18, target: 24, weight: 10 },
    { text: "cac", dimension: "financial", unit: "money", direction: "reduceByPercent", baseline: null, target: 0.15, weight: 10 },
    { text: "margin", dimension: "financial", unit: "percent", direction: "raiseTo", baseline: 0.4, target: 0.6, weight: 10 },
    { text: "nps", dimension: "customer", unit: "points", direction: "raiseTo", baseline: 30, target: 50, weight: 10 },
    { text: "churn", dimension: "customer", unit: "percent", direction: "reduceTo", baseline: 0.2, target: 0.1, weight: 10 },
    { text: "health", dimension: "customer", unit: "percent", direction: "raiseTo", baseline: null, target: null, weight: 5 },
    { text: "cycle", dimension: "process", unit: "days", direction: "reduceTo", baseline: 90, target: 75, weight: 10, measure: { trailing: "cycle" } },
    { text: "conversion", dimension: "process", unit: "percent", direction: "raiseTo", baseline: 0.15, target: 0.25, weight: 10, measure: { metric: "lead-conversion" } },
    { text: "completeness", dimension: "process", unit: "percent", direction: "raiseTo", baseline: null, target: 0.95, weight: 5, measure: { metric: "completeness" } },
    { text: "certification", dimension: "team", unit: "percent", direction: "raiseTo", baseline: 0, target: 1, weight: 10 },
    { text: "projects", dimension: "team", unit: "count", direction: "raiseTo", baseline: 0, target: null, weight: 10 },
  ],
  manufacturer: [
    { text: "sales", dimension: "financial", unit: "money", direction: "raiseByPercent", baseline: "before", target: 0.2, weight: 20, measure: { trailing: "won" } },
    { text: "solutions", dimension: "financial", unit: "percent", direction: "raiseTo", baseline: null, target: 0.5, weight: 15 },
    { text: "csat", dimension: "customer", unit: "percent", direction: "raiseTo", baseline: null, target: 0.9, weight: 15 },
    { text: "npsBy", dimension: "customer", unit: "points", direction: "raiseBy", baseline: null, target: 10, weight: 10 },
    { text: "cycleBy", dimension: "process", unit: "days", direction: "reduceByPercent", baseline: "before", target: 0.1, weight: 15, measure: { trailing: "cycle" } },
    { text: "completenessHigh", dimension: "process", unit: "percent", direction: "raiseTo", baseline: null, target: 0.98, weight: 10, measure: { metric: "completeness" } },
    { text: "training", dimension: "team", unit: "percent", direction: "raiseTo", baseline: 0, target: 1, weight: 15 },
  ],
};
