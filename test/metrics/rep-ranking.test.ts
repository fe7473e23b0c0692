import { literal } from "../../src/formula/term";
import { dealsOf, meanCycleOf, repsByWonAmount, winRateOf, wonAmountOf } from "../../src/metrics/rep-ranking";
import type { Making } from "../sheets/made";
import { asked } from "./asked";
import { dealModel, withValues } from "./deal-model";

const making: Making = {
  asOf: "2026-06-30", reps: ["Zoe", "Bo"], stages: [["Lead", "open"], ["Won", "won"], ["Lost", "lost"]],
  deals: [
    { owner: "Eve", stage: "Won", outcome: "won", amount: 50 },
    { owner: "Ann", stage: "Won", outcome: "won", amount: 50, created: "2026-01-01", closed: "2026-01-11" },
    { owner: "bo", stage: "Won", outcome: "won", amount: 30 },
    { owner: "BO", stage: "Won", outcome: "won", amount: 40 },
    { owner: "Ann", stage: "Lost", outcome: "lost", amount: 900, created: "2026-01-01", closed: "2026-04-11" },
    { owner: "Cid", stage: "Lead", amount: 900 },
    { owner: "Dan", stage: "Won", outcome: "won" },
  ],
};

it("ranks reps by what they won, one name however it is written, then by name", () => {
  // Bo 30 + 40 as the rep table writes it; Ann and Eve 50 each; nothing won by Cid, Dan and Zoe.
  expect(repsByWonAmount(dealModel(making))).toEqual(["Bo", "Ann", "Eve", "Cid", "Dan", "Zoe"]);
});

it("passes over what is no name", () => {
  const model = dealModel({ ...making, reps: [] });
  expect(repsByWonAmount(withValues(model, "owner", ["", null, 7, "Ann", "", "", "Bo"]))).toEqual(["Ann", "Bo"]);
});

it("adds no amount that is no number", () => {
  const model = dealModel(making);
  expect(repsByWonAmount(withValues(model, "amount", ["900", 50, 30, 40, 900, 900, ""]))).toEqual(["Bo", "Ann", "Cid", "Dan", "Eve", "Zoe"]);
});

it("ranks by groups that tell owners, outcomes and amounts, else knows the rep table alone", () => {
  const model = dealModel(making);
  const { owner, outcome, amount } = model.deals.columns;
  const together = () => ({ columns: [owner, outcome, amount].map(({ values }) => values), records: [1, 1, 1, 1, 1, 1, 1] });
  expect(repsByWonAmount(asked(model, together).model)).toEqual(["Bo", "Ann", "Eve", "Cid", "Dan", "Zoe"]);
  expect(repsByWonAmount(asked(model).model)).toEqual(["Bo", "Zoe"]);
});

it("knows the owners groups show, by name alone, where they do not tell what each won", () => {
  const { model } = asked(dealModel({ ...making, reps: ["Cid"] }));
  expect(repsByWonAmount(withValues(model, "owner", ["Eve", "Ann"]))).toEqual(["Ann", "Cid", "Eve"]);
});

it("has a rep's deals, amount, win rate and days", () => {
  const model = dealModel(making);
  const ann = literal("Ann");
  expect([dealsOf(model, "won", ann).value, dealsOf(model, "lost", ann).value, dealsOf(model, "open", ann).value]).toEqual([1, 1, 0]);
  expect([wonAmountOf(model, ann).value, winRateOf(model, ann).value]).toEqual([50, 0.5]);
  // Only the won deal's 10 days, not the lost one's 100.
  expect(meanCycleOf(model, ann).value).toBe(10);
  expect([wonAmountOf(model, literal("Cid")).value, wonAmountOf(model, literal("Dan")).value]).toEqual([0, ""]);
});
