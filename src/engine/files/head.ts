// The beginning of a text file: its encoding, how it is cut into cells, its header, some rows, and what in it is no record.

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { basename } from "node:path";
import { decode } from "../../crm/decode";
import { detectDialect, detectNewline, type Dialect } from "../../crm/dialect";
import { findHeader, type HeaderFound } from "../../crm/header";
import { leaveOut } from "../../crm/leave-out";
import { cutRecords } from "../../crm/records";
import type { CrmTable, Issue } from "../../crm/reading";
import { isProblem, parseTable } from "../../crm/table";
import { EngineProblem } from "../engine";

/** How much is looked at, and how much of the end. */
const HEAD = 1 << 20;
const TAIL = 1 << 16;
/** Rows of the head that help to tell what in the last lines is no record. */
const ROWS = 1000;

export interface Head {
  readonly path: string;
  readonly table: CrmTable;
  readonly dialect: Dialect & { readonly delimiter: string };
  /** Line ends of several kinds, to be made one. */
  readonly isMixed: boolean;
  /** Lines above the first record; null where the database could not skip just these. */
  readonly skip: number | null;
  /** Rows above the first record. */
  readonly above: number;
  /** Rows in the head and at the end that are no records, and what they are. */
  readonly left: readonly (readonly string[])[];
  readonly leftIssues: readonly Issue[];
}

/** Looks at a file of delimited text, not packed, in the encoding found before. Throws an EngineProblem where it is no table. */
export function readHead(path: string, name: string): Head {
  const { bytes, end } = ends(path);
  const { text: raw, encoding } = decode(bytes);
  const text = raw.charCodeAt(0) === 0xfeff ? raw.slice(1) : raw;
  const newline = detectNewline(text);
  const head = end === null ? text : upToRecord(text);
  const table = parseTable({ file: basename(name), text: head, encoding });
  if (isProblem(table)) throw new EngineProblem(table.problem === "no-rows" || table.problem === "empty" ? "no-rows" : "unreadable-file", name, (table.header ?? []).join(", "));
  // Databases take a backslash away before every sign, we only before a quote.
  const isPlain = newline !== "mixed" && !head.includes("\0") && !(detectDialect(head, "\n").escape === "\\");
  const found = detectDialect(head, newline === "mixed" ? "\n" : newline);
  const dialect = { ...found, delimiter: found.delimiter ?? table.delimiter ?? "," };
  const records = cutRecords(head, dialect);
  const header = findHeader(records.rows)!;
  const tail = end === null ? [] : cutRecords(fromRecord(decode(end).text), dialect).rows;
  return { path, table, dialect, isMixed: newline === "mixed", skip: isPlain ? linesAbove(records.lines, header.next) : null, above: header.next, ...leftOf(records.rows, records.lines, header, tail) };
}

/** The first bytes of a file, and where it has more, the last ones. */
function ends(path: string): { bytes: Uint8Array; end: Uint8Array | null } {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const part = (from: number, length: number): Uint8Array => {
      const bytes = Buffer.alloc(length);
      return bytes.subarray(0, readSync(file, bytes, 0, length, from));
    };
    return { bytes: part(0, Math.min(HEAD, size)), end: size <= HEAD ? null : part(size - TAIL, TAIL) };
  } finally {
    closeSync(file);
  }
}

/** The text up to its last line end that is not within quotes, as far as can be told. */
export function upToRecord(text: string): string {
  const last = text.lastIndexOf("\n");
  let quotes = quotesIn(text, 0, last);
  for (let end = last, tries = 0; end > 0 && tries < 200; tries++) {
    if (quotes % 2 === 0) return text.slice(0, end + 1);
    const next = text.lastIndexOf("\n", end - 1);
    quotes -= quotesIn(text, Math.max(0, next), end);
    end = next;
  }
  return last > 0 ? text.slice(0, last + 1) : text;
}

/** The text from its first line start that is not within quotes. */
function fromRecord(text: string): string {
  for (let start = text.indexOf("\n") + 1, tries = 0; start > 0 && tries < 200; start = text.indexOf("\n", start) + 1, tries++) {
    if (quotesIn(text, start, text.length) % 2 === 0) return text.slice(start);
  }
  return text.slice(text.indexOf("\n") + 1);
}

function quotesIn(text: string, from: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf('"', from); at >= 0 && at < end; at = text.indexOf('"', at + 1)) count++;
  return count;
}

/** Null where a record above is longer than a line: databases count such lines each in their own way. */
function linesAbove(lines: ArrayLike<number>, next: number): number | null {
  for (let row = 0; row < next; row++) if (lines[row] !== row + 1) return null;
  return lines[next] === next + 1 ? next : null;
}

function leftOf(rows: readonly string[][], lines: ArrayLike<number>, { next, names, fill }: HeaderFound, tail: readonly string[][]): Pick<Head, "left" | "leftIssues"> {
  const whole = tail.length === 0;
  const below = whole ? rows.slice(next) : [...rows.slice(next, next + ROWS), ...tail];
  const all = below.map((row) => row);
  const { records, issues } = leaveOut({ rows: all, lines: Int32Array.from(below.keys()) }, 0, names.length > 0 ? rows[next - 1]! : null, fill);
  const kept = new Set(records.lines);
  const isOfHead = (at: number): boolean => whole || at < ROWS;
  return {
    left: below.filter((_, at) => !kept.has(at)),
    leftIssues: issues.map((issue) => ({ ...issue, row: issue.row !== null && isOfHead(issue.row) ? (lines[next + issue.row] ?? null) : null })),
  };
}
