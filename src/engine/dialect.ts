// The few functions that every SQL family spells its own way; everything else is the same on all of them.

import type { Expression, RawBuilder } from "kysely";
import type { ColumnType, Statement } from "./engine";

/** Expressions of SQL, without a type of their own: the statements are tested by their answers. */
export type Sql = Expression<unknown>;

export interface Dialect {
  /** `ClickHouse`, `PostgreSQL`, … */
  readonly family: string;
  /** The statement with quoted identifiers and parameters apart, as this engine takes them. */
  compile(query: RawBuilder<unknown>): Statement;
  /** Excel's number of a day: days since 1899-12-30, an integer; null stays null. */
  dayNumber(day: Sql): Sql;
  /** The number of the first day of the day's month. */
  monthNumber(day: Sql): Sql;
  /** As an exact decimal of 4 places. */
  decimal(number: Sql): Sql;
  /** As a double: products and squares. */
  double(number: Sql): Sql;
  /** As text. */
  text(value: Sql, type: ColumnType): Sql;
  /** An empty cell: null, or text of nothing but spaces. */
  isBlank(value: Sql, type: ColumnType): Sql;
  /** How many rows meet a condition. */
  countIf(condition: Sql): Sql;
  /** Sum of the values of the rows that meet a condition; null where there is none. */
  sumIf(value: Sql, condition: Sql): Sql;
}
