// What does a cell say under a rule: a text, a number, a day, yes or no, or nothing?

import { isPlaceholder, isPlaceholderFigure, plain } from "../../crm/readers/clean";
import { readDayText } from "../../crm/readers/day-text";
import { readFigure } from "../../crm/readers/figure";
import { flagOf } from "../../crm/readers/flag";
import { withoutUnit } from "../../crm/readers/number";
import { dayOf, type CellValue, type Day } from "../../values";
import type { RefusalKind } from "../refusal";

/** A cell of the user's table; an error cell comes with its code. */
export type RuleCell = CellValue | undefined | { readonly code: string };

/** Why a cell cannot be compared. */
export type Trouble = Extract<RefusalKind, "no-number" | "no-day" | "open-day-order" | "no-yes-no" | "error-cell">;

export function isErrorValue(cell: RuleCell): cell is { readonly code: string } {
  return typeof cell === "object" && cell !== null;
}

/** True for an empty cell and for a text that stands for nothing, such as `-` and `n/a`. */
export function saysNothing(cell: RuleCell): boolean {
  return cell === null || cell === undefined || (typeof cell === "string" && (plain(cell) === "" || isPlaceholder(cell)));
}

/** As `saysNothing`, and for words that are no figure but could be a text: `None`, `NA`. */
export function saysNoFigure(cell: RuleCell): boolean {
  return saysNothing(cell) || (typeof cell === "string" && isPlaceholderFigure(cell));
}

/** The text by which texts are compared: half-width, trimmed, without case. */
export function folded(cell: string | number | boolean): string {
  return plain(String(cell)).toLowerCase();
}

/** The number a text says, with a unit behind it if need be: `1,001`, `1.2万`, `30 days`, `5%`; null when it says none. */
export function numberIn(text: string): number | null {
  return amountIn(withoutUnit(text));
}

/** As `numberIn`, but a letter behind the digits belongs to a name: `3D` is no number. */
export function bareNumberIn(text: string): number | null {
  return /^\s*0\d/.test(text) ? null : amountIn(text);
}

function amountIn(text: string): number | null {
  const figure = readFigure(text, ".");
  if (!figure) return null;
  return figure.isPercent ? Number((figure.amount / 100).toPrecision(15)) : figure.amount;
}

/** The day a text says; "open" where it could be day/month or month/day, null when it says none. */
export function dayIn(text: string): Day | "open" | null {
  const read = readDayText(text);
  if (read === null) return null;
  if ("day" in read) return read.day;
  const { year, first, second } = read;
  if (first === second || first > 12) return dayOf(year, second, first);
  return second > 12 ? dayOf(year, first, second) : "open";
}

/** Excel's whole day of a number; null where it is none. */
export function daySerial(value: number): Day | null {
  return value >= 1 && value < 2_958_466 ? (Math.floor(value) as Day) : null;
}

/** Yes or no where a rule says so in plain words; other words that mean so in a CRM (`closed`, `lost`) are texts here. */
export function plainFlag(value: string | number | boolean): boolean | null {
  if (typeof value === "boolean") return value;
  const word = folded(value);
  if (YES.has(word)) return true;
  return NO.has(word) ? false : null;
}

/** Yes or no as a cell says it beside a rule that says so: also 1 and 0, `已下载` and `未下载`; other single letters are classes, not flags. */
export function cellFlag(cell: string | number | boolean): boolean | null {
  if (typeof cell === "number") return cell === 1 ? true : cell === 0 ? false : null;
  const plainly = plainFlag(cell);
  if (plainly !== null || typeof cell === "boolean" || isPlaceholderFigure(cell)) return plainly;
  return /^\s*\p{L}\s*$/u.test(cell) ? null : flagOf(cell);
}

const YES: ReadonlySet<string> = new Set(["true", "yes", "y", "是", "有", "真", "对", "✓", "✔", "√"]);
const NO: ReadonlySet<string> = new Set(["false", "no", "n", "否", "无", "没有", "假", "错", "✗", "✘"]);
