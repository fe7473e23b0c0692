// What records are grouped by, in SQL: texts as written, days by month cut at the breaks.

import { sql } from "kysely";
import { calendarOf, type Day } from "../values";
import { tellingOutputs } from "./currency";
import type { Dialect, Sql } from "./dialect";
import type { FieldSql, Fields } from "./field-sql";
import { outputOf, type Output, type Source } from "./records-sql";
import type { Dimension } from "./rollups/definition";

/** One field records are grouped by. */
export interface Key {
  readonly field: string;
  readonly shape: FieldSql["shape"];
  readonly outputs: readonly Output[];
  /** Columns of the records to group by: one, and for a currency also whether there is an amount. */
  readonly groupBy: readonly string[];
  /** Null for every deal won or lost. */
  readonly isOpenOnly: boolean;
}

/** Makes the keys of dimensions that have a column; `hasAmount` where a record without a currency is in the usual one. */
export function keyMaker(source: Source, fields: Fields, breaks: readonly Day[], hasAmount: Output | null): (dimension: Dimension) => Key | null {
  return ({ field, openOnly: isOpenOnly = false }) => {
    const found = fields(field);
    if (!found) return null;
    if (found.shape === "day") {
      const parts = partOutputs(source.read.engine.dialect, field, found, breaks);
      return { field, shape: found.shape, outputs: [outputOf(source, field, found), ...parts], groupBy: [parts.at(-1)!.name], isOpenOnly };
    }
    const outputs = tellingOutputs(source, field, found, hasAmount);
    return { field, shape: found.shape, outputs, groupBy: outputs.map(({ name }) => name), isOpenOnly };
  };
}

/** The piece of a month that a day is in, the last of them; looked up in a table of days where that is faster. */
function partOutputs(dialect: Dialect, field: string, { inner, sql: date }: FieldSql, breaks: readonly Day[]): readonly Output[] {
  const name = `${field}_part`;
  // A month is cut at its first day already.
  const cuts = [...new Set(breaks)].filter((cut) => calendarOf(cut).date !== 1).sort((left, right) => left - right);
  const { usualDays } = dialect;
  if (!usualDays || cuts.some((cut) => cut < usualDays.from || cut >= usualDays.to)) {
    const month: Output = { name: `${field}_month`, inner, sql: dialect.monthNumber(date) };
    return [month, { name, inner: new Map(), isAfter: true, sql: bucket(sql.id(month.name), sql.id(field), cuts) }];
  }
  const [table, of] = [`${field}_parts`, (day: Sql, some: readonly Day[]) => bucket(dialect.monthNumber(day), dialect.dayNumber(day), some)];
  const join = sql` left join (select each_day, ${of(sql.id("each_day"), cuts)} as part from ${usualDays.table}) as ${sql.id(table)} on ${sql.id(table, "each_day")} = ${date}`;
  // Days out of the table are before all the cuts or after them.
  return [{ name, inner, join, sql: sql`coalesce(${sql.id(table, "part")}, ${of(date, cuts.slice(0, 1))})` }];
}

/** A number for each piece of a month: a piece is before a cut, or on it and after. */
function bucket(month: Sql, day: Sql, cuts: readonly Day[]): Sql {
  return cuts.length === 0 ? month : sql`${month} * 1000 + ${piece(day, cuts, 0, cuts.length)}`;
}

/** Which of the pieces between breaks a day is in. */
export function pieceOfDay(day: Sql, breaks: readonly Day[]): Sql {
  const cuts = [...new Set(breaks)].sort((left, right) => left - right);
  return piece(day, cuts, 0, cuts.length);
}

/** How many cuts are at or before the day, found by halves: with a hundred cuts seven comparisons a record. */
export function piece(day: Sql, cuts: readonly number[], from: number, to: number): Sql {
  if (from === to) return sql.lit(from);
  const middle = (from + to) >> 1;
  return sql`case when ${day} < ${sql.lit(cuts[middle]!)} then ${piece(day, cuts, from, middle)} else ${piece(day, cuts, middle + 1, to)} end`;
}
