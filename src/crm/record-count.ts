import type { Reading } from "./reading";

/** How many records a reading stands for: those of its groups, else its rows. */
export function recordCount({ count, groups }: Pick<Reading<unknown>, "count" | "groups">): number {
  return groups ? groups.records.reduce((sum, each) => sum + each, 0) : count;
}
