// How far forecasts were off, one by one and together.

import { column } from "../../src/formula/column";
import { literal, reference, type Figure } from "../../src/formula/term";
import { forecastAccuracy, forecastBias, forecastsTogether, overallAccuracy } from "../../src/metrics/forecast-error";
import { isRight } from "./computed";

it("says how far a forecast was off, and to which side", () => {
  expect([forecastBias(literal(120), literal(100)).value, forecastBias(literal(80), literal(100)).value, forecastBias(literal(5), literal(0)).value]).toEqual([0.2, -0.2, ""]);
  expect([overallAccuracy(literal(25), literal(100)).value, overallAccuracy(literal(5), literal(0)).value]).toEqual([0.75, ""]);
});

it.each<[Figure, Figure, Figure]>([[40, 50, 0.8], [60, 50, 0.8], [200, 50, -2], [40, 0, ""], [40, -10, ""], ["", 50, ""], [40, "", ""], [0, 50, 0]])("measures a forecast of %p where %p came of it as %p", (forecast, actual, accuracy) => {
  const term = forecastAccuracy(reference("B2", forecast), reference("C2", actual));
  if (accuracy === "") expect(term.value).toBe("");
  else expect(term.value).toBeCloseTo(accuracy, 12);
  expect(isRight(term, { B2: forecast, C2: actual })).toBe(true);
});

it("is no share of a loss", () => expect([forecastBias(literal(5), literal(-10)).value, overallAccuracy(literal(5), literal(-10)).value]).toEqual(["", ""]));

it("weighs all periods together, those too in which nothing came", () => {
  const forecast = column<Figure>("M", "Forecast", [40, 10, "", 5, 7]), actual = column<Figure>("M", "Won", [50, 0, 9, "", 1]);
  const all = forecastsTogether({ forecast, actual });
  // Off by 10, 10 and 6 of 51; 57 was forecast.
  expect([all.n.value, all.actual.value]).toEqual([3, 51]);
  expect(all.accuracy.value).toBeCloseTo(1 - 26 / 51, 12);
  expect(all.bias.value).toBeCloseTo(6 / 51, 12);
  expect([all.accuracy.array, all.n.text]).toEqual([true, "SUMPRODUCT(ISNUMBER(M[Forecast])*ISNUMBER(M[Won]))"]);
  const some = forecastsTogether({ forecast, actual, counts: { text: "(M[End]<=AsOf)", rows: [true, true, true, true, false] } });
  expect([some.n.value, some.accuracy.value]).toEqual([2, 0.6]);
  expect(some.n.text).toBe("SUMPRODUCT((M[End]<=AsOf)*ISNUMBER(M[Forecast])*ISNUMBER(M[Won]))");
});
