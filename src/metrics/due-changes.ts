// When was the expected close of a deal put off, or pulled in?

import type { Day } from "../values";
import type { DealLog } from "./deal-log";
import type { DealState } from "./deal-state";

/** One change of a deal's expected close; `days` above 0 is later. */
export interface DueChange {
  readonly on: Day;
  readonly id: string;
  readonly deal: string | null;
  readonly owner: string | null;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
  /** The deal's amount then, as written. */
  readonly amount: number | null;
  readonly currency: string | null;
  /** The newest time this deal was put off: a deal put off five times counts once by it. */
  readonly isNewestSlip: boolean;
}

/** Changes the snapshots show while a deal stays open, in the order they were seen. Source: product research §8 (date pushed back or pulled forward). */
export function dueChangesIn(log: DealLog): readonly DueChange[] {
  const last = new Map<string, DealState>();
  const changes: Omit<DueChange, "isNewestSlip">[] = [];
  for (const { day, isGone, state } of log) {
    const was = last.get(state.id);
    if (isGone) continue;
    last.set(state.id, state);
    if (!was || was.outcome !== "open" || state.outcome !== "open" || was.due === null || state.due === null || was.due === state.due) continue;
    changes.push({ on: day, id: state.id, deal: state.name, owner: state.owner, from: was.due, to: state.due, days: state.due - was.due, amount: state.amount, currency: state.currency });
  }
  return withNewest(changes);
}

/** A line of an exported stage history that says when the deal was expected to close. */
export interface DatedEntry {
  readonly id: string;
  readonly deal: string | null;
  readonly owner: string | null;
  readonly on: Day;
  readonly due: Day;
  readonly amount: number | null;
  readonly currency: string | null;
}

/** The same changes as an exported stage history shows them, one line after the other. */
export function dueChangesOf(entries: readonly DatedEntry[]): readonly DueChange[] {
  const last = new Map<string, DatedEntry>();
  const changes: Omit<DueChange, "isNewestSlip">[] = [];
  for (const entry of [...entries].sort((a, b) => a.on - b.on)) {
    const was = last.get(entry.id);
    last.set(entry.id, entry);
    if (!was || was.due === entry.due) continue;
    const { on, id, deal, owner, amount, currency } = entry;
    changes.push({ on, id, deal, owner, from: was.due, to: entry.due, days: entry.due - was.due, amount, currency });
  }
  return withNewest(changes);
}

function withNewest(changes: readonly Omit<DueChange, "isNewestSlip">[]): readonly DueChange[] {
  const newest = new Map<string, number>();
  changes.forEach(({ id, days }, at) => { if (days > 0) newest.set(id, at); });
  return changes.map((change, at) => ({ ...change, isNewestSlip: newest.get(change.id) === at }));
}
