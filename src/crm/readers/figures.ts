// A column of figures read in two goes: what is plain at once, the rest when the column has said how it writes decimals.

import { isPlaceholderFigure, plain } from "./clean";
import type { IssueKind } from "../reading";
import type { Column, Troubles } from "./column";
import { readFigure, type DecimalMark, type Figure } from "./figure";

/** A column after the first go: `values` has the plain figures, `hard` the rows still to read. */
export interface FigureScan {
  readonly column: Column;
  readonly values: (number | null)[];
  readonly hard: readonly number[];
  /** Cells that prove each decimal mark, and cells that could be either, by their separator. */
  readonly proofs: Readonly<Record<DecimalMark, number>>;
  readonly open: Readonly<Record<DecimalMark, number>>;
  /** Plain integers of four digits and more: the column writes no thousands. */
  readonly ungrouped: number;
}

/** First go over a column. */
export function scanFigures(column: Column): FigureScan {
  const { cells } = column;
  const values = new Array<number | null>(cells.length);
  const hard: number[] = [];
  const proofs = { ".": 0, ",": 0 };
  const open = { ".": 0, ",": 0 };
  let ungrouped = 0;
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!;
    const value = cell === "" ? null : plainNumber(cell);
    if (value === undefined) {
      hard.push(row);
      values[row] = null;
      continue;
    }
    values[row] = value;
    if (value === null) continue;
    if (!Number.isInteger(value)) proofs["."]++;
    else if (value >= 1000) ungrouped++;
  }
  countMarks(new Set(hard.map((row) => cells[row]!)), proofs, open);
  return { column, values, hard, proofs, open, ungrouped };
}

/** What the rest of the file says that helps to read a column of figures. */
export interface FigureHints {
  /** The decimal mark the other columns prove. */
  readonly mark: DecimalMark | null;
  /** What `¥` stands for here. */
  readonly yen: "CNY" | "JPY";
}

/** How a column writes decimals, and whether that is a guess. */
export interface MarkDecision {
  readonly mark: DecimalMark;
  readonly isGuess: boolean;
}

/** Decides a column's decimal mark; `elsewhere` is what the other columns of the file prove. */
export function decideMark(scan: FigureScan, elsewhere: DecimalMark | null, isMoney: boolean): MarkDecision {
  const { proofs, open } = scan;
  if (proofs["."] !== proofs[","]) return { mark: proofs["."] > proofs[","] ? "." : ",", isGuess: false };
  const isOpen = open["."] + open[","] > 0;
  if (elsewhere) return { mark: elsewhere, isGuess: isOpen && proofs["."] > 0 };
  // Only `1,234`-like cells: thousands, as everyone writes them. Only `1.234`-like cells: money has no third decimal.
  const looksGrouped = isMoney && open["."] > 1 && open[","] === 0 && scan.ungrouped === 0;
  return { mark: looksGrouped ? "," : ".", isGuess: open["."] > 0 };
}

/** Second go: reads the hard cells by the column's decimal mark, each distinct text once; tells troubles of the others. */
export function readHard(scan: FigureScan, mark: DecimalMark, troubles: Troubles, take: (row: number, figure: Figure) => void, unit?: RegExp): void {
  const { cells } = scan.column;
  const seen = new Map<string, Figure | IssueKind | null>();
  for (const row of scan.hard) {
    const cell = cells[row]!;
    let read = seen.get(cell);
    if (read === undefined) seen.set(cell, (read = readOne(unit ? cell.replace(unit, "$1") : cell, mark)));
    if (typeof read === "string") troubles.add(read, row, cell);
    else if (read !== null) take(row, read);
  }
}

function readOne(cell: string, mark: DecimalMark): Figure | IssueKind | null {
  const figure = readFigure(cell, mark);
  if (figure) return figure;
  const text = plain(cell);
  if (text === "") return null;
  if (isPlaceholderFigure(text)) return "placeholder";
  return /^#{3,}$/.test(text) ? "hashes" : "unreadable";
}

/** Says that decimal commas were assumed, or that nothing settles a column's separators. */
export function sayMark(scan: FigureScan, { mark, isGuess }: MarkDecision, troubles: Troubles): void {
  const { proofs, open, hard } = scan;
  if (isGuess) troubles.say("decimal-ambiguous", example(scan), open["."] + open[","]);
  else if (mark === "," && proofs[","] + open["."] + open[","] > 0) troubles.say("decimal-comma", example(scan), hard.length);
}

function example({ column, hard }: FigureScan): string | null {
  const row = hard.find((at) => /\d[.,]\d/.test(column.cells[at]!)) ?? hard[0];
  return row === undefined ? null : column.cells[row]!;
}

/** A number written with digits, at most one dot that cannot group, at most one sign before; undefined for all else. */
function plainNumber(text: string): number | undefined {
  const { length } = text;
  if (length > 15) return undefined;
  const isNegative = text.charCodeAt(0) === 45;
  let value = 0;
  let dot = -1;
  for (let at = isNegative ? 1 : 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) value = value * 10 + code - 48;
    else if (code === 46 && dot < 0 && at > 0) dot = at;
    else return undefined;
  }
  if (dot < 0) return isNegative ? (length > 1 ? -value : undefined) : value;
  if (length - dot === 4 && dot <= 3 + (isNegative ? 1 : 0) && text.charCodeAt(isNegative ? 1 : 0) !== 48) return undefined;
  return dot < length - 1 ? Number(text) : undefined;
}

function countMarks(texts: ReadonlySet<string>, proofs: Record<DecimalMark, number>, open: Record<DecimalMark, number>): void {
  for (const text of texts) {
    if (!/[.,，．]/.test(text)) continue;
    const figure = readFigure(text, ".");
    if (!figure || figure.mark === null) continue;
    if (figure.mark === "either") open[figure.separator!]++;
    else proofs[figure.mark]++;
  }
}
