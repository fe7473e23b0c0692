// How far off were forecasts?

import type { Column } from "../formula/column";
import { absolute } from "../formula/sentence";
import { call, choose, compare, divide, literal, subtract, whenNumbers, type Figure, type Term } from "../formula/term";

/** (Forecast − actual) ÷ actual: above 0 was too high; "" where the actual is not above 0. Source: product research §8 (bias sign). */
export function forecastBias(forecast: Term<number>, actual: Term<number>): Term<Figure> {
  return wherePositive(actual, divide(subtract(forecast, actual), actual));
}

/** 1 − |forecast − actual| ÷ actual; "" where either is missing or the actual is not above 0. Source: product research §8 (forecast accuracy). */
export function forecastAccuracy(forecast: Term<Figure>, actual: Term<Figure>): Term<Figure> {
  return whenNumbers([forecast, actual], (guess, won) => overallAccuracy(absolute(subtract(guess ?? literal(0), won ?? literal(0))), won ?? literal(0)) as Term<number>);
}

/** 1 − Σ|forecast − actual| ÷ Σ actual over several periods, so that large ones weigh more. */
export function overallAccuracy(off: Term<number>, actual: Term<number>): Term<Figure> {
  return wherePositive(actual, subtract(literal(1), divide(off, actual)));
}

/** Forecasts and what came of them, row by row. */
interface PastForecasts {
  readonly forecast: Column<Figure>;
  readonly actual: Column<Figure>;
  /** Which rows count besides: a test in brackets, and what it says of each row. */
  readonly counts?: { readonly text: string; readonly rows: readonly boolean[] };
}

/** Over the rows that have both figures: how many there are, what came of them, and how good they were together. */
export function forecastsTogether({ forecast, actual, counts }: PastForecasts): { readonly n: Term<number>; readonly actual: Term<number>; readonly accuracy: Term<Figure>; readonly bias: Term<Figure> } {
  const tests = `${counts ? `${counts.text}*` : ""}ISNUMBER(${forecast.text})*ISNUMBER(${actual.text})`;
  const known = forecast.values.flatMap((guess, row) => {
    const came = actual.values[row] ?? "";
    return guess !== "" && came !== "" && counts?.rows[row] !== false ? [{ guess, came }] : [];
  });
  const sum = (of: (one: { readonly guess: number; readonly came: number }) => number) => known.reduce((total, one) => total + of(one), 0);
  const total = (column: Column<Figure>, value: number) => call(`SUMPRODUCT(${tests},${column.text})`, value);
  const came = total(actual, sum((one) => one.came));
  // A difference with "" is an error, which only IF leaves out.
  const off = call(`SUM(IF(${tests},ABS(${forecast.text}-${actual.text}),0))`, sum((one) => Math.abs(one.guess - one.came)), { array: true });
  return { n: call(`SUMPRODUCT(${tests})`, known.length), actual: came, accuracy: overallAccuracy(off, came), bias: forecastBias(total(forecast, sum((one) => one.guess)), came) };
}

function wherePositive(actual: Term<number>, figure: Term<number>): Term<Figure> {
  return choose(compare(actual, ">", literal(0)), figure, literal(""));
}
