// When was the expected close of a deal put off, or pulled in?

import type { Day } from "../values";
import { linesByDeal, type DealLog } from "./deal-log";
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
  /** The day it was put off the next time: until then it counts by this one. */
  readonly nextSlip: Day | null;
}

type Changed = Omit<DueChange, "isNewestSlip" | "nextSlip">;

/** Changes the snapshots show while a deal stays open, by the day they were seen: of one day, from its last line on the day before. Source: product research §8 (date pushed back or pulled forward). */
export function dueChangesIn(log: DealLog): readonly DueChange[] {
  return withNext([...linesByDeal(log).values()].flatMap(changesOfOne).sort((left, right) => left.on - right.on));
}

function changesOfOne(lines: DealLog): readonly Changed[] {
  let was: DealState | null = null;
  const changes: Changed[] = [];
  for (const { day, isGone, state } of lines) {
    if (isGone) continue;
    if (was?.outcome === "open" && state.outcome === "open" && was.due !== null && state.due !== null && was.due !== state.due) {
      changes.push({ on: day, id: state.id, deal: state.name, owner: state.owner, from: was.due, to: state.due, days: state.due - was.due, amount: state.amount, currency: state.currency });
    }
    was = state;
  }
  return changes;
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
  const changes: Changed[] = [];
  for (const entry of [...entries].sort((a, b) => a.on - b.on)) {
    const was = last.get(entry.id);
    last.set(entry.id, entry);
    if (!was || was.due === entry.due) continue;
    const { on, id, deal, owner, amount, currency } = entry;
    changes.push({ on, id, deal, owner, from: was.due, to: entry.due, days: entry.due - was.due, amount, currency });
  }
  return withNext(changes);
}

function withNext(changes: readonly Changed[]): readonly DueChange[] {
  const next = new Map<string, Day>();
  return [...changes].reverse().map((change): DueChange => {
    const { id, on, days } = change;
    const nextSlip = days > 0 ? (next.get(id) ?? null) : null;
    if (days > 0) next.set(id, on);
    return { ...change, nextSlip, isNewestSlip: days > 0 && nextSlip === null };
  }).reverse();
}
