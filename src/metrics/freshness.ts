// How long ago were records last touched?

import { countifs, rowsOf } from "../formula/aggregate";
import type { Column } from "../formula/column";
import { isFilled, than, type Criterion } from "../formula/criteria";
import { dayTerm, subtract, type Term } from "../formula/term";
import type { Day } from "../values";

/** From the newest to the oldest; `none` are records without a day. Exports have days and no clock: within a day is today or yesterday. */
export const ages = ["day", "week", "month", "older", "none"] as const;
type Age = (typeof ages)[number];

/** Days that end the first three ages. */
export interface AgeLimits {
  readonly day: Term<number>;
  readonly week: Term<number>;
  readonly month: Term<number>;
}

/** Records whose day is of this age on the as-of day; a day after it counts as new. Source: the article asks for an update within 24 hours. */
export function recordsOfAge(age: Age, column: Column, asOf: Term<Day>, limits: AgeLimits, ...criteria: readonly Criterion[]): Term<number> {
  const before = (limit: Term<number>) => subtract(dayTerm(asOf), limit);
  const since = (limit: Term<number>) => than(column, ">=", before(limit));
  const until = (limit: Term<number>) => than(column, "<", before(limit));
  switch (age) {
    case "day": return countifs(since(limits.day), ...criteria);
    case "week": return countifs(since(limits.week), until(limits.day), ...criteria);
    case "month": return countifs(since(limits.month), until(limits.week), ...criteria);
    case "older": return countifs(until(limits.month), ...criteria);
    case "none": return subtract(criteria.length === 0 ? rowsOf(column) : countifs(...criteria), countifs(isFilled(column), ...criteria));
  }
}
