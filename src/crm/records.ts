// Which cells does the text hold, row by row, and on which line does each row start?

import Papa from "papaparse";
import type { Dialect } from "./dialect";

/** Rows of cells, and the line of the file each starts on, counted from 1. */
export interface Records {
  readonly rows: string[][];
  readonly lines: Int32Array;
}

/** Cuts a text by its dialect. Quotes that do not close properly are text, and swallow no rows. */
export function cutRecords(text: string, dialect: Dialect): Records {
  const rows = cutRows(text, dialect);
  const last = rows.at(-1);
  if (last?.length === 1 && last[0] === "") rows.pop();
  return { rows, lines: linesOf(rows, text, dialect.quote, dialect.newline) };
}

/** The rows alone; a last line end leaves one row of one empty cell. */
export function cutRows(text: string, { delimiter, quote, escape, newline }: Dialect): string[][] {
  const cell = delimiter ?? "\t";
  const parsed = Papa.parse<string[]>(text, { delimiter: cell, newline, quoteChar: quote, escapeChar: escape });
  const broken = parsed.errors.some((error) => error.type === "Quotes");
  return broken ? cutTolerantly(text, { delimiter: cell, quote, escape, newline }) : parsed.data;
}

function linesOf(rows: readonly string[][], text: string, quote: string, newline: string): Int32Array {
  const lines = new Int32Array(rows.length);
  const plain = !text.includes(quote) || hasOneLineEach(rows.length, text, newline);
  let line = 1;
  for (let i = 0; i < rows.length; i++) {
    lines[i] = line++;
    if (!plain) for (const cell of rows[i]!) line += breaksIn(cell);
  }
  return lines;
}

function hasOneLineEach(rows: number, text: string, newline: string): boolean {
  const mark = newline === "\r" ? "\r" : "\n";
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) count++;
  return count - (text.endsWith(mark) ? 1 : 0) + 1 === rows && (mark === "\r" || newline === "\r\n" || !text.includes("\r"));
}

function breaksIn(cell: string): number {
  if (!cell.includes("\n") && !cell.includes("\r")) return 0;
  return cell.match(/\r\n|\n|\r/g)?.length ?? 0;
}

/** The slow way, for malformed quotes only: a cell is quoted if its closing quote is followed by a delimiter or line end. */
function cutTolerantly(text: string, dialect: Dialect & { delimiter: string }): string[][] {
  const { delimiter, newline } = dialect;
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const quoted = quotedCell(text, at, dialect);
    const end = quoted?.end ?? bareEnd(text, at, delimiter, newline);
    row.push(quoted?.cell ?? text.slice(at, end));
    if (end < text.length && text.startsWith(delimiter, end)) {
      at = end + delimiter.length;
      continue;
    }
    rows.push(row);
    if (end >= text.length) return rows;
    row = [];
    at = end + newline.length;
  }
}

function bareEnd(text: string, at: number, delimiter: string, newline: string): number {
  const nextDelimiter = text.indexOf(delimiter, at);
  const nextLine = text.indexOf(newline, at);
  return Math.min(nextDelimiter < 0 ? text.length : nextDelimiter, nextLine < 0 ? text.length : nextLine);
}

/** A quoted cell that closes within a few lines; null where the quote is just a character of the text. */
function quotedCell(text: string, at: number, { delimiter, quote, escape, newline }: Dialect & { delimiter: string }): { cell: string; end: number } | null {
  if (text[at] !== quote) return null;
  const limit = Math.min(text.length, at + 40_000);
  let stray = 0;
  for (let i = text.indexOf(quote, at + 1); i >= 0 && i < limit; i = text.indexOf(quote, i + 1)) {
    const after = i + 1;
    const closes = after >= text.length || text.startsWith(delimiter, after) || text.startsWith(newline, after);
    if (escape !== quote && text[i - 1] === escape) continue;
    if (closes) return { cell: unescape(text.slice(at + 1, i), quote, escape), end: after };
    // A doubled quote is one quote, unless it ends the cell and the next cell opens: `48"","Made`.
    const endsCell = text[after] === quote && text.startsWith(delimiter + quote, after + 1) && text[after + 2 + delimiter.length] !== quote;
    if (text[after] === quote && !endsCell) i = after;
    else if (!endsCell && ++stray > 20) return null;
    // After a stray quote, the next line or the next cell's opening quote: the first quote was just text.
    if (stray > 0 && (text.slice(at, i).includes(newline) || text.startsWith(delimiter, i - delimiter.length))) return null;
  }
  return null;
}

function unescape(cell: string, quote: string, escape: string): string {
  return cell.includes(quote) ? cell.replaceAll(escape + quote, quote) : cell;
}
