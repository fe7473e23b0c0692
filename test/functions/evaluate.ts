// Computes a formula of a help page: calls of custom functions over the example's cells, as Excel would hand them over.

import type { Cell, Cells } from "../../src/functions/given/cells";
import { functionIds, type FunctionId } from "../../src/functions/ids";
import { customFunctions } from "../../src/functions/table";
import type { Language } from "../../src/text/language";
import { dayOf } from "../../src/values";
import { call, type Shown } from "./call";

type Sheet = readonly (readonly (string | number | boolean)[])[];

/** What the formula spills; errors as `#N/A sentence`. It may hold literals, cells, ranges, arrays, DATE and other custom functions. */
export function evaluate(formula: string, cells: Sheet = [], language: Language = "en"): Shown[][] {
  const rest: Reading = { text: formula, at: 0 };
  take(rest, /=/y);
  const value = functionCall(rest, cells, language);
  take(rest, /\s*$/y);
  return value;
}

/** A formula and how far it is read. */
interface Reading {
  readonly text: string;
  at: number;
}

/** The match of a sticky pattern at this place, which is read by it; null where it does not match. */
function match(rest: Reading, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = rest.at;
  const found = pattern.exec(rest.text);
  if (found) rest.at += found[0].length;
  return found;
}

function take(rest: Reading, pattern: RegExp): RegExpExecArray {
  const found = match(rest, pattern);
  if (!found) throw new Error(`cannot be read at ${rest.at}: ${rest.text}`);
  return found;
}

/** The function a formula calls, with one argument for each of its parameters. */
export function callIn(formula: string, cells: Sheet = [], language: Language = "en"): { readonly id: FunctionId; readonly given: readonly Cells[] } {
  const rest: Reading = { text: formula, at: 0 };
  take(rest, /=/y);
  return readCall(rest, cells, language);
}

function functionCall(rest: Reading, cells: Sheet, language: Language): Shown[][] {
  const { id, given } = readCall(rest, cells, language);
  return call(id, given, language);
}

function readCall(rest: Reading, cells: Sheet, language: Language): ReturnType<typeof callIn> {
  const id = take(rest, /SALES\.([A-Z]+)\(/y)[1] as FunctionId;
  if (!functionIds.includes(id)) throw new Error(`no such function: ${id}`);
  const given = argumentsOf(rest, cells, language);
  const count = customFunctions[id].length;
  if (given.length > count) throw new Error(`${id} takes ${count} arguments, not ${given.length}`);
  return { id, given: [...given, ...Array.from({ length: count - given.length }, () => null)] };
}

/** Up to the closing bracket; what is left out is null. */
function argumentsOf(rest: Reading, cells: Sheet, language: Language): Cells[] {
  if (match(rest, /\s*\)/y)) return [];
  const given: Cells[] = [];
  for (;;) {
    given.push(match(rest, /\s*(?=[,)])/y) ? null : argument(rest, cells, language));
    if (take(rest, /\s*([,)])\s*/y)[1] === ")") return given;
  }
}

function argument(rest: Reading, cells: Sheet, language: Language): Cells {
  if (match(rest, /\{/y)) return arrayOf(rest);
  if (match(rest, /DATE\(/y)) return dateOf(argumentsOf(rest, cells, language));
  if (match(rest, /(?=SALES\.)/y)) return functionCall(rest, cells, language);
  const range = match(rest, /\$?([A-Z]{1,3})\$?(\d*)(?::\$?([A-Z]{1,3})\$?(\d*))?(?![A-Z0-9.(])/y);
  return range ? cellsIn(range, cells) : literalOf(rest);
}

function literalOf(rest: Reading): string | number | boolean {
  const text = match(rest, /"((?:[^"]|"")*)"/y);
  if (text) return text[1]!.replaceAll('""', '"');
  const flag = match(rest, /(TRUE|FALSE)\b/y);
  if (flag) return flag[1] === "TRUE";
  const number = take(rest, /(-?(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?)(%?)/iy);
  return number[2] === "%" ? Number(number[1]) / 100 : Number(number[1]);
}

/** `{1,2;3,4}`: rows of constants. */
function arrayOf(rest: Reading): Cells {
  const rows: Cell[][] = [[]];
  for (;;) {
    rows.at(-1)!.push(literalOf(rest));
    const sign = take(rest, /\s*([,;}])\s*/y)[1];
    if (sign === "}") return rows;
    if (sign === ";") rows.push([]);
  }
}

/** Blank cells of a range come as "", a whole column comes with blank cells below what is there. */
function cellsIn([, firstColumn, firstRow, lastColumn = firstColumn, lastRow = firstRow]: RegExpExecArray, cells: Sheet): Cells {
  const [left, right] = [numberOf(firstColumn!), numberOf(lastColumn!)];
  const [top, bottom] = [Number(firstRow || 1), Number(lastRow || cells.length + 20)];
  if (right < left || bottom < top) throw new Error(`no range: ${firstColumn}${firstRow}:${lastColumn}${lastRow}`);
  return Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (_, column) => cells[top - 1 + row]?.[left - 1 + column] ?? ""));
}

function numberOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function dateOf(given: readonly Cells[]): number {
  const [year, month, date] = given.map(Number);
  const day = dayOf(year ?? 0, month ?? 0, date ?? 0);
  if (day === null) throw new Error(`no date: ${given.join(", ")}`);
  return day;
}
