// The log of how deals stood: what is added to it, how they stood on a day, and which stage moves it shows.

import { stageMoveFields, type StageMove } from "../crm/objects/stage-move";
import type { ColumnsOf, Reading } from "../crm/reading";
import type { Day } from "../values";
import { isSameState, isSameText, type DealState } from "./deal-state";
import type { FunnelStage } from "./model";

/** A line of the log: a deal's state from a day on, or the last one of a deal that is gone from the export since. */
export interface LogRow {
  readonly day: Day;
  readonly isGone: boolean;
  readonly state: DealState;
}

/** Lines in the order they were added; days never go back. */
export type DealLog = readonly LogRow[];

/** The last day of the log; null for an empty one. */
export function lastDay(log: DealLog): Day | null {
  return log.reduce<Day | null>((last, { day }) => (last === null || day > last ? day : last), null);
}

/** How deals stood on a day, by key, as far as the log had been told by then; what was gone is left out. Of several lines of one day the last counts. */
export function stateOn(log: DealLog, day: Day): ReadonlyMap<string, DealState> {
  const deals = new Map<string, DealState>();
  for (const row of log) {
    if (row.day > day) continue;
    if (row.isGone) deals.delete(row.state.id);
    else deals.set(row.state.id, row.state);
  }
  return deals;
}

/** The lines that bring a log up to the deals of a day: new and changed ones, then those that are gone. */
export function linesToAdd(before: ReadonlyMap<string, DealState>, deals: ReadonlyMap<string, DealState>, day: Day): DealLog {
  const differing = [...deals.values()].filter((deal) => {
    const was = before.get(deal.id);
    return !was || !isSameState(was, deal);
  });
  const gone = [...before.values()].filter(({ id }) => !deals.has(id));
  return [...differing.map((state): LogRow => ({ day, isGone: false, state })), ...gone.map((state): LogRow => ({ day, isGone: true, state }))];
}

/**
 * The stage moves the log shows, deal by deal. A move is dated by what the export says (in stage since, or the close
 * of a closed deal) if that lies between the move before and the day of the log, else by the day of the log. The stage a deal
 * was first seen in is dated by the export alone (the created day counts for the pipeline's first stage), or, where it was
 * created after the snapshot before, by the day of the log; else its day is not known.
 */
export function movesIn(log: DealLog, stages: readonly FunnelStage[]): Reading<StageMove> {
  const first = stages.find(({ outcome }) => outcome === "open")?.stage ?? null;
  const days = [...new Set(log.map(({ day }) => day))].sort((left, right) => left - right);
  const before = new Map(days.map((day, at) => [day, days[at - 1] ?? null]));
  const moves = [...linesByDeal(log).values()].flatMap((lines) => movesOfOne(lines.filter(({ isGone }) => !isGone), first, before));
  return { count: moves.length, columns: columnsOf(moves), extras: [], issues: [] };
}

/** Whether any deal was seen to go from one stage to another: entries alone are no history. */
export function showsMoves({ columns }: Reading<StageMove>): boolean {
  return columns.from.some((stage) => stage !== null);
}

interface Move {
  readonly deal: DealState;
  readonly from: string | null;
  readonly to: string;
  readonly on: Day | null;
}

/** The last line of each day of a deal. */
export function linesByDeal(log: DealLog): ReadonlyMap<string, readonly LogRow[]> {
  const deals = new Map<string, LogRow[]>();
  for (const row of log) {
    const lines = deals.get(row.state.id);
    if (!lines) deals.set(row.state.id, [row]);
    else if (lines.at(-1)?.day === row.day) lines[lines.length - 1] = row;
    else lines.push(row);
  }
  return deals;
}

function movesOfOne(lines: readonly LogRow[], firstStage: string | null, snapshotBefore: ReadonlyMap<Day, Day | null>): Move[] {
  const moves: Move[] = [];
  for (const { day, state } of lines) {
    const last = moves.at(-1);
    if (state.stage === null || (last && isSameText(last.to, state.stage))) continue;
    const on = last ? movedOn(state, day, last.on) : firstSeenOn(state, day, firstStage, snapshotBefore.get(day) ?? null);
    moves.push({ deal: state, from: last?.to ?? null, to: state.stage, on });
  }
  return moves;
}

function movedOn(state: DealState, day: Day, after: Day | null): Day {
  const said = entrySaid(state);
  return said !== null && said <= day && (after === null || said >= after) ? said : day;
}

function firstSeenOn(state: DealState, day: Day, firstStage: string | null, snapshotBefore: Day | null): Day | null {
  const said = entrySaid(state) ?? (isSameText(state.stage, firstStage) ? state.created : null);
  if (said !== null && said <= day) return said;
  return snapshotBefore !== null && state.created !== null && state.created > snapshotBefore ? day : null;
}

function entrySaid({ stageSince, outcome, closed }: DealState): Day | null {
  return stageSince ?? (outcome === "open" ? null : closed);
}

function columnsOf(moves: readonly Move[]): ColumnsOf<StageMove> {
  const none: readonly null[] = new Array<null>(moves.length).fill(null);
  const blank = Object.fromEntries(Object.keys(stageMoveFields).map((field) => [field, none])) as unknown as ColumnsOf<StageMove>;
  return {
    ...blank,
    row: moves.map((_, at) => at + 1),
    dealId: moves.map(({ deal }) => deal.id),
    deal: moves.map(({ deal }) => deal.name),
    from: moves.map(({ from }) => from),
    to: moves.map(({ to }) => to),
    on: moves.map(({ on }) => on),
  };
}
