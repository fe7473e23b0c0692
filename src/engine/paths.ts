// What happened to each customer or account over time: two steps of grouping, first by whom, then what follows.

import { sql } from "kysely";
import type { Grouped } from "../crm/groups";
import type { PathName, Paths } from "../crm/paths";
import type { CellValue, Day } from "../values";
import type { Sql } from "./dialect";
import type { EngineRow } from "./engine";
import { saysSomething, type Fields } from "./field-sql";
import { pieceOfDay } from "./keys";
import { entered, moved, reached, stays } from "./move-paths";
import type { ReadKey } from "./merge-groups";
import { outputOf, recordsSql, type Output, type Source } from "./records-sql";
import { stageHistory, type PathAsking, type StageHistory } from "./stage-history";
import { asked, nullIfTooMany, numberOf, textOf } from "./table-sql";

type Maker = (asking: PathAsking) => Promise<Grouped | null>;

/** Those of the pieces that the table tells and that are not too long. */
export async function pathsOf(names: readonly PathName[], source: Source, fields: Fields, breaks: readonly Day[], most: number, read: ReadKey): Promise<Paths> {
  const asking = { source, fields, breaks, most, read };
  const history = names.includes("moved") ? await stageHistory(asking) : null;
  const ofMoves = (make: (asking: PathAsking, history: StageHistory) => Promise<Grouped | null>): Maker => (one) => (history ? make(one, history) : Promise.resolve(null));
  const makers: Readonly<Record<PathName, Maker>> = { ways, again, touched, moved: ofMoves(moved), reached: ofMoves(reached), entered: ofMoves(entered), stays: ofMoves(stays) };
  const made: [PathName, Grouped][] = [];
  for (const name of names) {
    const found = await makers[name](asking);
    if (found) made.push([name, found]);
  }
  return Object.fromEntries(made);
}

/** `select who, type, …`: a row for each customer and type as written; types that are read as one are put together. */
async function ways({ source, fields, most, read }: PathAsking): Promise<Grouped | null> {
  const known = steps(source, fields);
  if (!known) return null;
  const statement = sql`select min(who) as customer, type, min(day) as first, max(day) as last, count(*) as records, count(day) as dated from ${recordsSql(source, known)} group by who_folded, type order by who_folded, type`;
  const rows = await asked(source.read, statement, most).catch(nullIfTooMany);
  return rows && merged(rows.map((row) => ({ who: nullIfEmpty(row[0]), type: read("type", row[1]!, false), first: numberOf(row[2]), last: numberOf(row[3]), records: Number(row[4]), dated: Number(row[5]) })));
}

interface Way {
  readonly who: string | null;
  readonly type: CellValue;
  first: number | null;
  last: number | null;
  records: number;
  dated: number;
}

function merged(rows: readonly Way[]): Grouped {
  const found = new Map<string, Way>();
  for (const row of rows) {
    const key = JSON.stringify([row.who, row.type]);
    const known = found.get(key);
    if (!known) { found.set(key, { ...row }); continue; }
    known.first = known.first === null || (row.first !== null && row.first < known.first) ? row.first : known.first;
    known.last = known.last === null || (row.last !== null && row.last > known.last) ? row.last : known.last;
    known.records += row.records;
    known.dated += row.dated;
  }
  const all = [...found.values()];
  return {
    columns: { customer: all.map(({ who }) => who), type: all.map(({ type }) => type), first: all.map(({ first }) => first), last: all.map(({ last }) => last) },
    records: all.map(({ records }) => records),
    measures: { dated: { sum: all.map(({ dated }) => dated), known: all.map(({ records }) => records) } },
  };
}

/** Names apart on both sides of the join: old engines do not tell `one.who` from `other.who`. Null where two types as written are read as one, or are too many to tell. */
async function again({ source, fields, most, read }: PathAsking): Promise<Grouped | null> {
  const known = steps(source, fields);
  if (!known || (await isTypeTorn(source, known, read))) return null;
  const records = recordsSql(source, known);
  const firsts = sql`(select who_folded as first_who, type as first_type, min(day) as first_day from ${records} where who_folded <> '' and day is not null group by who_folded, type) as firsts`;
  const days = sql`(select who_folded as other_who, min(who) as other_name, type as other_type, day as other_day from ${records} where who_folded <> '' and day is not null group by who_folded, type, day) as days`;
  const later = sql`case when other_day >= first_day then other_day end`;
  const statement = sql`select min(other_name) as customer, first_type, other_type, min(${later}) as next_day from ${firsts} inner join ${days} on first_who = other_who group by first_who, first_type, first_day, other_type having min(other_day) < first_day and max(other_day) >= first_day order by first_who, first_type, other_type`;
  const rows = await asked(source.read, statement, most).catch(nullIfTooMany);
  if (!rows) return null;
  const told = rows.map((row) => ({ who: nullIfEmpty(row[0]), type: read("type", row[1]!, false), again: read("type", row[2]!, false), day: numberOf(row[3]) })).filter((one) => one.type !== null && one.again !== null);
  return { columns: { customer: told.map(({ who }) => who), type: told.map(({ type }) => type), again: told.map((one) => one.again), day: told.map(({ day }) => day) }, records: told.map(() => 1), measures: {} };
}

/** More types than these are not looked at one by one. */
const mostTypes = 20_000;

async function isTypeTorn(source: Source, known: readonly Output[], read: ReadKey): Promise<boolean> {
  const rows = await asked(source.read, sql`select distinct type from ${recordsSql(source, known)} limit ${sql.lit(mostTypes + 1)}`, mostTypes).catch(nullIfTooMany);
  if (!rows) return true;
  const types = rows.map(([raw]) => read("type", raw!, false)).filter((type) => type !== null);
  return new Set(types).size < types.length;
}

/** By account and piece between the breaks: the first and last day an activity took place. */
async function touched({ source, fields, breaks, most }: PathAsking): Promise<Grouped | null> {
  const on = ["on", "doneOn", "created"].find((field) => source.read.columns.has(field));
  const day = on === undefined ? null : fields(on);
  const names = whoOutputs(source, fields, ["account"]);
  if (!names || !day) return null;
  const part: Output = { name: "part", inner: new Map(), isAfter: true, sql: pieceOfDay(sql.id("day"), breaks) };
  const records = recordsSql(source, [...names, outputOf(source, "day", day), part]);
  const statement = sql`select min(who) as account, min(day) as first, max(day) as last, count(*) as records from ${records} where who_folded <> '' and day is not null group by who_folded, part order by who_folded, part`;
  const rows = await asked(source.read, statement, most).catch(nullIfTooMany);
  return rows && {
    columns: { account: rows.map((row) => nullIfEmpty(row[0])), first: rows.map((row) => numberOf(row[1])), last: rows.map((row) => numberOf(row[2])) },
    records: rows.map((row) => Number(row[3])), measures: {},
  };
}

/** Whom each activity was with, of which type, on which day; null where activities have no type. */
function steps(source: Source, fields: Fields): readonly Output[] | null {
  const [type, day] = [fields("type"), fields("day")];
  const names = whoOutputs(source, fields, ["account", "contact", "lead", "deal"]);
  if (!type || !day || !names) return null;
  return [...names, { name: "type", inner: type.inner, sql: type.sql }, outputOf(source, "day", day)];
}

/** The first of the names that a record has, as written and in small letters; "" for none. */
function whoOutputs(source: Source, fields: Fields, names: readonly string[]): readonly Output[] | null {
  const { dialect } = source.read.engine;
  const told = names.flatMap((field) => {
    const found = fields(field);
    return found ? [{ field, found }] : [];
  });
  if (told.length === 0) return null;
  const cases = told.map(({ field, found }) => ({ is: sql`${saysSomething(source.read, source.facts, field, found)} and ${dialect.folded(found.sql)} <> ''`, name: found.sql }));
  const first = (make: (name: Sql) => Sql) => sql`case ${sql.join(cases.map(({ is, name }) => sql`when ${is} then ${make(name)}`), sql` `)} else '' end`;
  const inner = new Map(told.flatMap(({ found }) => [...found.inner]));
  return [{ name: "who", inner, sql: first((name) => name) }, { name: "who_folded", inner, sql: first((name) => dialect.folded(name)) }];
}

function nullIfEmpty(cell: EngineRow[number] | undefined): string | null {
  return textOf(cell).trim() || null;
}
