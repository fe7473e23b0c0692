// Groups and answers from plain rows, in plain loops: what an engine's must be equal to, and what stands in for an engine.

import type { Grouped, Groups, Measured } from "../../src/crm/groups";
import { columnPrefix, type Answer } from "../../src/crm/groups";
import type { ExtraColumn, ObjectKind, Reading } from "../../src/crm/reading";
import type { RecordOfObject } from "../../src/crm/read";
import { fieldTables } from "../../src/crm/objects/tables";
import type { FieldTable } from "../../src/crm/fields";
import { customerFields, dimensionsOf, isTold, measuresOf, rollupLimits, ungroupedFields, type Dimension, type RollupDefinition, type RollupLimits } from "../../src/engine/rollups/definition";
import { rollupDefinitions } from "../../src/engine/rollups/definitions";
import { keyOfQuestion, type Condition, type Question, type TableField } from "../../src/formula/question";
import { lagBandOf } from "../../src/metrics/timeliness";
import { figureOf } from "../../src/metrics/rules/reading";
import type { Import } from "../../src/sheets/data/import";
import { monthStart, type CellValue, type Day } from "../../src/values";
import { gather } from "./gather";
import { customerGroups, type CustomerDays } from "./group-customers";
import { pathsOf } from "./path-rows";

export interface GroupOptions {
  /** Days at which months are cut: a group is before such a day, or on it and after. */
  readonly breaks: readonly Day[];
  readonly limits?: Partial<RollupLimits>;
  readonly questions?: readonly Question[];
  /** Asked where sales are too many for a line for each day of a customer. */
  readonly customerDays?: CustomerDays;
}

type Cells = readonly CellValue[];
type Fields = (field: string) => Cells;

/** The import as an engine would give it. */
export function groupRows<K extends ObjectKind>(plain: Import<K>, { breaks, limits: given, questions = [], customerDays }: GroupOptions): Import<K> {
  const limits = { ...rollupLimits, ...given };
  const { reading, recognition, table } = plain;
  const { object, mapping } = recognition;
  const definition = rollupDefinitions[object];
  // Amounts that name several currencies by themselves are told apart by them.
  const mapped = new Set([...Object.keys(mapping), ...(isOfSeveral(reading) ? ["currency"] : [])]);
  const fields = fieldsOf(object, reading);
  const all = Array.from({ length: reading.count }, (_, row) => row);
  const open = definition.keepsOpen;
  const kept = new Set(open ? keptRows(object, open, fields, all, limits) : []);
  const eachOpen = open !== null && all.every((row) => fields(open.field)[row] !== open.is || kept.has(row));
  const loose = all.filter((row) => !kept.has(row));
  const dimensions = dimensionsOf(definition, mapped);
  const known = dimensions.filter(({ openOnly }) => !openOnly || !eachOpen);
  const keyed = (dimensions: readonly Dimension[]) => grouper(dimensions, object, fields, breaks);
  const count = mostKeys(loose, known, 0, keyed, Math.max(1, Math.min(limits.groups, limits.rows - kept.size)));
  const taken = known.slice(0, count);
  const left = known.slice(count);
  const measures = measuresOf(definition, mapped).map(({ name }) => name);
  const more: Grouped[] = [];
  const leftOut: string[] = [];
  let waiting = left;
  while (waiting.length > 0) {
    const beside = known.filter((one) => definition.beside.includes(one.field) && !waiting.includes(one));
    const found = mostKeys(all, [...beside, ...waiting], beside.length, keyed, limits.more);
    const by = [...beside, ...waiting].slice(0, found);
    if (found > beside.length) more.push(groupedOf(by, measures, gather(all, keyed(by)), object, fields));
    else leftOut.push(waiting[0]!.field);
    waiting = waiting.slice(Math.max(1, found - beside.length));
  }
  for (const { by, may } of definition.also ?? []) {
    if (!by.every((one) => isTold(one, mapped))) continue;
    const told = may.filter((one) => isTold(one, mapped));
    const fieldsHere = [...by, ...told].map(({ field }) => field);
    if ([taken.map(({ field }) => field), ...more.map(({ columns }) => Object.keys(columns))].some((others) => fieldsHere.every((field) => others.includes(field)))) continue;
    const found = [[...told, ...by], by].map((dimensions) => ({ dimensions, groups: gather(all, keyed(dimensions)) })).find(({ groups }) => groups.length <= limits.also);
    if (found) more.push(groupedOf(found.dimensions, [], found.groups, object, fields));
  }
  const sold = customerFields(definition, mapped);
  const customers = sold && customerGroups({
    by: sold.who, who: fields(sold.who), currency: sold.hasCurrency ? fields("currency") : null, day: fields(sold.day), amount: measures.includes("amount") ? fields("amount") : null,
    rows: sold.ofWon ? all.filter((row) => fields("outcome")[row] === "won") : all,
  }, customerDays ?? null, limits);
  const rows = [...[...kept].map((row) => [row]), ...gather(loose, keyed(taken))];
  const groups: Groups = {
    dimensions: dimensions.filter((one) => taken.includes(one) || !known.includes(one)).map(({ field }) => field),
    breaks: [...breaks].sort((left, right) => left - right),
    records: rows.map((row) => row.length),
    measures: Object.fromEntries(measures.map((name) => [name, measured(fields(name), rows)])),
    filled: filledOf(plain),
    more,
    customers,
    paths: pathsOf(definition.paths ?? [], fields, reading.count, { breaks, mapped, most: limits.paths }),
    leftOut: [...leftOut, ...ungroupedFields(definition, mapped)],
    eachOpen,
    answers: answerRows(plain, questions),
    origin: { engine: "Test", place: "", at: "2026-11-28T12:00:00Z", statement: "select" },
  };
  return {
    table: { ...table },
    recognition,
    reading: { count: rows.length, columns: columnsOf(plain, rows, kept, taken, measures, fields), extras: extrasOf(reading.extras, rows, kept), issues: reading.issues, groups } as unknown as Reading<RecordOfObject[K]>,
  } as Import<K>;
}

function isOfSeveral({ columns }: Reading<unknown>): boolean {
  const { currency = [] } = columns as { readonly currency?: Cells };
  return new Set(currency.filter((one) => one !== null)).size > 1;
}

/** As many of the dimensions, in their order, as make no more groups than `most`. */
function mostKeys(rows: readonly number[], dimensions: readonly Dimension[], least: number, keyed: (dimensions: readonly Dimension[]) => (row: number) => string, most: number): number {
  let count = least;
  while (count < dimensions.length && gather(rows, keyed(dimensions.slice(0, count + 1))).length <= most) count++;
  return count;
}

/** What an engine would answer. */
export function answerRows<K extends ObjectKind>({ reading, recognition }: Import<K>, questions: readonly Question[]): ReadonlyMap<string, Answer> {
  const fields = fieldsOf(recognition.object, reading);
  return new Map(questions.map((question): [string, Answer] => {
    if (question.ask === "shared") return [keyOfQuestion(question), sharedAnswer(question.field!, fields)];
    if (question.ask === "complete") return [keyOfQuestion(question), completeAnswer(recognition.mapping, reading, fields)];
    if (question.ask === "table") return [keyOfQuestion(question), tableAnswer(question, reading.count, fields)];
    const rows = Array.from({ length: reading.count }, (_, row) => row).filter((row) => question.where.every((condition) => meets(fields(condition.field)[row] ?? null, condition)));
    return [keyOfQuestion(question), answer(question, rows, fields)];
  }));
}

function sharedAnswer(field: string, fields: Fields): Answer {
  const texts = fields(field).map((value) => String(value ?? "").trim()).filter((text) => text !== "");
  const groups = gather(texts.map((_, at) => at), (at) => texts[at]!.toLowerCase());
  const times = Math.max(0, ...groups.map((some) => some.length));
  const most = times > 1 ? groups.filter((some) => some.length === times).flatMap((some) => some.map((at) => texts[at]!)).sort()[0]! : null;
  return { columns: { [field]: [most] }, records: [texts.length], measures: { distinct: { sum: [groups.length], known: [1] }, times: { sum: [times], known: [1] } } };
}

function completeAnswer(mapping: Readonly<Record<string, string>>, { count, extras }: Reading<unknown>, fields: Fields): Answer {
  const columns = [...Object.keys(mapping).map(fields), ...extras.map(({ values }) => values)];
  return Array.from({ length: count }, (_, row) => row).filter((row) => columns.every((values) => values[row] !== null)).length;
}

function tableAnswer({ by = [], most = 0 }: Question, count: number, fields: Fields): Answer {
  const parts = by.map(({ field, cuts }) => fields(field).map((value) => partOf(value, cuts)));
  const groups = gather(Array.from({ length: count }, (_, row) => row), (row) => JSON.stringify(parts.map((values) => values[row] ?? null)));
  if (groups.length > most) return null;
  return {
    columns: Object.fromEntries(by.map(({ field, cuts }) => [field, groups.map((rows) => lowestOf(fields(field), rows, cuts))])),
    records: groups.map((rows) => rows.length), measures: {},
  };
}

/** The value itself, or between which cuts its number is. */
function partOf(value: CellValue, cuts: TableField["cuts"]): CellValue {
  const number = cuts === null ? null : numberOf(value);
  return number === null || cuts === null ? value : cuts.map((cut) => (number < cut ? "<" : number > cut ? ">" : "=")).join("");
}

function lowestOf(values: Cells, rows: readonly number[], cuts: TableField["cuts"]): CellValue {
  const numbers = cuts === null ? [] : rows.map((row) => numberOf(values[row] ?? null)).filter((number) => number !== null);
  return numbers.length === 0 ? (values[rows[0]!] ?? null) : numbers.reduce((least, one) => Math.min(least, one));
}

function numberOf(value: CellValue): number | null {
  const number = typeof value === "string" ? figureOf(value, { value: 0, isDay: false }) : value;
  return typeof number === "number" ? number : null;
}

function answer({ ask, field }: Question, rows: readonly number[], fields: Fields): number | null {
  if (ask === "count") return rows.length;
  const numbers = rows.map((row) => fields(field!)[row]).filter((value) => typeof value === "number").sort((left, right) => left - right);
  if (numbers.length === 0) return null;
  switch (ask) {
    case "sum": return total(numbers);
    case "lowest": return numbers[0]!;
    case "highest": return numbers.at(-1)!;
    case "table": case "shared": case "complete": throw new Error("a table is no number");
    case "median": return (numbers[(numbers.length - 1) >> 1]! + numbers[numbers.length >> 1]!) / 2;
  }
}

function meets(value: CellValue, { operator, operand }: Condition): boolean {
  switch (operator) {
    case "is": return value !== null && String(value).toLowerCase() === String(operand).toLowerCase();
    case "empty": return value === null || value === "";
    case "filled": return value !== null && value !== "";
    case "=": return value === operand;
    case "<": return typeof value === "number" && value < Number(operand);
    case "<=": return typeof value === "number" && value <= Number(operand);
    case ">": return typeof value === "number" && value > Number(operand);
    case ">=": return typeof value === "number" && value >= Number(operand);
  }
}

/** Open records unless they are too many, and the deals won on the newest days. */
function keptRows(object: ObjectKind, { field, is }: NonNullable<RollupDefinition["keepsOpen"]>, fields: Fields, all: readonly number[], limits: RollupLimits): number[] {
  const found = all.filter((row) => fields(field)[row] === is);
  const open = found.length <= limits.open ? found : [];
  if (object !== "deal") return open;
  const outcome = fields("outcome");
  const closed = fields("closed");
  const won = all.filter((row) => outcome[row] === "won" && closed[row] !== null).sort((left, right) => Number(closed[right]) - Number(closed[left]));
  let count = 0;
  for (let at = 0; at < won.length && at < limits.newestWon; at++) if (closed[won[at + 1]!] !== closed[won[at]!]) count = at + 1;
  return [...open, ...won.slice(0, count)];
}

/** Values of a field, and of what follows from fields. */
function fieldsOf(object: ObjectKind, reading: Reading<unknown>): Fields {
  const columns = reading.columns as Readonly<Record<string, Cells>>;
  const made = new Map<string, Cells>();
  const follow = (field: string): Cells => {
    const of = (name: string): Cells => columns[name] ?? [];
    const rows = Array.from({ length: reading.count }, (_, row) => row);
    switch (field) {
      case "weighted": return rows.map((row) => (of("amount")[row] === null || of("probability")[row] === null ? null : Number(of("amount")[row]) * Number(of("probability")[row])));
      case "earned": return rows.map((row) => (of("amount")[row] === null || of("margin")[row] === null ? null : Number(of("amount")[row]) * Number(of("margin")[row])));
      case "inStageSince": return rows.map((row) => of("stageSince")[row] ?? of("created")[row] ?? null);
      case "cycle": return rows.map((row) => cycleOf(reading, of, row));
      case "afterConversion": return rows.map((row) => of("isConverted")[row] === true && typeof of("lastActivity")[row] === "number" && typeof of("convertedOn")[row] === "number" && Number(of("lastActivity")[row]) > Number(of("convertedOn")[row]));
      case "heldOn": return isFilled(of("on")) ? of("on") : of("doneOn");
      case "lag": return rows.map((row) => lagBandOf(follow("heldOn")[row] ?? null, [of("created")[row] ?? null, of("modified")[row] ?? null]));
      case "cycleSquares": return rows.map((row) => cycleOf(reading, of, row)).map((days) => (days === null ? null : days * days));
      default: throw new Error(`no such field of ${object}: ${field}`);
    }
  };
  return (field) => {
    const extra = field.startsWith(columnPrefix) ? reading.extras.find(({ header }) => header === field.slice(columnPrefix.length))?.values : undefined;
    const values = extra ?? columns[field] ?? made.get(field) ?? follow(field);
    made.set(field, values);
    return values;
  };
}

/** A field that has a column, if all its cells are empty: only `mapped` knows, and here no test has such a column. */
function isFilled(values: Cells): boolean {
  return values.some((value) => value !== null);
}

function cycleOf({ issues }: Reading<unknown>, of: Fields, row: number): number | null {
  const [created, closed] = [of("created")[row], of("closed")[row]];
  if (typeof created !== "number" || typeof closed !== "number" || of("outcome")[row] === "open" || closed < created) return null;
  return issues.some(({ kind }) => kind === "one-created-date") ? null : closed - created;
}

/** The key of a row's group. */
function grouper(dimensions: readonly Dimension[], object: ObjectKind, fields: Fields, breaks: readonly Day[]): (row: number) => string {
  const parts = dimensions.map((dimension) => ({ values: fields(dimension.field), isDay: isDay(object, dimension.field) }));
  return (row) => JSON.stringify(parts.map(({ values, isDay }) => {
    const value = values[row] ?? null;
    return isDay && value !== null ? bucketOf(value as Day, breaks) : value;
  }));
}

function bucketOf(day: Day, breaks: readonly Day[]): string {
  return `${monthStart(day)} ${breaks.map((one) => (day < one ? "<" : ">")).join("")}`;
}

const followingDays: ReadonlySet<string> = new Set(["closed", "due", "day", "heldOn"]);

function isDay(object: ObjectKind, field: string): boolean {
  return followingDays.has(field) || (fieldTables[object] as FieldTable)[field]?.kind === "day";
}

function groupedOf(dimensions: readonly Dimension[], measures: readonly string[], groups: readonly (readonly number[])[], object: ObjectKind, fields: Fields): Grouped {
  return {
    columns: Object.fromEntries(dimensions.map((dimension) => [dimension.field, groups.map((rows) => firstOf(fields(dimension.field), rows, isDay(object, dimension.field)))])),
    records: groups.map((rows) => rows.length),
    measures: Object.fromEntries(measures.map((name) => [name, measured(fields(name), groups)])),
  };
}

function firstOf(values: Cells, rows: readonly number[], isDay: boolean): CellValue {
  if (!isDay) return values[rows[0]!] ?? null;
  const days = rows.map((row) => values[row]).filter((value) => typeof value === "number");
  return days.length === 0 ? null : days.reduce((least, day) => Math.min(least, day));
}

function measured(values: Cells, groups: readonly (readonly number[])[]): Measured {
  const numbers = groups.map((rows) => rows.map((row) => values[row]).filter((value) => typeof value === "number"));
  return { sum: numbers.map((some) => (some.length === 0 ? null : total(some))), known: numbers.map((some) => some.length) };
}

/** Exact for money: in ten-thousandths where these are whole numbers. */
function total(numbers: readonly number[]): number {
  const parts = numbers.map((number) => Math.round(number * 10_000));
  const isExact = numbers.every((number, at) => Math.abs(number * 10_000 - parts[at]!) < 1e-3);
  return isExact ? Number(parts.reduce((sum, part) => sum + BigInt(part), 0n)) / 10_000 : numbers.reduce((sum, number) => sum + number, 0);
}

/** By stage where the records are deals. */
function filledOf({ table, recognition, reading }: Import): Groups["filled"] {
  const columns = reading.columns as Readonly<Record<string, Cells>>;
  const fieldOf = new Map(Object.entries(recognition.mapping).map(([field, header]) => [header, field]));
  const stages = recognition.object === "deal" ? columns["stage"]! : null;
  const rows = Array.from({ length: reading.count }, (_, row) => row);
  const byStage = gather(rows, (row) => String(stages?.[row] ?? ""));
  return table.header.flatMap((header) => {
    const field = fieldOf.get(header);
    const values = field ? columns[field] : reading.extras.find((extra) => extra.header === header)?.values;
    if (!values) return [];
    return byStage.map((group) => ({ header, stage: stages ? String(stages[group[0]!] ?? "") || null : null, records: group.length, filled: group.filter((row) => values[row] !== null).length }));
  });
}

function columnsOf(plain: Import, rows: readonly (readonly number[])[], kept: ReadonlySet<number>, taken: readonly Dimension[], measures: readonly string[], fields: Fields): Record<string, Cells> {
  const { object } = plain.recognition;
  const names = Object.keys(plain.reading.columns);
  return Object.fromEntries(names.map((field) => {
    if (field === "row") return [field, rows.map((_, at) => at + 2)];
    const values = fields(field);
    const dimension = taken.find((one) => one.field === field);
    const sums = measures.includes(field) ? measured(values, rows).sum : null;
    return [field, rows.map((group, at) => {
      if (kept.has(group[0]!)) return values[group[0]!] ?? null;
      if (field === "currency" && plain.recognition.mapping["currency"] === undefined && !isOfSeveral(plain.reading)) return group.map((row) => values[row]).find((value) => value !== null) ?? null;
      return dimension ? firstOf(values, group, isDay(object, field)) : sums ? sums[at]! : null;
    })];
  }));
}

function extrasOf(extras: readonly ExtraColumn[], rows: readonly (readonly number[])[], kept: ReadonlySet<number>): ExtraColumn[] {
  return extras.map(({ header, values }) => ({ header, values: rows.map(([row]) => (kept.has(row!) ? values[row!]! : null)) }));
}
