// A column of figures read in two goes: what is plain at once, the rest when the column has said how it writes decimals.

import { isPlaceholderFigure, plain } from "./clean";
import type { IssueKind } from "../reading";
import type { Column, Troubles } from "./column";
import { findCurrency, type Yen } from "./currency";
import { readFigure, type DecimalMark, type Figure } from "./figure";
import { isDigit } from "./signs";

/** A column after the first go: `values` has the plain figures, `hard` the rows still to read. */
export interface FigureScan {
  readonly column: Column;
  readonly values: (number | null)[];
  readonly hard: readonly number[];
  /** Cells like `1,234` and `$1.234`, read as thousands until the column says what its separators are. */
  readonly either: readonly number[];
  /** The sign of each plain cell that has one, as the code of its character; null when none has. */
  readonly signs: Uint16Array | null;
  /** Cells that prove each decimal mark, and cells that could be either, by their separator. */
  readonly proofs: Readonly<Record<DecimalMark, number>>;
  readonly open: Readonly<Record<DecimalMark, number>>;
  /** Plain integers of four digits and more: the column writes no thousands. */
  readonly ungrouped: number;
  /** The most decimals a plain cell proves. */
  readonly longest: number;
}

/** First go over a column. */
export function scanFigures(column: Column): FigureScan {
  const { cells } = column;
  const values = new Array<number | null>(cells.length);
  const hard: number[] = [];
  const either: number[] = [];
  const proofs = { ".": 0, ",": 0 };
  const open = { ".": 0, ",": 0 };
  let signs: Uint16Array | null = null;
  let ungrouped = 0;
  let longest = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    values[row] = null;
    if (cell === "") continue;
    if (!scanPlain(cell)) {
      hard.push(row);
      continue;
    }
    values[row] = plainFigure.value;
    if (plainFigure.sign !== 0) (signs ??= new Uint16Array(cells.length))[row] = plainFigure.sign;
    if (plainFigure.either) {
      either.push(row);
      open[plainFigure.either]++;
    } else if (plainFigure.proof) {
      proofs[plainFigure.proof]++;
      if (plainFigure.decimals > longest) longest = plainFigure.decimals;
    } else if (plainFigure.value >= 1000) ungrouped++;
  }
  countMarks(hard, cells, proofs, open);
  return { column, values, hard, either, signs, proofs, open, ungrouped, longest };
}

/** What the rest of the file says that helps to read a column of figures. */
export interface FigureHints {
  /** The decimal mark the other columns prove. */
  readonly mark: DecimalMark | null;
  /** What `¥` stands for here. */
  readonly yen: Yen;
}

/** How a column writes decimals, and whether that is a guess. */
interface MarkDecision {
  readonly mark: DecimalMark;
  readonly isGuess: boolean;
  /** The mark by which `1,234` and `1.234` are decimals; null where both are thousands. */
  readonly settles: DecimalMark | null;
}

/** Decides a column's decimal mark; `elsewhere` is what the other columns of the file prove. */
export function decideMark(scan: FigureScan, elsewhere: DecimalMark | null, isMoney: boolean): MarkDecision {
  const { proofs, open, longest, ungrouped } = scan;
  if (proofs["."] !== proofs[","]) {
    const mark = proofs["."] > proofs[","] ? "." : ",";
    // `1,200` amid amounts with two decimals behind a comma was written by someone else.
    const isForeign = isMoney && mark === "," && open[","] > 0 && longest < 3;
    return { mark, isGuess: isForeign, settles: isForeign ? null : mark };
  }
  const isOpen = open["."] + open[","] > 0;
  if (elsewhere) return { mark: elsewhere, isGuess: isOpen && proofs["."] > 0, settles: elsewhere };
  // Only `1,234`-like cells: thousands, as everyone writes them. Only `1.234`-like cells: money has no third decimal.
  const looksGrouped = isMoney && open["."] > 1 && open[","] === 0 && ungrouped === 0;
  const mark = looksGrouped ? "," : ".";
  return { mark, isGuess: open["."] > 0, settles: mark };
}

/** Second go: settles the cells left open by the column's decimal mark and reads the hard ones, each distinct text once, after `dress` has changed it; tells troubles of the others. */
export function readHard(scan: FigureScan, { settles }: MarkDecision, troubles: Troubles, take: (row: number, figure: Figure) => void, dress?: (cell: string) => string): void {
  const { cells } = scan.column;
  if (settles) for (const row of scan.either) if (cells[row]!.includes(settles)) scan.values[row] = scan.values[row]! / 1000;
  const seen = new Map<string, Figure | IssueKind | null>();
  for (const row of scan.hard) {
    const cell = cells[row]!;
    let read = seen.get(cell);
    if (read === undefined) {
      read = readOne(dress ? dress(cell) : cell, settles);
      if (seen.size < MOST_REMEMBERED) seen.set(cell, read);
    }
    if (typeof read === "string") troubles.add(read, row, cell);
    else if (read !== null) take(row, read);
  }
}

const MOST_REMEMBERED = 100_000;

function readOne(cell: string, mark: DecimalMark | null): Figure | IssueKind | null {
  const figure = readFigure(cell, mark, findCurrency);
  if (figure) return figure;
  const text = plain(cell);
  if (text === "") return null;
  if (isPlaceholderFigure(text)) return "placeholder";
  return /^#{3,}$/.test(text) ? "hashes" : "unreadable";
}

/** Says that decimal commas were assumed, or that nothing settles a column's separators. */
export function sayMark(scan: FigureScan, { mark, isGuess }: MarkDecision, troubles: Troubles): void {
  const { proofs, open } = scan;
  if (isGuess) troubles.say("decimal-ambiguous", example(scan), open["."] + open[","]);
  else if (mark === "," && proofs[","] + open["."] + open[","] > 0) troubles.say("decimal-comma", example(scan), proofs[","] + open["."] + open[","]);
}

function example({ column, hard, either }: FigureScan): string | null {
  const row = either[0] ?? hard.find((at) => /\d[.,]\d/.test(column.cells[at]!)) ?? hard[0] ?? column.cells.findIndex((cell) => cell.includes(","));
  return column.cells[row] ?? null;
}

/** What `scanPlain` last read; one for all, since a million cells would be a million objects. */
const plainFigure: { value: number; sign: number; proof: DecimalMark | null; either: DecimalMark | null; decimals: number } = { value: 0, sign: 0, decimals: 0, proof: null, either: null };

/**
 * Reads digits with at most a minus, one sign of `$ € £ ¥ ￥ %` and well-formed separators: `-5`, `12.50`, `$1,234.56`,
 * `1.234,56 €`, `60%`. False for everything else.
 */
function scanPlain(text: string): boolean {
  let { length } = text;
  let from = 0;
  let sign = 0;
  const isNegative = text.charCodeAt(0) === 45;
  if (isNegative) from++;
  if (isCurrencySign(text.charCodeAt(from))) sign = text.charCodeAt(from++);
  else if (isCurrencySign(text.charCodeAt(length - 1)) || text.charCodeAt(length - 1) === 37) {
    sign = text.charCodeAt(--length);
    if (text.charCodeAt(length - 1) === 32) length--;
  }
  if (length - from > 20 || length === from || !isDigit(text.charCodeAt(from)) || !isDigit(text.charCodeAt(length - 1))) return false;
  let whole = 0;
  let digits = 0;
  let separator = 0;
  let groups = 0;
  let mark = 0;
  let since = 0;
  for (let at = from; at < length; at++) {
    const code = text.charCodeAt(at);
    if (isDigit(code)) {
      whole = whole * 10 + code - 48;
      digits++;
      since++;
      continue;
    }
    if ((code !== 44 && code !== 46) || mark !== 0) return false;
    if (separator === 0) {
      separator = code;
      if (since > 3) mark = code;
    } else if (code !== separator) {
      if (since !== 3) return false;
      mark = code;
    } else if (since !== 3) return false;
    if (mark === 0) groups++;
    since = 0;
  }
  if (digits > 15) return false;
  plainFigure.either = null;
  plainFigure.proof = null;
  let decimals = mark === 0 ? 0 : since;
  if (mark === 0 && groups === 1) {
    if (since !== 3 || whole < 1000 || text.charCodeAt(from) === 48) {
      mark = separator;
      decimals = since;
    } else plainFigure.either = separator === 46 ? "." : ",";
  } else if (mark === 0 && groups > 1) {
    if (since !== 3) return false;
    plainFigure.proof = separator === 46 ? "," : ".";
  }
  if (mark !== 0) plainFigure.proof = mark === 46 ? "." : ",";
  const value = decimals === 0 ? whole : whole / POWERS[decimals]!;
  plainFigure.value = isNegative && value !== 0 ? -value : value;
  plainFigure.sign = sign;
  plainFigure.decimals = decimals;
  return true;
}

/** A whole number below 2^53 by a power of ten below 10^23 is rounded once: what `Number("12.5")` gives. */
const POWERS: readonly number[] = Array.from({ length: 16 }, (_, power) => 10 ** power);

/** `$ £ ¥ € ￥`. */
function isCurrencySign(code: number): boolean {
  return code === 36 || code === 163 || code === 165 || code === 0x20ac || code === 0xffe5;
}

/** Votes of the hard cells, by distinct text; a few thousand tell. */
function countMarks(hard: readonly number[], cells: readonly string[], proofs: Record<DecimalMark, number>, open: Record<DecimalMark, number>): void {
  const texts = new Set<string>();
  for (let at = 0; at < hard.length && texts.size < 5000; at++) texts.add(cells[hard[at]!]!);
  for (const text of texts) {
    if (!/[.,，．]/.test(text)) continue;
    const figure = readFigure(text, ".", findCurrency);
    if (!figure || figure.mark === null) continue;
    if (figure.mark === "either") open[figure.separator!]++;
    else proofs[figure.mark]++;
  }
}
