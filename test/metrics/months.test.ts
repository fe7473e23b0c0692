import { cell, reference } from "../../src/formula/term";
import { attentionDeals } from "../../src/metrics/attention";
import type { DealModel } from "../../src/metrics/deals";
import { firstWon, forecastFor, monthBack, wonAmountIn, wonDealsIn } from "../../src/metrics/months";
import { closedIn, createdIn, ofClosed, periodBefore, thisPeriod } from "../../src/metrics/period";
import { stalledDeals } from "../../src/metrics/stalled";
import { weightedAmount } from "../../src/metrics/deals";
import { winRate } from "../../src/metrics/win-rate";
import { dayOf, isoOf, type Day } from "../../src/values";
import { made, type Making } from "../sheets/made";

const making: Making = {
  asOf: "2026-11-23",
  stages: [["Lead", "open", { longestStay: 30, probability: 0.1 }], ["Proposal", "open", { longestStay: null, probability: 0.5 }], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { id: "a", stage: "Won", outcome: "won", amount: 90, closed: "2026-05-04", created: "2026-05-01" },
    { id: "b", stage: "Won", outcome: "won", amount: 30, closed: "2026-07-31", created: "2026-05-01" },
    { id: "c", stage: "Won", outcome: "won", amount: 50, closed: "2026-08-01", created: "2026-05-01" },
    { id: "d", stage: "Lost", outcome: "lost", amount: 70, closed: "2026-10-02", created: "2026-09-01" },
    { id: "e", stage: "Lead", amount: 10, stageSince: "2026-10-24", due: "2027-01-01", lastActivity: "2026-11-20" },
    { id: "f", stage: "Lead", amount: 20, stageSince: "2026-10-23", due: "2027-01-01", lastActivity: "2026-11-20" },
    { id: "g", stage: "Proposal", amount: 40, stageSince: "2020-01-01", due: "2026-11-22" },
    { id: "h", stage: "Proposal", stageSince: "2020-01-01", lastActivity: "2026-10-23" },
    { id: "i", stage: "Proposal", stageSince: "2020-01-01", due: "2026-11-23", lastActivity: "2026-10-24" },
    { id: "G", stage: "Proposal", amount: 99, due: "2026-01-01" },
  ],
};

function modelOf(more: Partial<Making> = {}): DealModel {
  const { model } = made({ ...making, ...more });
  if (!model.deals) throw new Error("no deals");
  return { ...model, deals: model.deals };
}
const model = modelOf();
const start = (year: number, month: number) => reference("Months[First day]", dayOf(year, month, 1) as number);
const first = cell("first won", firstWon(model).value);

it("compares the window with as many days just before it", () => {
  const { from, to } = thisPeriod(model);
  const before = periodBefore(model);
  expect([from, to, before.from, before.to].map((day) => isoOf(day.value as Day))).toEqual(["2026-08-23", "2026-11-23", "2026-05-22", "2026-08-22"]);
  expect(winRate(model, ...closedIn(model, before)).value).toBe(1);
  expect(ofClosed(model, thisPeriod(model), () => winRate(model)).value).toBe(0.75);
  expect(createdIn(model, thisPeriod(model)).value).toBe(1);
});

it("has no figure of a period in which nothing closed", () => {
  expect(ofClosed(modelOf({ asOf: "2030-01-01" }), thisPeriod(modelOf({ asOf: "2030-01-01" })), () => reference("x", 5)).value).toBe("");
});

it("counts months back from the newest complete one", () => {
  expect(isoOf(monthBack(model, 0).value)).toBe("2026-10-01");
  expect(monthBack(model, 11)).toMatchObject({ text: "EDATE(LastMonthEnd+1,-12)", value: dayOf(2025, 11, 1) });
  expect(isoOf(monthBack(modelOf({ asOf: "2026-11-30" }), 0).value)).toBe("2026-11-01");
});

it("knows nothing of months before the first won deal, and zero of later ones without a win", () => {
  expect(isoOf(first.value as Day)).toBe("2026-05-04");
  expect([4, 5, 6, 7, 8].map((month) => wonAmountIn(model, start(2026, month), first).value)).toEqual(["", 90, 0, 30, 50]);
});

it("forecasts a month only from three months of data", () => {
  expect([6, 7, 8, 9].map((month) => forecastFor(model, start(2026, month), first).value)).toEqual(["", "", 40, 80 / 3]);
});

it("says nothing of a month without a first won deal before its end", () => {
  const of = (known: number | "") => wonDealsIn(model, start(2026, 5), cell("first won", known));
  expect([of(""), of(dayOf(2026, 6, 1)!), of(dayOf(2026, 5, 31)!)].map(({ value }) => value)).toEqual(["", "", 1]);
  const month = 'Deals[Outcome],"Won",Deals[Close date],">="&Months[First day],Deals[Close date],"<"&EDATE(Months[First day],1)';
  expect(of("").text).toBe(`IF(OR(⟦first won⟧="",N(⟦first won⟧)>=EDATE(Months[First day],1)),"",COUNTIFS(${month}))`);
});

it("finds the first won deal among those with a close date", () => {
  const rows = 'COUNTIFS(Deals[Outcome],"Won",Deals[Close date],">-1E+99")';
  expect(firstWon(model)).toMatchObject({ value: dayOf(2026, 5, 4), array: true, text: `IF(${rows}=0,"",MIN(IF((Deals[Outcome]="Won")*ISNUMBER(Deals[Close date]),Deals[Close date])))` });
  expect(firstWon(modelOf({ deals: [{ stage: "Won", outcome: "won" }, { stage: "Lost", outcome: "lost", closed: "2026-05-04" }] })).value).toBe("");
});

it("looks at deals beyond their limit, past their date or quiet for too long, largest first, one for each id", () => {
  expect(attentionDeals(model).map((deal) => deal.id)).toEqual(["g", "f", "h"]);
});

it("counts a deal as stalled from the day after its limit", () => {
  expect(stalledDeals(model).value).toBe(1);
  expect(weightedAmount(model).value).toBeCloseTo(0.1 * 30 + 0.5 * 139, 12);
});

it("compares stages named like conditions one by one", () => {
  const odd = modelOf({ stages: [[">5", "open", { longestStay: 30 }], ["L*", "open"], ["Won", "won"], ["Lost", "lost"]] });
  expect(stalledDeals(odd).text).toContain("=TRANSPOSE(Stages[Stage]))");
  expect(stalledDeals(odd).array).toBe(true);
});
