// Custom function on what will be won, and on how good forecasts were.

import { literal, ratio } from "../formula/term";
import { simpleForecastOf } from "../metrics/forecast";
import { forecastBias, overallAccuracy } from "../metrics/forecast-error";
import { refuse, Refusal, textOf } from "../metrics/refusal";
import { shareWon } from "../metrics/win-rate";
import { forecastWords as en } from "../text/en/functions/words";
import { forecastWords as zh } from "../text/zh/functions/words";
import { addMonths, completeMonthEnd, type Day } from "../values";
import type { Answer, Cell, Cells } from "./given/cells";
import { choice } from "./given/choice";
import { amountColumn, cellsIn, dealsIn, findPreferred, neededAt, outcomesIn, preferredOf, type GivenDeal } from "./given/deal-columns";
import { days, numbers, shares } from "./given/figures";
import { all, single } from "./given/grid";
import { figureOr } from "./given/measured";
import { columnOf, isChinese, rowNumber, table, type Table } from "./given/table";

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
  const chosen = choice("method", method, { weighted: "加权", simple: "简单", "run-rate": "月均", accuracy: "准确率", bias: "偏差" }, "weighted");
  switch (chosen) {
    case "weighted": return [[weightedOf(given)]];
    case "simple": return [[simpleOf(given)]];
    case "run-rate": return [[runRateOf(given, asOf)]];
    case "accuracy": case "bias": return pastForecasts(given, chosen);
  }
}

/** An open deal without amount adds nothing; one with an amount must have a probability. */
function weightedOf(given: Table): number {
  const open = dealsIn(given, outcomesIn(given), "open");
  const column = preferredOf(given, ["Probability", "Deal Probability", "Deal Stage Probability", "Win Probability", "Win %", "赢率", "概率", "赢单概率", "可能性", "成交概率", "交易概率"]);
  const chances = shares(given.name, cellsIn(given, column));
  return sumOf(given, open, ({ amount, at }) => (amount === null ? null : amount * neededAt(chances, at, given, column)));
}

function simpleOf(given: Table): number {
  const outcomes = outcomesIn(given);
  const [open, won, lost] = (["open", "won", "lost"] as const).map((outcome) => literal(outcomes.filter((one) => one === outcome).length));
  const rate = shareWon(won!, lost!);
  figureOr(rate, "no-decided", given.name);
  const deals = dealsIn(given, outcomes, "won");
  const known = deals.filter(({ amount }) => amount !== null);
  return figureOr(simpleForecastOf(open!, rate, ratio(literal(sumOf(given, deals)), literal(known.length))), "no-won", given.name);
}

/** Every won deal needs the day it was closed. */
function runRateOf(given: Table, asOf: Cells): number {
  const end = completeMonthEnd(single(days("asOf", asOf), null) ?? refuse("needed-with", "asOf", { expected: "run-rate" }));
  const from = addMonths((end + 1) as Day, -3);
  const won = dealsIn(given, outcomesIn(given), "won");
  if (won.length === 0) refuse("no-won", given.name);
  const column = findPreferred(given, ["Actual Close Date", "实际成交日期", "实际结束日期"])
    ?? preferredOf(given, ["Close Date", "Closed Date", "Closing Date", "Closed On", "结单日期", "关闭日期", "结束日期", "成交日期", "签约日期", "Won Date", "Won Time", "Deal Won Time", "赢单日期", "赢单时间"]);
  const closed = days(given.name, cellsIn(given, column));
  const inTime = won.filter(({ at }) => {
    const day = neededAt(closed, at, given, column);
    return day >= from && day <= end;
  });
  return sumOf(given, inTime) / 3;
}

/** The sum over deals of what each adds; refused where there are deals and none adds anything known. */
function sumOf(given: Table, deals: readonly GivenDeal[], value = (deal: GivenDeal) => deal.amount): number {
  const known = deals.map(value).filter((each) => each !== null);
  if (deals.length > 0 && known.length === 0) refuse("blank-in", given.name, { row: deals[0]!.at + 1, column: given.headings[amountColumn(given)]! });
  return known.reduce((sum, each) => sum + each, 0);
}

/** A row for each period, the mean of their figures, and the same measure of all periods together. A period without one of the figures stays blank and is not counted. */
function pastForecasts(given: Table, measure: "accuracy" | "bias"): Answer {
  const columns = [["Forecast", "预测", "预测值", "预测金额"], ["Actual", "实际", "实际值", "实际金额"]].map((wanted) => columnOf(given, wanted));
  const [forecasts, actuals] = columns.map((column) => all(numbers(given.name, cellsIn(given, column))));
  const period = given.headings.findIndex((_, column) => !columns.includes(column));
  const sums = { off: 0, forecast: 0, actual: 0 };
  const errors = given.rows.map((_, row) => {
    const [forecast, actual] = [forecasts![row + 1]!, actuals![row + 1]!];
    if (forecast === null || actual === null) return "";
    const off = Math.abs(forecast - actual);
    sums.off += off;
    sums.forecast += forecast;
    sums.actual += actual;
    return errorOf({ off, forecast, actual }, new Refusal("out-of-range", { argument: given.name, row: rowNumber(row), found: actual, expected: "> 0" }));
  });
  const known = errors.filter((error) => typeof error === "number");
  const none = new Refusal("no-data", { argument: given.name });
  const mean = errors.find((error) => error instanceof Refusal) ?? (known.length > 0 ? known.reduce((sum, error) => sum + error, 0) / known.length : none);
  const words = isChinese(given) ? zh : en;
  return [
    [given.headings[period] ?? "", words[measure]], ...errors.map((error, row) => [labelOf(given.rows[row]![period]), error]),
    [words.mean, mean], [words.overall, errorOf(sums, none)],
  ];

  function errorOf({ off, forecast, actual }: typeof sums, none: Refusal): number | Refusal {
    if (actual <= 0) return none;
    return (measure === "accuracy" ? overallAccuracy(literal(off), literal(actual)) : forecastBias(literal(forecast), literal(actual))).value as number;
  }
}

/** The cell that names a period; a date stays a number, which the user's format shows. */
function labelOf(cell: Cell): string | number {
  return typeof cell === "number" ? cell : textOf(cell);
}
