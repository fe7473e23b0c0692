// How text and ids are read: trimmed, placeholders null, formulas kept as the text they are.

import { isPlaceholder, isPlaceholderFigure, looksLikeFormula, trimmed } from "./clean";
import { Troubles, type CellRead, type Column } from "./column";
import type { Issue } from "../reading";

/** What a reader gives for a column. */
export interface ColumnRead<V> {
  readonly values: (V | null)[];
  readonly issues: Issue[];
}

/** A column of text. */
export function readText(column: Column): ColumnRead<string> {
  return readWords(column, isPlaceholder);
}

/** A column of ids: text, where also `None` stands for nothing. */
export function readId(column: Column): ColumnRead<string> {
  return readWords(column, isPlaceholderFigure);
}

function readWords(column: Column, isNothing: (text: string) => boolean): ColumnRead<string> {
  const { cells } = column;
  const values = new Array<string | null>(cells.length);
  const troubles = new Troubles(column);
  const hard = new Map<string, CellRead<string>>();
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    if (isPlainWord(cell)) {
      values[row] = cell;
      continue;
    }
    let known = hard.get(cell);
    if (known === undefined) {
      known = readWord(cell, isNothing);
      if (hard.size < 100_000) hard.set(cell, known);
    }
    values[row] = known.value;
    if (known.trouble !== undefined) troubles.add(known.trouble, row, cell);
  }
  return { values, issues: troubles.issues() };
}

/** Long enough to be no placeholder and framed by letters or digits: nothing to do. */
function isPlainWord(cell: string): boolean {
  const { length } = cell;
  return length > 16 && length < EXCEL_LIMIT && isWordSign(cell.charCodeAt(0)) && isWordSign(cell.charCodeAt(length - 1));
}

function isWordSign(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

function readWord(cell: string, isNothing: (text: string) => boolean): CellRead<string> {
  const text = trimmed(cell);
  if (text === "") return { value: null };
  if (isNothing(text)) return { value: null, trouble: "placeholder" };
  if (text.length > EXCEL_LIMIT) return { value: text.slice(0, EXCEL_LIMIT), trouble: "too-long" };
  return looksLikeFormula(text) ? { value: text, trouble: "formula-text" } : { value: text };
}

/** The characters a cell of Excel can hold. */
const EXCEL_LIMIT = 32_767;
