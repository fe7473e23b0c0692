// Who bought when: a line for each day of a customer, else a row for each customer, by statements of two levels.

import { sql, type RawBuilder } from "kysely";
import type { CohortCount, CustomerGroups, CustomerSummaries, CustomersUntil } from "../crm/customer-groups";
import type { Grouped } from "../crm/groups";
import { addMonths, calendarOf, dayOf, type Day } from "../values";
import { mostPossible } from "./choose-dimensions";
import type { Dialect, Sql } from "./dialect";
import type { EngineCell, EngineRow } from "./engine";
import { noNumber, type Fields } from "./field-sql";
import { groupStatement, type Quantity } from "./group-statement";
import { piece, type Key } from "./keys";
import { mergeGroups, type ReadKey } from "./merge-groups";
import { outputOf, recordsSql, type Output, type Source } from "./records-sql";
import { customerFields, type Dimension, type RollupDefinition, type RollupLimits } from "./rollups/definition";
import { asked, nullIfTooMany, numberOf } from "./table-sql";

/** What is asked of customers where sales are too many for lines. */
export interface CustomersAsked {
  /** Later sales form no cohort. */
  readonly asOf: Day;
  /** At the end of which days, for sales from a first to a last day. */
  readonly until: (first: Day, last: Day) => readonly Day[];
}

/** What all statements on customers need. */
interface CustomerSource {
  readonly source: Source;
  readonly definition: RollupDefinition;
  readonly fields: Fields;
  readonly keyOf: (dimension: Dimension) => Key | null;
  readonly read: ReadKey;
  readonly limits: RollupLimits;
  readonly hasCurrencies: boolean;
  /** Fields there are. */
  readonly mapped: ReadonlySet<string>;
}

/** Null where the records do not tell who or when. */
export async function customerGroups(from: CustomerSource, wanted: CustomersAsked | null): Promise<CustomerGroups | null> {
  const { source, definition, mapped, fields, limits } = from;
  const told = customerFields(definition, mapped);
  if (!told) return null;
  const [who, day] = [fields(told.who), fields(told.day)];
  if (!who || !day) return null;
  const amount = fields("amount");
  const without = told.ofWon ? notWon(fields) : null;
  const lines = await dayLines(from, told, amount ? [{ name: "amount", field: amount }] : [], without);
  if (lines || from.hasCurrencies || !wanted || ["amount", "wonAmount"].some((field) => source.facts.wide.has(field))) return { by: told.who, days: lines, summaries: null };
  const customer = { ...outputOf(source, "customer", who), sql: source.read.engine.dialect.folded(who.sql) };
  const money: Output = amount ? outputOf(source, "amount", amount) : { name: "amount", inner: new Map(), sql: noNumber.sql };
  const sales: Sales = { source, without, outputs: { customer, name: outputOf(source, "who", who), day: outputOf(source, "sold", day), amount: money } };
  return { by: told.who, days: null, summaries: (await isFew(sales, limits.customers)) ? await summaries(sales, wanted, (text) => from.read(told.who, text, false), limits) : null };
}

/** Null where they are too many. */
async function dayLines({ source, keyOf, read, limits }: CustomerSource, told: NonNullable<ReturnType<typeof customerFields>>, quantities: readonly Quantity[], without: Output | null): Promise<Grouped | null> {
  const [who, day, currency] = [keyOf({ field: told.who }), keyOf({ field: told.day }), told.hasCurrency ? keyOf({ field: "currency" }) : null];
  if (!who || !day) return null;
  const exact: Key = { ...day, shape: "number", outputs: day.outputs.slice(0, 1), groupBy: [day.field] };
  const keys = [who, ...(currency ? [currency] : []), exact];
  if ((await mostPossible(source, keys, without, limits.customerDays)) < keys.length) return null;
  const rows = await asked(source.read, groupStatement(source, keys, quantities, without), limits.customerDays).catch(nullIfTooMany);
  if (!rows) return null;
  const { columns, records, measures } = mergeGroups(rows, keys, quantities, read);
  return { columns: { who: columns[told.who]!, ...(currency ? { currency: columns["currency"]! } : {}), day: columns[told.day]! }, records, measures };
}

function notWon(fields: Fields): Output | null {
  const outcome = fields("outcome");
  return outcome && { name: "not_won", inner: outcome.inner, sql: sql`case when ${outcome.sql} = 'won' then 0 else 1 end` };
}

interface Sales {
  readonly source: Source;
  readonly without: Output | null;
  readonly outputs: { readonly customer: Output; readonly name: Output; readonly day: Output; readonly amount: Output };
}

function records({ source, without, outputs }: Sales): Sql {
  return recordsSql(source, [...Object.values(outputs), ...(without ? [without] : [])]);
}

function isSale({ without }: Sales): Sql {
  return without ? sql`${sql.id(without.name)} = 0` : sql`1 = 1`;
}

/** Sales that tell who and when. */
function isTold(sales: Sales): Sql {
  return sql`${isSale(sales)} and customer <> '' and sold is not null`;
}

/** All of a customer's sales of a day. ClickHouse takes no name twice: the sum of `amount` is `total`. */
function daysSql(sales: Sales): Sql {
  return sql`(select customer, sold, min(who) as name, count(*) as sales, count(amount) as known, sum(amount) as total from ${records(sales)} where ${isTold(sales)} group by customer, sold) as days`;
}

const isPurchase = sql`known > 0 and total >= 0`;
const isRefund = sql`known > 0 and total < 0`;

async function isFew(sales: Sales, most: number): Promise<boolean> {
  const [row] = await asked(sales.source.read, sql`select count(*) from (select distinct customer from ${records(sales)} where ${isTold(sales)} limit ${sql.lit(most + 1)}) as found`, 1);
  return Number(row?.[0] ?? 0) <= most;
}

/** Null where two rows are of one customer by our readers alone: their days cannot be added. */
async function summaries(sales: Sales, { asOf, until }: CustomersAsked, nameOf: (text: string) => unknown, limits: RollupLimits): Promise<CustomerSummaries | null> {
  const ask = (query: RawBuilder<unknown>, most: number) => asked(sales.source.read, query, most);
  const [span] = await ask(sql`select count(*), min(sold), max(sold) from ${records(sales)} where ${isSale(sales)}`, 1);
  const [count = 0, first, last] = span ?? [];
  if (typeof first !== "number" || typeof last !== "number") return null;
  const days = until(first as Day, last as Day);
  const all = (await ask(statement(sales, days), limits.customers)).map((row) => ({ row, name: nameOf(String(row[1])) }));
  const found = all.flatMap(({ row, name }) => (typeof name === "string" && name.trim() !== "" ? [{ row, name }] : []));
  const nobody = all.flatMap(({ row, name }) => (name === null ? [String(row[0])] : []));
  if (new Set(found.map(({ name }) => name.toLowerCase())).size < found.length) return null;
  const rows = found.map(({ row }) => row);
  const at = (place: number) => rows.map((row) => numberOf(row[place]));
  const starts = lengths.map((months) => periodStarts(first as Day, asOf, months));
  const counted: EngineCell[][] = [];
  for (const statement of cohortStatements(sales, starts, asOf, nobody)) {
    (await ask(statement, starts[0]!.length)).forEach((row, place) => (counted[place] = [...(counted[place] ?? row.slice(0, 1)), ...row.slice(1)]));
  }
  return {
    names: found.map(({ name }) => name), firstSale: at(2) as Day[], firstPurchase: at(3) as (Day | null)[], firstAmount: at(6),
    until: days.map((day, place) => untilOf(day, at, fixed + place * figuresUntil)),
    sales: Number(count), usable: at(4).reduce<number>((sum, one) => sum + (one ?? 0), 0), firstUsable: at(5).reduce<number>((least, one) => Math.min(least, one ?? Infinity), Infinity) as Day,
    cohorts: cohortsOf(counted, starts),
  };
}

/** The amount of the first purchase day: with the day before it the least of all; sums of a day are far below. */
function firstAmount({ wideDecimal }: Dialect): Sql {
  return sql`min(case when ${isPurchase} then ${wideDecimal(sql`sold`)} * 100000000000000 + total end) - ${wideDecimal(sql`min(case when ${isPurchase} then sold end)`)} * 100000000000000`;
}

/** Columns before those of days, and columns of each day. */
const fixed = 7;
const figuresUntil = 8;

function statement(sales: Sales, days: readonly Day[]): RawBuilder<unknown> {
  const perDay = days.flatMap((day) => {
    const then = sql`sold <= ${sql.lit(day as number)}`;
    return [
      sql`sum(case when ${then} then sales else 0 end)`, sql`sum(case when ${then} then known else 0 end)`, sql`sum(case when ${then} then total end)`, sql`max(case when ${then} then sold end)`,
      sql`sum(case when ${then} and ${isPurchase} then 1 else 0 end)`, sql`sum(case when ${then} and ${isRefund} then 1 else 0 end)`, sql`sum(case when ${then} and ${isPurchase} then total end)`, sql`max(case when ${then} and ${isPurchase} then sold end)`,
    ];
  });
  const columns = [sql`min(name)`, sql`min(sold)`, sql`min(case when ${isPurchase} then sold end)`, sql`sum(known)`, sql`min(case when known > 0 then sold end)`, firstAmount(sales.source.read.engine.dialect), ...perDay];
  return sql`select customer, ${sql.join(columns.map((column, at) => sql`${column} as ${sql.id(`f${at}`)}`))} from ${daysSql(sales)} group by customer order by customer`;
}

function untilOf(day: Day, at: (place: number) => readonly (number | null)[], from: number): CustomersUntil {
  const numbers = (place: number) => at(from + place).map((one) => one ?? 0);
  const daysAt = (place: number) => at(from + place) as (Day | null)[];
  return { day, records: numbers(0), known: numbers(1), amount: numbers(2), lastSale: daysAt(3), purchaseDays: numbers(4), refundDays: numbers(5), bought: numbers(6), lastPurchase: daysAt(7) };
}

/** Months of the periods that cohorts are told by: a month, a quarter, a year. */
const lengths = [1, 3, 12] as const;

/** Columns of one statement: one wrong date of 1900 makes two thousand periods, and PostgreSQL takes 1,664. */
const mostFlags = 400;

/** By the month of the first sale: how many customers bought in each period. `nobody` are words that stand for no customer. */
function cohortStatements(sales: Sales, starts: readonly (readonly Day[])[], asOf: Day, nobody: readonly string[]): readonly RawBuilder<unknown>[] {
  const named = nobody.length === 0 ? sql`` : sql` and customer not in (${sql.join(nobody)})`;
  const ends = starts.map((some) => some.map((_, at) => some[at + 1] ?? ((asOf + 1) as Day)));
  const periods = starts.flatMap((some, length) => some.map((start, at) => sql`sold >= ${sql.lit(start as number)} and sold < ${sql.lit(ends[length]![at]! as number)}`));
  const first = piece(sql`min(sold)`, starts[0]!.slice(1), 0, starts[0]!.length - 1);
  const parts = Array.from({ length: Math.ceil(periods.length / mostFlags) }, (_, at) => periods.slice(at * mostFlags, (at + 1) * mostFlags));
  return parts.map((part) => {
    const flags = part.map((condition, at) => sql`max(case when ${condition} then 1 else 0 end) as ${sql.id(`p${at}`)}`);
    const each = sql`(select customer, ${first} as first_month, ${sql.join(flags)} from ${records(sales)} where ${isTold(sales)} and sold <= ${sql.lit(asOf as number)}${named} group by customer) as each_customer`;
    return sql`select first_month, ${sql.join(part.map((_, at) => sql`sum(${sql.id(`p${at}`)}) as ${sql.id(`n${at}`)}`))} from ${each} group by first_month order by first_month`;
  });
}

/** Months of one quarter or year are put together. */
function cohortsOf(rows: readonly EngineRow[], starts: readonly (readonly Day[])[]): CustomerSummaries["cohorts"] {
  const months = starts[0]!;
  const of = (length: number): readonly CohortCount[] => {
    const from = 1 + starts.slice(0, length).reduce((sum, some) => sum + some.length, 0);
    const counts = new Map<string, CohortCount>();
    for (const row of rows) {
      const first = starts[length]!.filter((start) => start <= months[Number(row[0])]!).at(-1)!;
      starts[length]!.forEach((later, at) => {
        const customers = Number(row[from + at]);
        const key = `${first} ${later}`;
        if (customers > 0) counts.set(key, { first, later, customers: customers + (counts.get(key)?.customers ?? 0) });
      });
    }
    return [...counts.values()].sort((left, right) => left.first - right.first || left.later - right.later);
  };
  return { month: of(0), quarter: of(1), year: of(2) };
}

/** First days of the periods from the first day's to the as-of day's. */
function periodStarts(first: Day, asOf: Day, months: number): readonly Day[] {
  const { year, month } = calendarOf(first);
  const starts = [dayOf(year, month - ((month - 1) % months), 1)!];
  while (addMonths(starts.at(-1)!, months) <= asOf) starts.push(addMonths(starts.at(-1)!, months));
  return starts;
}
