// The rows of a stage history in SQL: deals by name, stages by number.

import { sql } from "kysely";
import type { CellValue, Day } from "../values";
import { isAmong } from "./case-of";
import type { Sql } from "./dialect";
import { noNumber, saysSomething, type FieldSql, type Fields } from "./field-sql";
import type { ReadKey } from "./merge-groups";
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
 * `month`, `to_text` and `from_written` as written, `given` days in the stage and the day it was `gone`, where there are such columns.
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
    ...[["from_written", "from"], ["given", "days"], ["gone", "left"]].map(([name, field]) => outputOf(source, name!, fields(field!) ?? noNumber)),
  ];
  return { rows: recordsSql(source, outputs), stages };
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
