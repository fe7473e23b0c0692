import { sizeLimits, wonSizeLimits } from "../../src/metrics/size-limits";
import { asked } from "./asked";
import { dealModel, withValues } from "./deal-model";

/** Won deals of these amounts, beside an open and a lost one that are of no account. */
function wonOf(amounts: readonly number[]) {
  return dealModel({
    asOf: "2026-06-30", stages: [["Lead", "open"], ["Won", "won"], ["Lost", "lost"]],
    deals: [...amounts.map((amount) => ({ stage: "Won", outcome: "won", amount } as const)), { stage: "Lead", amount: 5_000_000 }, { stage: "Lost", outcome: "lost", amount: 5_000_000 }],
  });
}

// Sorted, the amounts at a third and two thirds of their count, each rounded to one figure.
it.each([
  [[900, 10, 50, 20], [20, 50]], // places 1 and 2 of 4
  [[940, 100, 240, 300, 880, 120], [200, 900]], // 240 and 880, at 2 and 4 of 6
  [[1, 2500, 7400], [3000, 7000]], // 2500 is the least that is rounded up to 3000
  [[1, 2499, 8500], [2000, 9000]],
  [[1, 1400, 9600], [1000, 10_000]],
  [[1, 94, 95], [90, 100]],
  [[2, 3, 4_400_000], [3, 4_000_000]],
  [[0, -5, 10, 20, 30], [20, 30]], // nothing and less than nothing are no size
  [[100, 100, 100], null],
  [[10, 900], null],
  [[0, -1, 10, 900], null],
] as const)("won amounts %p give the limits %p, at hand or asked for", (amounts, limits) => {
  expect(wonSizeLimits(wonOf(amounts))).toEqual(limits);
  expect(wonSizeLimits(asked(wonOf(amounts)).model)).toEqual(limits);
});

it("takes amounts below the least power of ten asked for as nothing, and rounds them at hand", () => {
  expect(wonSizeLimits(wonOf([0.1, 0.2, 500]))).toEqual([0.2, 500]);
  expect(wonSizeLimits(asked(wonOf([0.1, 0.2, 500])).model)).toEqual([0, 500]);
});

it("reads no number from text", () => {
  expect(sizeLimits(["5", 60, 700])).toBeNull();
  expect(wonSizeLimits(withValues(wonOf([5, 60, 700]), "amount", ["5", 60, 700, 8, 8]))).toBeNull();
});
