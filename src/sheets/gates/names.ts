// Names of the tables and cells of Stage gates, the same in every language.

import { column } from "../../formula/column";
import type { WholeText } from "../../text/whole";

export const gateNames = {
  criteria: "GateCriteria", checks: "GateChecks", stages: "GateStages", reps: "GateReps", limits: "GateLimits", fields: "GateFields",
  misses: "GateMisses", still: "GateStill", times: "GateMedianTimes", pushes: "GatePushes",
} as const;

/** Rows of a list people read. */
export const mostListed = 50;

/** Where a deal of this number is in the table of checks now, which anyone may have sorted. */
export function rowIn({ gates }: WholeText, no: string): string {
  return `MATCH(${no},${column(gateNames.checks, gates.checks.no, []).text},0)`;
}
