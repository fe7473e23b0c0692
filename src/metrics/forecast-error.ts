// How far off were forecasts?

import { literal, ratio, subtract, whenNumbers, type Figure, type Term } from "../formula/term";

/** (Forecast − actual) ÷ actual: above 0 was too high. Source: product research §8 (bias sign). */
export function forecastBias(forecast: Term<number>, actual: Term<number>): Term<Figure> {
  return ratio(subtract(forecast, actual), actual);
}

/** 1 − Σ|forecast − actual| ÷ Σ actual over several periods, so that large ones weigh more. */
export function overallAccuracy(off: Term<number>, actual: Term<number>): Term<Figure> {
  return whenNumbers([ratio(off, actual)], (share) => subtract(literal(1), share ?? literal(0)));
}
