// The fields of a table's records in SQL: as the columns have them, and what follows from them.

import { sql } from "kysely";
import { columnPrefix } from "../crm/groups";
import { kindOf } from "../crm/objects/tables";
import { isAmong } from "./case-of";
import type { Facts } from "./facts";
import type { Dialect, Sql } from "./dialect";
import type { EngineColumn } from "./engine";
import type { TableRead } from "./read-sample";
import { cellText } from "./table-sql";

/** text: as written, null or "" for none. key: a word of our own. day: a date. number, money: as they are. */
export type Shape = "text" | "flag" | "key" | "day" | "number" | "money";

/** A field of the records: `inner` are the columns it needs of the table, `sql` makes it of them. */
export interface FieldSql {
  readonly shape: Shape;
  readonly inner: ReadonlyMap<string, Sql>;
  readonly sql: Sql;
  /** Of a text column that holds numbers in the engine: the number. */
  readonly number?: Sql;
}

/** All fields a record has, by name. */
export type Fields = (field: string) => FieldSql | null;

/** Words of our own that were decided for each record. */
export type Decided = ReadonlyMap<string, Sql>;

export function fieldsOf(read: TableRead, facts: Facts, decided: Decided): Fields {
  const known = new Map<string, FieldSql | null>();
  const fields: Fields = (field) => {
    let found = known.get(field);
    if (found === undefined) known.set(field, (found = following(field, read, facts, fields) ?? decidedField(field, decided) ?? mappedField(field, read, facts) ?? sourceColumn(field, read)));
    return found;
  };
  return fields;
}

function decidedField(field: string, decided: Decided): FieldSql | null {
  const found = decided.get(field);
  return found ? inner(field, "key", found) : null;
}

function mappedField(field: string, read: TableRead, facts: Facts): FieldSql | null {
  const column = read.columns.get(field);
  if (field === "currency" && read.table.amountCurrency !== undefined) return inner(field, "text", currencyText(read, facts, sql.id(read.table.amountCurrency)));
  if (!column) return null;
  const { dialect } = read.engine;
  const kind = kindOf(read.recognition.object, field);
  const value = sql.id(column.name);
  switch (kind) {
    case "text": case "id": return inner(field, "text", cellText(read, column));
    case "flag": return inner(field, "flag", cellText(read, column));
    case "day": return inner(field, "day", dialect.date(value));
    case "money": return inner(field, "money", times(facts.wide.has(field) ? dialect.wideDecimal(value) : dialect.decimal(value), facts.scales.get(field) ?? 1));
    case "number": return inner(field, "number", dialect.double(value));
    case "percent": return inner(field, "number", over(dialect.double(value), facts.divisors.get(field) ?? 1));
  }
}

/** The amount as the export has it, of won deals too. */
export function estimateOf(read: TableRead, facts: Facts): FieldSql | null {
  return mappedField("amount", read, facts);
}

/** The currency column wins, then what the amount names. */
function currencyText(read: TableRead, facts: Facts, ofAmount: Sql): Sql {
  const column = read.columns.get("currency");
  if (!column) return ofAmount;
  const text = cellText(read, column);
  return sql`case when ${text} not in (${sql.join(["", ...nothingIn(read, facts, "currency")])}) then ${text} else ${ofAmount} end`;
}

/** What follows from other fields; null for a field that follows from none. */
function following(field: string, read: TableRead, facts: Facts, fields: Fields): FieldSql | null {
  const { columns, recognition: { object }, engine: { dialect } } = read;
  switch (`${object} ${field}`) {
    case "deal amount": return columns.has("wonAmount") ? coalesced([ofOutcome("won", fields("wonAmount"), fields), estimateOf(read, facts)]) : null;
    case "deal closed": return closed(fields);
    case "deal due": return made("day", first(fields, ["expectedClose", "closeDate"]), fields("outcome"), (day, outcome) => sql`case when ${outcome} = 'open' then ${day} end`);
    case "deal stage": return columns.has("stage") ? null : stageWithout(columns, fields);
    case "deal weighted": return made("number", fields("amount"), fields("probability"), (amount, chance) => sql`${dialect.double(amount)} * ${chance}`);
    case "order earned": return made("number", fields("amount"), fields("margin"), (amount, margin) => sql`${dialect.double(amount)} * ${margin}`);
    case "deal cycle": return (facts.hasOneCreated ? null : cycle(dialect, fields)) ?? (columns.has("created") ? noNumber : null);
    case "deal cycleSquares": return squared(dialect, fields("cycle"));
    case "deal inStageSince": return first(fields, ["stageSince", "created"]);
    case "lead afterConversion": return afterConversion(dialect, fields);
    case "activity day": return first(fields, ["on", "doneOn", "due", "created"]);
    case "activity heldOn": return fields(columns.has("on") ? "on" : "doneOn");
    case "activity lag": return lag(dialect, fields);
    case "spend amount": return first(fields, ["cost", "budget"]);
    default: return null;
  }
}

/** The close date as written, else the day won or lost. */
function closed(fields: Fields): FieldSql | null {
  const asWritten = fields("closeDate");
  const ends = (["won", "lost"] as const).map((outcome) => ofOutcome(outcome, fields(`${outcome}On`), fields));
  return coalesced([asWritten, ...ends]);
}

function ofOutcome(outcome: "won" | "lost", field: FieldSql | null, fields: Fields): FieldSql | null {
  return field && made(field.shape, field, fields("outcome"), (value, is) => sql`case when ${is} = ${sql.lit(outcome)} then ${value} end`);
}

/** Without a stage the status is the stage, else the outcome where flags or days tell it. */
function stageWithout(columns: TableRead["columns"], fields: Fields): FieldSql | null {
  if (columns.has("status")) return fields("status");
  const outcome = fields("outcome");
  const isTold = ["isWon", "isClosed", "wonOn", "lostOn"].some((field) => columns.has(field));
  return outcome && isTold ? { ...outcome, shape: "text", sql: sql`case when ${outcome.sql} = 'open' then 'Open' when ${outcome.sql} = 'won' then 'Won' else 'Lost' end` } : null;
}

/** Null for every record, in a spelling that all engines take. */
export const noNumber: FieldSql = { shape: "number", inner: new Map(), sql: sql`nullif(1, 1)` };

/** Of converted leads, whether the last activity came later. */
function afterConversion(dialect: Dialect, fields: Fields): FieldSql | null {
  const days = made("key", fields("lastActivity"), fields("convertedOn"), (last, on) => sql`${dialect.dayNumber(last)} > ${dialect.dayNumber(on)}`);
  return made("key", days, fields("isConverted"), (isLater, is) => sql`case when ${is} = 'true' and ${isLater} then 'true' else 'false' end`);
}

function cycle(dialect: Dialect, fields: Fields): FieldSql | null {
  const span = made("number", fields("created"), fields("closed"), (created, end) => sql`${dialect.dayNumber(end)} - ${dialect.dayNumber(created)}`);
  return made("number", span, fields("outcome"), (days, outcome) => sql`case when ${outcome} <> 'open' and ${days} >= 0 then ${days} end`);
}

function squared(dialect: Dialect, field: FieldSql | null): FieldSql | null {
  return field && { ...field, sql: sql`${dialect.double(field.sql)} * ${field.sql}` };
}

/** Days from an activity to its record, by the first of each band: see `lagBandOf`. */
function lag(dialect: Dialect, fields: Fields): FieldSql | null {
  const held = fields("heldOn");
  const recorded = (["created", "modified"] as const).flatMap((field) => fields(field) ?? []);
  if (!held || recorded.length === 0) return null;
  const cases = recorded.map((one) => {
    const days = sql`${dialect.dayNumber(one.sql)} - ${dialect.dayNumber(held.sql)}`;
    return sql`when ${one.sql} >= ${held.sql} then case when ${days} <= 1 then ${days} when ${days} <= 7 then 2 else 8 end`;
  });
  return { shape: "number", inner: new Map([held, ...recorded].flatMap((one) => [...one.inner])), sql: sql`case ${sql.join(cases, sql` `)} end` };
}

/** The first of the fields that a record has. */
function first(fields: Fields, names: readonly string[]): FieldSql | null {
  return coalesced(names.map(fields));
}

function coalesced(all: readonly (FieldSql | null)[]): FieldSql | null {
  const [one, ...others] = all.filter((field) => field !== null);
  if (!one || others.length === 0) return one ?? null;
  return { shape: one.shape, inner: new Map([one, ...others].flatMap((field) => [...field.inner])), sql: sql`coalesce(${sql.join([one, ...others].map((field) => field.sql))})` };
}

function made(shape: Shape, one: FieldSql | null, other: FieldSql | null, make: (one: Sql, other: Sql) => Sql): FieldSql | null {
  return one && other && { shape, inner: new Map([...one.inner, ...other.inner]), sql: make(one.sql, other.sql) };
}

/** A field that is one column of the inner select. */
function inner(field: string, shape: Shape, value: Sql): FieldSql {
  const name = `the_${field}`;
  return { shape, inner: new Map([[name, value]]), sql: sql.id(name) };
}

function times(value: Sql, scale: number): Sql {
  return scale === 1 ? value : sql`${value} * ${sql.lit(scale)}`;
}

function over(value: Sql, divisor: number): Sql {
  return divisor === 1 ? value : sql`${value} / ${sql.lit(divisor)}`;
}

/** What no field was found for, as `column:` and its header. */
function sourceColumn(field: string, read: TableRead): FieldSql | null {
  if (!field.startsWith(columnPrefix)) return null;
  const at = read.table.columns.findIndex(({ name }) => name === headerIn(read, field));
  const column = read.table.columns[at];
  if (!column) return null;
  const found = cellField(read, column, at);
  if (column.type !== "number") return found;
  const number = `number_${at}`;
  return { ...found, inner: new Map([...found.inner, [number, read.engine.dialect.double(sql.id(column.name))]]), number: sql.id(number) };
}

/** The header of the column that a field is read from; "" for one that follows from others. */
export function headerIn({ columns }: TableRead, field: string): string {
  return field.startsWith(columnPrefix) ? field.slice(columnPrefix.length) : (columns.get(field)?.name ?? "");
}

/** The texts that stand for nothing in the column of a field, the empty one left out. */
export function nothingIn(read: TableRead, facts: Facts, field: string): readonly string[] {
  return facts.words.get(headerIn(read, field))?.nothing ?? [];
}

/** Whether the text of a field says something. */
export function saysSomething(read: TableRead, facts: Facts, field: string, { sql: text }: FieldSql): Sql {
  return sql`${text} is not null and not (${isAmong(text, ["", ...nothingIn(read, facts, field)])})`;
}

/** A column of the table as text, for what has no field. */
export function cellField(read: TableRead, column: EngineColumn, at: number): FieldSql {
  return inner(`cell_${at}`, "text", cellText(read, column));
}
