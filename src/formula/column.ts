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

/** Every text of a column without regard to case: a code for each, each row's code (-1 for what is no text), the rows of each code. */
export interface TextIndex {
  readonly codes: ReadonlyMap<string, number>;
  readonly codeOf: Int32Array;
  readonly rows: readonly Int32Array[];
}

/** The index of a column, made once for its values. */
export function textIndex(column: Column): TextIndex {
  const known = textIndexes.get(column.values);
  if (known) return known;
  const made = indexOf(column.values);
  textIndexes.set(column.values, made);
  return made;
}

const textIndexes = new WeakMap<readonly CellValue[], TextIndex>();
const noRows = new Int32Array(0);

/** Rows whose text is this, without regard to case. */
export function rowsOfText(column: Column, text: string): Int32Array {
  const { codes, rows } = textIndex(column);
  return rows[codes.get(text.toLowerCase()) ?? -1] ?? noRows;
}

/** Rows of each text of a column, by its lower-case form. */
export function rowsByText(column: Column): ReadonlyMap<string, Int32Array> {
  const { codes, rows } = textIndex(column);
  return new Map([...codes].map(([text, code]) => [text, rows[code] ?? noRows]));
}

/** Texts are lowered once for each spelling, not for each row. */
function indexOf(values: readonly CellValue[]): TextIndex {
  const codes = new Map<string, number>();
  const spellings = new Map<string, number>();
  const codeOf = new Int32Array(values.length).fill(-1);
  const counts: number[] = [];
  values.forEach((value, row) => {
    if (typeof value !== "string") return;
    let code = spellings.get(value);
    if (code === undefined) {
      const lower = value.toLowerCase();
      code = codes.get(lower) ?? counts.push(0) - 1;
      codes.set(lower, code);
      spellings.set(value, code);
    }
    codeOf[row] = code;
    counts[code] = (counts[code] ?? 0) + 1;
  });
  const rows = counts.map((count) => new Int32Array(count));
  const filled = new Int32Array(counts.length);
  codeOf.forEach((code, row) => {
    const found = rows[code];
    if (!found) return;
    const at = filled[code] ?? 0;
    found[at] = row;
    filled[code] = at + 1;
  });
  return { codes, codeOf, rows };
}

/** Excel wants a second pair of brackets around headers with such characters. */
function headerText(header: string): string {
  const escaped = escapeHeader(header);
  return /[\t\n\r,:.[\]#'"{}$^&*+=\-<>/()%]/.test(header) ? `[${escaped}]` : escaped;
}

function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
