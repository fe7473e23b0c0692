// A source becomes a table with typed columns, written once: looked through for what SQL cannot read, then written with what our readers say of it.

import { join } from "node:path";
import type { Issue } from "../../crm/reading";
import type { EngineTable } from "../engine";
import { rowsOf, run, type Duck } from "./duck";
import { isRecord, judge, suspectText, type Suspect } from "./not-records";
import { hardText, plainValue } from "./plain-forms";
import { readTexts, type HardText, type TextsRead } from "./read-texts";
import { isToRead, type Reader, type Source, type SourceColumn } from "./source";
import { literal, quoted } from "./sql-text";

/** What became of the rows and cells of a source. */
export interface Typed {
  readonly rows: number;
  readonly unreadable: EngineTable["unreadable"];
  readonly issues: readonly Issue[];
}

/** Makes the view `name` of a source. */
export async function makeTypedTable(duck: Duck, source: Source, reader: Reader, name: string): Promise<Typed> {
  const toRead = source.columns.filter((column) => isToRead(column, reader));
  if (toRead.length === 0 && !source.isText) return asItIs(duck, source, reader, name);
  const { texts, suspects } = await lookThrough(duck, source, reader, toRead);
  const { texts: notRecords, issues } = judge(source, suspects);
  const read = readTexts(source.sample, texts, reader);
  const path = join(duck.folder.path, `${name}.parquet`);
  const maps = await writeMaps(duck, toRead, read.columns);
  const cells = source.columns.map((column) => `${finalValue(column, reader, toRead, read.columns, maps)} as ${quoted(column.header)}`);
  const joins = [...maps].map(([header, map]) => {
    const column = source.columns.find((one) => one.header === header)!;
    return ` left join ${map} on ${map}.text = ${hardText(reader.kinds.get(header)!, quoted(column.name))}`;
  });
  await run(duck, `copy (select ${cells.join(", ")} from (${source.sql}) as rows${joins.join("")} where ${isRecord(source, notRecords)}) to ${literal(path)} (format parquet, compression lz4)`);
  await run(duck, `create view ${quoted(name)} as select * from read_parquet(${literal(path)})`);
  for (const map of maps.values()) await run(duck, `drop table ${map}`);
  const [[rows] = []] = await rowsOf(duck, `select count(*) from ${quoted(name)}`);
  const unreadable = [...read.columns].flatMap(([column, { unreadable: bad }]) => (bad ? [{ column, ...bad }] : []));
  return { rows: Number(rows), unreadable, issues: [...issues, ...read.issues] };
}

/** Columns that are typed already need no copy. */
async function asItIs(duck: Duck, source: Source, reader: Reader, name: string): Promise<Typed> {
  const cells = source.columns.map((column) => `${typedValue(column, reader)} as ${quoted(column.header)}`);
  await run(duck, `create view ${quoted(name)} as select ${cells.join(", ")} from (${source.sql}) as rows`);
  const [[rows] = []] = await rowsOf(duck, `select count(*) from ${quoted(name)}`);
  return { rows: Number(rows), unreadable: [], issues: [] };
}

/** The value of a column that is not read by our readers. Sums of doubles shift, so money is no double. */
function typedValue({ header, name, type, isDouble }: SourceColumn, { kinds }: Reader): string {
  if (type === "text") return `nullif(${quoted(name)}, '')`;
  return isDouble && kinds.get(header) === "money" ? `cast(${quoted(name)} as decimal(18, 4))` : quoted(name);
}

/** One look at all rows: the texts our readers must read, by header, and rows that may be no records. */
async function lookThrough(duck: Duck, source: Source, { kinds }: Reader, toRead: readonly SourceColumn[]): Promise<{ texts: ReadonlyMap<string, HardText[]>; suspects: readonly Suspect[] }> {
  const keys = [...toRead.map(({ header, name }) => hardText(kinds.get(header)!, quoted(name))), suspectText(source)];
  const names = keys.map((_, at) => `k${at}`);
  const sql = `select ${names.join(", ")}, count(*) from (select ${keys.map((key, at) => `${key} as k${at}`).join(", ")} from (${source.sql}) as rows) as keys
    where ${names.map((key) => `${key} is not null`).join(" or ")} group by grouping sets (${names.map((key) => `(${key})`).join(", ")})`;
  const texts = new Map<string, HardText[]>(toRead.map(({ header }) => [header, []]));
  const suspects: Suspect[] = [];
  for (const row of await rowsOf(duck, sql)) {
    const at = row.findIndex((cell, place) => cell !== null && place < names.length);
    if (at < 0) continue;
    const found = { text: String(row[at]), count: Number(row[names.length]) };
    if (at < toRead.length) texts.get(toRead[at]!.header)!.push(found);
    else suspects.push(found);
  }
  // In any order by the database's threads; the same at every run for us.
  for (const some of texts.values()) some.sort((left, right) => right.count - left.count || (left.text < right.text ? -1 : 1));
  return { texts, suspects: suspects.sort((left, right) => (left.text < right.text ? -1 : 1)) };
}

/** A table of texts and their values for each column that has any; gives its name by header. */
async function writeMaps(duck: Duck, toRead: readonly SourceColumn[], read: ReadonlyMap<string, TextsRead>): Promise<ReadonlyMap<string, string>> {
  const maps = new Map<string, string>();
  for (const [at, { header }] of toRead.entries()) {
    const { values } = read.get(header)!;
    if (values.size === 0) continue;
    await run(duck, `create temp table map${at} (text varchar, value varchar)`);
    const appender = await duck.connection.createAppender(`map${at}`);
    for (const [text, value] of values) {
      appender.appendVarchar(text);
      appender.appendVarchar(value);
      appender.endRow();
    }
    appender.closeSync();
    maps.set(header, `map${at}`);
  }
  return maps;
}

function finalValue(column: SourceColumn, reader: Reader, toRead: readonly SourceColumn[], read: ReadonlyMap<string, TextsRead>, maps: ReadonlyMap<string, string>): string {
  const { header } = column;
  if (!toRead.includes(column)) return typedValue(column, reader);
  const cell = quoted(column.name);
  const kind = reader.kinds.get(header)!;
  const sqlType = kind === "day" ? "date" : read.get(header)!.numberType;
  const map = maps.get(header);
  const plainPart = `try_cast(${plainValue(kind, cell)} as ${sqlType})`;
  return map ? `coalesce(${plainPart}, try_cast(${map}.value as ${sqlType}))` : plainPart;
}
