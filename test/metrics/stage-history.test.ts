// What entries into stages mean, and forecasts of days gone by, by hand.

import { lastDay, movesIn, type DealLog } from "../../src/metrics/deal-log";
import { reachedInOrder } from "../../src/metrics/funnel-strict";
import { pastForecasts, spanEnd } from "../../src/metrics/past-forecast";
import { directionOf, entryFacts, stagePlaces, type StageEntries } from "../../src/metrics/stage-history";
import { day, pipeline, state } from "./states";

const entries = (rows: readonly (readonly [deal: string | null, stage: string | null, on: string | null])[], more: Partial<StageEntries> = {}): StageEntries =>
  ({ deal: rows.map(([deal]) => deal), stage: rows.map(([, stage]) => stage), on: rows.map(([, , on]) => (on === null ? null : day(on))), ...more });

it("tells first entries, ways further on and back, days and cohorts", () => {
  const facts = entryFacts(entries([
    ["A", "Proposal", "2026-01-11"], ["A", "Lead", "2026-01-01"], ["A", "LEAD", "2026-01-21"], ["A", "Lost", "2026-01-31"], ["B", "Lead", "2026-02-01"], ["B", "Won", "2026-02-11"], [null, "Lead", "2026-01-01"], ["C", "Elsewhere", "2026-03-01"], ["C", null, "2026-03-05"],
  ]), pipeline);
  expect(facts.map(({ firstEntry, wentFurther, days, from, direction, since }) => [firstEntry, wentFurther, days, from, direction, since])).toEqual([
    [1, 0, 10, "Lead", 1, 10], [1, 1, 10, null, null, 0], [0, 0, 10, "Proposal", -1, 20], [1, 0, null, "LEAD", 0, 30], [1, 1, 10, null, null, 0], [1, 0, null, "Lead", 1, 10], [0, 0, null, null, null, null], [1, 0, 4, null, null, 0], [0, 0, null, "Elsewhere", 0, 4],
  ]);
  expect(facts.map(({ cohort }) => cohort)).toEqual([...new Array(4).fill(day("2026-01-01")), day("2026-02-01"), day("2026-02-01"), null, day("2026-03-01"), day("2026-03-01")]);
});

it("takes won stages as one step and lost ones as another, which a deal enters once", () => {
  const stages = [...pipeline, { stage: "Signed", outcome: "won" }, { stage: "Gone", outcome: "lost" }] as const;
  const facts = entryFacts(entries([["A", "Lead", "2026-01-01"], ["A", "Won", "2026-01-11"], ["A", "Signed", "2026-01-21"], ["B", "Lost", "2026-01-01"], ["B", "gone", "2026-01-02"], ["C", "Signed", "2026-01-02"]]), stages);
  expect(facts.map(({ firstEntry }) => firstEntry)).toEqual([1, 1, 0, 1, 0, 1]);
});

it("takes the export's own days, stage before and day of leaving", () => {
  const rows = [["A", "Lead", "2026-01-01"], ["A", "Won", "2026-01-11"]] as const;
  expect(entryFacts(entries(rows, { left: [day("2026-01-04"), null], from: ["Idea", null] }), pipeline).map(({ days, from }) => [days, from])).toEqual([[3, "Idea"], [null, "Lead"]]);
  expect(entryFacts(entries(rows, { days: [7, 2] }), pipeline).map(({ days }) => days)).toEqual([7, 2]);
  expect(entryFacts(entries(rows, { left: [day("2025-12-31"), null] }), pipeline)[0]!.days).toBeNull();
});

it("knows no cohort where the first stage has no day and comes before the others", () => {
  const rows = [["A", "Lead", null], ["A", "Won", "2026-01-11"]] as const;
  const told = (undatedFirst: boolean) => entryFacts(entries(rows, { undatedFirst }), pipeline).map(({ cohort, since, days }) => [cohort, since, days]);
  expect(told(true)).toEqual([[null, null, null], [null, null, null]]);
  expect(told(false)).toEqual([[day("2026-01-11"), null, null], [day("2026-01-11"), 0, null]]);
  expect(entryFacts(entries([["A", "Lead", "2026-01-01"]], { undatedFirst: true }), pipeline)[0]!.cohort).toBe(day("2026-01-01"));
});

it("keeps entries of one day in the order of the export", () => {
  expect(entryFacts(entries([["A", "Lead", "2026-01-01"], ["A", "Proposal", "2026-01-01"]]), pipeline).map(({ direction }) => direction)).toEqual([null, 1]);
});

it("has a place for each stage that is not lost", () => expect([...stagePlaces(pipeline)]).toEqual([["lead", 0], ["proposal", 1], ["contract", 2], ["won", 3]]));
it.each([[0, 1, 1], [1, 0, -1], [1, 1, 0], [-1, 1, 0], [1, -1, 0]] as const)("from place %d to %d is %d", (from, to, direction) => expect(directionOf(from, to)).toBe(direction));

it.each([["2026-02-10", "month", 1, "2026-02-28"], ["2026-02-10", "quarter", 1, "2026-03-31"], ["2026-02-10", "quarter", 2, "2026-04-30"], ["2026-01-31", "quarter", 2, "2026-01-31"], ["2026-12-31", "month", 1, "2026-12-31"]] as const)("%s lies in a %s that ends (year from month %d) on %s", (on, span, first, end) => {
  expect(spanEnd(day(on), span, first)).toBe(day(end));
});

it("forecasts each day from the deals open then", () => {
  const line = (on: string, id: string, more = {}, isGone = false) => ({ day: day(on), isGone, state: state(id, { due: day("2026-06-20"), amount: 100, stage: " Lead ", ...more }) });
  const log: DealLog = [
    line("2026-06-08", "B", { amount: 50, due: day("2026-07-20"), probability: 0.5 }), line("2026-06-01", "A"), line("2026-06-08", "C", { due: null }), line("2026-06-15", "A", { outcome: "won" }), line("2026-06-15", "D", { amount: null }), line("2026-06-22", "B", {}, true), line("2026-06-22", "C", {}, true),
    line("2026-06-22", "D", { stage: "Unknown" }),
  ];
  const by = { worth: (amount: number | null) => amount, probability: (stage: string) => (stage === "lead" ? 0.1 : null), fiscalYearStart: 1 };
  const of = (span: "month" | "quarter", most = 9) => pastForecasts(log, span, by, most).map(({ day: on, open, commit, weighted }) => [on, open, commit, weighted]);
  expect(of("month")).toEqual([[day("2026-06-01"), 100, 100, 10], [day("2026-06-08"), 250, 100, 10], [day("2026-06-15"), 150, 0, 0], [day("2026-06-22"), 100, 100, null]]);
  expect(of("quarter", 2).map(([on]) => on)).toEqual([day("2026-06-15"), day("2026-06-22")]);
});

it("knows the newest day of the log, and dates moves in the order of the days", () => {
  const line = (on: string, stage: string) => ({ day: day(on), isGone: false, state: state("A", { stage }) });
  const log = [line("2026-06-08", "Proposal"), line("2026-06-01", "Lead"), line("2026-06-05", "Lead")];
  expect([lastDay(log), lastDay([])]).toEqual([day("2026-06-08"), null]);
  expect(movesIn([log[1]!, log[0]!], pipeline).columns).toMatchObject({ dealId: expect.arrayContaining(["A"]), to: expect.arrayContaining(["Proposal"]) });
});

it("counts a deal in a step only after every step before it, entries of one day in the order of the stages", () => {
  const all: [string, string, string][] = [["A", "Contract", "2026-01-20"], ["A", "Proposal", "2026-01-10"], ["A", "Lead", "2026-01-01"], ["B", "Proposal", "2026-01-01"], ["B", "Lead", "2026-01-01"], ["C", "Lead", "2026-01-09"], ["C", "Proposal", "2026-01-01"], ["D", "Lead", "2026-01-01"], ["D", "Won", "2026-01-02"]];
  expect(reachedInOrder(entries(all), pipeline)).toEqual([4, 2, 1, 0]);
});
