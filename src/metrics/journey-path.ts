// Which way did each customer take through the stages? Worked out once per import: only a new export can change it.

import type { Day } from "../values";

/** Activities as arrays of one length. `stages` are positions in the journey; -1 is none. */
interface Steps {
  readonly customers: readonly (string | null)[];
  readonly days: readonly (Day | null)[];
  readonly stages: ArrayLike<number>;
}

/** A customer by its first spelling, numbered from 1 in the order of the names. */
export interface Customer {
  readonly number: number;
  readonly name: string;
  /** Dated activities, and the days of the first and last. */
  readonly count: number;
  readonly first: Day | null;
  readonly last: Day | null;
  /** The day of the first activity in each stage; null where there is none. */
  readonly firstDays: readonly (Day | null)[];
}

export interface Traveller extends Customer {
  /** Positions of the dated activities in the order of their days, then of the export. */
  readonly activities: readonly number[];
}

/** What each activity is on its customer's way; null where it has no customer or day. */
export interface Paths {
  readonly travellers: readonly Traveller[];
  /** Customer's number × 1,000,000 + the how-manieth of the customer's activities it is. */
  readonly keys: readonly (number | null)[];
  /** 1 for the customer's first activity in its stage, else 0. */
  readonly first: readonly (0 | 1 | null)[];
  /** On a first activity: days to the customer's first later one in a stage further on. */
  readonly daysToNext: readonly (number | null)[];
}

/** Room for a customer's activities in a key. */
export const keysPerCustomer = 1_000_000;

export function pathsOf(steps: Steps, stageCount: number): Paths {
  const keys = new Array<number | null>(steps.days.length).fill(null);
  const first = new Array<0 | 1 | null>(steps.days.length).fill(null);
  const daysToNext = new Array<number | null>(steps.days.length).fill(null);
  const travellers = groups(steps).map(({ name, activities }, index): Traveller => {
    const number = index + 1;
    activities.forEach((at, order) => { keys[at] = number * keysPerCustomer + order + 1; });
    const firsts = firstByStage(activities, steps, stageCount);
    for (const at of activities) {
      const stage = steps.stages[at] ?? -1;
      if (stage >= 0) first[at] = firsts[stage] === at ? 1 : 0;
    }
    waits(activities, firsts, steps, stageCount, daysToNext);
    const at = (place: number | undefined) => (place === undefined ? null : (steps.days[place] ?? null));
    return { number, name, activities, count: activities.length, first: at(activities[0]), last: at(activities.at(-1)), firstDays: firsts.map((at) => (at === null ? null : (steps.days[at] ?? null))) };
  });
  return { travellers, keys, first, daysToNext };
}

/** The furthest stage a customer had reached by a day; -1 for none. */
export function furthestBy(firstDays: readonly (Day | null)[], day: Day): number {
  return firstDays.reduce((furthest, first, stage) => (first !== null && first <= day ? stage : furthest), -1);
}

/** Names that differ only in case or outer spaces are one customer, as in Excel's own comparisons. */
export function customerKey(name: string): string {
  return name.trim().toLowerCase();
}

function groups({ customers, days }: Steps): readonly { readonly name: string; readonly activities: readonly number[] }[] {
  const found = new Map<string, { readonly name: string; readonly activities: number[] }>();
  customers.forEach((name, at) => {
    if (name === null || name.trim() === "" || typeof days[at] !== "number") return;
    const key = customerKey(name);
    const group = found.get(key);
    if (group) group.activities.push(at);
    else found.set(key, { name: name.trim(), activities: [at] });
  });
  const sorted = [...found].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, group]) => group);
  for (const { activities } of sorted) activities.sort((a, b) => (days[a] ?? 0) - (days[b] ?? 0) || a - b);
  return sorted;
}

function firstByStage(activities: readonly number[], { stages }: Steps, stageCount: number): readonly (number | null)[] {
  const firsts = new Array<number | null>(stageCount).fill(null);
  for (const at of activities) {
    const stage = stages[at] ?? -1;
    if (stage >= 0 && firsts[stage] === null) firsts[stage] = at;
  }
  return firsts;
}

/** Backwards through the days: the next day of each stage is known when a first activity is met. */
function waits(activities: readonly number[], firsts: readonly (number | null)[], { days, stages }: Steps, stageCount: number, into: (number | null)[]): void {
  const next = new Array<number | null>(stageCount).fill(null);
  let last = activities.length - 1;
  while (last >= 0) {
    const day = days[activities[last] ?? -1] ?? 0;
    let from = last;
    while (from > 0 && days[activities[from - 1] ?? -1] === day) from -= 1;
    const sameDay = activities.slice(from, last + 1);
    for (const at of sameDay) {
      const stage = stages[at] ?? -1;
      if (stage >= 0) next[stage] = day;
    }
    for (const at of sameDay) {
      const stage = stages[at] ?? -1;
      if (stage < 0 || firsts[stage] !== at) continue;
      const later = next.slice(stage + 1).filter((one) => one !== null);
      if (later.length > 0) into[at] = Math.min(...later) - day;
    }
    last = from - 1;
  }
}
