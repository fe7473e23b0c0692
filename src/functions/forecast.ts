// Custom function on what will be won, and on how good forecasts were.

import type { Outcome } from "../crm/objects/deal";
import { absolute } from "../formula/sentence";
import { literal, type Figure, type Term } from "../formula/term";
import { weightedByDeal } from "../metrics/deals";
import { runRateForecast, simpleForecast } from "../metrics/forecast";
import { forecastBias, overallAccuracy } from "../metrics/forecast-error";
import { dealModelOf } from "../metrics/model-of";
import { forecastAccuracy } from "../metrics/months";
import { Refusal } from "../metrics/refusal";
import { forecastWords as en } from "../text/en/functions/words";
import { forecastWords as zh } from "../text/zh/functions/words";
import type { Day } from "../values";
import { isBlank, isErrorCell, type Answer, type Cell, type Cells } from "./given/cells";
import { choice } from "./given/choice";
import { amountsIn, daysIn, fieldIn, fieldOf, numberAt, outcomesIn, probabilitiesIn } from "./given/deal-columns";
import { days } from "./given/figures";
import { single } from "./given/grid";
import { columnOf, findColumn, isChinese, rowNumber, table, type Table } from "./given/table";

/**
 * Forecast: what open deals will bring (weighted or simple), next month at the pace of the last three (run-rate), or how good past forecasts were (accuracy, bias).
 * @customfunction FORECAST
 * @param deals Table of deals with its headings: stage or outcome, amount, probability, close date. For accuracy and bias: period, forecast, actual
 * @param [method] "weighted" (the default), "simple", "run-rate", "accuracy" or "bias"
 * @param [asOf] With run-rate: the day it is made; the three complete months before count
 * @returns One amount; for accuracy and bias a row for each period, then mean and overall
 */
export function FORECAST(deals: Cells, method: Cells, asOf: Cells): Answer {
  const given = table("deals", deals);
  const chosen = choice("method", method, {
    weighted: ["加权"], simple: ["简单"], "run-rate": ["run rate", "pace", "运行率", "月均"], accuracy: ["准确率"], bias: ["偏差"],
  }, "weighted");
  const day = single(days("asOf", asOf), null);
  if (day !== null && chosen !== "run-rate") throw new Refusal("not-with", { argument: "asOf", expected: chosen });
  switch (chosen) {
    case "weighted": return [[weightedOf(given)]];
    case "simple": return [[simpleOf(given)]];
    case "run-rate": return [[runRateOf(given, day)]];
    case "accuracy": case "bias": return pastForecasts(given, chosen);
  }
}

/** An open deal without amount adds nothing; one with an amount must have a probability. */
function weightedOf(given: Table): number {
  const outcome = outcomesIn(given);
  const isOpen = (row: number) => outcome[row] === "open";
  const amount = amountsIn(given, isOpen);
  const chances = probabilitiesIn(given);
  const probability = amount.map((value, row) => {
    const chance = chances[row] ?? null;
    if (value === null) return null;
    if (chance instanceof Refusal) throw chance;
    if (chance === null) throw new Refusal("blank-in", { argument: given.name, row: rowNumber(row), column: given.headings[fieldOf(given, "probability")]! });
    return chance;
  });
  const forecast = weightedByDeal(dealModelOf({ ...decided(outcome, amount), probability: probability.filter((_, row) => outcome[row] !== null) })).value;
  if (forecast === "") throw new Refusal("no-data", { argument: given.name });
  return forecast;
}

function simpleOf(given: Table): number {
  const outcome = outcomesIn(given);
  const forecast = simpleForecast(dealModelOf(decided(outcome, amountsIn(given, (row) => outcome[row] === "won")))).value;
  if (forecast !== "") return forecast;
  throw new Refusal(outcome.some((one) => one === "won" || one === "lost") ? "no-won-amount" : "no-decided", { argument: given.name });
}

function runRateOf(given: Table, asOf: Day | null): number {
  if (asOf === null) throw new Refusal("needed-with", { argument: "asOf", expected: "run-rate" });
  const outcome = outcomesIn(given);
  const isWon = (row: number) => outcome[row] === "won";
  const amount = amountsIn(given, isWon);
  const closed = closedIn(given, isWon);
  const forecast = runRateForecast(dealModelOf({ ...decided(outcome, amount), closed: closed.filter((_, row) => outcome[row] !== null) }, { asOf })).value;
  if (forecast === "") throw new Refusal("no-won-amount", { argument: given.name });
  return forecast;
}

/** The close date, else the day won; a won deal needs one of them. */
function closedIn(given: Table, counts: (row: number) => boolean): readonly (Day | null)[] {
  const wonOn = fieldIn(given, "wonOn");
  const closeDate = wonOn === null ? fieldOf(given, "closeDate") : fieldIn(given, "closeDate");
  const columns = [closeDate, wonOn].filter((at): at is number => at !== null).map((at) => daysIn(given, at, counts));
  return given.rows.map((_, row) => {
    const day = columns.map((values) => values[row] ?? null).find((value) => value !== null) ?? null;
    if (day === null && counts(row)) throw new Refusal("blank-in", { argument: given.name, row: rowNumber(row), column: given.headings[closeDate ?? wonOn!]! });
    return day;
  });
}

/** Rows without anything in them are no deals. */
function decided(outcome: readonly (Outcome | null)[], amount: readonly (number | null)[]) {
  return { outcome: outcome.filter((one) => one !== null), amount: amount.filter((_, row) => outcome[row] !== null) };
}

interface Period {
  readonly label: Cell;
  /** Null for a blank row. */
  readonly figures: { readonly forecast: number; readonly actual: number } | Refusal | null;
}

/** A row for each period, the mean of their figures, and the same measure of all periods together. */
function pastForecasts(given: Table, measure: "accuracy" | "bias"): Answer {
  const { forecast, actual, period } = forecastColumns(given);
  const periods = given.rows.map((row, at): Period => ({ label: period === null ? null : row[period], figures: figuresOf(given, at, forecast, actual) }));
  const words = isChinese(given) ? zh : en;
  const shown = periods.map(({ figures }, at) => (figures === null ? "" : figures instanceof Refusal ? figures : errorOf(measure, figures, given, at)));
  const row = (label: Cell, value: Answer[number][number]): Answer[number] => [labelOf(label), value];
  return [
    row(period === null ? "" : given.headings[period]!, words[measure]),
    ...periods.map(({ label }, at) => row(label, shown[at]!)),
    row(words.mean, meanOf(shown, given)),
    row(words.overall, overallOf(measure, periods, given)),
  ];
}

/** By heading; else the only two columns, or the last two of three. */
function forecastColumns(given: Table) {
  const forecast = findColumn(given, ["Forecast", "Forecast amount", "Forecasted", "Predicted", "Forecast before", "预测", "预测值", "预测金额", "月初预测"]);
  const actual = findColumn(given, ["Actual", "Actuals", "Actual amount", "Actual sales", "Amount", "Won amount", "实际", "实际值", "实际金额", "实际销售额", "金额", "赢单金额"]);
  const width = given.headings.length;
  if (forecast === null && actual === null && (width === 2 || width === 3)) return { period: width === 3 ? 0 : null, forecast: width - 2, actual: width - 1 };
  if (forecast === null) columnOf(given, [isChinese(given) ? "预测" : "Forecast"]);
  if (actual === null) columnOf(given, [isChinese(given) ? "实际" : "Actual"]);
  const other = given.headings.findIndex((heading, at) => heading !== "" && at !== forecast && at !== actual);
  return { period: other < 0 ? null : other, forecast: forecast!, actual: actual! };
}

function figuresOf(given: Table, at: number, forecast: number, actual: number): Period["figures"] {
  const row = given.rows[at]!;
  if (row.every(isBlank)) return null;
  try {
    const [guess, won] = [forecast, actual].map((column) => numberAt(given, at, column));
    const missing = guess === null ? forecast : actual;
    return guess === null || won === null ? new Refusal("blank-in", { argument: given.name, row: rowNumber(at), column: given.headings[missing]! }) : { forecast: guess!, actual: won! };
  } catch (trouble) {
    if (trouble instanceof Refusal) return trouble;
    throw trouble;
  }
}

function errorOf(measure: "accuracy" | "bias", { forecast, actual }: { forecast: number; actual: number }, given: Table, at: number): number | Refusal {
  if (actual <= 0) return new Refusal("zero-actual", { argument: given.name, row: rowNumber(at), found: actual });
  const error: Term<Figure> = measure === "accuracy" ? forecastAccuracy(literal(forecast), literal(actual)) : forecastBias(literal(forecast), literal(actual));
  return error.value as number;
}

/** Periods that miss a figure, such as those to come, are left out; any other trouble is the mean's too. */
function meanOf(shown: readonly (number | "" | Refusal)[], given: Table): number | Refusal {
  const trouble = shown.find((value) => value instanceof Refusal && value.kind !== "blank-in");
  if (trouble instanceof Refusal) return trouble;
  const known = shown.filter((value) => typeof value === "number");
  return known.length === 0 ? new Refusal("no-data", { argument: given.name }) : known.reduce((sum, value) => sum + value, 0) / known.length;
}

function overallOf(measure: "accuracy" | "bias", periods: readonly Period[], given: Table): number | Refusal {
  let [forecast, actual, off] = [0, 0, 0];
  for (const { figures } of periods) {
    if (figures instanceof Refusal && figures.kind !== "blank-in") return figures;
    if (figures === null || figures instanceof Refusal) continue;
    forecast += figures.forecast;
    actual += figures.actual;
    off += absolute(literal(figures.forecast - figures.actual)).value;
  }
  if (actual <= 0) return new Refusal("no-data", { argument: given.name });
  return (measure === "accuracy" ? overallAccuracy(literal(off), literal(actual)) : forecastBias(literal(forecast), literal(actual))).value as number;
}

function labelOf(label: Cell): Exclude<Answer[number][number], Refusal> {
  return isBlank(label) || isErrorCell(label) ? "" : label;
}
