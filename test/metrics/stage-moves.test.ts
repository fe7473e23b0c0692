// Moves between stages and cohorts of deals, counted by hand.

import { column } from "../../src/formula/column";
import { literal, reference } from "../../src/formula/term";
import type { DealModel } from "../../src/metrics/deals";
import type { MoveTable } from "../../src/metrics/model";
import { createdCohort, enteredCohort, monthFrom, shareWithin, tellsDaysToWin } from "../../src/metrics/month-cohorts";
import { lastCompleteQuarter, quarterEnd, quartersBefore } from "../../src/metrics/quarter";
import { allMoves, firstEntries, movesBetween, movesInDirection, newcomers } from "../../src/metrics/stage-moves";
import { dayOfIso, isoOf, type Day } from "../../src/values";
import { made } from "../sheets/made";

const day = (iso: string) => dayOfIso(iso) as Day;

// Each row: stage before, stage, day, direction.
const rows: readonly (readonly [string | null, string, string, number | null])[] = [
  [null, "Lead", "2026-01-01", null], ["Lead", "Demo", "2026-01-05", 1], ["demo", "Demo", "2026-01-06", 0], ["Demo", "Lead", "2026-01-10", -1],
  ["Lead", "Demo", "2026-01-31", 1], [null, "Demo", "2026-02-01", null], ["Demo", "Lost", "2026-01-20", 0], ["Lead", "Demo", "2025-12-31", 1], ["Lead", "Demo", "2026-02-01", 1],
];
const blank = column("Moves", "Blank", rows.map(() => null));
const moves = {
  stage: column("Moves", "Stage", rows.map(([, stage]) => stage)), entered: column("Moves", "On", rows.map(([, , on]) => day(on))),
  firstEntry: blank, wentFurther: blank, cohort: blank, since: blank,
  order: { from: column("Moves", "From", rows.map(([from]) => from)), direction: column("Moves", "Direction", rows.map((row) => row[3])), daysInStage: blank },
} satisfies MoveTable;
const january = { from: reference("From", day("2026-01-01") as number), to: reference("To", day("2026-01-31") as number) };

describe("moves of a period, first and last day included", () => {
  it("go from one stage to another", () => {
    expect(movesBetween(moves, literal("lead"), literal("Demo"), january).value).toBe(2);
    expect(movesBetween(moves, literal("Demo"), literal("Lead"), january).value).toBe(1);
  });
  it("are all where the stage is another one, however it is written", () => {
    expect(allMoves(moves, january)).toMatchObject({ value: 4, text: 'SUMPRODUCT((Moves[From]<>"")*(Moves[From]<>Moves[Stage])*ISNUMBER(Moves[On])*(Moves[On]>=From)*(Moves[On]<=To))' });
    expect([allMoves(moves, january, literal("Lead")).value, allMoves(moves, { ...january, from: reference("From", day("2026-01-05") as number) }).value]).toEqual([1, 4]);
    expect(allMoves(moves, january, literal("DEMO"))).toMatchObject({ value: 2, text: expect.stringContaining('*(Moves[Stage]="DEMO")*ISNUMBER(') });
  });
  it("are told by a column of their own among groups", () => {
    const grouped = { ...moves, order: { ...moves.order, isMove: column("Moves", "Is", [0, 1, 0, 1, 1, 0, 1, 1, 1]) } };
    expect(allMoves(grouped, january)).toMatchObject({ value: 4, text: 'COUNTIFS(Moves[Is],1,Moves[On],">="&From,Moves[On],"<="&To)' });
    expect(allMoves(grouped, january, literal("Demo")).value).toBe(2);
  });
  it("go further or back, or are first entries", () => {
    expect([movesInDirection(moves, 1, january).value, movesInDirection(moves, -1, january).value]).toEqual([2, 1]);
    expect([newcomers(moves, january).value, firstEntries(moves, literal("Lead"), january).value, firstEntries(moves, literal("Demo"), january).value]).toEqual([1, 1, 0]);
  });
});

describe("cohorts", () => {
  const context = made({
    asOf: "2026-06-30", stages: [["Lead", "open"], ["Won", "won"], ["Signed", "won"], ["Lost", "lost"]],
    deals: [
      { created: "2026-01-01", outcome: "won", stage: "Won", closed: "2026-01-31" }, { created: "2026-01-31", outcome: "won", stage: "Won", closed: "2026-04-10" },
      { created: "2026-01-15", outcome: "lost", stage: "Lost", closed: "2026-02-01" }, { created: "2026-02-01", outcome: "won", stage: "Won", closed: "2026-02-02" }, { created: "2026-01-20", stage: "Lead" },
    ],
  });
  const model: DealModel = { ...context.model, deals: context.model.deals! };
  const span = monthFrom(reference("Month", day("2026-01-01") as number));
  const counts = (cohort: ReturnType<typeof createdCohort>) => [cohort.deals, cohort.won, cohort.lost, cohort.wonWithin(29), cohort.wonWithin(30)].map(({ value }) => value);

  it("are the deals created in a month", () => {
    expect(span.before).toMatchObject({ text: "EDATE(Month,1)", value: day("2026-02-01") });
    expect(counts(createdCohort(model, span))).toEqual([4, 2, 1, 0, 1]);
  });
  // Won 30 and 31 days after the first stage, signed after 5; lost; and one of another month.
  const stages = ["Lead", "Won", "Won", "Signed", "Lost", "Won", "Lead"];
  const cohort = ["2026-01-01", "2026-01-01", "2026-01-31", "2026-01-31", "2026-01-05", "2026-02-01", "2025-12-31"].map(day);
  const since = [0, 30, 31, 5, 8, 1, 0];
  const seen: MoveTable = {
    ...moves, order: { ...moves.order, direction: column("Moves", "Direction", [null, 1, 1, 1, 0, 1, null]) }, stage: column("Moves", "Stage", stages), cohort: column("Moves", "Cohort", cohort), since: column("Moves", "Since", since),
    firstEntry: column("Moves", "First", [1, 1, 1, 1, 1, 1, 1]),
  };
  it("are the deals that entered their first stage in a month", () => {
    const { deals, won, lost, wonWithin } = enteredCohort(model, seen, span);
    expect([deals.value, won.value, lost.value, wonWithin(30).value, wonWithin(4).value]).toEqual([1, 3, 1, 2, 0]);
    expect(won.text.match(/SUMIFS\(Moves\[First\],/g)).toHaveLength(2);
    const openOnly = { ...model, stages: { ...model.stages, rows: model.stages.rows.slice(0, 1) } };
    expect([enteredCohort(openOnly, seen, span).won.value, enteredCohort(openOnly, seen, span).lost.text]).toEqual([0, "0"]);
  });
  it("are counted alike in groups", () => {
    const within = column("First", "Within", [0, 30, 60, 30, 30, 30, 0]);
    const entered = { stage: column("First", "Stage", stages), on: blank, cohort: column("First", "Cohort", cohort), within, since: blank };
    const grouped: MoveTable = { ...seen, first: { reached: { stage: blank, cohort: blank, further: blank, once: blank }, entered } };
    const oneWon = { ...model, stages: { ...model.stages, rows: model.stages.rows.filter(({ stage }) => stage !== "Signed") } };
    const { deals, won, lost, wonWithin } = enteredCohort(oneWon, grouped, span);
    expect([deals.value, won.value, lost.value, wonWithin(30).value]).toEqual([1, 2, 1, 1]);
    expect([tellsDaysToWin(oneWon.stages, grouped), tellsDaysToWin(model.stages, grouped), tellsDaysToWin(model.stages, seen)]).toEqual([true, false, true]);
    expect(lost.text).toBe('COUNTIFS(First[Stage],"Lost",First[Cohort],">="&Month,First[Cohort],"<"&EDATE(Month,1))');
    const openOnly = { ...model, stages: { ...model.stages, rows: model.stages.rows.slice(0, 1) } };
    expect(enteredCohort(openOnly, grouped, span).won).toMatchObject({ value: 0, text: "0" });
  });
  it("have a deal of groups once that entered two won stages", () => {
    // The deals of Won: two of January, one of which was signed too.
    const reached = { stage: column("All", "Stage", ["Lead", "Won", "Won", "Signed"]), cohort: column("All", "Cohort", new Array(4).fill(day("2026-01-05"))), further: column("All", "Further", [1, 0, 1, 0]), once: blank };
    const entered = { stage: blank, on: blank, cohort: blank, within: blank, since: blank };
    expect(enteredCohort(model, { ...seen, first: { reached, entered } }, span).won.value).toBe(2);
  });
  it.each([["2026-03-02", 0.25], ["2026-03-01", ""]])("tell a share within 30 days from the day all of January had them: on %s %p", (asOf, expected) => {
    const term = shareWithin(literal(1), literal(4), reference("Month", day("2026-01-01") as number), 30, reference("AsOf", day(asOf)));
    expect(term).toMatchObject({ value: expected, text: 'IF(EDATE(Month,1)-1+30>AsOf,"",IF(4=0,"",1/4))' });
  });
});

describe("the newest complete quarter", () => {
  const start = (asOf: string, fiscalYearStart: number) => isoOf(lastCompleteQuarter({ asOf: reference("AsOf", day(asOf)), fiscalYearStart: reference("FY", fiscalYearStart) }).value as Day);
  it.each([
    ["2026-06-29", 1, "2026-01-01"], ["2026-06-30", 1, "2026-04-01"], ["2026-07-01", 1, "2026-04-01"], ["2026-01-15", 1, "2025-10-01"],
    ["2026-04-30", 2, "2026-02-01"], ["2026-04-29", 2, "2025-11-01"], ["2026-01-10", 12, "2025-09-01"], ["2026-05-31", 3, "2026-03-01"],
  ])("on %s in a year from month %d starts on %s", (asOf, month, expected) => expect(start(asOf, month)).toBe(expected));
  it("is typed as a date", () => {
    expect(lastCompleteQuarter({ asOf: reference("AsOf", day("2026-06-30")), fiscalYearStart: reference("FY", 1) }).text).toBe("DATE(YEAR(AsOf+1),MONTH(AsOf+1)-MOD(MONTH(AsOf+1)-FY,3)-3,1)");
    const q = reference("Q1", day("2026-04-01") as number);
    expect(quartersBefore(q, 0)).toBe(q);
    expect(quartersBefore(q, 2)).toMatchObject({ text: "EDATE(Q1,-6)", value: day("2025-10-01") });
    expect(quarterEnd(q)).toMatchObject({ text: "EDATE(Q1,3)-1", value: day("2026-06-30") });
  });
});
