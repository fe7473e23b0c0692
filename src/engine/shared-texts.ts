// How often do the texts of a field occur? Names that several records share.

import { sql } from "kysely";
import type { Grouped } from "../crm/groups";
import { saysSomething, type Fields } from "./field-sql";
import { recordsSql, type Output, type Source } from "./records-sql";
import { asked, textOf } from "./table-sql";

/** Of more records nobody asks: all texts would have to be held at once. */
const mostRecords = 20_000_000;

/** One row: the text that most records share (null where none is shared), without regard to case, with the records that have any; `distinct` and `times` are measures. Null where nobody asks. */
export async function sharedTexts(source: Source, fields: Fields, field: string): Promise<Grouped | null> {
  const found = fields(field);
  if (!found || found.shape !== "text" || source.facts.records > mostRecords) return null;
  const { dialect } = source.read.engine;
  const outputs: readonly Output[] = [
    { name: "text", inner: found.inner, sql: found.sql }, { name: "folded", inner: found.inner, sql: dialect.folded(found.sql) },
    { name: "is_told", inner: found.inner, sql: sql`case when ${saysSomething(source.read, source.facts, field, found)} then 1 else 0 end` },
  ];
  const counted = sql`(select folded, min(text) as spelling, count(*) as times from ${recordsSql(source, outputs)} where is_told = 1 and folded <> '' group by folded) as counted`;
  const [row] = await asked(source.read, sql`select sum(times), count(*), max(times) from ${counted}`, 1);
  const [records, distinct, times] = [0, 1, 2].map((at) => Number(row?.[at] ?? 0)) as [number, number, number];
  const [most] = times > 1 ? await asked(source.read, sql`select min(spelling) from ${counted} where times = ${sql.lit(times)}`, 1) : [];
  return { columns: { [field]: [most ? textOf(most[0]).trim() : null] }, records: [records], measures: { distinct: { sum: [distinct], known: [1] }, times: { sum: [times], known: [1] } } };
}
