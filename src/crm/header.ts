// Which row is the header, is there one at all, and what are the columns called?

import { filledIn, isBlank, isValue } from "./cells";
import { mostNameText } from "../values";
import type { Issue } from "./reading";

/** The header found: rows `first` up to `next` make it, data begin at `next`; `first` is `next` where the table has none. */
export interface HeaderFound {
  readonly first: number;
  readonly next: number;
  /** As written, several header rows joined; empty where there is no header. */
  readonly names: readonly string[];
  /** How many cells the fullest usual row has. */
  readonly fill: number;
}

/** Rows looked at, and how far down a header may be. */
const SAMPLE = 200;
const DEEPEST = 60;
/** Rows a header of several rows can have. */
const TALLEST = 4;

/** Finds the header by contrast: words above columns of values, as full as the rows below. Null: no table. */
export function findHeader(rows: readonly (readonly string[])[]): HeaderFound | null {
  const sample = rows.slice(0, SAMPLE);
  const fills = sample.map(filledIn);
  const fill = usualFill(fills);
  if (fill < 2) return null;
  const enough = Math.max(2, Math.ceil(fill * 0.5));
  const start = fills.findIndex((count, i) => count >= enough && i < DEEPEST);
  if (start < 0) return null;
  const typed = typedColumns(sample.slice(start + 1));
  if (isData(sample[start]!, typed) && !isYears(sample[start]!, sample.slice(start + 1))) return { first: start, next: start, names: [], fill };
  const block = blockFrom(sample, start, typed);
  const header = typed.length > 0 ? fullestOf(block, fills, start, widthOf(sample.slice(start))) : barePick(block, fills, fill);
  const stack = stackOf(sample, start, header, block, typed);
  return { ...stack, names: stackedNames(sample.slice(stack.first, stack.next)), fill };
}

function unnamed(column: number): string {
  return `Column ${column + 1}`;
}

/** Whether a column got its name here, having none of its own. */
export function isUnnamed(header: string): boolean {
  return /^Column \d+$/.test(header);
}

/** Unique names for the columns up to `width` and those `beyond`: blanks are `Column 4`, a name used before gets a number. Case does not tell names apart in Excel. */
export function nameColumns(names: readonly string[], width: number, beyond: readonly number[], line: number | null): { header: string[]; issues: Issue[] } {
  const header: string[] = [];
  const issues: Issue[] = [];
  const written = new Set(names.map((name) => tidy(name).toLowerCase()));
  const used = new Set<string>();
  const numbers = new Map<string, number>();
  for (const i of [...Array(width).keys(), ...beyond]) {
    const whole = tidy(names[i] ?? "");
    const found = whole.slice(0, mostNameText - LONGEST_NUMBER);
    const base = found || unnamed(i);
    if (found !== whole) issues.push({ kind: "long-header", row: line, column: base, found: null, count: 1 });
    let name = base;
    const key = base.toLowerCase();
    // Goes on where the last column of this name stopped: thousands may have it.
    let n = numbers.get(key) ?? 2;
    for (; used.has(name.toLowerCase()) || ((name !== base || !found) && written.has(name.toLowerCase())); n++) name = `${base} (${n})`;
    numbers.set(key, n);
    used.add(name.toLowerCase());
    header.push(name);
    if (found && name !== base) issues.push({ kind: "duplicate-header", row: line, column: name, found, count: 1 });
  }
  return { header, issues };
}

/** Room for ` (16384)`. */
const LONGEST_NUMBER = 8;

/** A header cell without line ends, double blanks and marks that cannot be seen. */
function tidy(name: string): string {
  return name.replace(/[\u200b-\u200d\ufeff]/g, "").replace(/\s+/g, " ").trim();
}

/** The largest fill that a tenth of the rows, at least two, come near to; else that of the fullest row below a header. */
function usualFill(fills: readonly number[]): number {
  const filled = fills.filter((count) => count > 0).sort((a, b) => b - a);
  const others = Math.max(2, Math.ceil(filled.length / 10)) - 1;
  const usual = filled.find((count, i) => count > 1 && (filled[i + others] ?? 0) >= count * 0.6);
  if (usual || filled.length < 2) return usual ?? filled[0] ?? 0;
  // A wide header over sparse records; two cells over single ones are no table.
  return filled[1]! > 1 ? filled[1]! : filled[0]! > 2 ? filled[0]! : 0;
}

/** Columns that hold values, not words, in most rows. */
function typedColumns(rows: readonly (readonly string[])[]): number[] {
  const width = Math.max(0, ...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    const cells = rows.map((row) => row[column] ?? "").filter((cell) => !isBlank(cell));
    return cells.length > 0 && cells.filter(isValue).length >= cells.length * 0.6;
  });
}

/** A row of data: values where the columns hold values. */
function isData(row: readonly string[], typed: readonly number[]): boolean {
  const filled = typed.filter((column) => !isBlank(row[column]));
  return filled.length > 0 && filled.filter((column) => isValue(row[column]!)).length > filled.length / 2;
}

/** Years as column names: 2024, 2025 over columns of other numbers. */
function isYears(row: readonly string[], below: readonly (readonly string[])[]): boolean {
  const values = row.filter((cell) => !isBlank(cell) && isValue(cell)).map((cell) => cell.trim());
  const ascending = values.every((value, i) => i === 0 || Number(value) === Number(values[i - 1]) + 1);
  return values.length >= 2 && values.every((value) => /^(19|20)\d\d$/.test(value)) && ascending && !below.some((other) => other.some((cell) => values.includes(cell.trim())));
}

/** The rows from `start` before the first row of data: header rows, and rows of words we cannot tell from them yet. */
function blockFrom(sample: readonly (readonly string[])[], start: number, typed: readonly number[]): number[] {
  const block = [start];
  for (let i = start + 1; i < sample.length && i < start + 10; i++) {
    const row = sample[i]!;
    if (typed.some((column) => !isBlank(row[column]) && isValue(row[column]!))) return block;
    if (filledIn(row) > 1) block.push(i);
  }
  return typed.length > 0 ? block : block.slice(0, 2);
}

/** Of rows of words only: the first, unless it is much emptier than the next. */
function barePick([start = 0, second = start]: readonly number[], fills: readonly number[], fill: number): number {
  return fills[start]! < fill * 0.7 && fills[second]! >= fill ? second : start;
}

/** The header: the first row, unless it has gaps or another width and a fuller row follows before the data. */
function fullestOf(block: readonly number[], fills: readonly number[], start: number, widths: Widths): number {
  const first = fills[start]!;
  const odd = widths.of[0] !== widths.usual;
  const better = block.filter((i) => i > start && ((odd && widths.of[i - start] === widths.usual && fills[i]! >= Math.min(first, widths.usual)) || fills[i]! > first));
  return better.reduce((best, i) => (fills[i]! > fills[best]! ? i : best), better[0] ?? start);
}

interface Widths {
  readonly of: readonly number[];
  readonly usual: number;
}

function widthOf(rows: readonly (readonly string[])[]): Widths {
  const of = rows.map((row) => row.length);
  const counts = new Map<number, number>();
  for (const width of of) counts.set(width, (counts.get(width) ?? 0) + 1);
  return { of, usual: [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0] };
}

/** Header rows one above the other (`Q1 | | Q2` over `Deals | Amount | Deals | Amount`) are one header. */
function stackOf(sample: readonly (readonly string[])[], start: number, header: number, block: readonly number[], typed: readonly number[]): { first: number; next: number } {
  const last = block.at(-1)!;
  const touches = last - start + 1 === block.length && block.length <= TALLEST;
  const data = sample[last + 1];
  const alone = { first: header, next: header + 1 };
  if (!touches || !data || !isData(data, typed) || typed.length < 2) return alone;
  const bottom = sample[last]!;
  const named = bottom.map((cell) => tidy(cell)).filter((cell) => cell);
  if (named.length >= filledIn(data) && new Set(named).size === named.length) return alone;
  const top = topOf(sample, start, bottom, data);
  const hasGroups = top < last && sample.slice(top, last).every((row) => hasGaps(row, bottom));
  return hasGroups ? { first: top, next: last + 1 } : alone;
}

/** Rows of group names above the block: too empty for a header themselves, but they name columns it leaves unnamed. */
function topOf(sample: readonly (readonly string[])[], start: number, bottom: readonly string[], data: readonly string[]): number {
  const above = sample[start - 1];
  if (!above || above.length !== bottom.length || filledIn(above) < 2) return start;
  return above.some((cell, i) => !isBlank(cell) && isBlank(bottom[i]) && !isBlank(data[i])) ? start - 1 : start;
}

/** A row of group names: blank somewhere the row below is filled. */
function hasGaps(row: readonly string[], below: readonly string[]): boolean {
  return below.some((cell, i) => !isBlank(cell) && isBlank(row[i]));
}

/** Joins header rows: a group's name reaches right to the next one, as far as there are names below. */
function stackedNames(rows: readonly (readonly string[])[]): string[] {
  if (rows.length < 2) return [...(rows[0] ?? [])];
  const bottom = rows.at(-1)!;
  const width = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: width }, (_, column) => {
    const named = rows.some((row) => !isBlank(row[column]));
    const parts = rows.map((row, level) => (level === rows.length - 1 || isBlank(bottom[column]) ? row[column] : groupAt(rows, level, column)));
    return named ? parts.map((part) => tidy(part ?? "")).filter((part) => part).join(" ") : "";
  });
}

/** The name a column's group has on a level: its own or the nearest to the left, within the group above. */
function groupAt(rows: readonly (readonly string[])[], level: number, column: number): string {
  for (let i = column; i >= 0; i--) {
    if (!isBlank(rows[level]![i])) return rows[level]![i]!;
    if (rows.slice(0, level).some((row) => !isBlank(row[i]))) return "";
  }
  return "";
}
