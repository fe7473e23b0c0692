// What accounts, products, campaigns and quotas come to, by hand.

import { column } from "../../src/formula/column";
import { is } from "../../src/formula/criteria";
import { literal, reference, type Figure, type Term } from "../../src/formula/term";
import { leftOf, lostPerCustomerMonth, lostShare, monthsStayed, perMonth, revenuePerMonth, type AccountColumns } from "../../src/metrics/account-value";
import { attainmentOf, attainmentOr, attainmentStatus, expectedSales, projectedSales, quotaPace, type AttainmentStatus } from "../../src/metrics/attainment";
import { earned } from "../../src/metrics/product-margin";
import { spent, startedIn } from "../../src/metrics/spend";
import type { CellValue } from "../../src/values";

const shown = ({ text, value }: Term): [string, CellValue] => [text, value];

describe("accounts", () => {
  const plan = column("Accounts", "Plan", ["A", "A", "B", "B"]);
  const accounts: AccountColumns = {
    monthly: column("Accounts", "Monthly", [100, 50, 30, null]), total: null, tenure: column("Accounts", "Tenure", [10, 4, 6, 20]),
    churned: column("Accounts", "Left", ["No", "Yes", "yes", null]), yes: "Yes", no: "No",
  };
  const none: AccountColumns = { ...accounts, monthly: null, tenure: null, churned: null };

  it("pay so much a month, those that tell", () => {
    expect(revenuePerMonth(accounts).value).toBe(60);
    expect(revenuePerMonth(accounts, is(plan, literal("A"))).value).toBe(75);
    expect(revenuePerMonth(none).value).toBe("");
  });
  it("left, of those that say whether they did", () => {
    const counts = leftOf(accounts)!;
    expect([counts.left.value, counts.all.value]).toEqual([2, 3]);
    expect(counts.all.text).toBe('COUNTIFS(Accounts[Left],"Yes")+COUNTIFS(Accounts[Left],"No")');
    expect([lostShare(accounts).value, lostShare(accounts, is(plan, literal("A"))).value, lostShare(none).value, leftOf(none)]).toEqual([2 / 3, 0.5, "", null]);
  });
  it("leave by the month as they do by the year: 1 − 0.5^(1/12)", () => {
    expect(shown(perMonth(reference("Y1", 0.5), reference("M1", 12)))).toEqual(['IF(OR(NOT(ISNUMBER(Y1)),M1<=0),"",1-(1-Y1)^(1/M1))', expect.closeTo(0.0561257, 7)]);
    expect(perMonth({ text: "1/2", value: 0.5, binds: 4 }, literal(1)).text).toContain("1-(1-(1/2))^(1/1)");
    expect([perMonth(literal(0.3), literal(1)).value, perMonth(literal(0.3), literal(0)).value, perMonth(literal<Figure>(""), literal(12)).value]).toEqual([expect.closeTo(0.3, 12), "", ""]);
  });
  it("leave so often for each month they stay", () => {
    expect(lostPerCustomerMonth(accounts).value).toBe(2 / 40);
    expect([lostPerCustomerMonth(none).value, lostPerCustomerMonth({ ...accounts, tenure: null }).value]).toEqual(["", ""]);
  });
  it("stayed so long before they left; where none did, until now", () => {
    expect(monthsStayed(accounts).value).toBe(5);
    const stayed = monthsStayed({ ...accounts, churned: column("Accounts", "Left", ["No", "No", "No", "No"]) });
    expect(stayed).toMatchObject({ value: 10, text: expect.stringMatching(/^IF\(ISNUMBER\(IF\(.*AVERAGEIFS\(.*AVERAGE\(Accounts\[Tenure\]\)\)\)$/) });
    expect([monthsStayed({ ...accounts, churned: null }).value, monthsStayed(none).value]).toEqual([10, ""]);
  });
});

describe("spending", () => {
  const spend = { cost: column("Spend", "Cost", [10, null, 5, null]), budget: column("Spend", "Budget", [100, 20, 7, 3]), start: column("Spend", "Start", [1, 2, 3, 4]), channel: null, customers: null };
  it("is the cost, else the budget", () => {
    expect(shown(spent(spend))).toEqual(['SUM(Spend[Cost])+SUMIFS(Spend[Budget],Spend[Cost],"")', 38]);
    expect([spent({ ...spend, cost: null }).value, spent({ ...spend, budget: null }).value, spent({ ...spend, cost: null, budget: null }).value]).toEqual([130, 15, 0]);
  });
  it("counts by the day it began, the last day included and the first not", () => {
    expect(spent(spend, ...startedIn(spend.start, literal(1), literal(3))).value).toBe(25);
    expect(spent({ ...spend, cost: null }, ...startedIn(spend.start, literal(1), literal(3))).value).toBe(27);
  });
});

describe("what is left of sales", () => {
  const amount = column("Orders", "Amount", [100, 50, 30, null]);
  const line = column("Orders", "Line", ["X", "X", "Y", "X"]);
  const cost = column("Orders", "Cost", [60, null, 30, 9]);
  const margin = column("Orders", "Margin", [0.5, 0.1, null, 0.9]);
  const of = (made: ReturnType<typeof earned>) => made && [made.margin.value, made.on.value];
  it("is amount less cost where the cost is known", () => {
    expect(of(earned({ amount, cost, margin, earned: null }))).toEqual([40, 130]);
    expect(of(earned({ amount, cost, margin: null, earned: null }, is(line, literal("X"))))).toEqual([40, 100]);
  });
  it("is a share of the amount where only that is known", () => {
    const made = earned({ amount, cost: null, margin, earned: null }, is(line, literal("X")))!;
    expect(of(made)).toEqual([55, 150]);
    expect(made.margin.text).toContain('SUMPRODUCT((Orders[Line]="X")*ISNUMBER(Orders[Margin])*1,Orders[Amount],Orders[Margin])');
  });
  it("leaves lines without an amount and those of others out", () => {
    const some = earned({ amount, cost: null, margin: column("Orders", "Margin", [0.5, 0.1, 0.2, 0.9]), earned: null }, is(line, literal("Y")))!;
    expect(of(some)).toEqual([6, 30]);
  });
  it("is what was added up before, where rows are groups", () => {
    expect(of(earned({ amount, cost: null, margin, earned: column("Orders", "Earned", [7, 8, 9, 1]) }, is(line, literal("X"))))).toEqual([16, 150]);
  });
  it("is unknown where no line tells", () => {
    expect(of(earned({ amount, cost: null, margin, earned: null }, is(line, literal("Y"))))).toEqual(["", 0]);
    expect(of(earned({ amount, cost, margin: null, earned: null }, is(line, literal("Z"))))).toEqual(["", 0]);
    expect(earned({ amount, cost: null, margin: null, earned: null })).toBeNull();
  });
});

describe("a quota", () => {
  const limits = { atRisk: literal(0.9), offTrack: literal(0.7) };
  const words = Object.fromEntries(["achieved", "onTrack", "atRisk", "offTrack", "missed", "noSales", "noQuota"].map((word) => [word, word])) as Record<AttainmentStatus, string>;
  const sales = reference("S1", 45), quota = reference("Q1", 100), elapsed = reference("E1", 0.5);

  it("is reached by sales ÷ quota", () => {
    expect([attainmentOf(sales, quota).value, attainmentOf(sales, literal(0)).value]).toEqual([0.45, ""]);
    expect(shown(attainmentOr(literal(0.9), sales, quota))).toEqual(['IF(COUNT(S1,Q1)=2,IF(Q1=0,"",S1/Q1),0.9)', 0.45]);
    expect([attainmentOr(literal(0.9), literal<Figure>(""), quota).value, attainmentOr(literal(0.9), sales, literal<Figure>("")).value]).toEqual([0.9, 0.9]);
  });
  it("asks for a straight line", () => {
    expect([expectedSales(quota, elapsed).value, expectedSales(literal<Figure>(""), elapsed).value]).toEqual([50, ""]);
    expect([quotaPace(literal(0.45), elapsed).value, projectedSales(sales, elapsed).value]).toEqual([0.9, 90]);
  });
  it.each<[Figure, Figure, Figure, number, AttainmentStatus]>([
    [100, 1, 2, 0.5, "achieved"], [100, 1.2, 1, 1, "achieved"], [100, 0.99, 0.99, 1, "missed"], [100, 0.45, 0.9, 0.5, "onTrack"], [100, 0.44, 0.88, 0.5, "atRisk"],
    [100, 0.35, 0.7, 0.5, "atRisk"], [100, 0.34, 0.68, 0.5, "offTrack"], [100, "", "", 0.5, "noSales"], [100, 0.2, "", 0, "onTrack"], [0, "", "", 0.5, "noQuota"], ["", "", "", 0.5, "noQuota"],
  ])("of %p with %p reached, pace %p at %p of the time is %s", (given, reached, pace, time, status) => {
    const term = attainmentStatus(reference("Q1", given), reference("A1", reached), reference("P1", pace), reference("E1", time), limits, words);
    expect(term.value).toBe(status);
    expect(term.text).toBe('IF(ISNUMBER(A1),IF(A1>=1,"achieved",IF(E1>=1,"missed",IF(ISNUMBER(P1),IF(P1>=0.9,"onTrack",IF(P1>=0.7,"atRisk","offTrack")),"onTrack"))),IF(N(Q1)>0,"noSales","noQuota"))');
  });
});
