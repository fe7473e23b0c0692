// The records of a table as a derived table: each field under its own name, deleted records left out.

import { sql } from "kysely";
import type { Sql } from "./dialect";
import { notDeleted, type Facts } from "./facts";
import type { FieldSql } from "./field-sql";
import type { TableRead } from "./read-sample";
import { tableSql } from "./table-sql";

/** A column of the derived table, and the columns it needs of the table itself. */
export interface Output {
  readonly name: string;
  readonly sql: Sql;
  readonly inner: FieldSql["inner"];
  /** Made of other outputs by their names, once these are there. */
  readonly isAfter?: true;
  /** Joins the inner select with a table that has no more than one row for each record. */
  readonly join?: Sql;
}

/** What statements are made for. */
export interface Source {
  readonly read: TableRead;
  readonly facts: Facts;
}

/**
 * `(select … from (select … from table) as raw) as records`: parameters stand in the inner select alone, once each.
 * With `most` only so many rows of the table are looked at.
 */
export function recordsSql({ read, facts }: Source, outputs: readonly Output[], most: number | null = null): Sql {
  const inner = new Map(outputs.flatMap((one) => [...one.inner]));
  const needed = [...inner].sort(([left], [right]) => (left < right ? -1 : 1)).map(([name, value]) => sql`${value} as ${sql.id(name)}`);
  const raw = sql`(select ${list(needed)} from ${tableSql(read.table)}${notDeleted(read, facts.deleted)}${most === null ? sql`` : sql` limit ${sql.lit(most)}`}) as raw`;
  const unique = [...new Map(outputs.map((one) => [one.name, one])).values()];
  const [first, after] = [unique.filter(({ isAfter }) => !isAfter), unique.filter(({ isAfter }) => isAfter)];
  const joins = sql.join(unique.flatMap(({ join }) => (join ? [join] : [])), sql``);
  const made = sql`(select ${list(first.map(named))} from ${raw}${joins}) as records`;
  return after.length === 0 ? made : sql`(select ${sql.join([...first.map(({ name }) => sql.id(name)), ...after.map(named)])} from ${made}) as keyed`;
}

function named({ name, sql: value }: Output): Sql {
  return sql`${value} as ${sql.id(name)}`;
}

/** A day as its number; everything else as it is. */
export function outputOf({ read }: Source, name: string, field: FieldSql): Output {
  return { name, inner: field.inner, sql: field.shape === "day" ? read.engine.dialect.dayNumber(field.sql) : field.sql };
}

function list(columns: readonly Sql[]): Sql {
  return columns.length === 0 ? sql`1 as one` : sql.join(columns);
}
