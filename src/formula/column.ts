// A table's column in formulas, and fast ways to find rows in it.

import type { CellValue } from "../values";

/** `Deals[Amount]` and what it holds now. */
export interface Column<V extends CellValue = CellValue> {
  readonly text: string;
  readonly values: readonly V[];
}

/** A column of an Excel table by its header. */
export function column<V extends CellValue>(table: string, header: string, values: readonly V[]): Column<V> {
  return { text: `${table}[${headerText(header)}]`, values };
}

/** `Deals[[#This Row],[Amount]]`: the cell of the same row, in the form files hold it. */
export function thisRow(table: string, header: string): string {
  return `${table}[[#This Row],[${escapeHeader(header)}]]`;
}

/** Rows whose text equals each value, found by its lower-case form. */
export function rowsByText(column: Column): ReadonlyMap<string, Int32Array> {
  const known = textIndexes.get(column.values);
  if (known) return known;
  const codes = new Map<string, number[]>();
  column.values.forEach((value, row) => {
    if (typeof value !== "string") return;
    const rows = codes.get(value);
    if (rows) rows.push(row);
    else codes.set(value, [row]);
  });
  const index = new Map<string, Int32Array>();
  for (const [value, rows] of codes) {
    const key = value.toLowerCase();
    const other = index.get(key);
    index.set(key, other ? Int32Array.from([...other, ...rows]).sort() : Int32Array.from(rows));
  }
  textIndexes.set(column.values, index);
  return index;
}

const textIndexes = new WeakMap<readonly CellValue[], ReadonlyMap<string, Int32Array>>();

/** Excel wants a second pair of brackets around headers with such characters. */
function headerText(header: string): string {
  const escaped = escapeHeader(header);
  return /[\t\n\r,:.[\]#'"{}$^&*+=\-<>/()%]/.test(header) ? `[${escaped}]` : escaped;
}

function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
