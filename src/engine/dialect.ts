// The few functions that every SQL family spells its own way; everything else is the same on all of them.

import type { Expression, RawBuilder } from "kysely";
import type { Day } from "../values";
import type { ColumnType, Statement } from "./engine";

/** Numbers from here on do not fit the decimals that are fast. */
export const vast = 1e14;

/** Expressions of SQL, without a type of their own: the statements are tested by their answers. */
export type Sql = Expression<unknown>;

export interface Dialect {
  /** `ClickHouse`, `PostgreSQL`, … */
  readonly family: string;
  /** The statement with quoted identifiers and parameters apart, as this engine takes them. */
  compile(query: RawBuilder<unknown>): Statement;
  /** The date of a date or a point in time. */
  date(value: Sql): Sql;
  /** Excel's number of a date: days since 1899-12-30, an integer; null stays null. */
  dayNumber(date: Sql): Sql;
  /** Microseconds since midnight of a date or a point in time, 0 for a date. */
  timeOfDay(value: Sql): Sql;
  /** The number of the first day of the date's month. */
  monthNumber(date: Sql): Sql;
  /** A table of the days that records usually have, `from` the first to before `to`, its one column the date `each_day`; absent where looking a day up in one is not faster than a CASE. */
  readonly usualDays?: { readonly table: Sql; readonly from: Day; readonly to: Day };
  /** As an exact decimal of 4 places, of numbers below `vast`. */
  decimal(number: Sql): Sql;
  /** The same of larger numbers, which takes longer. */
  wideDecimal(number: Sql): Sql;
  /** As a double: products and squares. */
  double(number: Sql): Sql;
  /** As text; null stays null. */
  text(value: Sql, type: ColumnType): Sql;
  /** A text in small letters, without the spaces around it. */
  folded(text: Sql): Sql;
  /** The value that is given for a text, null for a text without one; absent where a CASE is as fast. */
  readonly valueFor?: (text: Sql, values: readonly (readonly [text: string, value: string])[]) => Sql;
  /** How many rows meet a condition; null counts as false. */
  countIf(condition: Sql): Sql;
}
