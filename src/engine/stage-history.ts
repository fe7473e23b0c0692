// The rows of a stage history in SQL: deals by name, stages by number.

import { sql } from "kysely";
import type { CellValue, Day } from "../values";
import { isAmong } from "./case-of";
import type { Sql } from "./dialect";
import { noNumber, saysSomething, type FieldSql, type Fields } from "./field-sql";
import type { ReadKey } from "./merge-groups";
import type { TableRead } from "./read-sample";
import { outputOf, recordsSql, type Output, type Source } from "./records-sql";
import { asked, nullIfTooMany, textOf } from "./table-sql";

/** What the statements on what happened over time are made for. */
export interface PathAsking {
  readonly source: Source;
  readonly fields: Fields;
  readonly breaks: readonly Day[];
  readonly most: number;
  readonly read: ReadKey;
}

/**
 * `rows` has a row for each of the history: `deal` ("" for none), `stage` by number from 1 (0 for none), `day` and the first of its
 * `month`, `place` (of rows of a deal a later one has a higher one: by day, then by time or by place in the file), `to_text` and `from_written` as written, `given` days in the stage and the day it was `gone`, where there are such columns.
 */
export interface StageHistory {
  readonly rows: Sql;
  /** By number, in the least of its spellings. */
  readonly stages: readonly string[];
}

/** More stages than these do not fit in one number that says where a deal has been. */
const mostStages = 50;

/** Null where nothing tells deals apart, or stages are too many. */
export async function stageHistory({ source, fields, read }: PathAsking): Promise<StageHistory | null> {
  const [to, on] = [fields("to"), fields("on")];
  const deal = dealOutput(source, fields);
  if (!to || !on || !deal) return null;
  const asWritten: Output = { name: "to_text", inner: to.inner, sql: to.sql };
  const found = await asked(source.read, sql`select distinct to_text from ${recordsSql(source, [asWritten])} limit 1001`, 1000).catch(nullIfTooMany);
  if (!found) return null;
  const texts = found.map(([cell]) => ({ raw: textOf(cell), stage: cell === null ? null : read("to", cell!, false) }));
  const stages = spellings(texts.map(({ stage }) => stage));
  if (stages.length > mostStages) return null;
  const month: Output = { name: "month", inner: on.inner, sql: source.read.engine.dialect.monthNumber(on.sql) };
  const outputs = [
    deal, { name: "stage", inner: to.inner, sql: stageNumber(to, stages, texts) }, outputOf(source, "day", on), month, asWritten,
    placeOutput(source, on, await isNewestFirst(source, deal, on)),
    ...[["from_written", "from"], ["given", "days"], ["gone", "left"]].map(([name, field]) => outputOf(source, name!, fields(field!) ?? noNumber)),
  ];
  return { rows: recordsSql(source, outputs), stages };
}

/** What rows of one day are told apart by; 0 for nothing. Days stay below 2 ** 17, so that a place and a number of a stage fit in 64 bits. */
function placeOutput({ read }: Source, on: FieldSql, isReversed: boolean): Output {
  const inner = new Map([...on.inner, ["the_turn", turnSql(read)]]);
  const turn = isReversed ? sql`${sql.lit(2 ** 40 - 1)} - the_turn` : sql`coalesce(the_turn, 0)`;
  return { name: "place", inner, sql: sql`coalesce(${read.engine.dialect.dayNumber(on.sql)}, 0) * ${sql.lit(2 ** 40)} + ${turn}` };
}

/** What comes first of rows of one day: by its place in the file, else by its time. */
export function turnSql({ engine: { dialect }, table, columns }: TableRead): Sql {
  const column = columns.get("on");
  return table.rowOrder !== undefined ? sql.id(table.rowOrder) : column ? dialect.timeOfDay(sql.id(column.name)) : sql`0`;
}

/** As `newestFirst` says of an export. A day and a place in a file fit in 60 bits. */
async function isNewestFirst(source: Source, deal: Output, on: FieldSql): Promise<boolean> {
  const { table } = source.read;
  if (table.rowOrder === undefined) return false;
  const turn: Output = { name: "turn", inner: new Map([["the_turn", turnSql(source.read)]]), sql: sql.id("the_turn") };
  const ends = sql`select min(turn * ${sql.lit(2 ** 20)} + day) % ${sql.lit(2 ** 20)} as first_day, max(turn * ${sql.lit(2 ** 20)} + day) % ${sql.lit(2 ** 20)} as last_day from ${recordsSql(source, [deal, turn, outputOf(source, "day", on)])} where deal <> '' and day is not null group by deal`;
  const [row] = await asked(source.read, sql`select sum(case when first_day > last_day then 1 when first_day < last_day then -1 else 0 end) from (${ends}) as ends`, 1);
  return Number(row?.[0] ?? 0) > 0;
}

function stageNumber(to: FieldSql, stages: readonly string[], texts: readonly { readonly raw: string; readonly stage: CellValue }[]): Sql {
  const cases = stages.map((stage, at) => sql`when ${isAmong(to.sql, texts.filter((one) => String(one.stage ?? "").toLowerCase() === stage.toLowerCase()).map(({ raw }) => raw))} then ${sql.lit(at + 1)}`);
  return cases.length === 0 ? sql`0` : sql`case ${sql.join(cases, sql` `)} else 0 end`;
}

/** Stages without regard to case, each by the least of its spellings. */
function spellings(stages: readonly CellValue[]): readonly string[] {
  const least = new Map<string, string>();
  for (const stage of stages) {
    if (typeof stage !== "string") continue;
    const known = least.get(stage.toLowerCase());
    if (known === undefined || stage < known) least.set(stage.toLowerCase(), stage);
  }
  return [...least.values()].sort((one, other) => (one < other ? -1 : 1));
}

/** Its id, else its name; "" for none. */
function dealOutput(source: Source, fields: Fields): Output | null {
  const told = ["dealId", "deal"].flatMap((field) => {
    const found = fields(field);
    return found ? [{ found, is: saysSomething(source.read, source.facts, field, found) }] : [];
  });
  if (told.length === 0) return null;
  const cases = told.map(({ found, is }) => sql`when ${is} then ${found.sql}`);
  return { name: "deal", inner: new Map(told.flatMap(({ found }) => [...found.inner])), sql: sql`case ${sql.join(cases, sql` `)} else '' end` };
}
