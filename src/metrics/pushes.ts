// How often was the expected close of a deal moved to a later day?

import type { Day } from "../values";
import type { DealLog } from "./deal-log";

/** Moves to a later day that the log of snapshots shows, by deal; a deal that was never moved is not in it. Source: PRODUCT-RESEARCH §8 (pushed back). */
export function pushesIn(log: DealLog): ReadonlyMap<string, number> {
  const last = new Map<string, Day>();
  const pushes = new Map<string, number>();
  for (const { isGone, state: { id, due, outcome } } of log) {
    if (isGone || due === null || outcome !== "open") continue;
    const before = last.get(id);
    if (before !== undefined && due > before) pushes.set(id, (pushes.get(id) ?? 0) + 1);
    last.set(id, due);
  }
  return pushes;
}
