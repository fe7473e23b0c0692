// How dates are read: the order of slashed parts is the column's, never a single cell's.

import { calendarOf, dayOf, lastYear, type Day } from "../../values";
import type { IssueKind } from "../reading";
import { isPlaceholderFigure, plain } from "./clean";
import { Troubles, type Column } from "./column";
import { fullYear, monthOf, readDayText, type DayText } from "./day-text";
import type { ColumnRead } from "./text";
import { isDigit } from "./signs";

export type DateOrder = "dmy" | "mdy";

/** A column after the first go: days where the text says all, parts where the order is open. */
export interface DayScan {
  readonly column: Column;
  readonly values: (Day | null)[];
  /** Rows with an open order, and their parts as year * 10000 + first * 100 + second. */
  readonly open: readonly number[];
  readonly parts: readonly number[];
  readonly troubles: Troubles;
  /** Cells that prove an order, and cells written with dots or with AM and PM. */
  readonly proofs: Readonly<Record<DateOrder, number>>;
  readonly dotted: number;
  readonly clocked: number;
}

/** First go over a column of dates; epoch milliseconds are days `zoneHours` east of Greenwich, and a month alone is its first day where the field takes months. */
export function scanDays(column: Column, zoneHours = 0, takesMonths = false): DayScan {
  const { cells } = column;
  const values = new Array<Day | null>(cells.length);
  const troubles = new Troubles(column);
  const open: number[] = [];
  const parts: number[] = [];
  const days = new Map<number, Day | null>();
  const texts = new Map<string, DayText | IssueKind>();
  let dotted = 0;
  let clocked = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    values[row] = null;
    if (cell === "") continue;
    const scan = scanParts(cell);
    if (scan > OPEN) {
      open.push(row);
      parts.push(scan - OPEN);
      if (cell.charCodeAt(1) === 46 || cell.charCodeAt(2) === 46) dotted++;
      else if ((cell.charCodeAt(cell.length - 1) | 32) === 109) clocked++;
      continue;
    }
    if (scan > 0) {
      let day = days.get(scan);
      if (day === undefined) days.set(scan, (day = nearDay(Math.floor(scan / 10_000), Math.floor(scan / 100) % 100, scan % 100)));
      if (day === null) troubles.add(isFarYear(Math.floor(scan / 10_000)) ? "far-year" : "unreadable", row, cell);
      values[row] = day;
      continue;
    }
    let text = texts.get(cell);
    if (text === undefined) {
      text = readDayText(cell, zoneHours) ?? (takesMonths ? firstOf(cell) : null) ?? troubleOf(cell);
      if (texts.size < 200_000) texts.set(cell, text);
    }
    if (text === null) continue;
    if (typeof text === "string") troubles.add(text, row, cell);
    else if ("day" in text && isFarYear(calendarOf(text.day).year)) troubles.add("far-year", row, cell);
    else if ("day" in text) values[row] = text.day;
    else {
      open.push(row);
      parts.push(text.year * 10_000 + text.first * 100 + text.second);
      if (text.isDotted) dotted++;
    }
  }
  return { column, values, open, parts, troubles, proofs: countProofs(parts), dotted, clocked };
}

function firstOf(cell: string): DayText {
  const day = monthOf(cell);
  return day === null ? null : { day };
}

/** The order a column proves by parts above 12; null when it proves none or has no such dates. */
export function provenOrder({ proofs }: DayScan): DateOrder | null {
  return proofs.dmy === proofs.mdy ? null : proofs.dmy > proofs.mdy ? "dmy" : "mdy";
}

/** Second go: settles the open dates by the column's proof, else by what the user `said`, else by `elsewhere`, the order of the file's other columns, else by habit. */
export function settleDays(scan: DayScan, elsewhere: DateOrder | null, habit: DateOrder, said: DateOrder | null = null): ColumnRead<Day> {
  const { values, open, parts, troubles, column } = scan;
  const order = provenOrder(scan) ?? said ?? elsewhere ?? guessedOrder(scan, habit);
  const days = new Map<number, Day | null>();
  let assumed = 0;
  for (let at = 0; at < open.length; at++) {
    const part = parts[at]!;
    let day = days.get(part);
    if (day === undefined) days.set(part, (day = dayOfParts(part, order)));
    const row = open[at]!;
    values[row] = day;
    if (day === null) troubles.add(whyNoDay(part, order), row, column.cells[row]!);
    else if (isAmbiguous(part)) assumed++;
  }
  if (provenOrder(scan) === null && said === null && assumed > 0) troubles.say("date-order-assumed", order === "dmy" ? "D/M/Y" : "M/D/Y", assumed);
  return { values, issues: troubles.issues() };
}

/** A column of dates, read by itself. */
export function readDay(column: Column, habit: DateOrder = "mdy"): ColumnRead<Day> {
  return settleDays(scanDays(column), null, habit);
}

function guessedOrder({ dotted, clocked, open }: DayScan, habit: DateOrder): DateOrder {
  if (dotted * 2 > open.length) return "dmy";
  return clocked * 2 > open.length ? "mdy" : habit;
}

function dayOfParts(part: number, order: DateOrder): Day | null {
  const year = Math.floor(part / 10_000);
  const first = Math.floor(part / 100) % 100;
  const second = part % 100;
  return order === "dmy" ? nearDay(year, second, first) : nearDay(year, first, second);
}

function isFarYear(year: number): boolean {
  return year > lastYear;
}

function nearDay(year: number, month: number, date: number): Day | null {
  return isFarYear(year) ? null : dayOf(year, month, date);
}

function whyNoDay(part: number, order: DateOrder): IssueKind {
  if (isFarYear(Math.floor(part / 10_000))) return "far-year";
  return isMisfit(part, order) ? "date-order-mismatch" : "unreadable";
}

/** True when the other order would make a date of it. */
function isMisfit(part: number, order: DateOrder): boolean {
  return dayOfParts(part, order === "dmy" ? "mdy" : "dmy") !== null;
}

function isAmbiguous(part: number): boolean {
  const first = Math.floor(part / 100) % 100;
  const second = part % 100;
  return first <= 12 && second <= 12 && first !== second;
}

function countProofs(parts: readonly number[]): Record<DateOrder, number> {
  const proofs = { dmy: 0, mdy: 0 };
  for (const part of parts) {
    const first = Math.floor(part / 100) % 100;
    const second = part % 100;
    if (first > 12 && first <= 31 && second <= 12) proofs.dmy++;
    else if (second > 12 && second <= 31 && first <= 12) proofs.mdy++;
  }
  return proofs;
}

/** Above every year-first number: marks parts whose order is open. */
const OPEN = 200_000_000;

/**
 * `2026-10-05`, `2026/1/5 14:33` and `5/10/2026 8:05:00 AM` without a regular expression: year-first numbers as 20261005,
 * year-last ones plus `OPEN`; 0 for every other text.
 */
function scanParts(text: string): number {
  const { length } = text;
  if (length < 6 || length > 32) return 0;
  let at = 0;
  let part = 0;
  let from = 0;
  let value = 0;
  let first = 0;
  let second = 0;
  let firstDigits = 0;
  let separator = 0;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + code - 48;
      continue;
    }
    if (part === 2) break;
    if ((code !== 45 && code !== 47 && code !== 46) || at === from || (part === 1 && code !== separator)) return 0;
    separator = code;
    if (part === 0) {
      first = value;
      firstDigits = at;
    } else second = value;
    part++;
    value = 0;
    from = at + 1;
  }
  const lastDigits = at - from;
  if (part !== 2 || lastDigits === 0 || second > 99 || !isClock(text, at)) return 0;
  if (firstDigits === 4 && lastDigits <= 2) return first * 10_000 + second * 100 + value;
  if (firstDigits > 2 || (lastDigits !== 4 && lastDigits !== 2)) return 0;
  return OPEN + fullYear(value, lastDigits) * 10_000 + first * 100 + second;
}

/** True when what follows a date is nothing or looks like a time of day: looking at each sign would cost more than the date. */
function isClock(text: string, from: number): boolean {
  const { length } = text;
  if (from === length) return true;
  const start = text.charCodeAt(from);
  if ((start !== 32 && start !== 84) || length - from < 5 || !isDigit(text.charCodeAt(from + 1))) return false;
  const second = text.charCodeAt(from + 2);
  if (second !== 58 && !(isDigit(second) && text.charCodeAt(from + 3) === 58)) return false;
  const last = text.charCodeAt(length - 1) | 32;
  return isDigit(text.charCodeAt(length - 1)) || last === 122 || last === 109;
}

function troubleOf(cell: string): IssueKind | DayText {
  const text = plain(cell);
  if (text === "") return null;
  if (/^#{2,}$/.test(text)) return "hashes";
  return isPlaceholderFigure(text) || /^0000-00-00/.test(text) || text === "0" ? "placeholder" : "unreadable";
}
