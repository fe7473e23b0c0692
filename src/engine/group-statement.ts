// The statement that makes groups of records, and the one that asks how many there would be.

import { sql, type RawBuilder } from "kysely";
import type { Sql } from "./dialect";
import type { FieldSql } from "./field-sql";
import type { Key } from "./keys";
import { recordsSql, type Output, type Source } from "./records-sql";

/** A quantity that is summed. */
export interface Quantity {
  readonly name: string;
  readonly field: FieldSql;
}

/** Which records: those where this column of the records is 0. */
export type Without = Output | null;

/**
 * For each group, in no order: the keys' columns (of a day also its first), how many records, and for
 * each quantity its sum and how many have it. `more` are further columns made of the records.
 */
export function groupStatement(source: Source, keys: readonly Key[], quantities: readonly Quantity[], without: Without, more: readonly { readonly output: Output; readonly sql: Sql; readonly name: string }[] = []): RawBuilder<unknown> {
  const columns = keys.flatMap(keyColumns);
  const days = keys.filter(({ shape }) => shape === "day").map(({ field }) => sql`min(${sql.id(field)}) as ${sql.id(`${field}_first`)}`);
  const sums = quantities.flatMap(({ name }) => [sql`sum(${sql.id(name)}) as ${sql.id(`${name}_sum`)}`, sql`count(${sql.id(name)}) as ${sql.id(`${name}_known`)}`]);
  const outputs = [...keys.flatMap((key) => key.outputs), ...quantities.map((one) => quantityOutput(source, one)), ...more.map(({ output }) => output), ...(without ? [without] : [])];
  const selected = [...columns, ...days, sql`count(*) as records`, ...sums, ...more.map((one) => sql`${one.sql} as ${sql.id(one.name)}`)];
  const grouped = columns.length === 0 ? sql`` : sql` group by ${sql.join(columns)}`;
  return sql`select ${sql.join(selected)} from ${recordsSql(source, outputs)}${where(without)}${grouped}`;
}

/** How many groups these keys make among the first `rows` rows of the table; no more than one above `most` is counted. */
export function countStatement(source: Source, keys: readonly Key[], without: Without, most: number, rows: number): RawBuilder<unknown> {
  const columns = keys.flatMap(keyColumns);
  const outputs = [...keys.flatMap((key) => key.outputs), ...(without ? [without] : [])];
  return sql`select count(*) from (select distinct ${sql.join(columns)} from ${recordsSql(source, outputs, rows)}${where(without)} limit ${sql.lit(most + 1)}) as found`;
}

function keyColumns({ groupBy }: Key): readonly Sql[] {
  return groupBy.map((name) => sql.id(name));
}

/** Money is added as the decimal it is. */
function quantityOutput({ read }: Source, { name, field }: Quantity): Output {
  return { name, inner: field.inner, sql: field.shape === "money" ? field.sql : read.engine.dialect.double(field.sql) };
}

function where(without: Without): Sql {
  return without ? sql` where ${sql.id(without.name)} = 0` : sql``;
}
