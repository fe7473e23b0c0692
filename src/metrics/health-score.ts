// How healthy is a customer, as formulas: points of a measure, the weighted mean, and what an exception allows at most.

import { roundHalf } from "../formula/round";
import { call, compare, literalText, type Comparison, type Figure, type Term } from "../formula/term";
import type { CellValue } from "../values";
import { healthBand, healthScore, measureScore, type HealthBand } from "./health";

/** A measure as its cells say it; `place` is the column it reads, counted from 1, and "" where it is not in use. */
export interface MeasureCells {
  readonly place: Term<Figure>;
  readonly poor: Term<Figure>;
  readonly good: Term<Figure>;
  /** What a customer without a value gets: "" leaves the measure out, so that the others weigh more. */
  readonly blank: Term<Figure>;
  readonly weight: Term<number>;
}

/** Cells of one row side by side. */
export interface Row {
  readonly text: string;
  readonly values: readonly CellValue[];
}

/** 100 × (value − poor) ÷ (good − poor), from 0 to 100; "" for a measure not in use. Source: product research §7. */
export function measurePoints(row: Row, { place, poor, good, blank }: MeasureCells): Term<Figure> {
  const value = place.value === "" ? null : row.values[place.value - 1];
  const points = place.value === "" ? "" : typeof value === "number" ? measureScore(value, Number(poor.value), Number(good.value)) : blank.value;
  const read = `INDEX(${row.text},1,${place.text})`;
  return call(`IF(${place.text}="","",IF(ISNUMBER(${read}),MAX(0,MIN(100,100*(${read}-${poor.text})/(${good.text}-${poor.text}))),${blank.text}))`, points);
}

/** How many measures in use have a value in the row. */
export function measuresKnown(row: Row, measures: readonly MeasureCells[]): Term<number> {
  const known = measures.filter(({ place }) => place.value !== "" && typeof row.values[place.value - 1] === "number").length;
  return call(measures.map(({ place }) => `IF(${place.text}="",0,COUNT(INDEX(${row.text},1,${place.text})))`).join("+") || "0", known);
}

/** Σ weight × points ÷ Σ weight of the measures that have points; "" where no measure has a value. Source: product research §7 (Gainsight scorecards). */
export function weightedPoints(weights: Row, points: Row, known: Term<number>): Term<Figure> {
  const scored = points.values.flatMap((score, at) => (typeof score === "number" ? [{ weight: Number(weights.values[at]), score }] : []));
  const value = known.value === 0 ? "" : roundHalf(healthScore(scored), 9);
  return call(`IF(${known.text}=0,"",ROUND(SUMPRODUCT(${weights.text},${points.text})/SUMPRODUCT(${weights.text}*ISNUMBER(${points.text})),9))`, value);
}

/** An exception as its cells say it; `operator` counts from 1 in the order of `exceptionOperators`. */
export interface ExceptionCells {
  readonly place: Term<Figure>;
  readonly operator: Term<Figure>;
  readonly operand: Term;
  readonly most: Term<Figure>;
}

export const exceptionOperators = ["is", "isNot", "below", "atMost", "above", "atLeast"] as const;
export type ExceptionOperator = (typeof exceptionOperators)[number];

const signs: Readonly<Record<ExceptionOperator, Comparison>> = { is: "=", isNot: "<>", below: "<", atMost: "<=", above: ">", atLeast: ">=" };

/** The most a customer can get for whom the exception holds; "" for the others, and where the cell is blank. Source: product research §7 (exceptions). */
export function exceptionLimit(row: Row, { place, operator, operand, most }: ExceptionCells): Term<Figure> {
  const found = place.value === "" ? null : (row.values[place.value - 1] ?? null);
  const asked = operator.value === "" ? null : (exceptionOperators[operator.value - 1] ?? null);
  const holds = found !== null && found !== "" && asked !== null && applies(found, asked, operand.value);
  const read = `INDEX(${row.text},1,${place.text})`;
  const tests = exceptionOperators.map((one) => (one === "is" || one === "isNot" ? `${read}${signs[one]}${operand.text}` : `COUNT(${read},${operand.text})=2,${read}${signs[one]}${operand.text}`));
  const choices = tests.map((test) => (test.startsWith("COUNT(") ? `AND(${test})` : test)).join(",");
  return call(`IF(${place.text}="","",IF(${read}="","",IF(CHOOSE(${operator.text},${choices}),${most.text},"")))`, holds ? most.value : "");
}

function applies(found: CellValue, operator: ExceptionOperator, operand: CellValue): boolean {
  const both = typeof found === "number" && typeof operand === "number";
  if (operator !== "is" && operator !== "isNot" && !both) return false;
  if (typeof found !== typeof operand) return operator === "isNot";
  return compare({ text: "", value: found, binds: 9 }, signs[operator], { text: "", value: operand, binds: 9 }).value;
}

/** The mean, or the least of what exceptions allow where that is less: a notice counts without measures too. */
export function scoreWithLimits(mean: Term<Figure>, limits: Row): Term<Figure> {
  const numbers = [mean.value, ...limits.values].filter((value): value is number => typeof value === "number");
  const cells = limits.values.length === 0 ? mean.text : `${mean.text},${limits.text}`;
  return call(`IF(COUNT(${cells})=0,"",MIN(${cells}))`, numbers.length === 0 ? "" : Math.min(...numbers));
}

/** The band of a score in words: above a limit, the limit itself not included. */
export function bandTerm(score: Term<Figure>, yellowAbove: Term<number>, greenAbove: Term<number>, words: Readonly<Record<HealthBand | "none", string>>): Term<string> {
  const band = score.value === "" ? "none" : healthBand(score.value, { yellowAbove: yellowAbove.value, greenAbove: greenAbove.value });
  const said = (key: HealthBand | "none") => literalText(words[key]);
  return call(`IF(${score.text}="",${said("none")},IF(${score.text}>${greenAbove.text},${said("green")},IF(${score.text}>${yellowAbove.text},${said("yellow")},${said("red")})))`, words[band]);
}
