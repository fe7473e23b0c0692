// What does each entry into a stage mean in the history of its deal?

import type { Day } from "../values";
import type { FunnelStage } from "./model";

/** Stage entries, one row each: whose, which stage, when; where known, when it was left and how many days it took. */
export interface StageEntries {
  readonly deal: readonly (string | null)[];
  readonly stage: readonly (string | null)[];
  readonly on: readonly (Day | null)[];
  readonly left?: readonly (Day | null)[];
  /** The stage before, where the export says. */
  readonly from?: readonly (string | null)[];
  readonly days?: readonly (number | null)[];
  /** An entry without a day comes before the others of its deal: when the deal entered its first stage is not known then. */
  readonly undatedFirst?: boolean;
}

/** See `MoveTable`, whose columns these are. */
interface EntryFact {
  readonly firstEntry: 0 | 1;
  readonly wentFurther: 0 | 1;
  readonly cohort: Day | null;
  readonly days: number | null;
  readonly from: string | null;
  readonly direction: -1 | 0 | 1 | null;
  readonly since: number | null;
}

/** What each entry means; further on is by the order of `stages`, lost not counted. Won stages are one step, lost ones too: a deal enters it once. An entry without a deal means nothing. */
export function entryFacts(entries: StageEntries, stages: readonly FunnelStage[]): readonly EntryFact[] {
  const { stage, on, left, days, from } = entries;
  const places = stagePlaces(stages);
  const placeOf = (row: number) => places.get((stage[row] ?? "").toLowerCase()) ?? -1;
  const steps = new Map(stages.map((row): [string, string] => [row.stage.toLowerCase(), row.outcome === "open" ? `open ${row.stage.toLowerCase()}` : row.outcome]));
  const isNewestFirst = newestFirst(entries);
  const facts: EntryFact[] = stage.map(() => ({ firstEntry: 0, wentFurther: 0, cohort: null, days: null, from: null, direction: null, since: null }));
  for (const rows of rowsByDeal(entries)) {
    const { inTime, furthest, cohort } = journeyOf(rows, on, placeOf, isNewestFirst);
    const isUnknown = entries.undatedFirst === true && (on[inTime[0] ?? -1] ?? null) === null;
    const seen = new Set<string>();
    inTime.forEach((row, index) => {
      const name = (stage[row] ?? "").toLowerCase();
      const step = steps.get(name) ?? `open ${name}`;
      const first = name !== "" && !seen.has(step);
      const before = index === 0 ? -1 : (inTime[index - 1] ?? -1);
      const start = isUnknown ? null : cohort;
      seen.add(step);
      facts[row] = {
        firstEntry: first ? 1 : 0,
        wentFurther: first && placeOf(row) >= 0 && furthest > placeOf(row) ? 1 : 0,
        cohort: start,
        days: days?.[row] ?? daysUntil(on[row] ?? null, left?.[row] ?? on[inTime[index + 1] ?? -1] ?? null),
        from: from?.[row] ?? stage[before] ?? null,
        direction: index === 0 ? null : directionOf(placeOf(before), placeOf(row)),
        since: daysUntil(start, on[row] ?? null),
      };
    });
  }
  return facts;
}

/** What the entries of one deal say together: their order in time (those of one day as they stand, or the other way round), the furthest place (-1 where lost or unknown) and the first day. */
export function journeyOf(rows: readonly number[], on: StageEntries["on"], placeOf: (row: number) => number, isNewestFirst = false) {
  const inTime = [...rows].sort((a, b) => (on[a] ?? 0) - (on[b] ?? 0) || (isNewestFirst ? b - a : a - b));
  return {
    inTime,
    furthest: inTime.reduce((most, row) => Math.max(most, placeOf(row)), -1),
    cohort: inTime.map((row) => on[row] ?? null).find((day) => day !== null) ?? null,
  };
}

/** Whether an export lists the newest entries first: more deals begin with their last day than end with it. */
function newestFirst(entries: StageEntries): boolean {
  const ends = rowsByDeal(entries).map((rows) => {
    const days = rows.map((row) => entries.on[row] ?? null).filter((day) => day !== null);
    return Math.sign((days[0] ?? 0) - (days.at(-1) ?? 0));
  });
  return ends.reduce<number>((sum, one) => sum + one, 0) > 0;
}

/** The place of each stage that is not lost, by its name in lower case. */
export function stagePlaces(stages: readonly FunnelStage[]): ReadonlyMap<string, number> {
  return new Map(stages.filter((row) => row.outcome !== "lost").map((row, index) => [row.stage.toLowerCase(), index]));
}

/** The rows of each deal, in the order they come. */
export function rowsByDeal({ deal, stage }: StageEntries): readonly number[][] {
  const deals = new Map<string, number[]>();
  for (let row = 0; row < stage.length; row += 1) {
    const name = deal[row];
    if (!name) continue;
    const rows = deals.get(name);
    if (rows) rows.push(row);
    else deals.set(name, [row]);
  }
  return [...deals.values()];
}

/** Further on or back; 0 where one of the two has no place in the order (lost). */
export function directionOf(from: number, to: number): -1 | 0 | 1 {
  if (from < 0 || to < 0 || from === to) return 0;
  return to > from ? 1 : -1;
}

function daysUntil(from: Day | null, to: Day | null): number | null {
  return from === null || to === null || to < from ? null : to - from;
}
