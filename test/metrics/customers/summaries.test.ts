// What a row for each customer tells is what the orders themselves tell.

import type { CustomersUntil, CustomerSummaries } from "../../../src/crm/customer-groups";
import { cohorts, labelOf, periodOf } from "../../../src/metrics/customers/cohort";
import { buyingOf, type Orders } from "../../../src/metrics/customers/orders";
import { rfm } from "../../../src/metrics/customers/rfm";
import { rfmGroupOf } from "../../../src/metrics/customers/rfm-group";
import { buyingUntil, countedCohorts, spentBetween, stateAt, summariesInTwoPeriods } from "../../../src/metrics/customers/summaries";
import { cents, customersInTwoPeriods, twoPeriods } from "../../../src/metrics/customers/two-periods";
import { holdout, middleOf } from "../../../src/metrics/customers/holdout";
import { clvModel, expectations, observed } from "../../../src/metrics/customers/clv";
import { dayOfIso, type Day } from "../../../src/values";

const day = (iso: string) => dayOfIso(iso) as Day;
const [d1, d2, d3, d4] = ["2026-01-10", "2026-02-10", "2026-03-10", "2026-04-10"].map(day) as [Day, Day, Day, Day];

// Ada buys for 10 and 5.5; Ben for 8 and gives 9 back on another day; Cy only later.
const orders: Orders = { customers: ["Ada", "Ben", "Cy"], customer: [0, 1, 0, 1, 2], day: [d1, d1, d3, d3, d4], amount: [10, 8, 5.5, -9, 7] };
const until = (on: Day, more: Partial<CustomersUntil>): CustomersUntil => ({ day: on, records: [0, 0, 0], known: [0, 0, 0], amount: [0, 0, 0], lastSale: [null, null, null], purchaseDays: [0, 0, 0], refundDays: [0, 0, 0], bought: [0, 0, 0], lastPurchase: [null, null, null], ...more });
const summaries: CustomerSummaries = {
  names: ["Ada", "Ben", "Cy"], firstSale: [d1, d1, d4], firstPurchase: [d1, d1, d4], firstAmount: [10, 8, 7], sales: 5, usable: 5, firstUsable: d1,
  until: [
    until((d1 - 1) as Day, {}),
    until(d2, { records: [1, 1, 0], known: [1, 1, 0], amount: [10, 8, 0], lastSale: [d1, d1, null], purchaseDays: [1, 1, 0], bought: [10, 8, 0], lastPurchase: [d1, d1, null] }),
    until(d3, { records: [2, 2, 0], known: [2, 2, 0], amount: [15.5, -1, 0], lastSale: [d3, d3, null], purchaseDays: [2, 1, 0], refundDays: [0, 1, 0], bought: [15.5, 8, 0], lastPurchase: [d3, d1, null] }),
  ],
  cohorts: { month: [{ first: day("2026-01-01"), later: day("2026-01-01"), customers: 2 }, { first: day("2026-01-01"), later: day("2026-03-01"), customers: 2 }, { first: day("2026-04-01"), later: day("2026-04-01"), customers: 1 }], quarter: [], year: [] },
};

it("says what each bought until a day", () => {
  for (const on of [d2, d3]) expect(buyingUntil(summaries, on)).toEqual(buyingOf(orders, on));
  expect(buyingOf(orders, d3)).toEqual({
    buyers: [{ customer: "Ada", purchaseDays: 2, first: d1, last: d3, repeatAmount: 5.5, amount: 15.5 }, { customer: "Ben", purchaseDays: 1, first: d1, last: d1, repeatAmount: 0, amount: -1 }],
    ordersAfter: 1, refundDays: 1,
  });
  expect(buyingUntil(summaries, d4)).toBeNull();
  expect([stateAt(summaries, d3)?.day, stateAt(summaries, d4)]).toEqual([d3, null]);
});

it("keeps a customer who never paid, without purchases", () => {
  const only = { ...summaries, names: ["Dee"], firstPurchase: [null], firstAmount: [null], usable: 1, until: [until(d2, { known: [1], amount: [-3], purchaseDays: [0], refundDays: [1], bought: [0] })] };
  expect(buyingUntil(only, d2)).toEqual(buyingOf({ customers: ["Dee"], customer: [0], day: [d1], amount: [-3] }, d2));
});

it("says what was spent between two days", () => {
  expect(spentBetween(summaries, d2, d3)).toEqual([{ customer: "Ada", amount: 5.5, known: 1 }, { customer: "Ben", amount: -9, known: 1 }, { customer: "Cy", amount: 0, known: 0 }]);
  expect([spentBetween(summaries, d2, d4), spentBetween(summaries, d4, d3)]).toEqual([null, null]);
});

it("compares two periods as the orders do", () => {
  const periods = { before: d1, now: (d2 + 1) as Day, end: d3 };
  expect(summariesInTwoPeriods(summaries, periods, d3, true)).toEqual(customersInTwoPeriods(orders, periods));
  expect(summariesInTwoPeriods(summaries, periods, d3, false)).toEqual(customersInTwoPeriods({ ...orders, amount: [] }, periods));
  expect(summariesInTwoPeriods(summaries, periods, d3, true)).toEqual([{ customer: "Ada", first: d1, last: d3, orders: 2, before: 10, now: 5.5 }, { customer: "Ben", first: d1, last: d3, orders: 2, before: 8, now: -9 }]);
  expect([summariesInTwoPeriods(summaries, periods, d4, true), summariesInTwoPeriods(summaries, { ...periods, before: d3 }, d3, true), summariesInTwoPeriods(summaries, { ...periods, now: d4 }, d3, true)]).toEqual([null, null, null]);
});

it("counts cohorts as the orders do", () => {
  const counted = countedCohorts(summaries, "month", d4);
  expect(counted).toEqual([{ period: "2026-01", customers: 2, values: [2, 0, 2, 0] }, { period: "2026-04", customers: 1, values: [1] }]);
  expect(cohorts(orders, "month", "customers", d4)).toEqual(counted);
  expect(cohorts(orders, "month", "customers", null)).toEqual(counted);
  expect(countedCohorts({ ...summaries, cohorts: { ...summaries.cohorts, month: [...summaries.cohorts.month].reverse() } }, "month", d4)).toEqual(counted);
});

it("measures cohorts by share, customers and amount, and counts nothing after the as-of day", () => {
  expect(cohorts({ ...orders, day: [d1, d1, d3, d3, d4].map((one, at) => (at === 2 ? d1 : one)) }, "month", "customers", d3)).toEqual([{ period: "2026-01", customers: 2, values: [2, 0, 1] }]);
  expect(cohorts(orders, "month", "share", d3)).toEqual([{ period: "2026-01", customers: 2, values: [1, 0, 1] }]);
  expect(cohorts(orders, "quarter", "amount", d4)).toEqual([{ period: "2026-Q1", customers: 2, values: [14.5, 0] }, { period: "2026-Q2", customers: 1, values: [7] }]);
  expect(() => cohorts(orders, "month", "share", day("2025-12-31"))).toThrow(expect.objectContaining({ kind: "no-data", parts: { argument: "orders" } }));
});

it.each([["2026-01-31", "2026-01", "2026-Q1", "2026"], ["2026-03-01", "2026-03", "2026-Q1", "2026"], ["2026-04-01", "2026-04", "2026-Q2", "2026"], ["2025-12-31", "2025-12", "2025-Q4", "2025"]])("%s lies in %s, %s and %s", (iso, ...labels) => {
  expect((["month", "quarter", "year"] as const).map((length) => labelOf(periodOf(day(iso), length), length))).toEqual(labels);
});

it("ranks by fifths, equal values alike", () => {
  const buyer = (customer: string, last: number, purchaseDays: number, amount: number) => ({ customer, purchaseDays, first: 0, last, repeatAmount: 0, amount });
  const ranked = rfm([buyer("a", 10, 1, 5), buyer("b", 20, 2, 5), buyer("c", 30, 2, 5), buyer("d", 40, 3, 9), buyer("e", 50, 4, 0.1 + 0.2), buyer("none", 0, 0, -2), buyer("neither", 0, 0, -2), buyer("nor", 0, 0, -2)], 60);
  expect(ranked.map(({ recency, orders: count, scores }) => [recency, count, scores])).toEqual([[50, 1, [1, 1, 2]], [40, 2, [2, 2, 2]], [30, 2, [3, 2, 2]], [20, 3, [4, 4, 5]], [10, 4, [5, 5, 1]], [null, 0, null], [null, 0, null], [null, 0, null]]);
  expect(ranked[4]!.amount).toBe(0.3);
});

it.each<[readonly number[] | null, string]>([[null, "none"], [[4, 4], "best"], [[5, 3], "loyal"], [[3, 5], "loyal"], [[3, 3], "loyal"], [[4, 2], "fresh"], [[5, 1], "fresh"], [[3, 2], "promising"], [[2, 3], "slipping"], [[1, 5], "slipping"], [[2, 2], "asleep"]])("calls %p %s", (scores, group) => expect(rfmGroupOf(scores)).toBe(group));

it("takes traces of binary fractions off", () => expect([cents(0.1 + 0.2), cents(-0.0000004), cents(1.23456789)]).toEqual([0.3, -0, 1.234568]));

it("counts as many orders as a row stands for", () => {
  expect(customersInTwoPeriods({ ...orders, amount: [], records: [3, 1, 2, 1, 1] }, twoPeriods(d3, 2)).map(({ orders: count, before, now }) => [count, before, now])).toEqual([[5, 3, 2], [2, 1, 1]]);
  expect(buyingOf({ ...orders, records: [1, 1, 1, 1, 6] }, d3).ordersAfter).toBe(6);
});

it("sees customers in weeks from their first purchase", () => {
  const buyer = { customer: "Ada", purchaseDays: 3, first: 100, last: 135, repeatAmount: 30, amount: 40 };
  expect(observed(buyer, 170)).toEqual({ repeats: 2, recency: 5, age: 10, mean: 15 });
  expect(observed({ ...buyer, purchaseDays: 1, last: 100, repeatAmount: 0 }, 170)).toEqual({ repeats: 0, recency: 0, age: 10, mean: 0 });
});

it("foresees nothing from a quarter of a year, nor from few customers", () => {
  const never = () => { throw new Error("not to be asked"); };
  expect(holdout(never, 1000, 1000 + 91)).toBeNull();
  expect(holdout(() => null, 1000, 1000 + 92)).toBeNull();
  expect(holdout(() => ({ buyers: [], ordersAfter: 0, refundDays: 0 }), 1000, 1500)).toBeNull();
  expect(() => holdout(never, 1000, 1092)).toThrow("not to be asked");
  expect([middleOf(1000, 1093), middleOf(1000, 1092)]).toEqual([1046, 1046]);
});

it("counts cohorts oldest first, and nothing that was bought later by those already there", () => {
  const late: Orders = { customers: ["New", "Old"], customer: [0, 1, 1, 0], day: [d2, d1, d2, d4], amount: [1, 2, 4, 8] };
  expect(cohorts(late, "month", "amount", d2)).toEqual([{ period: "2026-01", customers: 1, values: [2, 4] }, { period: "2026-02", customers: 1, values: [1] }]);
  const many: Orders = { customers: Array.from({ length: 1_100 }, (_, at) => at), customer: Array.from({ length: 1_100 }, (_, at) => at), day: Array.from({ length: 1_100 }, (_, at) => day(`${1920 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-01`)), amount: [] };
  expect(() => cohorts(many, "month", "customers", null)).toThrow(expect.objectContaining({ kind: "too-large", parts: { argument: "orders", found: 1_210_000, expected: 1_048_576 } }));
});

it("sees purchases in the order of their days, and a refund of all that was paid as none", () => {
  const { buyers, refundDays } = buyingOf({ customers: ["Ada"], customer: [0, 0, 0, 0, 0], day: [d3, d1, d2, d2, d2], amount: [5, 10, 0.3, -0.1, -0.2] }, d4);
  expect(buyers).toEqual([{ customer: "Ada", purchaseDays: 3, first: d1, last: d3, repeatAmount: expect.closeTo(5, 9), amount: expect.closeTo(15, 9) }]);
  expect([refundDays, buyingOf({ customers: ["Ada"], customer: [0], day: [d1], amount: [-0.01] }, d4).refundDays]).toEqual([0, 1]);
});

it("compares what was foreseen half way with what happened", () => {
  const buyers = Array.from({ length: 160 }, (_, at) => ({ customer: at, purchaseDays: 1 + (at % 4), first: 1000 + (at % 40), last: at % 4 === 0 ? 1000 + (at % 40) : 1090 + (at % 37), repeatAmount: (at % 4) * (20 + (at % 9)), amount: 99 }));
  const idle = { customer: "refunded", purchaseDays: 0, first: 0, last: 0, repeatAmount: 0, amount: -5 };
  const later = buyers.map((buyer) => ({ ...buyer, purchaseDays: buyer.purchaseDays + (buyer.customer % 5 === 0 ? 2 : 0) })).slice(0, 150);
  const days: number[] = [];
  const found = holdout((on) => { days.push(on); return { buyers: on === 1400 ? later : [...buyers, idle], ordersAfter: 0, refundDays: 0 }; }, 1000, 1400)!;
  expect(days).toEqual([1200, 1400]);
  expect(found).toMatchObject({ until: 1200, customers: 160, happened: 60 });
  const seen = buyers.map((buyer) => observed(buyer, 1200));
  const { purchases, spending } = clvModel(seen);
  expect(found.foreseen).toBeCloseTo(expectations(purchases.params, spending.params, seen, 1, 0, 200 / 7).reduce((sum, one) => sum + one.purchases, 0), 9);
  expect(() => holdout(() => { throw new TypeError("broken"); }, 1000, 1400)).toThrow("broken");
});
