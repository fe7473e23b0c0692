// How many records have each column filled, by stage where the records are deals?

import { sql } from "kysely";
import type { Filled } from "../crm/groups";
import { isTechnical } from "../crm/extras";
import { isUnnamed } from "../crm/header";
import type { Currencies } from "./currency";
import type { Sql } from "./dialect";
import type { EngineColumn } from "./engine";
import { groupStatement } from "./group-statement";
import type { Key } from "./keys";
import { mergeGroups, type ReadKey } from "./merge-groups";
import { recordsSql, type Output, type Source } from "./records-sql";
import { asked, cellText } from "./table-sql";

/** More stages than this are no stages. */
const mostStages = 20_000;

/** Every column of the table but those no person reads. */
export async function filledOf(source: Source, stage: Key | null, currencies: Currencies, read: ReadKey): Promise<readonly Filled[]> {
  const columns = filledColumns(source, currencies);
  const more = columns.map(({ output }) => ({ output, sql: sql`sum(${sql.id(output.name)})`, name: `${output.name}_sum` }));
  const rows = await asked(source.read, groupStatement(source, stage ? [stage] : [], [], null, more), mostStages);
  const merged = mergeGroups(rows, stage ? [stage] : [], [], read, more.map(({ name }) => ({ name, join: (one: number, other: number) => one + other })));
  const filled = columns.map(({ column, output }): Filled[] => merged.records.map((records, at) => ({
    header: column.name,
    stage: stage ? (merged.columns[stage.field]![at] as string | null) : null,
    records,
    filled: merged.more[`${output.name}_sum`]![at] ?? 0,
  })).filter(({ records }) => records > 0));
  // A column without a name and a value is no column.
  return filled.filter((some) => !isUnnamed(some[0]?.header ?? "") || some.some((one) => one.filled > 0)).flat();
}

/** How many records have all of them filled; null where a column has no name, for it may be no column. */
export async function completeRecords(source: Source, currencies: Currencies): Promise<number | null> {
  const columns = filledColumns(source, currencies);
  if (columns.some(({ column }) => isUnnamed(column.name))) return null;
  const outputs = columns.map(({ output }) => output);
  const [row] = await asked(source.read, sql`select count(*) from ${recordsSql(source, outputs)} where ${sql.join(outputs.map(({ name }) => sql`${sql.id(name)} = 1`), sql` and `)}`, 1);
  return Number(row?.[0] ?? 0);
}

function filledColumns(source: Source, currencies: Currencies) {
  return source.read.table.columns.map((column, at) => ({ column, output: filledOutput(source, column, at, currencies) })).filter(({ column }) => !isTechnical(column.name));
}

function filledOutput({ read, facts }: Source, column: EngineColumn, at: number, currencies: Currencies): Output {
  const name = `filled_${at}`;
  const isFilled = conditionOf(column, cellText(read, column), facts.words.get(column.name)?.nothing ?? [], read.engine.dialect.date(sql.id(column.name)));
  const isCurrency = read.columns.get("currency") === column && currencies.hasAmount;
  const named = read.columns.get("currency") === column && read.table.amountCurrency !== undefined ? sql` or ${sql.id(read.table.amountCurrency)} is not null` : sql``;
  const inner = new Map<string, Sql>([[name, sql`case when ${isFilled}${named} then 1 else 0 end`], ...(isCurrency ? currencies.hasAmount!.inner : [])]);
  return { name, inner, sql: isCurrency ? sql`case when ${sql.id(name)} = 1 then 1 else ${currencies.hasAmount!.sql} end` : sql.id(name) };
}

function conditionOf({ name, type }: EngineColumn, text: Sql, nothing: readonly string[], date: Sql): Sql {
  switch (type) {
    case "day": return sql`${date} is not null`;
    case "number": case "flag": return sql`${sql.id(name)} is not null`;
    case "text": return nothing.length === 0 ? sql`${text} <> ''` : sql`${text} not in (${sql.join(["", ...nothing])})`;
  }
}
