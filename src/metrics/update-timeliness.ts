// How soon after an activity is it recorded in the CRM?

import { add, ratio, type Figure, type Term } from "../formula/term";
import type { CellValue, Day } from "../values";
import { bandStart, lagOf } from "./timeliness";

/** Days from the activity to its record, in bands; the first two are what “within 24 hours” can mean where exports have days and no clock. */
export const lagBands = ["sameDay", "nextDay", "week", "later"] as const;
export type LagBand = (typeof lagBands)[number];

/** A rep's activities by how soon they were recorded; `unknown` are those that do not tell. */
interface Lags extends Readonly<Record<LagBand, number>> {
  readonly unknown: number;
}

/** Days of activities, each as long as the others. */
export interface ActivityDays {
  readonly owner: readonly CellValue[];
  /** The day it took place. */
  readonly on: readonly CellValue[];
  readonly created: readonly CellValue[] | null;
  readonly modified: readonly CellValue[] | null;
  /** Of groups of activities: how many each row is, and the days to their record. */
  readonly groups?: { readonly records: readonly number[]; readonly lag: readonly CellValue[] };
}

/**
 * Activities up to the as-of day by owner (in lower case). Recorded is the day created, or the day modified where it was created
 * before it took place (a meeting planned ahead); where neither follows the activity, nobody can tell. Source: the article, challenge 4.
 */
export function lagsByOwner({ owner, on, created, modified, groups }: ActivityDays, asOf: Day): ReadonlyMap<string, Lags> {
  const lags = new Map<string, Record<LagBand | "unknown", number>>();
  owner.forEach((name, row) => {
    const day = on[row];
    if (typeof name !== "string" || name === "" || (typeof day === "number" && day > asOf)) return;
    const key = name.toLowerCase();
    let known = lags.get(key);
    if (!known) lags.set(key, (known = { sameDay: 0, nextDay: 0, week: 0, later: 0, unknown: 0 }));
    const lag = groups ? (groups.lag[row] as number | null) : lagOf(day ?? null, [created?.[row] ?? null, modified?.[row] ?? null]);
    known[bandOf(lag)] += groups?.records[row] ?? 1;
  });
  return lags;
}

/** (Same day + next day) ÷ all whose lag is known. */
export function withinADay(counts: Readonly<Record<LagBand, Term<number>>>): Term<Figure> {
  const { sameDay, nextDay, week, later } = counts;
  return ratio(add(sameDay, nextDay), add(sameDay, nextDay, week, later));
}

const bandFrom = { 0: "sameDay", 1: "nextDay", 2: "week", 8: "later" } as const satisfies Readonly<Record<number, LagBand>>;

function bandOf(lag: number | null): LagBand | "unknown" {
  const start = bandStart(lag);
  return start === null ? "unknown" : bandFrom[start];
}
