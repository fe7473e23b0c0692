// How often was the expected close of a deal moved to a later day?

import type { DealLog } from "./deal-log";
import { dueChangesIn } from "./due-changes";

/** Moves to a later day that the log of snapshots shows, by deal; a deal that was never moved is not in it. Source: PRODUCT-RESEARCH §8 (pushed back). */
export function pushesIn(log: DealLog): ReadonlyMap<string, number> {
  const pushes = new Map<string, number>();
  for (const { id, days } of dueChangesIn(log)) if (days > 0) pushes.set(id, (pushes.get(id) ?? 0) + 1);
  return pushes;
}
