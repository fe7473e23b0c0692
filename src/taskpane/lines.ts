// What stands on a line of an export? For a person who wants to see what a finding is about.

import { decode } from "../crm/decode";
import { detectDialect, detectNewline } from "../crm/dialect";
import type { CrmTable } from "../crm/reading";
import { cutRecords, type Records } from "../crm/records";
import { tableOfHtml } from "../crm/html";
import type { Line, Source } from "./work";

/** The cells of a line; null where neither the table nor its text has that line. */
export function lineOf(table: CrmTable, source: Source, line: number): Line | null {
  const kept = indexOf(table.lines, line, table.rows.length);
  const row = table.rows[kept];
  const found = table.lines[kept] === line && row ? row : null;
  const raw = textOf(source);
  const records = raw === null || (found && !source.place) ? null : raw;
  const at = records ? indexOf(records.lines, line, records.rows.length) : -1;
  const cells = found ?? records?.rows[at];
  return cells ? { offset: at < 0 ? line - 1 : at, cells: named(table.header, cells) } : null;
}

/** Index of the last row that starts on or before the line; -1 before the first. */
function indexOf(lines: ArrayLike<number>, line: number, count: number): number {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((lines[middle] ?? 0) <= line) from = middle + 1;
    else to = middle;
  }
  return from - 1;
}

function named(header: readonly string[], cells: readonly string[]): Line["cells"] {
  return cells.map((value, at) => ({ header: header[at] ?? "", value })).filter(({ header: name, value }) => name !== "" || value !== "");
}

/** All rows of a text, with titles and totals; null for a workbook, whose rows a table keeps. */
function textOf({ bytes, html, text }: Source): Records | null {
  const rows = html ? tableOfHtml(html) : [];
  if (rows.length > 0) return { rows, lines: Int32Array.from(rows, (_, at) => at + 1) };
  const whole = bytes && !isZip(bytes) ? decode(bytes).text : (text ?? "");
  if (whole === "") return null;
  const newline = detectNewline(whole);
  const known = newline === "mixed" ? "\n" : newline;
  return cutRecords(newline === "mixed" ? whole.replace(/\r\n?/g, "\n") : whole, { ...detectDialect(whole, known), newline: known });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}
