import { amount } from "../../src/metrics/deals";
import { winRateByAmount } from "../../src/metrics/win-rate";
import { isRight } from "./computed";
import { dealModel } from "./deal-model";

/** Deals with amounts won and lost, of which none may be known. */
function closedWith(won: readonly (number | null)[], lost: readonly (number | null)[]) {
  const of = (outcome: "won" | "lost") => (one: number | null) => ({ stage: outcome, outcome, ...(one === null ? {} : { amount: one }) });
  return dealModel({ asOf: "2026-06-30", stages: [["won", "won"], ["lost", "lost"]], deals: [{ stage: "Lead", amount: 1000 }, ...won.map(of("won")), ...lost.map(of("lost"))] });
}

it.each([
  [[300, 100], [100], 400 / 500],
  [[0], [5], 0],
  [[5], [0], 1],
  [[5], [], 1],
  [[], [5], 0],
  [[-5], [10], ""], // credits
  [[10], [-5], ""],
  [[-5], [-5], ""],
  [[0], [0], ""], // nothing to divide by
  [[], [], ""],
  [[null], [5], ""], // unknown
  [[5], [null], ""],
] as const)("amounts won %p and lost %p make the share %p", (won, lost, share) => {
  const model = closedWith(won, lost);
  const found = winRateByAmount(model);
  expect(found.value).toBe(share);
  const parts = { won: amount(model, "won"), lost: amount(model, "lost") };
  const text = found.text.replaceAll(parts.won.text, "won").replaceAll(parts.lost.text, "lost");
  expect(isRight({ ...found, text }, { won: parts.won.value, lost: parts.lost.value })).toBe(true);
});
