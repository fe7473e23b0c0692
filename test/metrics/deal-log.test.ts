// The log of how deals stood: what is added, how they stood on a day, which moves it shows.

import fc from "fast-check";
import { linesToAdd, movesIn, showsMoves, stateOn, type DealLog } from "../../src/metrics/deal-log";
import type { DealState } from "../../src/metrics/deal-state";
import { isoOf, type Day } from "../../src/values";
import { anyDeals, byKey, day, pipeline, state } from "./states";

const [first, second, third] = [day("2026-06-01"), day("2026-06-08"), day("2026-06-15")];

/** The log after each export in turn. */
function logged(...exports: readonly (readonly [Day, ReadonlyMap<string, DealState>])[]): DealLog {
  return exports.reduce<DealLog>((log, [on, deals]) => [...log, ...linesToAdd(stateOn(log, on), deals, on)], []);
}

/** Deal, from, to and day of each move. */
function movesOf(log: DealLog) {
  const { dealId, from, to, on } = movesIn(log, pipeline).columns;
  return dealId.map((id, at) => [id, from[at], to[at], on[at] ? isoOf(on[at]) : null]);
}

it("adds what is new, changed or gone, and nothing else", () => {
  const log = logged([first, byKey(state("A"), state("B"), state("C"))], [second, byKey(state("A"), state("B", { amount: 90 }), state("D"))]);
  expect(log.slice(3).map((row) => [row.state.id, row.isGone, row.day])).toEqual([["B", false, second], ["D", false, second], ["C", true, second]]);
});

it("adds a deal that is back again", () => {
  const log = logged([first, byKey(state("A"))], [second, new Map()], [third, byKey(state("A"))]);
  expect(log.map(({ isGone }) => isGone)).toEqual([false, true, false]);
});

it("takes the last line of a day", () => {
  const log = logged([first, byKey(state("A", { amount: 1 }))], [first, byKey(state("A", { amount: 2 }))]);
  expect(stateOn(log, first).get("A")?.amount).toBe(2);
  expect(log).toHaveLength(2);
});

it("knows slipped dates and changed amounts of any day between", () => {
  const was = state("A", { due: day("2026-06-30"), amount: 100 });
  const log = logged([first, byKey(was)], [third, byKey({ ...was, due: day("2026-09-30"), amount: 80 })]);
  expect(stateOn(log, second).get("A")).toMatchObject({ due: day("2026-06-30"), amount: 100 });
  expect(stateOn(log, third).get("A")).toMatchObject({ due: day("2026-09-30"), amount: 80 });
  expect(stateOn(log, day("2026-05-31")).size).toBe(0);
});

it("gives back every export of any run of refreshes, and adds nothing for the same export twice", () => {
  fc.assert(fc.property(fc.array(anyDeals, { minLength: 1, maxLength: 6 }), (exports) => {
    const days = exports.map((_, at) => (first + at) as Day);
    const log = logged(...exports.map((deals, at) => [days[at]!, deals] as const));
    exports.forEach((deals, at) => {
      const then = stateOn(log, days[at]!);
      expect(linesToAdd(then, deals, days[at]!)).toEqual([]);
      expect(new Set(then.keys())).toEqual(new Set(deals.keys()));
    });
  }));
});

it("dates a move by the export where it says, else by the refresh that showed it", () => {
  const log = logged(
    [first, byKey(state("A"), state("B"))],
    [second, byKey(state("A", { stage: "Proposal", stageSince: day("2026-06-04") }), state("B", { stage: "Proposal" }))],
    [third, byKey(state("A", { stage: "Won", outcome: "won", closed: day("2026-06-12"), stageSince: null }), state("B", { stage: "Lead" }))],
  );
  expect(movesOf(log)).toEqual([
    ["A", null, "Lead", null], ["A", "Lead", "Proposal", "2026-06-04"], ["A", "Proposal", "Won", "2026-06-12"],
    ["B", null, "Lead", null], ["B", "Lead", "Proposal", "2026-06-08"], ["B", "Proposal", "Lead", "2026-06-15"],
  ]);
});

it("does not believe a day that the log contradicts", () => {
  const log = logged([first, byKey(state("A", { stageSince: day("2026-05-20") }))], [second, byKey(state("A", { stage: "Proposal", stageSince: day("2026-05-01") }))]);
  expect(movesOf(log).at(-1)).toEqual(["A", "Lead", "Proposal", "2026-06-08"]);
});

it.each<[string, Partial<DealState>, string | null]>([
  ["by the day it is in its stage since", { stage: "Contract", stageSince: day("2026-05-02") }, "2026-05-02"],
  ["by its created day in the first stage", { stage: "Lead", created: day("2026-05-03") }, "2026-05-03"],
  ["by its close when it is closed", { stage: "Won", outcome: "won", closed: day("2026-05-04"), created: day("2026-01-01") }, "2026-05-04"],
  ["not at all in a later stage", { stage: "Contract", created: day("2026-05-05") }, null],
  ["not by a close still to come", { stage: "Won", outcome: "won", closed: day("2026-12-31") }, null],
])("dates the stage a deal was first seen in %s", (_, said, on) => {
  expect(movesOf(logged([first, byKey(state("A", said))]))).toEqual([["A", null, said.stage, on]]);
});

it("dates a deal created since the snapshot before by the day it was first seen", () => {
  const log = logged([first, byKey(state("A"))], [second, byKey(state("A"), state("B", { stage: "Contract", created: day("2026-06-03") }), state("C", { stage: "Contract", created: day("2026-01-01") }))]);
  expect(movesOf(log).slice(1)).toEqual([["B", null, "Contract", "2026-06-08"], ["C", null, "Contract", null]]);
});

it("takes no notice of a stage that was corrected the same day, nor of a deal that was away", () => {
  const log = logged([first, byKey(state("A"))], [second, byKey(state("A", { stage: "Won" }))], [second, byKey(state("A", { amount: 1 }))], [third, new Map()], [third, byKey(state("A"))]);
  expect(movesOf(log)).toEqual([["A", null, "Lead", null]]);
  expect(showsMoves(movesIn(log, pipeline))).toBe(false);
});
