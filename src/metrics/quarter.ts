// Which quarter is the newest complete one, in the fiscal year of Setup?

import { call, type Term } from "../formula/term";
import { addMonths, calendarOf, monthStart, type Day } from "../values";
import type { Settings } from "./model";

/** First day of the newest quarter that is complete on the as-of day; a quarter that ends on that day is complete. */
export function lastCompleteQuarter({ asOf, fiscalYearStart }: Pick<Settings, "asOf" | "fiscalYearStart">): Term<number> {
  const next = `${asOf.text}+1`;
  const text = `DATE(YEAR(${next}),MONTH(${next})-MOD(MONTH(${next})-${fiscalYearStart.text},3)-3,1)`;
  return call(text, quarterBefore((asOf.value + 1) as Day, fiscalYearStart.value));
}

/** First day of the quarter before the one a day is in. */
function quarterBefore(day: Day, fiscalYearStart: number): number {
  const { month } = calendarOf(day);
  const gone = (((month - fiscalYearStart) % 3) + 3) % 3;
  return addMonths(monthStart(day), -gone - 3);
}

/** First day so many quarters before another quarter's. */
export function quartersBefore(start: Term<number>, back: number): Term<number> {
  return back === 0 ? start : call(`EDATE(${start.text},-${back * 3})`, addMonths(start.value as Day, -back * 3) as number);
}

/** Last day of the quarter that starts on a day. */
export function quarterEnd(start: Term<number>): Term<number> {
  return call(`EDATE(${start.text},3)-1`, addMonths(start.value as Day, 3) - 1);
}
