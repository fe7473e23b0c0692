// The formulas of health, scores, bonuses and customer value compute what stands beside them, and that is what one works out by hand.

import { literal, reference, type Figure } from "../../src/formula/term";
import { scoreAgainst, weighedScore } from "../../src/metrics/balance";
import { bonus } from "../../src/metrics/bonus";
import { firstHealthLimits, healthBand } from "../../src/metrics/health";
import { bandTerm, exceptionLimit, exceptionOperators, measurePoints, measuresKnown, scoreWithLimits, weightedPoints } from "../../src/metrics/health-score";
import { cac, ltv, ltvToCac, payback } from "../../src/metrics/ltv";
import { csatFrom, npsFrom, npsMargin } from "../../src/metrics/nps";
import { kpiStatus, type KpiStatus } from "../../src/metrics/shared-kpis";
import type { CellValue } from "../../src/values";
import { computed, isRight } from "./computed";

const row = { text: "row", values: [20, "gold", "", 75, true] as const };
const cells = (more: Readonly<Record<string, CellValue>>) => ({ row: row.values, ...more });

describe("points of a measure", () => {
  const measure = (place: Figure, poor = 0, good = 100, blank: Figure = "") => ({ place: reference("place", place), poor: reference("poor", poor), good: reference("good", good), blank: reference("blank", blank), weight: literal(1) });
  it.each<[Figure, number, number, Figure, Figure]>([[1, 0, 100, "", 20], [1, 100, 0, "", 80], [1, 20, 40, "", 0], [1, 30, 40, "", 0], [1, 10, 15, "", 100], [4, 50, 100, "", 50], [2, 0, 1, 33, 33], [3, 0, 1, "", ""], [3, 0, 1, 0, 0], ["", 0, 1, 5, ""]])("of cell %p from %p to %p, blank %p: %p", (place, poor, good, blank, points) => {
    const term = measurePoints(row, measure(place, poor, good, blank));
    expect(term.value).toBe(points);
    expect(isRight(term, cells({ place, poor, good, blank }))).toBe(true);
  });
  it("are known where the cell is a number", () => {
    const term = measuresKnown(row, [measure(1), measure(2), measure(4), measure("")].map((one, at) => ({ ...one, place: { ...one.place, text: `place${at}` } })));
    expect(term.value).toBe(2);
    expect(isRight(term, cells({ place0: 1, place1: 2, place2: 4, place3: "" }))).toBe(true);
    expect(measuresKnown(row, [])).toMatchObject({ text: "0", value: 0 });
  });
  it("weigh as much as they are said to, those there are", () => {
    const term = weightedPoints({ text: "W", values: [1, 3, 5] }, { text: "P", values: [100, 20, ""] }, reference("known", 2));
    expect(term).toMatchObject({ value: 40, text: 'IF(known=0,"",ROUND(SUMPRODUCT(W,P)/SUMPRODUCT(W*ISNUMBER(P)),9))' });
    expect(weightedPoints({ text: "W", values: [1] }, { text: "P", values: [""] }, reference("known", 0)).value).toBe("");
  });
});

describe("exceptions", () => {
  const limit = (place: Figure, operator: Figure, operand: CellValue, most: Figure = 40) => exceptionLimit(row, { place: reference("place", place), operator: reference("operator", operator), operand: reference("operand", operand), most: reference("most", most) });
  const of = (operator: (typeof exceptionOperators)[number]) => exceptionOperators.indexOf(operator) + 1;
  it.each<[Figure, (typeof exceptionOperators)[number], CellValue, boolean]>([
    [1, "is", 20, true], [1, "is", 21, false], [2, "is", "gold", true], [2, "isNot", "gold", false], [2, "isNot", "silver", true], [1, "below", 20, false], [1, "below", 21, true], [1, "atMost", 20, true], [1, "atMost", 19, false],
    [1, "above", 20, false], [1, "above", 19, true], [1, "atLeast", 20, true], [1, "atLeast", 21, false], [2, "above", 5, false], [1, "above", "x", false], [1, "is", "20", false], [1, "isNot", "20", true], [3, "isNot", "x", false], ["", "is", "", false],
  ])("of cell %p %s %p: %p", (place, operator, operand, holds) => {
    const term = limit(place, of(operator), operand);
    expect(term.value).toBe(holds ? 40 : "");
    expect(isRight(term, cells({ place, operator: of(operator), operand, most: 40 }))).toBe(true);
  });
  it("hold for nobody without a comparison, or in a blank cell", () => expect([limit(1, "", 20).value, limit(1, 7, 20).value, limit(9, 1, null).value]).toEqual(["", "", ""]));
  it("take the least, and a notice counts without measures", () => {
    const term = (mean: Figure, limits: readonly Figure[]) => scoreWithLimits(reference("mean", mean), { text: "limits", values: limits });
    for (const [mean, limits, score] of [[80, [40, "", 60], 40], [30, [40], 30], ["", [40], 40], ["", [""], ""], [0, [40], 0]] as const) {
      expect(term(mean, limits).value).toBe(score);
      expect(isRight(term(mean, limits), { mean, limits })).toBe(true);
    }
    expect(term(80, [])).toMatchObject({ text: 'IF(COUNT(mean)=0,"",MIN(mean))', value: 80 });
  });
  it.each<[Figure, string]>([[50, "red"], [50.1, "yellow"], [75, "yellow"], [75.1, "green"], [0, "red"], ["", 'no "score"']])("a score of %p is %s", (score, said) => {
    const term = bandTerm(reference("score", score), reference("yellow", 50), reference("green", 75), { green: "green", yellow: "yellow", red: "red", none: 'no "score"' });
    expect(term.value).toBe(said);
    expect(computed(term.text, { score, yellow: 50, green: 75 })).toBe(said);
    if (score !== "") expect(healthBand(score, firstHealthLimits)).toBe(said);
  });
});

it.each<[Figure, Figure, "higher" | "lower", Figure]>([[50, 200, "higher", 25], [300, 200, "higher", 100], [-5, 200, "higher", 0], [5, 0, "higher", ""], [5, -1, "higher", ""], [10, 5, "lower", 50], [0.2, 0.5, "lower", 100], [4, 0, "lower", 25], [2, 5, "lower", 100], ["", 5, "higher", ""], [5, "", "lower", ""]])("%p against %p, %s is better: %p", (value, against, better, score) => {
  const term = scoreAgainst(reference("value", value), reference("against", against), better);
  expect(term.value).toBe(score);
  expect(isRight(term, { value, against })).toBe(true);
});

it("weighs only the scores there are", () => {
  const score = (first: Figure, second: Figure, weight = 3) => weighedScore([{ score: reference("first", first), weight: reference("one", 1) }, { score: reference("second", second), weight: reference("other", weight) }]);
  expect([score(100, 20).value, score("", 20).value, score("", "").value, score("", 20, 0).value]).toEqual([40, 20, "", ""]);
  expect(score(100, 20).text).toBe('IF(one*ISNUMBER(first)+other*ISNUMBER(second)=0,"",(one*N(first)+other*N(second))/(one*ISNUMBER(first)+other*ISNUMBER(second)))');
  expect(isRight(score("", 20), { first: "", second: 20, one: 1, other: 3 })).toBe(true);
  expect(weighedScore([])).toMatchObject({ text: '""', value: "" });
});

describe("a bonus", () => {
  const weights = { attainment: literal(0.6), satisfaction: literal(0.2), process: literal(0.2) };
  const of = (attainment: number, limits: Partial<Parameters<typeof bonus>[5]> = {}) => bonus(reference("base", 1000), reference("reached", attainment), literal(0.5), literal(1), weights, { floor: null, cap: null, accelerator: null, ...limits });
  // The part of satisfaction and process is 300.
  it.each<[number, Parameters<typeof of>[1], number]>([
    [1, {}, 900], [0.5, {}, 600], [1.5, {}, 1200], [0.5, { floor: literal(0.5) }, 600], [0.49, { floor: literal(0.5) }, 300], [1.5, { cap: literal(1.2) }, 1020], [1.2, { cap: literal(1.2) }, 1020], [1.5, { accelerator: literal(2) }, 1500], [1, { accelerator: literal(2) }, 900],
    [1.5, { accelerator: literal(2), cap: literal(1.8) }, 1380], [0.9, { accelerator: literal(2), acceleratesFrom: literal(0.8) }, 900], [1.5, { accelerator: literal(2), cap: literal(1.8), floor: literal(0.4) }, 1380],
  ])("for %p with %j is %p", (attainment, limits, sum) => {
    const term = of(attainment, limits);
    expect(term.value).toBeCloseTo(sum, 9);
    expect(isRight(term, { base: 1000, reached: attainment })).toBe(true);
  });
});

describe("customer value", () => {
  it.each<["margin-churn" | "lifetime" | "discounted", number, number, number, number, Figure]>([
    ["margin-churn", 100, 0.5, 0.1, 0, 500], ["lifetime", 100, 0.5, 24, 0, 1200], ["discounted", 100, 0.5, 0.1, 0.1, 225], ["margin-churn", 100, 0, 0.1, 0, ""], ["lifetime", 100, -1, 24, 0, ""], ["margin-churn", 100, 0.5, 0, 0, ""], ["discounted", 100, 0, 0.1, 0.1, ""],
  ])("by %s of %p at %p, %p and %p is %p", (method, revenue, margin, loss, discount, value) => {
    const term = ltv(method, reference("revenue", revenue), reference("margin", margin), reference("loss", loss), reference("discount", discount));
    expect(term.value === "" ? "" : Number(term.value.toFixed(9))).toBe(value);
    expect(isRight(term, { revenue, margin, loss, discount })).toBe(true);
  });
  it("is earned back, and costs so much to win", () => {
    const back = (cost: number, revenue: number, margin: number) => payback(literal(cost), literal(revenue), literal(margin)).value;
    expect([back(300, 100, 0.5), back(300, 100, 0), back(300, 0, 0.5), back(0, 100, 0.5)]).toEqual([6, "", "", 0]);
    expect([cac(literal(1000), literal(8)).value, cac(literal(1000), literal(0)).value, ltvToCac(literal(375), literal(125)).value]).toEqual([125, "", 3]);
  });
});

it("has a score of recommendations and how sure it is", () => {
  const counts = [reference("up", 60), reference("down", 20), reference("all", 100)] as const;
  expect(npsFrom(...counts).value).toBe(40);
  // 196 × √((0.8 − 0.16) ÷ 100)
  expect(npsMargin(...counts).value).toBeCloseTo(15.68, 9);
  expect(isRight(npsMargin(...counts), { up: 60, down: 20, all: 100 })).toBe(true);
  expect([npsMargin(literal(0), literal(0), literal(0)).value, csatFrom(literal(3), literal(4)).value, csatFrom(literal(0), literal(0)).value]).toEqual(["", 0.75, ""]);
});

const words: Record<KpiStatus, string> = { reached: "reached", close: "close", behind: "behind", noActual: "no actual", noTarget: "no target" };
it.each<[Figure, Figure, boolean, number, KpiStatus]>([
  [10, 10, false, 0.1, "reached"], [9.99, 10, false, 0.1, "close"], [9, 10, false, 0.1, "close"], [8.99, 10, false, 0.1, "behind"], [10, 10, true, 0.1, "reached"], [11, 10, true, 0.1, "close"], [11.1, 10, true, 0.1, "behind"], [9, 10, true, 0.1, "reached"],
  [0.3, 0.1 + 0.2, false, 0, "reached"], [-11, -10, false, 0.1, "close"], ["", 10, false, 0.1, "noActual"], [10, "", false, 0.1, "noTarget"], ["", "", true, 0.1, "noTarget"],
])("%p to %p, at most %p, close within %p: %s", (actual, target, atMost, close, status) => {
  const term = kpiStatus({ actual: reference("actual", actual), target: reference("target", target), atMost: reference("most", atMost), close: reference("near", close) }, words);
  expect(term.value).toBe(words[status]);
  expect(isRight(term, { actual, target, most: atMost, near: close })).toBe(true);
});
