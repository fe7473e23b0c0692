// A table's column in formulas, and fast ways to find rows in it.

import type { CellValue } from "../values";
import type { Grouping } from "./grouping";

/** `Deals[Amount]` and what it holds now. */
export interface Column<V extends CellValue = CellValue> {
  readonly text: string;
  readonly values: readonly V[];
  /** May be an array instead of cells: COUNTIFS and SUMIFS would not take it. */
  readonly isArray?: true;
  /** Where its rows stand for groups of records: how these are counted and added up instead. */
  readonly grouping?: Grouping;
  /** The field it shows, for a column with a grouping. */
  readonly field?: string;
}

/** A column of an Excel table by its header. */
export function column<V extends CellValue>(table: string, header: string, values: readonly V[]): Column<V> {
  return { text: `${table}[${headerText(header)}]`, values };
}

/** Its cells alone, counted row by row. */
export function ungrouped<V extends CellValue>({ text, values }: Column<V>): Column<V> {
  return { text, values };
}

/** `Deals[[#This Row],[Amount]]`: the cell of the same row, in the form files hold it. */
export function thisRow(table: string, header: string): string {
  return `${table}[[#This Row],[${escapeHeader(header)}]]`;
}

/** Several columns beside each other: `Deals[[Stage]:[Amount]]`, or of them the cells of the same row or the headers. */
export function columnsBetween(table: string, from: string, to: string, part?: "#This Row" | "#Headers"): string {
  return `${table}[${part ? `[${part}],` : ""}[${escapeHeader(from)}]:[${escapeHeader(to)}]]`;
}

/** Every text of a column without regard to case: a code for each, each row's code (-1 for what is no text), the rows of each code. */
interface TextIndex {
  readonly codes: ReadonlyMap<string, number>;
  readonly codeOf: Int32Array;
  readonly rowsOf: (code: number) => Int32Array;
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
  const { codes, rowsOf } = textIndex(column);
  const code = codes.get(text.toLowerCase());
  return code === undefined ? noRows : rowsOf(code);
}

/** Rows of each text of a column, by its lower-case form. */
export function rowsByText(column: Column): ReadonlyMap<string, Int32Array> {
  const { codes, rowsOf } = textIndex(column);
  return new Map([...codes].map(([text, code]) => [text, rowsOf(code)]));
}

/** Whether no row above holds the text of this row. */
export function isFirstOfText(column: Column, row: number): boolean {
  const { codeOf, rowsOf } = textIndex(column);
  const code = codeOf[row] ?? -1;
  return code >= 0 && rowsOf(code)[0] === row;
}

/** Texts are lowered once for each spelling, not for each row; the rows lie code by code in one array. */
function indexOf(values: readonly CellValue[]): TextIndex {
  const codes = new Map<string, number>();
  const spellings = new Map<string, number>();
  const codeOf = new Int32Array(values.length).fill(-1);
  for (let row = 0; row < values.length; row += 1) {
    const value = values[row];
    if (typeof value !== "string") continue;
    codeOf[row] = spellings.get(value) ?? codes.get(value) ?? codeOfNew(value, codes, spellings);
  }
  const starts = new Int32Array(codes.size + 1);
  for (const code of codeOf) if (code >= 0) starts[code + 1]! += 1;
  for (let code = 0; code < codes.size; code += 1) starts[code + 1]! += starts[code]!;
  const ordered = new Int32Array(starts[codes.size]!);
  const filled = starts.slice();
  for (let row = 0; row < codeOf.length; row += 1) {
    const code = codeOf[row]!;
    if (code >= 0) ordered[filled[code]!++] = row;
  }
  return { codes, codeOf, rowsOf: (code) => ordered.subarray(starts[code], starts[code + 1]) };
}

function codeOfNew(value: string, codes: Map<string, number>, spellings: Map<string, number>): number {
  const lower = value.toLowerCase();
  const code = codes.get(lower) ?? codes.size;
  codes.set(lower, code);
  if (lower !== value) spellings.set(value, code);
  return code;
}

/** Excel wants a second pair of brackets around headers with such characters. */
function headerText(header: string): string {
  const escaped = escapeHeader(header);
  return /[\t\n\r,:.[\]#'"{}$^&*+=\-<>/()%]/.test(header) ? `[${escaped}]` : escaped;
}

function escapeHeader(header: string): string {
  return header.replace(/['[\]#@]/g, "'$&");
}
