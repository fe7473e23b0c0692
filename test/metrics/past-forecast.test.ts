// What was forecast at each snapshot, and where months and fiscal quarters end.

import type { DealLog } from "../../src/metrics/deal-log";
import { pastForecasts, spanEnd } from "../../src/metrics/past-forecast";
import { day, state } from "./states";

const plain = { worth: (amount: number | null) => amount, probability: (stage: string) => (stage === "lead" ? 0.1 : null), fiscalYearStart: 1 };

it.each([
  ["2026-06-30", "month", 1, "2026-06-30"], ["2026-02-01", "month", 4, "2026-02-28"], ["2026-06-30", "quarter", 1, "2026-06-30"], ["2026-06-30", "quarter", 2, "2026-07-31"],
  ["2026-06-30", "quarter", 3, "2026-08-31"], ["2026-01-31", "quarter", 12, "2026-02-28"], ["2026-12-31", "quarter", 1, "2026-12-31"],
] as const)("%s lies in a %s (fiscal years from month %i) that ends on %s", (on, span, start, end) => {
  expect(spanEnd(day(on), span, start)).toBe(day(end));
});

it("adds up what was open and due on that day, overdue deals too, by the newest line of each deal", () => {
  const log: DealLog = [
    { day: day("2026-06-01"), isGone: false, state: state("A", { amount: 100, due: day("2026-05-20"), probability: 0.5 }) },
    { day: day("2026-06-01"), isGone: false, state: state("B", { amount: 200, due: day("2026-07-01"), probability: 0.5 }) },
    { day: day("2026-06-01"), isGone: false, state: state("C", { amount: 400, due: null, probability: null }) },
    { day: day("2026-06-08"), isGone: true, state: state("A", {}) },
    { day: day("2026-06-08"), isGone: false, state: state("B", { amount: 210, due: day("2026-06-30"), stage: "Lead", probability: null }) },
  ];
  expect(pastForecasts(log, "month", plain, 9)).toEqual([
    { day: day("2026-06-01"), end: day("2026-06-30"), open: 700, commit: 100, weighted: 50 },
    { day: day("2026-06-08"), end: day("2026-06-30"), open: 610, commit: 210, weighted: 21 },
  ]);
  expect(pastForecasts(log, "month", plain, 1).map((one) => one.day)).toEqual([day("2026-06-08")]);
});

it("weighs by the deals' own probabilities where any has one, as the weighted amount of now does", () => {
  const line = (id: string, more: object) => ({ day: day("2026-06-01"), isGone: false, state: state(id, { amount: 100, due: day("2026-06-20"), stage: "Lead", ...more }) });
  const weighted = (...log: DealLog) => pastForecasts(log, "month", plain, 9)[0]!.weighted;
  expect([weighted(line("A", { probability: 0.5 }), line("B", { probability: null })), weighted(line("A", { probability: null })), weighted(line("A", { probability: 0.9, outcome: "won" }), line("B", { probability: null }))]).toEqual([50, 10, 10]);
});

it("says nothing where no open deal has a date or an amount", () => {
  const log: DealLog = [{ day: day("2026-06-01"), isGone: false, state: state("A", { amount: null, due: day("2026-06-20") }) }, { day: day("2026-06-01"), isGone: false, state: state("B", { amount: 5, due: null }) }];
  expect(pastForecasts(log, "quarter", plain, 9)).toEqual([{ day: day("2026-06-01"), end: day("2026-06-30"), open: 5, commit: null, weighted: null }]);
});
