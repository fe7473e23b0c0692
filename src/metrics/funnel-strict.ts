// How many deals went through every step of the funnel, one after the other?

import type { FunnelStage } from "./model";
import { rowsByDeal, stagePlaces, type StageEntries } from "./stage-history";

/**
 * strict: a deal counts in a step only if it entered every step before it, in order of time; a step skipped ends its way.
 * Entries of one day count in the order of the stages, and all won stages are one step; they come after the open ones.
 * Source: HubSpot's funnel of "all stages" (product research §8).
 */
export function reachedInOrder(entries: StageEntries, stages: readonly FunnelStage[]): readonly number[] {
  const places = stagePlaces(stages);
  const won = stages.filter((row) => row.outcome === "open").length;
  const placeOf = (row: number) => Math.min(places.get((entries.stage[row] ?? "").toLowerCase()) ?? -1, won);
  const reached = new Array<number>(Math.min(places.size, won + 1)).fill(0);
  for (const rows of rowsByDeal(entries)) {
    let next = 0;
    for (const row of rows.sort((a, b) => (entries.on[a] ?? 0) - (entries.on[b] ?? 0) || placeOf(a) - placeOf(b))) {
      if (placeOf(row) === next) reached[next++]! += 1;
    }
  }
  return reached;
}
