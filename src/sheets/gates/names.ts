// Names of the tables and cells of Stage gates, the same in every language.

export const gateNames = {
  criteria: "GateCriteria", checks: "GateChecks", stages: "GateStages", reps: "GateReps", limits: "GateLimits", fields: "GateFields",
  misses: "GateMisses", still: "GateStill", times: "GateMedianTimes", pushes: "GatePushes",
} as const;

/** Rows of a list people read. */
export const mostListed = 50;
