// What a table of groups has beside the columns of an export: how many records a row is, and the same records grouped in other ways.

import type { Groups, Grouped, Filled } from "../../crm/groups";
import { fieldTables } from "../../crm/objects/tables";
import type { ObjectKind } from "../../crm/reading";
import { column, type Column } from "../../formula/column";
import { groupedColumn, groupingOf, type GroupTable, type GroupTables } from "../../formula/groups";
import type { RateTable } from "../../formula/rated";
import type { Question } from "../../formula/question";
import type { FilledTable } from "../../metrics/model";
import type { WholeText } from "../../text/whole";
import { addMonths, lastDay, monthStart, type CellValue, type Day } from "../../values";
import type { DataTable, TableGroups } from "../context";
import { ratesTableName, type Rates } from "../rates";
import type { Format } from "../plan";
import { asWrittenField, moneyFields } from "./in-reporting";
import { asColumn, columnOf, dataTableSpec, fieldColumn, fieldsOf, headerOf, uniqueHeaders, type FieldColumn } from "./columns";

/** The table of answers, on a sheet of its own. */
export const answersTableName = "RollupFigures";

const knownEnd = ".known";

/** Field of the column that says how many records a row is. */
const recordsField = "records";

/** How many records each row is, and of each measure how many have it. */
export function groupColumns({ records, measures }: Groups, text: WholeText): readonly FieldColumn[] {
  return [recordsColumn(records, text), ...Object.entries(measures).map(([field, { known }]) => knownColumn(field, measureHeader(field, text), known, text))];
}

/** How many records each row is. */
export function recordsColumn(records: readonly number[], text: WholeText): FieldColumn {
  return fieldColumn(recordsField, text.tables.groups.records, "count", records);
}

/** How many records of each row have a measure. */
export function knownColumn(field: string, header: string, known: readonly number[], text: WholeText): FieldColumn {
  return fieldColumn(knownField(field), text.tables.groups.known(header), "count", known);
}

/** Measures that have no column of their own in the table yet: what follows from a field, as the sum of it. */
export function measureColumns(object: ObjectKind, { measures }: Groups, has: ReadonlySet<string>, text: WholeText): readonly FieldColumn[] {
  return Object.entries(measures).flatMap(([field, { sum }]) => (has.has(field) ? [] : [fieldColumn(field, measureHeader(field, text), measureFormat(object, field), sum)]));
}

/** The columns of a table by field, counted by their records; and the other tables of the same records. */
export function groupedTables(object: ObjectKind, name: string, groups: Groups, fields: ReadonlyMap<string, Column>, text: WholeText, { rates = null, ...kind }: Pick<GroupTables, "isDerived"> & { readonly rates?: Rates | null } = {}): TableGroups & Pick<DataTable, "fields"> {
  const others = otherTables(object, name, groups.more, text);
  const filled = groups.filled.length === 0 ? [] : [filledTable(object, name, groups.filled, text)];
  const tables: GroupTables = {
    ...kind,
    object,
    tables: [groupTable(groups.dimensions, Object.keys(groups.measures), fields), ...others.map(({ fields: own }, at) => groupTable(Object.keys(groups.more[at]!.columns), Object.keys(groups.more[at]!.measures), own, rates !== null))],
    ...(rates ? { rates: rateTable(object, rates, text) } : {}),
    each: groups.eachOpen ? fields : null,
    open: openOf[object] ?? null,
    rawOf: (field, shown) => rawOf(field, shown, text),
    days: new Set([...daysFollowing, ...Object.entries<{ readonly kind: string }>(fieldTables[object]).flatMap(([field, { kind }]) => (kind === "day" ? [field] : []))]),
    cuts: column(cutsTableName(name), text.tables.groups.cut, cutDays(groups)),
    answers: groups.answers,
    asked: new Map<string, Question>(),
    figures: { table: answersTableName, key: text.tables.groups.figure, value: text.tables.groups.value },
  };
  const grouping = groupingOf(tables);
  // What only another table is grouped by is found there.
  const all = [...others.flatMap((other) => [...other.fields].filter(([field]) => field !== recordsField && !field.endsWith(knownEnd))), ...fields];
  return { fields: new Map(all.map(([field, column]) => [field, groupedColumn(column, field, grouping)])), more: [...others, ...filled], tables, customers: groups.customers, paths: groups.paths };
}

/** Two tables that would have one name get numbers. */
function otherTables(object: ObjectKind, name: string, more: readonly Grouped[], text: WholeText): readonly DataTable[] {
  const used = new Set<string>();
  return more.map((one) => {
    const made = otherTable(object, name, one, text);
    const isNew = !used.has(made.spec.name);
    used.add(made.spec.name);
    return isNew ? made : otherTable(object, name, one, text, `${used.size}`);
  });
}

/** The days at which the groups of a table are cut: each month of forty years, the breaks, and the end of all time, where an open window ends. */
function cutDays({ breaks }: Groups): readonly number[] {
  const [first, last] = [Math.min(...breaks), Math.max(...breaks)] as [Day, Day];
  const months = Array.from({ length: 12 * 40 }, (_, back) => addMonths(monthStart(last), 12 * 10 - back));
  return breaks.length === 0 ? [] : [...new Set([...months, ...breaks, lastDay + 1])].sort((left, right) => left - right).filter((day) => day >= addMonths(first, -12 * 30));
}

export function cutsTableName(main: string): string {
  return `${main}Cuts`;
}

/** What says that a record is still open, as questions say it. */
const openOf: Partial<Record<ObjectKind, { readonly field: string; readonly is: string }>> = { deal: { field: "outcome", is: "open" }, lead: { field: "isConverted", is: "false" } };

/** Fields that follow from others and hold days. */
const daysFollowing = ["closed", "due", "inStageSince", "day", "heldOn", "cohort"] as const;

/** How formulas see a table: the fields its rows are told apart by, and what is summed. */
export function groupTable(dimensions: readonly string[], measures: readonly string[], fields: ReadonlyMap<string, Column>, asWritten = false): GroupTable {
  const of = (field: string) => columnOf(fields, field);
  // A field that no record has is in the groups, yet has no column.
  return {
    records: of(recordsField) as Column<number>,
    dimensions: new Map(dimensions.flatMap((field): [string, Column][] => (fields.has(field) ? [[field, of(field)]] : []))),
    measures: new Map(measures.map((field) => [field, { sum: of(field), known: of(knownField(field)) as Column<number> }])),
    ...(asWritten ? { asWritten } : {}),
  };
}

function rateTable(object: ObjectKind, rates: Rates, { tables: { rates: headers } }: WholeText): RateTable {
  return {
    fields: moneyFields(object),
    currency: column(ratesTableName, headers.currency, rates.map((one) => one.currency)), rate: column(ratesTableName, headers.rate, rates.map((one) => one.rate)),
  };
}

/** The same records by other fields; named by the last, which is what the main table lacks. */
function otherTable(object: ObjectKind, main: string, grouped: Grouped, text: WholeText, number = ""): DataTable {
  const by = Object.keys(grouped.columns).at(-1) ?? "";
  const name = `${main}By${by.charAt(0).toUpperCase()}${by.slice(1)}${number}`;
  const columns = uniqueHeaders([
    ...Object.entries(grouped.columns).map(([field, values]) => fieldColumn(field, dimensionHeader(field, text), formatOf(object, field), shownValues(field, values, text))),
    recordsColumn(grouped.records, text),
    ...Object.entries(grouped.measures).flatMap(([field, { sum, known }]) => [
      fieldColumn(field, measureHeader(field, text), measureFormat(object, field), sum), knownColumn(field, measureHeader(field, text), known, text),
    ]),
  ]);
  return { spec: dataTableSpec(name, [], columns), sheet: text.tables.groups.by(text.tables.sheets[object], `${by === "lag" ? text.tables.groups.lagSheet : dimensionHeader(by, text)}${number}`), fields: fieldsOf(name, columns), columns, note: text.tables.groups.note };
}

/** The table that says how many records of a table have each column filled. */
export function filledTableName(main: string): string {
  return `${main}Filled`;
}

function filledTable(object: ObjectKind, main: string, filled: readonly Filled[], text: WholeText): DataTable {
  const name = filledTableName(main);
  const headers = text.tables.groups;
  const columns = [
    fieldColumn("header", text.tables.completeness.column, "text", filled.map((one) => one.header)),
    fieldColumn("stage", text.tables.stages.stage, "text", filled.map((one) => one.stage)),
    recordsColumn(filled.map((one) => one.records), text),
    fieldColumn("filled", headers.filledRecords, "count", filled.map((one) => one.filled)),
  ];
  return { spec: dataTableSpec(name, [], columns), sheet: headers.filled(text.tables.sheets[object]), fields: fieldsOf(name, columns), columns, note: headers.filledNote };
}

/** A column that says of a group what no record has: how many they are, how many have a number, a sum that no field of a record is. */
export function isOfGroups(field: string): boolean {
  return field === recordsField || field === "cycleSquares" || field === asWrittenField("weighted") || field.endsWith(knownEnd);
}

function knownField(field: string): string {
  return `${field}${knownEnd}`;
}

function dimensionHeader(field: string, text: WholeText): string {
  const following: Readonly<Record<string, string>> = { outcome: text.tables.deals.outcome, closed: text.tables.deals.closed, due: text.tables.deals.due, inStageSince: text.tables.deals.stageSince, isConverted: text.tables.leads.converted, day: headerOf("on", text), heldOn: headerOf("on", text), lag: text.tables.groups.lag };
  return following[field] ?? headerOf(field, text);
}

function measureHeader(field: string, text: WholeText): string {
  const following: Readonly<Record<string, string>> = { weighted: text.tables.deals.weighted, cycle: text.tables.deals.cycle, cycleSquares: text.tables.groups.cycleSquares, earned: text.tables.groups.earned, daysInStage: text.tables.moves.daysInStage };
  return following[field] ?? headerOf(field, text);
}

/** Sums: of money in money, of days in whole ones; shares added up are no shares. */
function measureFormat(object: ObjectKind, field: string): Format {
  const kind = fieldTables[object][field as never] as { readonly kind: string } | undefined;
  if (kind?.kind === "money" || field === "weighted" || field === "amount") return "money";
  if (field === "daysInStage") return "days";
  if (field === "cycle" || field === "cycleSquares") return "count";
  return kind?.kind === "number" ? "general" : "decimal";
}

function formatOf(object: ObjectKind, field: string): Format {
  const kind = fieldTables[object][field as never] as { readonly kind: string } | undefined;
  if (kind?.kind === "day" || daysFollowing.some((one) => one === field)) return "day";
  return kind?.kind === "percent" ? "percent" : kind?.kind === "number" || kind?.kind === "money" || field === "lag" ? "general" : "text";
}

/** Values of a field of groups as a data table has them: flags and outcomes in words. */
export function shownValues(field: string, values: readonly CellValue[], text: WholeText): readonly CellValue[] {
  const outcomes: Readonly<Record<string, string>> = text.tables.outcome;
  return values.map((value) => (typeof value === "boolean" ? (value ? text.tables.yes : text.tables.no) : field === "outcome" ? (outcomes[String(value)] ?? value) : value));
}

/** What the words of a column stand for: `Won` for `won`, `Yes` for `true`. */
function rawOf(field: string, shown: string, text: WholeText): string {
  const same = (word: string) => word.toLowerCase() === shown.toLowerCase();
  if (field === "outcome") return Object.entries(text.tables.outcome).find(([, word]) => same(word))?.[0] ?? shown;
  return field.startsWith("is") || field === "converted" || field === "churned" ? (same(text.tables.yes) ? "true" : same(text.tables.no) ? "false" : shown) : shown;
}

/** The columns as formulas see them. */
export function filledColumns(table: DataTable): FilledTable {
  const [header, stage, records, filled] = table.columns.map(({ spec }) => asColumn(table.spec.name, spec));
  return { header: header!, stage: stage!, records: records!, filled: filled! };
}
