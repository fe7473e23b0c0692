// Scores from 0 to 100, and what they weigh together.

import { literal, type Figure } from "../../src/formula/term";
import { scoreAgainst, weighedScore } from "../../src/metrics/balance";

it.each([
  ["half of what is asked", 50, 100, "higher", 50], ["more than asked", 150, 100, "higher", 100], ["a loss", -10, 100, "higher", 0], ["nothing to hold it against", 5, "", "higher", ""], ["a target of nothing", 5, 0, "higher", ""],
  ["twice the days", 40, 20, "lower", 50], ["fewer days", 10, 20, "lower", 100], ["no day at all", 0, 20, "lower", 100], ["the best is no day at all", 4, 0, "lower", 25], ["no figure", "", 20, "lower", ""],
] as const)("scores %s", (_, value, against, better, score) => {
  expect(scoreAgainst(literal<Figure>(value), literal<Figure>(against), better).value).toBe(score);
});

it("leaves out what is missing instead of counting it as 0", () => {
  const part = (score: Figure, weight: number) => ({ score: literal(score), weight: literal(weight) });
  expect(weighedScore([part(80, 3), part("", 5), part(40, 1)]).value).toBe((3 * 80 + 40) / 4);
  expect(weighedScore([part("", 5)]).value).toBe("");
  expect(weighedScore([part(80, 0)]).value).toBe("");
  expect(weighedScore([]).value).toBe("");
});
