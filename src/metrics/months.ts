// How did the last twelve complete months go, and what would the run rate have said before each?

import { countifs } from "../formula/aggregate";
import { isFilled, than } from "../formula/criteria";
import { call, literal, type Figure, type Term } from "../formula/term";
import { addMonths, type Day } from "../values";
import { amount, deals, outcomeIs, type DealModel } from "./deals";
import { runRateBefore } from "./forecast";

export const monthsShown = 12;

/** The first day of a month, so many months before the newest complete one (0 is that one). */
export function monthBack({ settings }: DealModel, back: number): Term<Day> {
  const { text, value } = settings.lastMonthEnd;
  return call(`EDATE(${text}+1,-${back + 1})`, addMonths((value + 1) as Day, -(back + 1))) as Term<Day>;
}

/** The first close date of a won deal; "" where no won deal has one. */
export function firstWon(model: DealModel): Term<Figure> {
  const { closed, outcome } = model.deals.columns;
  const won = model.words.outcome.won;
  let first = Infinity;
  closed.values.forEach((value, row) => {
    if (typeof value === "number" && value < first && outcome.values[row] === won) first = value;
  });
  const count = countifs(outcomeIs(model, "won"), isFilled(closed));
  const rows = `(${outcome.text}=${literal(won).text})*ISNUMBER(${closed.text})`;
  return call(`IF(${count.text}=0,"",MIN(IF(${rows},${closed.text})))`, first === Infinity ? "" : first, { array: true });
}

/** Deals won in the month that starts on a day; "" before the first won deal, where the data do not reach. */
export function wonDealsIn(model: DealModel, start: Term<number>, first: Term<Figure>): Term<Figure> {
  return sinceFirst(start, first, 1, deals(model, "won", ...within(model, start)));
}

/** Amount won in that month. */
export function wonAmountIn(model: DealModel, start: Term<number>, first: Term<Figure>): Term<Figure> {
  return sinceFirst(start, first, 1, amount(model, "won", ...within(model, start)));
}

/** The run rate as it stood when that month began; "" until the data reach back three whole months. */
export function forecastFor(model: DealModel, start: Term<number>, first: Term<Figure>): Term<Figure> {
  return sinceFirst(start, first, -2, runRateBefore(model, start as Term<number> as Term<Day>));
}

function within(model: DealModel, start: Term<number>) {
  const { closed } = model.deals.columns;
  return [than(closed, ">=", start), than(closed, "<", nextMonth(start, 1))];
}

function nextMonth(start: Term<number>, months: number): Term<number> {
  return call(`EDATE(${start.text},${months})`, addMonths(start.value as Day, months) as number);
}

/** The figure once the first won deal lies before so many months after the month's start. */
function sinceFirst(start: Term<number>, first: Term<Figure>, months: number, figure: Term<Figure>): Term<Figure> {
  const limit = nextMonth(start, months);
  const unknown = first.value === "" || first.value >= limit.value;
  return call(`IF(OR(${first.text}="",N(${first.text})>=${limit.text}),"",${figure.text})`, unknown ? "" : figure.value, first, figure);
}
