// Counts, sums, means and medians of the rows of a table that meet conditions.

import type { Column } from "./column";
import type { Grouping } from "./grouping";
import { isFilled, rowsWhere, type Criterion } from "./criteria";
import { call, type Figure, type Term } from "./term";

/** How many rows a table has. */
export function rowsOf(column: Column): Term<number> {
  return column.grouping?.rows() ?? call(`ROWS(${column.text})`, column.values.length);
}

/** How many rows meet every criterion; with none, how many there are. */
export function countifs(...criteria: readonly Criterion[]): Term<number> {
  return groupingOf(criteria)?.count(criteria) ?? call(countText(criteria), rowsWhere(criteria).length);
}

/** Sum of a column over the rows that meet every criterion; what is not a number adds nothing. */
export function sumifs(column: Column, ...criteria: readonly Criterion[]): Term<number> {
  if (column.grouping) return column.grouping.sum(column, criteria);
  if (criteria.length === 0) return call(`SUM(${column.text})`, totalOf(column));
  return call(sumText(column, criteria), sumOf(rowsWhere(criteria), column));
}

/** As `sumifs`, but "" where there are such rows and none of them has a number: unknown is not zero. */
export function knownSumifs(column: Column, ...criteria: readonly Criterion[]): Term<Figure> {
  if (column.grouping) return column.grouping.knownSum(column, criteria);
  const rows = rowsWhere(criteria);
  const value = rows.length > 0 && !hasNumber(rows, column) ? "" : sumOf(rows, column);
  return call(`IF(AND(${countText(criteria)}>0,${countText([...criteria, isFilled(column)])}=0),"",${sumText(column, criteria)})`, value);
}

/** Mean of a column's numbers over the rows that meet every criterion; "" when there are none. */
export function averageifs(column: Column, ...criteria: readonly Criterion[]): Term<Figure> {
  if (column.grouping) return column.grouping.mean(column, criteria);
  const known = [...criteria, isFilled(column)];
  const numbers = rowsWhere(known);
  const value = numbers.length === 0 ? "" : sumOf(numbers, column) / numbers.length;
  const mean = criteria.some((criterion) => criterion.odd)
    ? `SUMPRODUCT(${arrays(criteria)},${column.text})/${countText(known)}`
    : criteria.length === 0 ? `AVERAGE(${column.text})` : `AVERAGEIFS(${column.text},${pairs(criteria)})`;
  return call(`IF(${countText(known)}=0,"",${mean})`, value);
}

/** Median of a column's numbers over the rows that meet every criterion; "" when there are none. */
export function medianifs(column: Column, ...criteria: readonly Criterion[]): Term<Figure> {
  if (column.grouping) return column.grouping.median(column, criteria);
  const known = [...criteria, isFilled(column)];
  const rows = rowsWhere(known);
  const numbers = new Float64Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) numbers[at] = Number(column.values[rows[at]!]);
  const value = medianOf(numbers);
  return call(`IF(${countText(known)}=0,"",MEDIAN(IF(${known.map((c) => c.array).join("*")},${column.text})))`, value, { array: true });
}

/** The middle number, or the mean of the two in the middle; "" when there are none. Sorts them. */
export function medianOf(numbers: Float64Array): Figure {
  numbers.sort();
  const { length } = numbers;
  return length === 0 ? "" : (numbers[(length - 1) >> 1]! + numbers[length >> 1]!) / 2;
}

/** The newest number of a column; "" when it has none. */
export function newest(column: Column): Term<Figure> {
  if (column.grouping) return column.grouping.highest(column, []);
  let value: Figure = "";
  for (const each of column.values) if (typeof each === "number" && (value === "" || each > value)) value = each;
  return call(`IF(COUNT(${column.text})=0,"",MAX(${column.text}))`, value);
}

/** Columns of one table have one grouping. */
function groupingOf(criteria: readonly Criterion[]): Grouping | undefined {
  return criteria[0]?.column.grouping;
}

function sumText(column: Column, criteria: readonly Criterion[]): string {
  if (criteria.some((criterion) => criterion.odd)) return `SUMPRODUCT(${arrays(criteria)},${column.text})`;
  return `SUMIFS(${column.text},${pairs(criteria)})`;
}

function countText(criteria: readonly Criterion[]): string {
  if (criteria.length === 0) throw new Error("no criterion to count by");
  if (!criteria.some((criterion) => criterion.odd)) return `COUNTIFS(${pairs(criteria)})`;
  return `SUMPRODUCT(${arrays(criteria)})`;
}

function pairs(criteria: readonly Criterion[]): string {
  return criteria.map((criterion) => `${criterion.column.text},${criterion.argument}`).join(",");
}

/** A single comparison needs a number made of it. */
function arrays(criteria: readonly Criterion[]): string {
  return criteria.length === 1 ? `--${criteria[0]?.array}` : criteria.map((criterion) => criterion.array).join("*");
}

function hasNumber(rows: Int32Array, { values }: Column): boolean {
  return rows.some((row) => typeof values[row] === "number");
}

function sumOf(rows: Int32Array, { values }: Column): number {
  let sum = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const value = values[rows[at]!];
    if (typeof value === "number") sum += value;
  }
  return sum;
}

function totalOf({ values }: Column): number {
  let sum = 0;
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (typeof value === "number") sum += value;
  }
  return sum;
}
