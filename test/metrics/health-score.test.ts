import { cell, literal, type Figure } from "../../src/formula/term";
import { bandTerm, exceptionLimit, measurePoints, scoreWithLimits, weightedPoints } from "../../src/metrics/health-score";

const row = { text: "Row", values: [20, null, "Yes", 75] };
const measure = (place: Figure, poor: number, good: number, blank: Figure = "") => ({ place: cell<Figure>("place", place), poor: literal<Figure>(poor), good: literal<Figure>(good), blank: literal(blank), weight: literal(1) });

it.each([[1, 0, 100, "", 20], [1, 100, 0, "", 80], [1, 30, 40, "", 0], [2, 0, 100, "", ""], [2, 0, 100, 0, 0], ["", 0, 100, 0, ""], [3, 0, 100, "", ""]] as const)(
  "gives points for the value in place %s from %s to %s, or %j without one: %s", (place, poor, good, blank, points) => {
    expect(measurePoints(row, measure(place, poor, good, blank)).value).toBe(points);
  });

it("weighs the points there are", () => {
  // (3 × 20 + 1 × 100) ÷ 4
  expect(weightedPoints({ text: "W", values: [3, 5, 1] }, { text: "P", values: [20, "", 100] }, literal(2)).value).toBe(40);
  expect(weightedPoints({ text: "W", values: [3] }, { text: "P", values: [0] }, literal(0)).value).toBe("");
});

it.each([
  ["is", 3, "yes", 0], ["isNot", 3, "No", 0], ["isNot", 1, "x", 0], ["below", 1, 20, ""], ["atMost", 1, 20, 0], ["above", 4, 74, 0], ["atLeast", 4, 76, ""], ["above", 3, 1, ""], ["is", 2, "", ""],
] as const)("an exception that %s in place %s %j gives %j", (operator, place, operand, most) => {
  const at = ["is", "isNot", "below", "atMost", "above", "atLeast"].indexOf(operator) + 1;
  expect(exceptionLimit(row, { place: literal<Figure>(place), operator: literal<Figure>(at), operand: literal(operand), most: literal<Figure>(0) }).value).toBe(most);
});

it("takes the least limit, also without a mean", () => {
  expect(scoreWithLimits(literal<Figure>(70), { text: "L", values: [80, "", 50] }).value).toBe(50);
  expect(scoreWithLimits(literal<Figure>(""), { text: "L", values: [0] }).value).toBe(0);
  expect(scoreWithLimits(literal<Figure>(""), { text: "L", values: [""] }).value).toBe("");
});

it.each([[0, "r"], [50, "r"], [50.01, "y"], [75, "y"], [76, "g"], ["", "n"]] as const)("puts a score of %j into its band, the limit not included", (score, band) => {
  expect(bandTerm(literal<Figure>(score), literal(50), literal(75), { red: "r", yellow: "y", green: "g", none: "n" }).value).toBe(band);
});
