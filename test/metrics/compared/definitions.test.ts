// Each definition divides what its name says, over the rows it says; worked out by hand.

import { column } from "../../../src/formula/column";
import { literal, reference, type Figure } from "../../../src/formula/term";
import { averageDeals } from "../../../src/metrics/compared/averages";
import { churns, leadConversions } from "../../../src/metrics/compared/customers";
import { salesCycles } from "../../../src/metrics/compared/cycles";
import type { Compared } from "../../../src/metrics/compared/definition";
import { coverages, forecasts } from "../../../src/metrics/compared/forecasts";
import { funnelShares } from "../../../src/metrics/compared/funnels";
import { velocities } from "../../../src/metrics/compared/velocities";
import { winRates } from "../../../src/metrics/compared/win-rates";
import type { DealModel } from "../../../src/metrics/deals";
import { dayOfIso, type Day } from "../../../src/values";
import { made, without, type Making } from "../../sheets/made";

const day = (iso: string) => dayOfIso(iso) as Day;
const period = (from: string, to: string) => ({ from: reference("From", day(from) as number), to: reference("To", day(to) as number) });

const making: Making = {
  asOf: "2026-06-30", stages: [["Lead", "open", { probability: 0.1 }], ["Proposal", "open", { probability: 0.5 }], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { stage: "Won", outcome: "won", amount: 100, created: "2025-08-01", closed: "2025-09-30" }, // 60 days
    { stage: "Won", outcome: "won", amount: 300, created: "2025-01-03", closed: "2025-07-10" }, // 188 days
    { stage: "Lost", outcome: "lost", amount: 600, created: "2025-10-01", closed: "2025-10-21" }, // 20 days
    { stage: "Lost", outcome: "lost", amount: 200, created: "2025-11-01", closed: "2025-12-01" }, // 30 days
    { stage: "Won", outcome: "won", amount: 500, created: "2024-01-01", closed: "2024-06-29" }, // 180 days
    { stage: "Proposal", amount: 1000, created: "2026-05-01", due: "2026-08-15" },
    { stage: "Lead", amount: 400, created: "2024-09-01", due: "2026-06-15" },
    { stage: "Lost", outcome: "lost", amount: 100, created: "2024-08-01", closed: "2024-08-11" }, // 10 days
    { stage: "Lead", created: "2024-08-02" },
    { stage: "Won", outcome: "won", created: "2026-01-02", closed: "2026-06-30" }, // 179 days, no amount
  ],
  moves: [
    { deal: "D1", to: "Lead", on: "2025-08-01" }, { deal: "D1", to: "Won", on: "2025-09-30" }, { deal: "D2", to: "Proposal", on: "2025-07-01" }, { deal: "D2", to: "Won", on: "2025-07-11" },
    { deal: "D5", to: "Lead", on: "2024-01-01" }, { deal: "D5", to: "Won", on: "2024-06-29" }, { deal: "D3", to: "Lead", on: "2025-10-01" }, { deal: "D3", to: "Lost", on: "2025-10-21" },
  ],
};
const lastYear = period("2025-07-01", "2026-06-30");
function modelOf(more: Partial<Making> = {}): DealModel {
  const { model } = made({ ...making, ...more });
  return { ...model, deals: model.deals! };
}

/** Numerator, denominator and rows of each, or the one figure and its rows. */
function shown(all: readonly Compared[]): Record<string, readonly Figure[]> {
  return Object.fromEntries(all.map(({ id, numerator, denominator, value, rows }) => [id, value ? [value.value, rows.value] : [numerator!.value, denominator!.value, rows.value]]));
}

it("has ten win rates", () => {
  expect(shown(winRates(modelOf(), lastYear, period("2025-01-02", "2026-01-01"), literal(1)))).toEqual({
    periodCount: [3, 5, 5], periodAmount: [400, 1200, 4], excluding: [3, 4, 4], createdClosed: [2, 4, 4], maturedCohort: [2, 4, 4], createdAll: [2, 5, 5],
    lastYear: [3, 5, 5], everCount: [4, 7, 7], everAmount: [900, 1800, 6], allDeals: [4, 10, 10],
  });
});

it("looks at the 365 days up to the as-of day", () => {
  const rate = (closed: string) => shown(winRates(modelOf({ deals: [{ stage: "Won", outcome: "won", closed }], moves: [] }), lastYear, lastYear, null)).lastYear;
  expect(["2025-06-30", "2025-07-01", "2026-06-30", "2026-07-01"].map((closed) => rate(closed)![0])).toEqual([0, 1, 1, 0]);
});

it("has no share of amounts where one is negative or unknown, and leaves nothing out where no reason is known", () => {
  const of = (won: number | null, lost: number | null) => {
    const deals = [{ stage: "Won", outcome: "won", closed: "2026-01-01", amount: won }, { stage: "Lost", outcome: "lost", closed: "2026-01-01", amount: lost }] as const;
    return shown(winRates(modelOf({ deals: deals.map(({ amount, ...rest }) => (amount === null ? rest : { ...rest, amount })), moves: [] }), lastYear, lastYear, null));
  };
  expect([of(5, -1).everAmount, of(-1, 5).everAmount, of(0, 5).everAmount, of(5, 0).everAmount]).toEqual([[5, "", 2], [-1, "", 2], [0, 5, 2], [5, 5, 2]]);
  expect(of(5, null).everAmount).toEqual([5, "", 1]);
  expect(of(5, 5)).not.toHaveProperty("excluding");
  expect(winRates(modelOf(), lastYear, lastYear, null)[1]!.denominator!.text).toMatch(/^IF\(COUNT\(.*\)<2,"",IF\(MIN\(.*\)<0,"",/);
});

it("has mean and median cycles, and those from the first stage", () => {
  expect(shown(salesCycles(modelOf(), lastYear))).toEqual({
    wonMean: [60 + 188 + 179, 3, 3], wonMedian: [179, 3], closedMean: [60 + 188 + 179 + 20 + 30, 5, 5], closedMedian: [60, 5],
    // 60 days of the first deal, 10 of the second; the one won in 2024 is of no account.
    firstStage: [70, 2, 2], everMean: [60 + 188 + 179 + 180, 4, 4], everMedian: [179.5, 4],
  });
  expect(salesCycles({ ...modelOf(), moves: null }, lastYear).map(({ id }) => id)).not.toContain("firstStage");
  const openOnly = modelOf({ stages: [["Lead", "open"]] });
  expect(salesCycles(openOnly, lastYear).map(({ id }) => id)).not.toContain("firstStage");
});

it("has the same cycle from the first stage among groups", () => {
  const model = modelOf();
  const blank = column("First", "Blank", []);
  const entered = {
    stage: column("First", "Stage", ["Won", "Won", "Won", "Lead", "Won"]), on: column("First", "On", [day("2025-09-30"), day("2025-07-11"), day("2024-06-29"), day("2025-08-01"), day("2025-09-30")]),
    cohort: column("First", "Cohort", [1, 1, 1, 1, null]), within: blank, since: column("First", "Since", [60, 10, 180, 0, 99]),
  };
  expect(shown(salesCycles({ ...model, moves: { ...model.moves!, first: { reached: { stage: blank, cohort: blank, further: blank, once: blank }, entered } } }, lastYear)).firstStage).toEqual([70, 2, 2]);
});

it("has average deals, each of those that have an amount", () => {
  expect(shown(averageDeals(modelOf(), lastYear))).toEqual({ wonMean: [400, 2, 2], wonMedian: [200, 2], everWonMean: [900, 3, 3], openMean: [1400, 2, 2], openMedian: [700, 2], allMean: [3200, 8, 8] });
});

it("has velocities with open and with closed deals", () => {
  const { openPeriod, closedPeriod, openEver, wonPerDay } = shown(velocities(modelOf(), lastYear));
  const close = (values: readonly Figure[]) => values.map((value) => expect.closeTo(Number(value), 9));
  expect(openPeriod).toEqual(close([3 * 0.6 * 200, 427 / 3, 8]));
  expect(closedPeriod).toEqual(close([5 * 0.6 * 200, 427 / 3, 5]));
  expect(openEver).toEqual(close([3 * (4 / 7) * 300, 607 / 4, 10]));
  expect(wonPerDay).toEqual([400, 365, 3]);
});

it("has forecasts over different deals", () => {
  const { simple, ...others } = shown(forecasts(modelOf(), reference("DueBy", day("2026-06-30") as number)));
  expect(others).toEqual({ weighted: [540, 2], weightedDue: [40, 1], commit: [400, 1], open: [1400, 2], runRate: ["", 0] });
  expect(simple).toEqual([expect.closeTo(3 * (4 / 7) * 300, 9), 10]);
  expect(forecasts(modelOf(), literal(0)).find(({ id }) => id === "commit")!.value!.text).toMatch(/^IF\(COUNTIFS\(.*\)=0,"",IF\(AND\(/);
  expect(forecasts(modelOf(), literal(0)).find(({ id }) => id === "runRate")!.rows.text).toContain('Deals[Close date],">="&EDATE(LastMonthEnd+1,-3),Deals[Close date],"<"&LastMonthEnd+1');
  const undated = making.deals.map((deal) => without(deal, "due"));
  expect(shown(forecasts(modelOf({ deals: undated }), reference("DueBy", day("2026-06-30") as number))).commit).toEqual(["", 0]);
});

it("counts the won deals of the last three whole months for the run rate", () => {
  const rows = (closed: string) => shown(forecasts(modelOf({ deals: [{ stage: "Won", outcome: "won", amount: 1, closed }], moves: [] }), literal(0))).runRate![1];
  expect(["2026-03-31", "2026-04-01", "2026-06-30", "2026-07-01"].map(rows)).toEqual([0, 1, 1, 0]);
});

it("covers what is left of a quota, and nothing once it is reached", () => {
  const of = (quota: Figure, deals = making.deals) => shown(coverages(modelOf({ deals }), reference("Quota", quota), period("2025-07-01", "2026-07-31")));
  expect(of(1300)).toEqual({ openLeft: [1400, 900, 2], dueLeft: [400, 900, 1], weightedLeft: [540, 900, 2], openWhole: [1400, 1300, 2] });
  const [left] = coverages(modelOf(), reference("Quota", 1300), lastYear);
  expect(left!.denominator!.text).toMatch(/^IF\(N\((.+)\)>0,\1,""\)$/);
  expect([of(400).openLeft![1], of(399).openLeft![1], of("").openLeft![1], of(401).openLeft![1]]).toEqual(["", "", "", 1]);
  expect(of(1300, making.deals.map((deal) => without(deal, "due"))).dueLeft).toEqual(["", 900, 0]);
});

it("has a conversion for each way to count a funnel", () => {
  expect(shown(funnelShares(modelOf(), [8, 4, 2]))).toEqual({ snapshot: [4, 10, 10], "back-filled": [4, 7, 7], "ever-entered": [3, 3, 3], cohort: [0, 0, 0], strict: [2, 8, 8] });
  expect(shown(funnelShares(modelOf({ moves: [] }), [0, 0])).strict).toEqual(["", 0]);
  expect(Object.keys(shown(funnelShares(modelOf(), null)))).not.toContain("strict");
  expect(Object.keys(shown(funnelShares(modelOf(), [])))).not.toContain("strict");
  expect(funnelShares(modelOf({ stages: [["Won", "won"], ["Lost", "lost"]] }), [1])).toEqual([]);
});

it("converts leads by the day they came or the day they converted", () => {
  const model = { ...modelOf(), leads: { count: 4, converted: column("Leads", "Converted", ["Yes", "Yes", "No", "Yes"]) } };
  const created = column("Leads", "Created", ["2025-07-01", "2025-06-30", "2026-06-30", "2026-07-01"].map(day));
  const on = column("Leads", "On", [day("2026-07-01"), day("2025-07-01"), null, day("2026-06-30")]);
  const matured = period("2025-06-30", "2025-07-01");
  expect(shown(leadConversions(model, created, on, lastYear, matured))).toEqual({ createdIn: [1, 2, 2], matured: [2, 2, 2], convertedIn: [2, 2, 2], ever: [3, 4, 4] });
  expect(leadConversions(model, null, on, lastYear, matured).map(({ id }) => id)).toEqual(["ever"]);
  expect(leadConversions(model, created, null, lastYear, matured).map(({ id }) => id)).toEqual(["createdIn", "matured", "ever"]);
});

it("loses customers, older customers and revenue", () => {
  const columns = { churned: column("Accounts", "Left", ["Yes", "No", "yes", null]), start: column("Accounts", "Start", [day("2025-06-30"), day("2025-01-01"), day("2025-07-01"), null]), revenue: column("Accounts", "Revenue", [10, 30, null, 5]) };
  expect(shown(churns(columns, "Yes", lastYear))).toEqual({ customers: [2, 4, 4], older: [1, 2, 2], revenue: [10, 45, 3] });
  expect(churns({ ...columns, start: null, revenue: null }, "Yes", lastYear).map(({ id }) => id)).toEqual(["customers"]);
});

