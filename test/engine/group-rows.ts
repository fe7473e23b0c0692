// Groups and answers from plain rows, in plain loops: what an engine's must be equal to, and what stands in for an engine.

import type { Grouped, Groups, Measured } from "../../src/crm/groups";
import type { ExtraColumn, ObjectKind, Reading } from "../../src/crm/reading";
import type { RecordOfObject } from "../../src/crm/read";
import { fieldTables } from "../../src/crm/objects/tables";
import type { FieldTable } from "../../src/crm/fields";
import { customerDimensions, dimensionsOf, isTold, measuresOf, rollupLimits, ungroupedFields, type Dimension, type RollupLimits } from "../../src/engine/rollups/definition";
import { rollupDefinitions } from "../../src/engine/rollups/definitions";
import { keyOfQuestion, type Condition, type Question } from "../../src/formula/question";
import { lagBandOf } from "../../src/metrics/timeliness";
import type { Import } from "../../src/sheets/data/import";
import { monthStart, type CellValue, type Day } from "../../src/values";
import { pathsOf } from "./path-rows";

export interface GroupOptions {
  /** Days at which months are cut: a group is before such a day, or on it and after. */
  readonly breaks: readonly Day[];
  readonly limits?: Partial<RollupLimits>;
  readonly questions?: readonly Question[];
}

type Cells = readonly CellValue[];
type Fields = (field: string) => Cells;

/** The import as an engine would give it. */
export function groupRows<K extends ObjectKind>(plain: Import<K>, { breaks, limits: given, questions = [] }: GroupOptions): Import<K> {
  const limits = { ...rollupLimits, ...given };
  const { reading, recognition, table } = plain;
  const { object, mapping } = recognition;
  const definition = rollupDefinitions[object];
  const mapped = new Set(Object.keys(mapping));
  const fields = fieldsOf(object, reading);
  const all = Array.from({ length: reading.count }, (_, row) => row);
  const kept = new Set(definition.keepsOpen ? keptRows(fields, all, limits) : []);
  const eachOpen = definition.keepsOpen && all.every((row) => fields("outcome")[row] !== "open" || kept.has(row));
  const loose = all.filter((row) => !kept.has(row));
  const dimensions = dimensionsOf(definition, mapped).filter(({ ofOpen }) => !ofOpen || !eachOpen);
  // Null in every group where each open deal is a row of its own.
  const known = dimensions.filter(({ field }) => field !== "due" || !eachOpen);
  const keyed = (dimensions: readonly Dimension[]) => grouper(dimensions, object, fields, breaks);
  const count = mostKeys(loose, known, 0, keyed, Math.max(1, limits.rows - kept.size));
  const taken = known.slice(0, count);
  const left = known.slice(count);
  const measures = measuresOf(definition, mapped).map(({ name }) => name);
  const more: Grouped[] = [];
  const leftOut = left.filter(({ ofOpen, field }) => ofOpen || field === "due").map(({ field }) => field);
  let open = left.filter(({ field }) => !leftOut.includes(field));
  while (open.length > 0) {
    const beside = known.filter((one) => definition.beside.includes(one.field) && !open.includes(one));
    const found = mostKeys(all, [...beside, ...open], beside.length, keyed, limits.more);
    const by = [...beside, ...open].slice(0, found);
    if (found > beside.length) more.push(groupedOf(by, measures, gather(all, keyed(by)), object, fields));
    else leftOut.push(open[0]!.field);
    open = open.slice(Math.max(1, found - beside.length));
  }
  for (const { by, may } of definition.also ?? []) {
    if (!by.every((one) => isTold(one, mapped))) continue;
    const told = may.filter((one) => isTold(one, mapped));
    const fieldsHere = [...by, ...told].map(({ field }) => field);
    if ([taken.map(({ field }) => field), ...more.map(({ columns }) => Object.keys(columns))].some((others) => fieldsHere.every((field) => others.includes(field)))) continue;
    const found = [[...told, ...by], by].map((dimensions) => ({ dimensions, groups: gather(all, keyed(dimensions)) })).find(({ groups }) => groups.length <= limits.also);
    if (found) more.push(groupedOf(found.dimensions, [], found.groups, object, fields));
  }
  let customers: Grouped | null = null;
  const by = customerDimensions(definition, mapped);
  if (by) {
    const who = by.find(({ field }) => field !== "currency")!.field;
    const groups = gather(all, keyed(by)).filter((rows) => fields(who)[rows[0]!] !== null);
    if (groups.length <= limits.customers) customers = customersOf(by, definition.customer!.day, measures, groups, object, fields);
  }
  const rows = [...[...kept].map((row) => [row]), ...gather(loose, keyed(taken))];
  const groups: Groups = {
    dimensions: dimensions.filter((one) => taken.includes(one) || !known.includes(one)).map(({ field }) => field),
    breaks: [...breaks].sort((left, right) => left - right),
    records: rows.map((row) => row.length),
    measures: Object.fromEntries(measures.map((name) => [name, measured(fields(name), rows)])),
    filled: filledOf(plain),
    more,
    customers,
    ...(definition.paths ? { paths: pathsOf(definition.paths, fields, reading.count, { breaks, mapped, most: limits.paths }) } : {}),
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

/** As many of the dimensions, in their order, as make no more groups than `most`. */
function mostKeys(rows: readonly number[], dimensions: readonly Dimension[], least: number, keyed: (dimensions: readonly Dimension[]) => (row: number) => string, most: number): number {
  let count = least;
  while (count < dimensions.length && gather(rows, keyed(dimensions.slice(0, count + 1))).length <= most) count++;
  return count;
}

/** What an engine would answer. */
export function answerRows<K extends ObjectKind>({ reading, recognition }: Import<K>, questions: readonly Question[]): ReadonlyMap<string, number | null> {
  const fields = fieldsOf(recognition.object, reading);
  return new Map(questions.map((question) => {
    const rows = Array.from({ length: reading.count }, (_, row) => row).filter((row) => question.where.every((condition) => meets(fields(condition.field)[row] ?? null, condition)));
    return [keyOfQuestion(question), answer(question, rows, fields)];
  }));
}

function answer({ ask, field }: Question, rows: readonly number[], fields: Fields): number | null {
  if (ask === "count") return rows.length;
  const numbers = rows.map((row) => fields(field!)[row]).filter((value) => typeof value === "number").sort((left, right) => left - right);
  if (numbers.length === 0) return null;
  switch (ask) {
    case "sum": return total(numbers);
    case "lowest": return numbers[0]!;
    case "highest": return numbers.at(-1)!;
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

/** Open deals unless they are too many, and those won on the newest days. */
function keptRows(fields: Fields, all: readonly number[], limits: RollupLimits): number[] {
  const outcome = fields("outcome");
  const closed = fields("closed");
  const open = all.filter((row) => outcome[row] === "open");
  const won = all.filter((row) => outcome[row] === "won" && closed[row] !== null).sort((left, right) => Number(closed[right]) - Number(closed[left]));
  let count = 0;
  for (let at = 0; at < won.length && at < limits.newestWon; at++) if (closed[won[at + 1]!] !== closed[won[at]!]) count = at + 1;
  return [...(open.length <= limits.open ? open : []), ...won.slice(0, count)];
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
      case "inStageSince": return rows.map((row) => of("stageSince")[row] ?? of("created")[row] ?? null);
      case "cycle": return rows.map((row) => cycleOf(reading, of, row));
      case "heldOn": return isFilled(of("on")) ? of("on") : of("doneOn");
      case "lag": return rows.map((row) => lagBandOf(follow("heldOn")[row] ?? null, [of("created")[row] ?? null, of("modified")[row] ?? null]));
      case "cycleSquares": return rows.map((row) => cycleOf(reading, of, row)).map((days) => (days === null ? null : days * days));
      default: throw new Error(`no such field of ${object}: ${field}`);
    }
  };
  return (field) => {
    const values = columns[field] ?? made.get(field) ?? follow(field);
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
  const parts = dimensions.map((dimension) => ({ values: shown(dimension, fields), isDay: isDay(object, dimension.field) }));
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

function shown({ field, ofOpen }: Dimension, fields: Fields): Cells {
  const values = fields(field);
  return ofOpen ? values.map((value, row) => (fields("outcome")[row] === "open" ? value : null)) : values;
}

function gather(rows: readonly number[], keyOf: (row: number) => string): number[][] {
  const groups = new Map<string, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}

function groupedOf(dimensions: readonly Dimension[], measures: readonly string[], groups: readonly (readonly number[])[], object: ObjectKind, fields: Fields): Grouped {
  return {
    columns: Object.fromEntries(dimensions.map((dimension) => [dimension.field, groups.map((rows) => firstOf(fields(dimension.field), rows, isDay(object, dimension.field)))])),
    records: groups.map((rows) => rows.length),
    measures: Object.fromEntries(measures.map((name) => [name, measured(fields(name), groups)])),
  };
}

/** A customer's first and last day, and on how many days it bought (`days`). */
function customersOf(by: readonly Dimension[], day: string, measures: readonly string[], groups: readonly (readonly number[])[], object: ObjectKind, fields: Fields): Grouped {
  const grouped = groupedOf(by, measures, groups, object, fields);
  const days = groups.map((rows) => [...new Set(rows.map((row) => fields(day)[row]).filter((value) => typeof value === "number"))].sort((left, right) => left - right));
  return {
    ...grouped,
    columns: { ...grouped.columns, first: days.map((some) => some[0] ?? null), last: days.map((some) => some.at(-1) ?? null) },
    measures: { ...grouped.measures, days: { sum: days.map((some) => some.length), known: groups.map((rows) => rows.length) } },
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
      if (field === "currency" && plain.recognition.mapping["currency"] === undefined) return group.map((row) => values[row]).find((value) => value !== null) ?? null;
      return dimension ? firstOf(shown(dimension, fields), group, isDay(object, field)) : sums ? sums[at]! : null;
    })];
  }));
}

function extrasOf(extras: readonly ExtraColumn[], rows: readonly (readonly number[])[], kept: ReadonlySet<number>): ExtraColumn[] {
  return extras.map(({ header, values }) => ({ header, values: rows.map(([row]) => (kept.has(row!) ? values[row!]! : null)) }));
}
