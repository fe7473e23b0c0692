import { customersInTwoPeriods, twoPeriods } from "../../src/metrics/customers/two-periods";
import { dayOfIso, isoOf, type Day } from "../../src/values";

const day = (text: string) => dayOfIso(text) as Day;

it("takes whole months that end on the day, one period after the other", () => {
  const { before, now, end } = twoPeriods(day("2026-06-30"), 6);
  expect([before, now, end].map(isoOf)).toEqual(["2025-07-01", "2026-01-01", "2026-06-30"]);
});

it("sums each customer's orders by period and counts later ones nowhere", () => {
  const orders = { customers: ["Ada", "Ben"], customer: [0, 0, 0, 1, 1, 0], day: ["2025-06-30", "2025-07-01", "2026-01-01", "2025-12-31", "2026-06-30", "2026-07-01"].map(day), amount: [1, 0.1, 0.2, 4, 8, 16] };
  const found = customersInTwoPeriods(orders, twoPeriods(day("2026-06-30"), 6));
  expect(found.map(({ customer, orders: count, before, now }) => [customer, count, before, now])).toEqual([["Ada", 3, 0.1, 0.2], ["Ben", 2, 4, 8]]);
  expect(found.map(({ first, last }) => [isoOf(first), isoOf(last)])).toEqual([["2025-06-30", "2026-01-01"], ["2025-12-31", "2026-06-30"]]);
});

it("counts orders where amounts are unknown", () => {
  const found = customersInTwoPeriods({ customers: ["Ada"], customer: [0, 0], day: [day("2026-01-05"), day("2026-02-05")], amount: [] }, twoPeriods(day("2026-06-30"), 6));
  expect(found[0]).toMatchObject({ before: 0, now: 2 });
});
