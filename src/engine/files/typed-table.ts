// A source becomes a table with typed columns, written once: looked through for what SQL cannot read, then written with what our readers say of it.

import { join } from "node:path";
import { expected } from "../../crm/expected";
import type { Issue } from "../../crm/reading";
import { EngineProblem, type EngineTable } from "../engine";
import { doublesIn, type Doubles } from "./doubles";
import { rowsOf, run, type Duck } from "./duck";
import { isRecord, judge, suspectText, type Suspect } from "./not-records";
import { hardText, plainCurrency, plainValue, provenDress, type Form } from "./plain-forms";
import { readTexts, type HardText, type TextsRead } from "./read-texts";
import { isToRead, type Reader, type FileSource, type SourceColumn } from "./source";
import { literal, quoted } from "./sql-text";

/** What became of the rows and cells of a source. */
export interface Typed {
  readonly rows: number;
  readonly unreadable: EngineTable["unreadable"];
  /** The column of the currencies that amounts name. */
  readonly amountCurrency: string | null;
  /** The column of the place that each row has in its file, where what follows from which is told by it. */
  readonly rowOrder: string | null;
  readonly issues: readonly Issue[];
}

/** A column that our readers or plain SQL must read. */
interface ToRead {
  readonly column: SourceColumn;
  readonly form: Form;
}

/** Makes the view `name` of a source. */
export async function makeTypedTable(duck: Duck, source: FileSource, reader: Reader, name: string): Promise<Typed> {
  const doubles = await doublesIn(duck, source, reader);
  const first = source.columns.filter((column) => isToRead(column, reader)).map((column) => ({ column, form: formOf(column, source, reader) }));
  if (first.length === 0 && !source.isText) return asItIs(duck, source, reader, name, doubles);
  const { toRead, texts, suspects } = await lookThrough(duck, source, first);
  const { texts: notRecords, issues } = judge(source, suspects);
  const read = readTexts(source.sample, texts, new Map(toRead.map(({ column, form }) => [column.header, form.dressed?.signs ?? ""])), reader);
  const maps = await writeMaps(duck, toRead, read.columns);
  const path = join(duck.folder.path, `${name}.parquet`);
  const cells = source.columns.map((column) => {
    const one = toRead.find((other) => other.column === column);
    return `${one ? readValue(one, read.columns.get(column.header)!, maps) : typedValue(column, reader, doubles)} as ${quoted(column.header)}`;
  });
  const currency = currencyOf(source, toRead, read.columns, maps, reader);
  if (currency) cells.push(`${currency.sql} as ${quoted(currency.name)}`);
  const order = source.ordered !== undefined && reader.recognition.object === "stageMove" ? { name: freeName(source, "order in the file"), sql: source.ordered } : null;
  if (order) cells.push(`row_order as ${quoted(order.name)}`);
  const joins = toRead.filter(({ column }) => maps.has(column.header)).map(({ column, form }) => ` left join ${maps.get(column.header)} on ${maps.get(column.header)}.text = ${hardText(form, quoted(column.name))}`);
  await run(duck, `copy (select ${cells.join(", ")} from (${order?.sql ?? source.sql}) as rows${joins.join("")} where ${isRecord(source, notRecords)}) to ${literal(path)} (format parquet, compression lz4, write_bloom_filter false)`);
  await run(duck, `create view ${quoted(name)} as select * from read_parquet(${literal(path)})`);
  for (const map of maps.values()) await run(duck, `drop table ${map}`);
  const [[rows] = []] = await rowsOf(duck, `select count(*) from ${quoted(name)}`);
  const unreadable = [...read.columns].flatMap(([column, { unreadable: bad }]) => (bad ? [{ column, ...bad }] : []));
  return { rows: Number(rows), unreadable: [...unreadable, ...doubles.unreadable], amountCurrency: currency?.name ?? null, rowOrder: order?.name ?? null, issues: [...issues, ...read.issues] };
}

function formOf(column: SourceColumn, { columns, sample }: FileSource, { kinds }: Reader): Form {
  const kind = kinds.get(column.header)!;
  const at = columns.indexOf(column);
  return { kind, isWhole: false, dressed: kind === "money" || kind === "number" ? provenDress(sample.rows.map((row) => row[at]!)) : null };
}

/** Columns that are typed already need no copy. */
async function asItIs(duck: Duck, source: FileSource, reader: Reader, name: string, doubles: Doubles): Promise<Typed> {
  const cells = source.columns.map((column) => `${typedValue(column, reader, doubles)} as ${quoted(column.header)}`);
  await run(duck, `create view ${quoted(name)} as select ${cells.join(", ")} from (${source.sql}) as rows`);
  const [[rows] = []] = await rowsOf(duck, `select count(*) from ${quoted(name)}`);
  return { rows: Number(rows), unreadable: doubles.unreadable, amountCurrency: null, rowOrder: null, issues: [] };
}

/** The value of a column that is not read by our readers. */
function typedValue({ header, name, type, isTime }: SourceColumn, { recognition: { object, mapping } }: Reader, { values }: Doubles): string {
  // The wall clock's day; with a zone, the day in UTC (the connection's zone). Stage moves of one day follow each other by their times.
  if (isTime && !(object === "stageMove" && mapping["on"] === header)) return `${quoted(name)}::date`;
  if (type === "text") return `nullif(${quoted(name)}, '')`;
  return values.get(header) ?? quoted(name);
}

/** Different texts that our readers hold at once; more would take a gigabyte. */
const MOST_TEXTS = 1_500_000;

function tooMany({ place }: Duck): (problem: unknown) => never {
  return (problem) => {
    throw problem instanceof EngineProblem && problem.kind === "too-many-rows" ? new EngineProblem("too-many-texts", place, String(MOST_TEXTS)) : problem;
  };
}

interface Seen {
  readonly toRead: readonly ToRead[];
  /** By header. */
  readonly texts: ReadonlyMap<string, readonly HardText[]>;
  readonly suspects: readonly Suspect[];
}

/** One look at all rows. Rates with a sign or a word among them are looked at again, each of their texts: all of them tell what one without a sign is. */
async function lookThrough(duck: Duck, source: FileSource, toRead: readonly ToRead[]): Promise<Seen> {
  const seen = await lookOnce(duck, source, toRead, suspectText(source));
  const again = toRead.filter(({ column, form }) => form.kind === "percent" && seen.texts.get(column.header)!.length > 0).map(({ column, form }) => ({ column, form: { ...form, isWhole: true } }));
  if (again.length === 0) return seen;
  const { texts } = await lookOnce(duck, source, again, "null::varchar");
  return { toRead: toRead.map((one) => again.find(({ column }) => column === one.column) ?? one), texts: new Map([...seen.texts, ...texts]), suspects: seen.suspects };
}

/** The texts our readers must read, and rows that may be no records. */
async function lookOnce(duck: Duck, source: FileSource, toRead: readonly ToRead[], suspect: string): Promise<Seen> {
  const keys = [...toRead.map(({ column, form }) => hardText(form, quoted(column.name))), suspect];
  const names = keys.map((_, at) => `k${at}`);
  const sql = `select ${names.join(", ")}, count(*) from (select ${keys.map((key, at) => `${key} as k${at}`).join(", ")} from (${source.sql}) as rows) as keys
    where ${names.map((key) => `${key} is not null`).join(" or ")} group by grouping sets (${names.map((key) => `(${key})`).join(", ")})`;
  const texts = new Map<string, HardText[]>(toRead.map(({ column }) => [column.header, []]));
  const suspects: Suspect[] = [];
  for (const row of await rowsOf(duck, sql, [], MOST_TEXTS).catch(tooMany(duck))) {
    const at = row.findIndex((cell, place) => cell !== null && place < names.length);
    if (at < 0) continue;
    const found = { text: String(row[at]), count: Number(row[names.length]) };
    if (at < toRead.length) texts.get(toRead[at]!.column.header)!.push(found);
    else suspects.push(found);
  }
  // In any order by the database's threads; the same at every run for us.
  for (const some of texts.values()) some.sort((left, right) => right.count - left.count || (left.text < right.text ? -1 : 1));
  return { toRead, texts, suspects: suspects.sort((left, right) => (left.text < right.text ? -1 : 1)) };
}

/** A table of texts and their values for each column that has any; gives its name by header. */
async function writeMaps(duck: Duck, toRead: readonly ToRead[], read: ReadonlyMap<string, TextsRead>): Promise<ReadonlyMap<string, string>> {
  const maps = new Map<string, string>();
  for (const [at, { column: { header } }] of toRead.entries()) {
    const { values, currencies } = read.get(header)!;
    if (values.size === 0) continue;
    await run(duck, `create temp table map${at} (text varchar, value varchar, currency varchar)`);
    const appender = await duck.connection.createAppender(`map${at}`);
    for (const [text, value] of values) {
      appender.appendVarchar(text);
      appender.appendVarchar(value);
      if (currencies.has(text)) appender.appendVarchar(currencies.get(text)!);
      else appender.appendNull();
      appender.endRow();
    }
    appender.closeSync();
    maps.set(header, `map${at}`);
  }
  return maps;
}

/** The currency that a record's amounts name, the most telling first; null where none of them ever does. */
function currencyOf(source: FileSource, toRead: readonly ToRead[], read: ReadonlyMap<string, TextsRead>, maps: ReadonlyMap<string, string>, { recognition: { object, mapping } }: Reader): { readonly name: string; readonly sql: string } | null {
  const amounts = expected[object].amounts.flatMap((field) => toRead.filter(({ column }) => column.header === mapping[field]));
  const named = amounts.flatMap(({ column: { name, header }, form }) => {
    const { currencies, signs } = read.get(header)!;
    return [...(signs.size > 0 ? [plainCurrency(form, quoted(name), signs)] : []), ...(currencies.size > 0 ? [`${maps.get(header)}.currency`] : [])];
  });
  if (named.length === 0) return null;
  return { name: freeName(source, "currency of the amount"), sql: `coalesce(${named.join(", ")}, null)` };
}

/** A name that no column of the source has. */
function freeName({ columns }: FileSource, wanted: string): string {
  const taken = new Set(columns.map(({ header }) => header.toLowerCase()));
  let name = wanted;
  while (taken.has(name)) name += "_";
  return name;
}

function readValue({ column: { name, header }, form }: ToRead, { numberType }: TextsRead, maps: ReadonlyMap<string, string>): string {
  const type = form.kind === "day" ? "date" : numberType;
  const plain = `try_cast(${plainValue(form, quoted(name))} as ${type})`;
  const map = maps.get(header);
  return map ? `coalesce(${plain}, try_cast(${map}.value as ${type}))` : plain;
}
