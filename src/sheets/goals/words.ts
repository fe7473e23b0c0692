// The closed sets of a goal; text/ has their words.

export const dimensions = ["financial", "customer", "process", "team"] as const;
export type Dimension = (typeof dimensions)[number];

/** “By %” is a share of the baseline; `raiseBy` is in the goal's own unit. */
export const directions = ["raiseTo", "reduceTo", "raiseBy", "raiseByPercent", "reduceByPercent", "keepWithin"] as const;
export type Direction = (typeof directions)[number];

export const goalUnits = ["percent", "money", "days", "months", "points", "count"] as const;
export type GoalUnit = (typeof goalUnits)[number];

export const statuses = ["achieved", "onTrack", "atRisk", "offTrack", "overdue", "noData"] as const;
export type Status = (typeof statuses)[number];

/** Columns of the Goals table the user fills, and those that follow. */
export const typedColumns = [
  "dimension", "goal", "specific", "measure", "unit", "direction", "baseline", "target", "upper", "start", "deadline", "owner", "weight", "typed",
] as const;
export type TypedColumn = (typeof typedColumns)[number];

export const goalsTableName = "Goals";
export const checkInsTableName = "CheckIns";
export const sourcesTableName = "GoalMeasures";
