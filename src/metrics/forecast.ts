// What will be won?

import { countifs, knownSumifs } from "../formula/aggregate";
import { isFilled, than, type Criterion } from "../formula/criteria";
import { call, dayTerm, multiply, whenNumbers, type Figure, type Term } from "../formula/term";
import { addMonths, monthStart, type Day } from "../values";
import { deals, outcomeIs, weightedAmount, type DealModel } from "./deals";
import { averageWon, winRate } from "./win-rate";

/** Open deals × win rate × mean won amount, over all history. */
export function simpleForecast(model: DealModel): Term<Figure> {
  return simpleForecastOf(deals(model, "open"), winRate(model), averageWon(model));
}

/** The same of figures at hand. */
export function simpleForecastOf(open: Term<Figure>, rate: Term<Figure>, mean: Term<Figure>): Term<Figure> {
  return whenNumbers([open, rate, mean], multiply);
}

/** The weighted amount of all open deals, whatever their expected close. */
export function weightedForecast(model: DealModel): Term<Figure> {
  return weightedAmount(model);
}

/** Mean monthly won amount of the three newest complete months: the next month at the same pace; "" where nothing was ever won. */
export function runRateForecast(model: DealModel): Term<Figure> {
  const won = deals(model, "won");
  const rate = runRateBefore(model, monthAfter(model.settings.lastMonthEnd));
  return call(`IF(${won.text}=0,"",${rate.text})`, won.value === 0 ? "" : rate.value, won, rate);
}

/** Won deals with an amount that it is made of. */
export function runRateDeals(model: DealModel): Term<number> {
  return countifs(...wonBefore(model, monthAfter(model.settings.lastMonthEnd)), isFilled(model.deals.columns.amount));
}

/** Mean monthly won amount of the three months before the month that starts on a day. */
export function runRateBefore(model: DealModel, start: Term<Day>): Term<Figure> {
  const won = knownSumifs(model.deals.columns.amount, ...wonBefore(model, start));
  return whenNumbers([won], (sum) => call(`${sum?.text ?? ""}/3`, (sum?.value ?? 0) / 3));
}

/** Won in the three months before a day. */
function wonBefore(model: DealModel, start: Term<Day>): readonly Criterion[] {
  const { closed } = model.deals.columns;
  const from = call(`EDATE(${start.text},-3)`, addMonths(start.value, -3) as number);
  return [outcomeIs(model, "won"), than(closed, ">=", from), than(closed, "<", dayTerm(start))];
}

function monthAfter(end: Term<Day>): Term<Day> {
  return call(`${end.text}+1`, monthStart((end.value + 1) as Day)) as Term<Day>;
}
