// What records are grouped by, in SQL: texts as written, days by month cut at the breaks.

import { sql } from "kysely";
import { calendarOf, type Day } from "../values";
import { tellingOutputs } from "./currency";
import type { Sql } from "./dialect";
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
      const month: Output = { name: `${field}_month`, inner: found.inner, sql: source.read.engine.dialect.monthNumber(found.sql) };
      const part: Output = { name: `${field}_part`, inner: new Map(), isAfter: true, sql: bucket(month.name, field, breaks) };
      return { field, shape: found.shape, outputs: [outputOf(source, field, found), month, part], groupBy: [part.name], isOpenOnly };
    }
    const outputs = tellingOutputs(source, field, found, hasAmount);
    return { field, shape: found.shape, outputs, groupBy: outputs.map(({ name }) => name), isOpenOnly };
  };
}

/** A number for each piece of a month: a piece is before a break, or on it and after. */
function bucket(month: string, day: string, breaks: readonly Day[]): Sql {
  // A month is cut at its first day already.
  const cuts = [...new Set(breaks)].filter((cut) => calendarOf(cut).date !== 1).sort((left, right) => left - right);
  return cuts.length === 0 ? sql.id(month) : sql`${sql.id(month)} * 1000 + ${piece(sql.id(day), cuts, 0, cuts.length)}`;
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
