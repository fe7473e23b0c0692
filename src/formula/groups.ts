// Counts, sums and means over groups of records, by SUMIFS; what groups cannot tell is looked up among the answers of an engine.

import { countifs, averageifs, knownSumifs, medianifs, sumifs } from "./aggregate";
import { answer, fieldOf } from "./answer";
import { ungrouped, type Column } from "./column";
import { is, isFilled, type Criterion } from "./criteria";
import type { Answer } from "../crm/groups";
import type { Grouping, Together } from "./grouping";
import { inReporting, overRated, overRates, ratedCount, ratedSum, type RateTable } from "./rated";
import type { Question } from "./question";
import { add, assured, call, divide, literal, subtract, whereAny, type Figure, type Term } from "./term";
import type { CellValue } from "../values";

/** One table of groups: each row is so many records. */
export interface GroupTable {
  readonly records: Column<number>;
  /** What the records are grouped by, by field. */
  readonly dimensions: ReadonlyMap<string, Column>;
  /** Sums, and how many records have a number, by field. */
  readonly measures: ReadonlyMap<string, { readonly sum: Column; readonly known: Column<number> }>;
  /** Its amounts are in the currency of each row, where there are several. */
  readonly asWritten?: true;
}

/** All records of an object, grouped in one or several ways. */
export interface GroupTables {
  readonly object: Question["object"];
  /** The main table first; each holds all records. */
  readonly tables: readonly GroupTable[];
  /** Where all records still open are rows of their own in the main table: all its columns, by field. */
  readonly each: ReadonlyMap<string, Column> | null;
  /** What says that a record is still open: a field and its word in questions. */
  readonly open: { readonly field: string; readonly is: string } | null;
  /** What a text shown stands for in a question: `Won` is `won`. */
  readonly rawOf: (field: string, shown: string) => string;
  readonly days: ReadonlySet<string>;
  /** Days that cut groups apart: of any other day a group may have records on both sides. */
  readonly cuts: Column<number>;
  /** What they are grouped by was worked out deal by deal: no engine answers a question of it. */
  readonly isDerived?: true;
  /** Where amounts are in several currencies. */
  readonly rates?: RateTable;
  readonly answers: ReadonlyMap<string, Answer>;
  /** Filled while the workbook is planned: every question asked, by its key. */
  readonly asked: Map<string, Question>;
  /** The table of answers: its name and headers. */
  readonly figures: { readonly table: string; readonly key: string; readonly value: string };
}

/** A column of such a table, counted by its records. */
export function groupedColumn(column: Column, field: string, grouping: Grouping): Column {
  return { ...column, field, grouping };
}

/** The way all columns of these tables are counted. */
export function groupingOf(tables: GroupTables): Grouping {
  return {
    rows: () => sumifs(ungrouped(main(tables).records)),
    count: (criteria) => count(tables, criteria),
    sum: (column, criteria) => sum(tables, column, criteria),
    knownSum: (column, criteria) => knownSum(tables, column, criteria),
    mean: (column, criteria) => mean(tables, column, criteria),
    median: (column, criteria) => (isEach(tables, criteria) ? medianifs(eachColumn(tables, column), ...onEach(tables, criteria)) : ratesOf(tables, column) ? literal("") : answer(tables, "median", column, criteria)),
    highest: (column, criteria) => answer(tables, "highest", column, criteria),
    isCutAt: (day) => isCutOn(tables.cuts, day),
    together: (columns) => together(tables, columns),
  };
}

function count(tables: GroupTables, criteria: readonly Criterion[]): Term<number> {
  if (isEach(tables, criteria)) return countifs(...onEach(tables, criteria));
  return whileCut(tables, criteria, counted(tables, criteria));
}

function counted(tables: GroupTables, criteria: readonly Criterion[]): Term<number> {
  const empty = criteria.find(({ column, operator }) => operator === "empty" && isMeasure(tables, column));
  if (empty) return subtract(counted(tables, without(criteria, empty)), counted(tables, [...without(criteria, empty), isFilled(empty.column)]));
  return countable(tables, criteria) ?? askCount(tables, criteria);
}

function without(criteria: readonly Criterion[], one: Criterion): readonly Criterion[] {
  return criteria.filter((criterion) => criterion !== one);
}

function sum(tables: GroupTables, column: Column, criteria: readonly Criterion[]): Term<number> {
  if (isEach(tables, criteria)) return sumifs(eachColumn(tables, column), ...onEach(tables, criteria));
  return whileCut(tables, criteria, summed(tables, column, criteria));
}

function summed(tables: GroupTables, column: Column, criteria: readonly Criterion[]): Term<number> {
  const others = criteria.filter((criterion) => !isFilledOf(criterion, column));
  const table = tableOf(tables, others, fieldOf(column));
  const measure = table?.measures.get(fieldOf(column));
  if (!table || !measure) return askSum(tables, column, criteria);
  const rates = table.asWritten && ratesOf(tables, column);
  return rates ? ratedSum(rates, ungrouped(measure.sum), currencyOf(table), onTable(table, others)) : sumifs(ungrouped(measure.sum), ...onTable(table, others));
}

function knownSum(tables: GroupTables, column: Column, criteria: readonly Criterion[]): Term<Figure> {
  if (isEach(tables, criteria)) return knownSumifs(eachColumn(tables, column), ...onEach(tables, criteria));
  const [all, known] = [counted(tables, criteria), counted(tables, [...criteria, isFilled(column)])];
  const total = summed(tables, column, criteria);
  return whileCut(tables, criteria, call(`IF(AND(${all.text}>0,${known.text}=0),"",${total.text})`, all.value > 0 && known.value === 0 ? "" : total.value, all, known, total));
}

function mean(tables: GroupTables, column: Column, criteria: readonly Criterion[]): Term<Figure> {
  if (isEach(tables, criteria)) return averageifs(eachColumn(tables, column), ...onEach(tables, criteria));
  const known = counted(tables, [...criteria, isFilled(column)]);
  const total = summed(tables, column, criteria);
  return whileCut(tables, criteria, whereAny(known, divide(total, known)));
}

/** How many records there are, or how many of them have a number in the one measure asked for; null where no table can tell. */
function countable(tables: GroupTables, criteria: readonly Criterion[]): Term<number> | null {
  const measured = criteria.filter(({ column }) => isMeasure(tables, column));
  const [first] = measured;
  if (!first) {
    const table = tableOf(tables, criteria, null);
    return table && sumifs(ungrouped(table.records), ...onTable(table, criteria));
  }
  if (!measured.every((criterion) => isFilledOf(criterion, first.column))) return null;
  const others = criteria.filter((criterion) => !measured.includes(criterion));
  const table = tableOf(tables, others, fieldOf(first.column));
  const measure = table?.measures.get(fieldOf(first.column));
  if (!table || !measure) return null;
  const rates = ratesOf(tables, first.column);
  return rates ? ratedCount(rates, ungrouped(measure.known), currencyOf(table), onTable(table, others)) : sumifs(ungrouped(measure.known), ...onTable(table, others));
}

/** The rates where a column holds amounts in several currencies. */
function ratesOf({ rates }: GroupTables, column: Column): RateTable | undefined {
  return rates?.fields.has(fieldOf(column)) ? rates : undefined;
}

function currencyOf({ dimensions }: GroupTable): Column {
  return ungrouped(dimensions.get("currency")!);
}

function main(tables: GroupTables): GroupTable {
  const [first] = tables.tables;
  if (!first) throw new Error(`no table of groups: ${tables.object}`);
  return first;
}

function tableOf(all: GroupTables, criteria: readonly Criterion[], measure: string | null): GroupTable | null {
  if (!criteria.every((criterion) => isCut(all, criterion))) return null;
  return all.tables.find((table) => (measure === null || hasMeasure(all, table, measure)) && criteria.every(({ column }) => table.dimensions.has(fieldOf(column)))) ?? null;
}

/** Amounts of several currencies are told apart only where the table has a column of them. */
function hasMeasure({ rates }: GroupTables, { measures, dimensions }: GroupTable, field: string): boolean {
  return measures.has(field) && (!rates?.fields.has(field) || dimensions.has("currency"));
}

function onTable(table: GroupTable, criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.map((criterion) => criterion.on(ungrouped(table.dimensions.get(fieldOf(criterion.column))!)));
}

/** Whether only records are asked for that are rows of their own. */
function isEach(tables: GroupTables, criteria: readonly Criterion[]): boolean {
  const { each } = tables;
  return each !== null && criteria.every(({ column }) => column.field === undefined || each.has(column.field)) && asksOpen(tables, criteria);
}

function asksOpen({ rawOf, open }: GroupTables, criteria: readonly Criterion[]): boolean {
  return open !== null && criteria.some(({ column, operator, operand }) => operator === "is" && column.field === open.field && rawOf(open.field, String(operand?.value)) === open.is);
}

function onEach(tables: GroupTables, criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.map((criterion) => criterion.on(eachColumn(tables, criterion.column)));
}

/** A column without a field is one of the source's own, beside the others. */
function eachColumn({ each }: GroupTables, column: Column): Column {
  if (column.field === undefined) return ungrouped(column);
  const found = each?.get(fieldOf(column));
  if (!found) throw new Error(`no column of single records: ${column.text}`);
  return ungrouped(found);
}

/** The days a comparison parts: all records of a group are on one side of each. */
function partedBy({ operator, operand }: Criterion): readonly Term<number>[] {
  const day = operand as Term<number>;
  switch (operator) {
    case ">=": case "<": return [day];
    case ">": case "<=": return [add(day, literal(1))];
    case "=": return [day, add(day, literal(1))];
    default: return [];
  }
}

function isCut({ days, cuts }: GroupTables, criterion: Criterion): boolean {
  if (!days.has(fieldOf(criterion.column))) return true;
  return partedBy(criterion).every(({ value }) => isCutOn(cuts, value));
}

function isCutOn({ values }: Column<number>, day: number): boolean {
  return cutsOf(values).has(day);
}

function cutsOf(values: readonly number[]): ReadonlySet<number> {
  const known = cutSets.get(values) ?? new Set(values);
  cutSets.set(values, known);
  return known;
}

const cutSets = new WeakMap<readonly number[], ReadonlySet<number>>();

/** `#N/A` once a cell asks for a day that cuts no groups apart: it takes a new rollup to tell. An answer needs no such test: its key has the day. */
function whileCut<V extends Figure>(tables: GroupTables, criteria: readonly Criterion[], term: Term<V>): Term<V> {
  const { days, cuts } = tables;
  if (term.text.startsWith("IFERROR(") || !criteria.every((criterion) => isCut(tables, criterion))) return term;
  const asked = criteria.filter(({ column, operand }) => days.has(fieldOf(column)) && operand !== null && !/^-?[\d.]+$/.test(operand.text)).flatMap(partedBy);
  const tests = [...new Set(asked.map(({ text }) => `COUNTIF(${cuts.text},${text})`))];
  return tests.length === 0 ? term : call(`IF(${tests.join("*")},${term.text},NA())`, term.value, term, ...asked);
}

function isMeasure({ tables }: GroupTables, column: Column): boolean {
  return tables.some(({ measures }) => measures.has(fieldOf(column)));
}

function isFilledOf({ operator, column }: Criterion, of: Column): boolean {
  return operator === "filled" && column.field === of.field;
}

/** Amounts are asked for currency by currency; which are above some amount in the reporting one nobody can say. */
function askCount(tables: GroupTables, criteria: readonly Criterion[]): Term<number> {
  const measured = criteria.find(({ column }) => ratesOf(tables, column));
  const rates = measured && ratesOf(tables, measured.column);
  if (!rates) return assured(answer(tables, "count", null, criteria));
  return measured.operator === "filled" ? overRated(rates, (name) => assured(answer(tables, "count", null, [...criteria, inCurrency(name)]))) : assured(literal<Figure>(""));
}

function askSum(tables: GroupTables, column: Column, criteria: readonly Criterion[]): Term<number> {
  const rates = ratesOf(tables, column);
  return rates ? overRates(rates, (name) => assured(answer(tables, "sum", column, [...criteria, inCurrency(name)]))) : assured(answer(tables, "sum", column, criteria));
}

function inCurrency(name: Term<string>): Criterion {
  return is({ text: "", values: [], field: "currency" }, name);
}

function together(all: GroupTables, columns: readonly Column[]): Together | null {
  const found = all.tables.find((table) => columns.every((column) => table.dimensions.has(fieldOf(column)) || hasMeasure(all, table, fieldOf(column))));
  return found ? { records: found.records.values, columns: columns.map((column) => found.dimensions.get(fieldOf(column))?.values ?? sumsOf(all, found, column)) } : null;
}

/** Sums of a measure row by row, in the reporting currency. */
function sumsOf(tables: GroupTables, table: GroupTable, column: Column): readonly CellValue[] {
  const { values } = table.measures.get(fieldOf(column))!.sum;
  const rates = table.asWritten && ratesOf(tables, column);
  if (!rates) return values;
  const currencies = currencyOf(table).values;
  return values.map((value, row) => inReporting(rates, value, currencies[row]));
}
