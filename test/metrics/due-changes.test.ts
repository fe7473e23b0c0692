// Expected closes put off and pulled in, each case by itself.

import { linesToAdd, type DealLog } from "../../src/metrics/deal-log";
import type { DealState } from "../../src/metrics/deal-state";
import { dueChangesIn, dueChangesOf } from "../../src/metrics/due-changes";
import { byKey, day, state } from "./states";

/** The log of a deal as it stood week after week; null where it was not in the export. */
function logOf(...weeks: readonly (Partial<DealState> | null)[]): DealLog {
  let before: ReadonlyMap<string, DealState> = new Map();
  return weeks.flatMap((more, at) => {
    const now = more === null ? new Map<string, DealState>() : byKey(state("A", more));
    const lines = linesToAdd(before, now, day(`2026-06-0${at + 1}`));
    before = now;
    return lines;
  });
}

const due = (text: string) => ({ due: day(text) });
const daysIn = (...weeks: readonly (Partial<DealState> | null)[]) => dueChangesIn(logOf(...weeks)).map(({ days, isNewestSlip }) => [days, isNewestSlip]);

it("counts each time a deal is put off, and marks the newest", () => {
  expect(daysIn(due("2026-07-01"), due("2026-07-11"), due("2026-07-11"), due("2026-07-31"), due("2026-07-30"))).toEqual([[10, false], [20, true], [-1, false]]);
});

it("knows for each time it was put off when it was the next time", () => {
  const changes = dueChangesIn(logOf(due("2026-07-01"), due("2026-07-11"), due("2026-07-05"), due("2026-07-31"), due("2026-08-30")));
  expect(changes.map(({ nextSlip }) => nextSlip)).toEqual([day("2026-06-04"), null, day("2026-06-05"), null]);
});

it("takes the last of several lines of one day", () => {
  const line = (on: string, to: string) => ({ day: day(on), isGone: false, state: state("A", due(to)) });
  expect(dueChangesIn([line("2026-06-01", "2026-07-01"), line("2026-06-08", "2026-07-31"), line("2026-06-08", "2026-07-11"), line("2026-06-15", "2026-07-11")]).map(({ on, days }) => [on, days])).toEqual([[day("2026-06-08"), 10]]);
});

it("does not count a date that comes or goes, or the close of a deal", () => {
  expect(daysIn({ due: null }, due("2026-07-01"), { due: null }, due("2026-08-01"))).toEqual([]);
  expect(daysIn(due("2026-07-01"), { ...due("2026-07-20"), outcome: "won", stage: "Won" })).toEqual([]);
});

it("goes on where a deal is gone from the export for a while", () => {
  expect(daysIn(due("2026-07-01"), null, due("2026-07-05"))).toEqual([[4, true]]);
});

it("reads them from the lines of an exported history, in the order of their days", () => {
  const line = (on: string, to: string) => ({ id: "A", deal: null, owner: null, on: day(on), due: day(to), amount: null, currency: null });
  expect(dueChangesOf([line("2026-06-09", "2026-08-01"), line("2026-06-01", "2026-07-01"), line("2026-06-05", "2026-07-01")]).map(({ on, days }) => [on, days])).toEqual([[day("2026-06-09"), 31]]);
});
