// How many deals went through every step of the funnel, one after the other?

import type { StageRow } from "./model";
import { rowsByDeal, stagePlaces, type StageEntries } from "./stage-history";

/**
 * strict: a deal counts in a step only if it entered every step before it, in order of time; a step skipped ends its way.
 * Entries of one day count in the order of the stages, and all won stages are one step.
 * Source: HubSpot's funnel of "all stages" (product research §8).
 */
export function reachedInOrder(entries: StageEntries, stages: readonly StageRow[]): readonly number[] {
  const open = stages.filter((row) => row.outcome === "open").length;
  const places = stagePlaces([...stages].sort((a, b) => Number(a.outcome === "won") - Number(b.outcome === "won")));
  const placeOf = (row: number) => Math.min(places.get((entries.stage[row] ?? "").toLowerCase()) ?? Infinity, open);
  const known = rowsByDeal(entries).map((rows) => rows.filter((row) => places.has((entries.stage[row] ?? "").toLowerCase())));
  const reached = new Array<number>(stages.some((row) => row.outcome === "won") ? open + 1 : open).fill(0);
  for (const rows of known) {
    let next = 0;
    for (const row of rows.sort((a, b) => (entries.on[a] ?? 0) - (entries.on[b] ?? 0) || placeOf(a) - placeOf(b))) {
      if (placeOf(row) !== next) continue;
      reached[next] = reached[next]! + 1;
      next += 1;
    }
  }
  return reached;
}
