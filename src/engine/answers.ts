// What groups cannot tell, asked of the engine: many questions in one statement, by the pieces that their conditions cut the records into.

import { sql } from "kysely";
import type { Answer } from "../crm/groups";
import { keyOfQuestion, type Question } from "../formula/question";
import { countedTable } from "./counted-table";
import type { Currencies } from "./currency";
import type { Sql } from "./dialect";
import type { EngineRow } from "./engine";
import type { Fields } from "./field-sql";
import { completeRecords } from "./filled";
import { moneySum, type ReadKey } from "./merge-groups";
import { medianByRanges, medianOf } from "./medians";
import { isIn, piecesOf, type Pieces, type PieceMaker } from "./pieces";
import { recordsSql, type Output, type Source } from "./records-sql";
import { sharedTexts } from "./shared-texts";
import { asked, isTooMany } from "./table-sql";
import { valueOutput } from "./values-sql";

type Answers = ReadonlyMap<string, Answer>;

/** The most rows of one statement of answers. */
const mostRows = 200_000;

/** The most combinations for which questions by other fields share a statement; of a median each has a histogram. */
const mostCombinations = { median: 50, sum: 5000 } as const;

/** So many medians are found one by one where they are of many values. */
const fewMedians = 8;

/** By the key of the question; null for lowest, highest, median and sum of nothing. */
export async function answers(source: Source, fields: Fields, currencies: Currencies, read: ReadKey, questions: readonly Question[]): Promise<Answers> {
  const make = piecesOf(source, fields, currencies, read);
  const all = new Map<string, Answer>();
  for (const question of questions) {
    const own = alone[question.ask];
    if (own) all.set(keyOfQuestion(question), await own(question, { source, fields, currencies, read }));
  }
  for (const batch of batches(fields, questions.filter(({ ask }) => !alone[ask]), source.read.engine.mostParameters)) {
    for (const [key, answer] of await answerBatch(source, fields, make, batch)) all.set(key, answer);
  }
  return all;
}

interface Asking {
  readonly source: Source;
  readonly fields: Fields;
  readonly currencies: Currencies;
  readonly read: ReadKey;
}

/** Questions with statements of their own. */
const alone: Partial<Record<Question["ask"], (question: Question, asking: Asking) => Promise<Answer>>> = {
  table: (question, { source, fields, currencies, read }) => countedTable(source, fields, currencies, read, question),
  shared: ({ field }, { source, fields }) => sharedTexts(source, fields, field!),
  complete: (_, { source, currencies }) => completeRecords(source, currencies),
};

/**
 * Questions put together while their fields cut the records into few combinations: what asks for the same words of ours, so
 * that none has the others' records looked at; medians are of one field. Text operands are parameters, so a batch has no more of them than a statement may have.
 */
function batches(fields: Fields, questions: readonly Question[], mostParameters: number): readonly (readonly Question[])[] {
  // Each text may be written in several ways.
  const size = Math.max(1, Math.floor(mostParameters / 8));
  const families = new Map<string, Question[][]>();
  for (const some of byFields(questions, size)) {
    const [{ ask, field }] = some as [Question];
    const key = JSON.stringify(ask === "median" ? ["median", field] : wordsIn(fields, some));
    const family = families.get(key) ?? [];
    const known = family.find((one) => one.length + some.length <= size && combinationsOf([...one, ...some]) <= mostCombinations[ask === "median" ? "median" : "sum"]);
    if (known) known.push(...some);
    else family.push([...some]);
    families.set(key, family);
  }
  return [...families.values()].flat();
}

/** Questions that ask by the same fields; a median also of the same field. */
function byFields(questions: readonly Question[], size: number): readonly (readonly Question[])[] {
  const found = new Map<string, Question[]>();
  for (const question of questions) {
    const key = JSON.stringify([fieldsIn(question), question.ask === "median" ? question.field : null]);
    const some = found.get(key);
    if (some) some.push(question);
    else found.set(key, [question]);
  }
  return [...found.values()].flatMap((some) => Array.from({ length: Math.ceil(some.length / size) }, (_, at) => some.slice(at * size, (at + 1) * size)));
}

/** Words of our own that some of the questions ask for: how a deal ended. */
function wordsIn(fields: Fields, questions: readonly Question[]): readonly string[] {
  const words = questions.flatMap(({ where }) => where.flatMap(({ field, operator, operand }) => (operator === "is" && fields(field)?.shape === "key" ? [`${field} ${String(operand)}`] : [])));
  return [...new Set(words)].sort();
}

/** Into how many combinations of pieces the conditions may cut the records. */
function combinationsOf(questions: readonly Question[]): number {
  const operands = new Map<string, Set<unknown>>();
  for (const { field, operand } of questions.flatMap(({ where }) => where)) operands.set(field, (operands.get(field) ?? new Set()).add(operand));
  return [...operands.values()].reduce((product, { size }) => product * (size + 1), 1);
}

function fieldsIn({ where }: Question): readonly string[] {
  return [...new Set(where.map(({ field }) => field))].sort();
}

async function answerBatch(source: Source, fields: Fields, make: PieceMaker, batch: readonly Question[]): Promise<Answers> {
  if (batch[0]!.ask === "median" && batch.length <= fewMedians && (await hasManyValues(source, fields, batch[0]!.field!))) return mediansByRanges(source, fields, make, batch);
  const pieces = await piecesFor(batch, make);
  try {
    return await (batch[0]!.ask === "median" ? medians : sums)(source, fields, batch, pieces);
  } catch (error) {
    if (!isTooMany(error)) throw error;
    if (batch.length > 1) return halved(source, fields, make, batch);
    if (batch[0]!.ask !== "median") throw error;
    return mediansByRanges(source, fields, make, batch);
  }
}

/** By the fields that some of the questions ask by. */
async function piecesFor(batch: readonly Question[], make: PieceMaker): Promise<readonly Pieces[]> {
  const found: Pieces[] = [];
  for (const field of [...new Set(batch.flatMap(fieldsIn))].sort()) found.push(await make(field, batch.flatMap(({ where }) => where.filter((condition) => condition.field === field))));
  return found;
}

async function mediansByRanges(source: Source, fields: Fields, make: PieceMaker, batch: readonly Question[]): Promise<Answers> {
  const found = new Map<string, Answer>();
  for (const question of batch) {
    const pieces = await piecesFor([question], make);
    found.set(keyOfQuestion(question), await medianByRanges(source, valueOutput(source, fields, question.field!)!, pieces, acceptedBy(question, pieces)));
  }
  return found;
}

/** Whether a histogram would be too long, as some rows show already. */
async function hasManyValues(source: Source, fields: Fields, field: string): Promise<boolean> {
  const value = valueOutput(source, fields, field);
  if (!value || source.facts.records <= mostRows) return false;
  const [row] = await asked(source.read, sql`select count(*) from (select distinct ${sql.id(value.name)} from ${recordsSql(source, [value], mostRows)}) as found`, 1);
  return Number(row?.[0] ?? 0) > mostRows / 10;
}

async function halved(source: Source, fields: Fields, make: PieceMaker, batch: readonly Question[]): Promise<Answers> {
  const middle = batch.length >> 1;
  const [one, other] = [await answerBatch(source, fields, make, batch.slice(0, middle)), await answerBatch(source, fields, make, batch.slice(middle))];
  return new Map([...one, ...other]);
}

/** The figures of each combination of pieces that some question asks for; the questions add them up. */
async function sums(source: Source, fields: Fields, batch: readonly Question[], pieces: readonly Pieces[]): Promise<Answers> {
  const wanted = figuresIn(source, fields, batch);
  const figures = wanted.flatMap(({ ask, value: { name } }) => [sql`${figureSql[ask](sql.id(name))} as ${sql.id(`${name}_${ask}`)}`, sql`count(${sql.id(name)}) as ${sql.id(`${name}_${ask}_known`)}`]);
  const columns = pieces.map(({ output }) => sql.id(output.name));
  const grouped = columns.length === 0 ? sql`` : sql` group by ${sql.join(columns)} order by ${sql.join(columns)}`;
  const rows = await asked(source.read, sql`select ${sql.join([...columns, sql`count(*) as records`, ...figures])} from ${from(source, pieces, wanted.map(({ value }) => value))}${anyAccepted(batch, pieces)}${grouped}`, mostRows);
  return new Map(batch.map((question) => {
    const chosen = rowsFor(question, pieces, rows);
    if (question.ask === "count") return [keyOfQuestion(question), total(chosen, pieces.length)];
    const at = wanted.findIndex(({ ask, value: { field } }) => ask === question.ask && field === question.field);
    const isMoney = fields(question.field!)?.shape === "money";
    return [keyOfQuestion(question), at < 0 ? null : figure(wanted[at]!.ask, chosen, pieces.length + 1 + 2 * at, isMoney)];
  }));
}

const figureSql = {
  sum: (value: Sql) => sql`sum(${value})`,
  lowest: (value: Sql) => sql`min(${value})`,
  highest: (value: Sql) => sql`max(${value})`,
} as const satisfies Partial<Record<Question["ask"], (value: Sql) => Sql>>;
type FigureAsk = keyof typeof figureSql;

/** Each once; none of a field without numbers. */
function figuresIn(source: Source, fields: Fields, questions: readonly Question[]) {
  const found = questions.flatMap(({ ask, field }) => {
    const value = field === null || !(ask in figureSql) ? null : valueOutput(source, fields, field);
    return value ? [{ ask: ask as FigureAsk, value }] : [];
  });
  return [...new Map(found.map((one) => [`${one.ask} ${one.value.field}`, one])).values()];
}

function figure(ask: FigureAsk, rows: readonly EngineRow[], at: number, isMoney: boolean): number | null {
  const known = rows.filter((row) => Number(row[at + 1]) > 0).map((row) => Number(row[at]));
  const join = { sum: isMoney ? moneySum : (one: number, other: number) => one + other, lowest: Math.min, highest: Math.max }[ask];
  return known.reduce<number | null>((all, one) => (all === null ? one : join(all, one)), null);
}

/** A histogram of the values for each combination of pieces. */
async function medians(source: Source, fields: Fields, batch: readonly Question[], pieces: readonly Pieces[]): Promise<Answers> {
  const value = valueOutput(source, fields, batch[0]!.field!);
  if (!value) return new Map(batch.map((question) => [keyOfQuestion(question), null]));
  const columns = [...pieces.map(({ output }) => output.name), value.name].map((name) => sql.id(name));
  const filter = anyAccepted(batch, pieces, [sql`${sql.id(value.name)} is not null`]);
  const rows = await asked(source.read, sql`select ${sql.join(columns)}, count(*) as records from ${from(source, pieces, [value])}${filter} group by ${sql.join(columns)} order by ${sql.join(columns)}`, mostRows);
  return new Map(batch.map((question) => [
    keyOfQuestion(question), medianOf(rowsFor(question, pieces, rows).map((row) => [Number(row[pieces.length]), Number(row[pieces.length + 1])])),
  ]));
}

function from(source: Source, pieces: readonly Pieces[], values: readonly Output[]) {
  return recordsSql(source, [...pieces.map(({ output }) => output), ...values]);
}

/** Records that some question asks for, as far as one field tells. */
function anyAccepted(batch: readonly Question[], pieces: readonly Pieces[], more: readonly ReturnType<typeof sql>[] = []) {
  const conditions = pieces.flatMap((one) => {
    const some = new Set(batch.flatMap((question) => [...one.accepted(question.where)]));
    return some.size === one.all.length ? [] : [isIn(one, some)];
  });
  const all = [...conditions, ...more];
  return all.length === 0 ? sql`` : sql` where ${sql.join(all, sql` and `)}`;
}

function acceptedBy({ where }: Question, pieces: readonly Pieces[]): readonly ReadonlySet<number>[] {
  return pieces.map((one) => one.accepted(where));
}

/** The rows a question asks for, of a statement that has the pieces in front. */
function rowsFor(question: Question, pieces: readonly Pieces[], rows: readonly EngineRow[]): readonly EngineRow[] {
  const accepted = acceptedBy(question, pieces);
  return rows.filter((row) => accepted.every((some, at) => some.has(Number(row[at]))));
}

function total(rows: readonly EngineRow[], at: number): number {
  return rows.reduce((sum, row) => sum + Number(row[at]), 0);
}
