// How text and ids are read: trimmed, placeholders null, formulas kept as the text they are.

import { couldBeNothing, isPlaceholder, isPlaceholderFigure, looksLikeFormula, trimmed } from "./clean";
import { Troubles, type CellRead, type Column } from "./column";
import { mostCellText, mostNameText } from "../../values";
import type { Issue } from "../reading";
import { isDigit, isHan, isLetter } from "./signs";

/** What a reader gives for a column. */
export interface ColumnRead<V> {
  readonly values: (V | null)[];
  readonly issues: Issue[];
}

/** A column of text; what is longer than `longest` is cut. */
export function readText(column: Column, longest = mostCellText): ColumnRead<string> {
  return readWords(column, isPlaceholder, longest);
}

/** A column of ids: text, where also `None` stands for nothing. */
export function readId(column: Column): ColumnRead<string> {
  return readWords(column, isPlaceholderFigure, mostNameText);
}

/** What `readText` (for ids `readId`) gives for each of `same` cells with this text, of `all` cells of a column. */
export function wordOf(cell: string, same: number, all: number, { isId, longest }: WordKind): CellRead<string> {
  if (cell === "" || (cell.length <= longest && isPlainWord(cell))) return { value: cell === "" ? null : cell };
  if (all >= 1000 && ANSWERS.test(cell) && same * 1000 < all) return { value: cell };
  return readWord(cell, isId ? isPlaceholderFigure : isPlaceholder, longest);
}

/** What a column of words is: of ids, and how long its texts may be. */
export interface WordKind {
  readonly isId: boolean;
  readonly longest: number;
}

/** Two goes: most cells are plain or empty and done with in the first. */
function readWords(column: Column, isNothing: (text: string) => boolean, longest: number): ColumnRead<string> {
  const { cells } = column;
  const values = new Array<string | null>(cells.length);
  const hard: number[] = [];
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    if (cell.length <= longest && isPlainWord(cell)) values[row] = cell;
    else {
      values[row] = null;
      if (cell !== "") hard.push(row);
    }
  }
  const troubles = new Troubles(column);
  const known = new Map<string, CellRead<string>>(answersAmong(cells, hard).map((cell) => [cell, { value: cell }]));
  for (const row of hard) {
    const cell = cells[row]!;
    let read = known.get(cell);
    if (read === undefined) {
      read = readWord(cell, isNothing, longest);
      if (known.size < 100_000) known.set(cell, read);
    }
    values[row] = read.value;
    if (read.trouble !== undefined) troubles.add(read.trouble, row, cell);
  }
  return { values, issues: troubles.issues() };
}

/**
 * A form's default fills many cells; `unknown` in less than one of a thousand is what somebody answered, and stays.
 * Gives the texts that stay.
 */
export function answersAmong(cells: readonly string[], hard: readonly number[]): readonly string[] {
  if (cells.length < 1000) return [];
  const counts = new Map<string, number>();
  for (const row of hard) {
    const cell = cells[row]!;
    if (cell.length <= 7 && ANSWERS.test(cell)) counts.set(cell, (counts.get(cell) ?? 0) + 1);
  }
  return [...counts].flatMap(([cell, count]) => (count * 1000 < cells.length ? [cell] : []));
}

const ANSWERS = /^(?:unknown|未知|不详)$/i;

/** Framed by letters, and by its length and first letter no placeholder: nothing to do. Most cells are of this kind. */
function isPlainWord(cell: string): boolean {
  const { length } = cell;
  if (length === 0) return false;
  const first = cell.charCodeAt(0);
  const last = cell.charCodeAt(length - 1);
  if (isHan(first)) return length > 4 && (isHan(last) || isLetter(last) || isDigit(last));
  if (!isLetter(last) && !isDigit(last) && !isHan(last)) return false;
  return isDigit(first) || (isLetter(first) && (length > 16 || !couldBeNothing(first, length)));
}

/** The first half of a character that was cut in two. */
const HALF = /[\ud800-\udbff]$/;

function readWord(cell: string, isNothing: (text: string) => boolean, longest: number): CellRead<string> {
  const text = trimmed(cell);
  if (text === "") return { value: null };
  if (isNothing(text)) return { value: null, trouble: "placeholder" };
  if (text.length > longest) return { value: text.slice(0, longest).replace(HALF, ""), trouble: "too-long" };
  return looksLikeFormula(text) ? { value: text, trouble: "formula-text" } : { value: text };
}
