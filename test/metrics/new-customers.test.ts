import { newCustomerDeals } from "../../src/metrics/new-customers";
import type { Outcome } from "../../src/crm/objects/deal";
import type { Day } from "../../src/values";

const told = (...deals: readonly (readonly [account: string | null, outcome: Outcome, closed: number | null])[]) =>
  newCustomerDeals({ account: deals.map(([account]) => account), outcome: deals.map(([, outcome]) => outcome), closed: deals.map(([, , closed]) => closed as Day | null) });

it("is the earliest won deal of a customer, however the customer is written", () => {
  expect(told(["Acme", "won", 20], [" ACME", "won", 10], ["acme", "lost", 1], ["Bolt", "won", 30], ["Bolt", "open", null])).toEqual([false, true, false, true, false]);
});

it("is the first as they stand of deals of one day, and one without a day only where there is no other", () => {
  expect(told(["Acme", "won", null], ["Acme", "won", 10], ["Acme", "won", 10], ["Bolt", "won", null], ["Bolt", "won", null])).toEqual([false, true, false, true, false]);
});

it("counts each won deal without a customer", () => {
  expect(told([null, "won", 1], ["", "won", 2], [" ", "won", 3], [null, "lost", 4])).toEqual([true, true, true, false]);
});
