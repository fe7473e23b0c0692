// How does a file or a paste become a table of text cells, with all that is no record left out and reported?

import { filledIn, isBlank } from "./cells";
import { decode, UnknownEncoding } from "./decode";
import { detectDialect, detectNewline, type Dialect } from "./dialect";
import { findHeader, nameColumns } from "./header";
import type { HeaderFound } from "./header";
import { tableOfHtml } from "./html";
import { leaveOut, rowIssue } from "./leave-out";
import { mergedBlanks } from "./merged";
import type { CrmTable, Issue } from "./reading";
import { cutRecords } from "./records";
import type { Records } from "./records";
import { mostBytes, mostCells, mostColumns, mostRows } from "../values";
import { emptyHeaders, filledBeyond, squareUp } from "./square";
import { excesses, TooMuch } from "./too-much";

export const problems = ["empty", "not-a-table", "no-rows", "not-readable", "packed", "unknown-encoding", ...excesses] as const;

/** Why there is no table: said to the user, never thrown. `no-rows` comes with the header that was read. */
export interface TableProblem {
  readonly problem: (typeof problems)[number];
  readonly file: string;
  readonly header?: readonly string[];
  /** Line of the header, counted from 1. */
  readonly row?: number;
}

type TableInput =
  | { readonly file: string; readonly text: string; readonly encoding?: string }
  | { readonly file: string; readonly bytes: Uint8Array }
  | { readonly file: string; readonly html: string; readonly encoding?: string };

/** What was read on the way to a table, from whatever kind of file. */
interface Origin {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string | null;
}

/** True for what `parseTable` and its siblings give when there is no table. */
export function isProblem(result: CrmTable | TableProblem): result is TableProblem {
  return "problem" in result;
}

/** The table in delimited text, bytes of text, or HTML. */
export function parseTable(input: TableInput): CrmTable | TableProblem {
  return unlessUnreadable(input.file, () => parsed(input));
}

function parsed(input: TableInput): CrmTable | TableProblem {
  const { file } = input;
  if ("bytes" in input) {
    checkSize(input.bytes.length);
    return parsed({ file, ...decode(input.bytes) });
  }
  const { encoding = "utf-8" } = input;
  if ("html" in input) return tableFromRows(tableOfHtml(input.html), { file, encoding, delimiter: null });
  checkSize(input.text.length);
  return isHtml(input.text) ? parsed({ file, html: input.text, encoding }) : parseText(file, input.text, encoding);
}

/** The table on the clipboard: the HTML where it holds one (no quoting to guess), else the text. */
export function parsePaste(paste: { readonly html?: string; readonly text?: string; readonly file?: string }): CrmTable | TableProblem {
  const file = paste.file ?? "clipboard";
  return unlessUnreadable(file, () => {
    const rows = paste.html ? tableOfHtml(paste.html) : [];
    if (rows.some((row) => row.length > 1)) return tableFromRows(rows, { file, encoding: "utf-8", delimiter: null });
    return parsed({ file, text: paste.text ?? "" });
  });
}

/** The rows on the clipboard as they are, header or not: the same from HTML and from text. */
export function pastedRows(paste: { readonly html?: string; readonly text?: string }): string[][] {
  const rows = paste.html ? tableOfHtml(paste.html) : [];
  if (rows.length > 0) return rows;
  const { text, newline } = clean(paste.text ?? "");
  return cutRecords(text, { ...detectDialect(text, newline), newline }).rows;
}

/** The table cut out of rows of cells, as from a sheet range; `line` is the line of the first row in a sheet, null where the rows are of none. */
export function tableFromRows(rows: string[][], origin: Origin, line: number | null = null): CrmTable | TableProblem {
  return tableOf({ rows, lines: Int32Array.from(rows, (_, i) => (line ?? 1) + i) }, origin, [], line !== null);
}

function unlessUnreadable(file: string, read: () => CrmTable | TableProblem): CrmTable | TableProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof TooMuch) return { problem: error.excess, file };
    if (error instanceof UnknownEncoding) return { problem: "unknown-encoding", file };
    throw error;
  }
}

/** Throws a TooMuch where a file is larger than is read. */
export function checkSize(bytes: number): void {
  if (bytes > mostBytes) throw new TooMuch("too-large");
}

function parseText(file: string, raw: string, encoding: string): CrmTable | TableProblem {
  const { text, newline } = clean(raw);
  if (text.trim() === "") return { problem: "empty", file };
  const dialect = detectDialect(text, newline);
  if (dialect.delimiter === null) return { problem: "not-a-table", file };
  checkRows(text, dialect);
  checkCells(text, dialect.delimiter, dialect.newline);
  const records = cutRecords(text, dialect);
  if (dialect.delimiter !== "\t" && isProse(records.rows)) return { problem: "not-a-table", file };
  return tableOf(records, { file, encoding, delimiter: dialect.delimiter }, encodingIssues(text, encoding));
}

/** Rows are an array each, so that many short ones take far more memory than their text. What follows the last record may be blank rows, but not as many again; in quotes a line end may be part of a cell. */
function checkRows(text: string, { quote, newline }: Dialect): void {
  if (text.length > 2 * mostRows && !text.includes(quote) && countOf(newline, text, 2 * mostRows) > 2 * mostRows) throw new TooMuch("too-long");
}

/** How often a text has a sign, counted up to one more than `most`. */
function countOf(sign: string, text: string, most: number): number {
  let count = 0;
  for (let at = text.indexOf(sign); at >= 0 && count <= most; at = text.indexOf(sign, at + sign.length)) count += 1;
  return count;
}

/** Counted before a cell is made; those in quotes count too, which only a text of very many tells. */
function checkCells(text: string, ...ends: readonly string[]): void {
  if (text.length <= mostCells) return;
  if (ends.reduce((count, end) => count + countOf(end, text, mostCells), 0) > mostCells) throw new TooMuch("too-many-cells");
}

/** An encoding that was guessed is said; so are characters that could not be read. */
function encodingIssues(text: string, encoding: string): Issue[] {
  const guessed = encoding.startsWith("utf") ? [] : [encodingIssue(encoding, 1)];
  return text.includes("\ufffd") ? [...guessed, encodingIssue("\ufffd", text.split("\ufffd").length - 1)] : guessed;
}

function encodingIssue(found: string, count: number): Issue {
  return { kind: "encoding", row: null, column: null, found, count };
}

function isHtml(text: string): boolean {
  return /^\s*(<!--[^]*?-->\s*)?<(!doctype html|html|head|meta|table|body|div|style)\b/i.test(text.slice(0, 2000));
}

/** The text without marks and zero bytes, with one kind of line end outside quotes. */
function clean(raw: string): { text: string; newline: "\n" | "\r\n" | "\r" } {
  let text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  if (text.includes("\0")) text = text.replaceAll('\0"', '""').replaceAll("\0", "");
  const newline = detectNewline(text);
  return newline === "mixed" ? { text: text.replace(/\r\n|\r/g, "\n"), newline: "\n" } : { text, newline };
}

/** Sentences that only look like cells because they hold commas. */
function isProse(rows: readonly (readonly string[])[]): boolean {
  const filled = rows.slice(0, 200).filter((row) => filledIn(row) > 0);
  const prose = filled.filter((row) => row.length <= 4 && (row.length === 1 || row.slice(1).every((cell) => isBlank(cell) || /^ ?[a-z]/.test(cell)) || row.some(isSentence)) && row.slice(1).every((cell) => isBlank(cell) || cell.startsWith(" ")));
  return filled.length > 0 && prose.length > filled.length * 0.6;
}

function isSentence(cell: string): boolean {
  return /[.!?。！？]\s*$/.test(cell) && cell.trim().split(/\s+/).length >= 4;
}

function tableOf(all: Records, origin: Origin, said: readonly Issue[] = [], isSheet = false): CrmTable | TableProblem {
  const { file } = origin;
  if (all.rows.some((row) => row.length > mostColumns)) return { problem: "too-wide", file };
  const found = findHeader(all.rows);
  if (!found) return { problem: all.rows.some((row) => filledIn(row) > 0) ? "not-a-table" : "empty", file };
  const headerRow = found.names.length > 0 ? all.lines[found.next - 1]! : 0;
  const above = aboveHeader(all, found);
  const width = Math.max(found.names.length, found.names.length === 0 ? (all.rows[found.next]?.length ?? 0) : 0);
  const bottom = found.names.length > 0 ? all.rows[found.next - 1]! : null;
  const rowsRead = all.rows.length - found.next;
  const below = { rows: all.rows.slice(found.next), lines: all.lines.subarray(found.next) };
  const { records, issues } = leaveOut(below, 0, bottom, found.fill);
  const beyond = filledBeyond(records.rows, width);
  const wide = width + beyond.length;
  const { header, issues: duplicates } = nameColumns(found.names, width, beyond, headerRow || null);
  if (records.rows.length === 0) return { problem: "no-rows", file, header, row: headerRow };
  if (records.rows.length > mostRows) return { problem: "too-long", file };
  if (records.rows.length * wide > mostCells) return { problem: "too-many-cells", file };
  const ragged = squareUp(records, width, beyond, isSheet);
  return {
    ...origin,
    headerRow,
    header,
    rows: records.rows,
    lines: records.lines,
    rowsRead,
    issues: [
      ...said,
      ...above,
      ...duplicates,
      ...emptyHeaders(found.names, header, records.rows, headerRow || null),
      ...issues,
      ...ragged,
      ...mergedBlanks(header, records.rows, headerRow),
    ],
  };
}

/** What stands above the header: title lines, blank lines. */
function aboveHeader({ rows, lines }: Records, found: HeaderFound): Issue[] {
  return rows.slice(0, found.first).map((row, i) => rowIssue(filledIn(row) > 0 ? "title-line" : "empty-row", lines[i]!, row));
}
