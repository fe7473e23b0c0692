// How does this text separate, quote and end its cells?

import { cutRows } from "./records";

/** How a text is cut into cells; `delimiter` null: no way of cutting gives a table. */
export interface Dialect {
  readonly delimiter: string | null;
  readonly quote: string;
  readonly escape: string;
  readonly newline: "\n" | "\r\n" | "\r";
}

/** From the clearest evidence to the weakest: a tie goes to the first. */
const delimiters = ["\t", ";", "|", ",", ", "] as const;
/** How much of the text is looked at. */
const HEAD = 1 << 16;
const SAMPLE = 200;
/** A score below is no table. */
const ENOUGH = 0.25;

/** The dialect the head of the text speaks. */
export function detectDialect(text: string, newline: Dialect["newline"]): Dialect {
  const head = headOf(text, newline);
  const quote = isSingleQuoted(head) ? "'" : '"';
  const escape = isBackslashEscaped(head, quote) ? "\\" : quote;
  const dialect = { quote, escape, newline };
  const hint = /^sep=(.)\r?\n/i.exec(text);
  if (hint?.[1]) return { ...dialect, delimiter: hint[1] };
  const [best, score] = bestOf(delimiters, head, dialect);
  if (score < ENOUGH) return { ...dialect, delimiter: bestOf([" "], head, dialect)[1] > 0.75 ? " " : null };
  return { ...dialect, delimiter: best };
}

/** The line end the text uses; `mixed` when it uses more than one outside quotes. */
export function detectNewline(text: string): Dialect["newline"] | "mixed" {
  const feed = text.indexOf("\n");
  if (feed < 0) return text.includes("\r") ? "\r" : "\n";
  const pair = text.includes("\r\n");
  const loneFeed = feed > 0 && text[feed - 1] === "\r" ? /[^\r]\n/.test(text) : true;
  const loneReturn = text.includes("\r") && /\r(?!\n)/.test(text);
  if (!loneReturn && pair !== loneFeed) return pair ? "\r\n" : "\n";
  return newlineOutsideQuotes(text);
}

/** Hops from quote to quote, and looks at the line ends between a closing and an opening one. */
function newlineOutsideQuotes(text: string): Dialect["newline"] | "mixed" {
  const seen = new Set<Dialect["newline"]>();
  let from = 0;
  while (from < text.length && seen.size < 2) {
    const opening = text.indexOf('"', from);
    const end = opening < 0 ? text.length : opening;
    for (const [found] of text.slice(from, end).matchAll(/\r\n|\n|\r/g)) seen.add(found as Dialect["newline"]);
    const closing = opening < 0 ? -1 : text.indexOf('"', opening + 1);
    from = closing < 0 ? text.length : closing + 1;
  }
  return seen.size === 1 ? [...seen][0]! : "mixed";
}

function headOf(text: string, newline: string): string {
  if (text.length <= HEAD) return text;
  const end = text.lastIndexOf(newline, HEAD);
  return text.slice(0, end > 0 ? end : HEAD);
}

/** Cells in single quotes, opened and closed, and none in double ones. */
function isSingleQuoted(head: string): boolean {
  if (/(^|[\t;|,\r\n]) ?"/.test(head)) return false;
  const opened = head.match(/(?:^|[\t;|,\r\n]) ?'/g)?.length ?? 0;
  const closed = head.match(/'(?=[\t;|,\r\n]|$)/g)?.length ?? 0;
  return opened >= 4 && Math.abs(opened - closed) <= opened * 0.05;
}

/** A backslash before a quote in the middle of a cell; doubled quotes would make that cell malformed. */
function isBackslashEscaped(head: string, quote: string): boolean {
  const escaped = head.split(`\\${quote}`);
  return escaped.length > 1 && escaped.slice(1).some((after) => after !== "" && !/^[\t;|,\r\n"']/.test(after)) && !head.includes(quote + quote + quote);
}

function bestOf(candidates: readonly string[], head: string, dialect: Omit<Dialect, "delimiter">): readonly [string, number] {
  const scored = candidates.map((delimiter) => [delimiter, scoreOf(delimiter, head, dialect)] as const);
  return scored.reduce((best, next) => (next[1] > best[1] + 1e-9 ? next : best));
}

/** High where most lines have the same number of cells, more than one, and no cell holds a stronger delimiter. */
function scoreOf(delimiter: string, head: string, dialect: Omit<Dialect, "delimiter">): number {
  if (!head.includes(delimiter)) return 0;
  const rows = cutRows(head, { ...dialect, delimiter }).slice(0, SAMPLE).filter((row) => row.length > 1 || row[0]?.trim());
  const width = modeOf(rows.map((row) => row.length).filter((length) => length > 1));
  if (width < 2) return 0;
  const steady = rows.reduce((sum, row) => sum + likeness(row, width), 0) / rows.length;
  const cells = rows.flat();
  const stronger = delimiters.slice(0, Math.max(0, Math.min(3, delimiters.indexOf(delimiter as ","))));
  const impure = cells.filter((cell) => stronger.some((other) => cell.includes(other))).length / cells.length;
  return steady * steady * (1 - 0.8 * impure) * (1 - 0.4 / width);
}

/** 1 for a line as wide as most, less for one nearly so: a row name or a second table may add or drop a cell. */
function likeness(row: readonly string[], width: number): number {
  if (row.length === width || (row.length > width && row.slice(width).every((cell) => cell.trim() === ""))) return 1;
  return width >= 4 && Math.abs(row.length - width) <= width / 5 ? 0.7 : 0;
}

function modeOf(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}
