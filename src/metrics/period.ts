// What happened in the window of Setup, and in as many days just before it?

import { countifs } from "../formula/aggregate";
import { isEmpty, isFilled, than, type Criterion } from "../formula/criteria";
import { add, call, dayTerm, literal, subtract, type Figure, type Term } from "../formula/term";
import { addMonths, type Day } from "../values";
import { outcomeIs, type DealModel } from "./deals";

/** From a day to a day, both included. */
export interface Period {
  readonly from: Term<number>;
  readonly to: Term<number>;
}

/** The window of Setup. */
export function thisPeriod({ settings }: DealModel): Period {
  return { from: dayTerm(settings.windowStart), to: dayTerm(settings.windowEnd) };
}

/** As many days as from the window's start to the as-of day, ending the day before the window starts. */
export function periodBefore({ settings }: DealModel): Period {
  const start = dayTerm(settings.windowStart);
  const days = subtract(dayTerm(settings.asOf), start);
  return { from: subtract(start, add(days, literal(1))), to: subtract(start, literal(1)) };
}

/**
 * So many months up to the as-of day, the day of the month they begin with included, as the window of Setup.
 * Source: the article's query, `close_date >= DATE_SUB(CURRENT_DATE, INTERVAL 3 MONTH)`.
 */
export function monthsUpTo(asOf: Term<Day>, months: number): Period {
  return { from: call(`EDATE(${asOf.text},-${months})`, addMonths(asOf.value, -months) as number), to: dayTerm(asOf) };
}

/** Closed within a period. */
export function closedIn(model: DealModel, { from, to }: Period): readonly Criterion[] {
  const { closed } = model.deals.columns;
  return [than(closed, ">=", from), than(closed, "<=", to)];
}

/** Deals created within a period. */
export function createdIn(model: DealModel, { from, to }: Period): Term<number> {
  const { created } = model.deals.columns;
  return countifs(than(created, ">=", from), than(created, "<=", to));
}

/** A figure of a period; "" where no deal closed in it: no data is not zero. */
export function ofClosed(model: DealModel, period: Period, figure: (...criteria: readonly Criterion[]) => Term<Figure>): Term<Figure> {
  const criteria = closedIn(model, period);
  const closed = add(countifs(outcomeIs(model, "won"), ...criteria), countifs(outcomeIs(model, "lost"), ...criteria));
  const made = figure(...criteria);
  return call(`IF(${closed.text}=0,"",${made.text})`, closed.value === 0 ? "" : made.value, closed, made);
}

/** Deals without an owner. */
export function withoutOwner({ deals }: DealModel): Term<number> {
  if (deals.columns.owner.grouping) return countifs(isEmpty(deals.columns.owner));
  const empty = deals.columns.owner.values.reduce<number>((count, value) => count + (value === null || value === "" ? 1 : 0), 0);
  return call(`COUNTBLANK(${deals.columns.owner.text})`, empty);
}

/** Open deals whose amount is known. */
export function openWithAmount(model: DealModel): Term<number> {
  return countifs(outcomeIs(model, "open"), isFilled(model.deals.columns.amount));
}

