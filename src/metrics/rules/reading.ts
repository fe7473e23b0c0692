// What does a cell say under a rule: a text, a number, a day, yes or no, or nothing?

import { isPlaceholder, isPlaceholderFigure, plain } from "../../crm/readers/clean";
import { amountOf, numberIn, sureAmount, sureDay } from "../../crm/readers/sure";
import { lastDay, type CellValue, type Day } from "../../values";
import { Refusal, shown, type RefusalKind } from "../refusal";

/** A cell of the user's table; an error cell comes with its code. */
export type RuleCell = CellValue | undefined | { readonly code: string };
/** A record of the user's table. */
export type RuleRow = readonly RuleCell[];

/** Why a cell cannot be compared. */
export type Trouble = Extract<RefusalKind, "no-number" | "no-day" | "open-day-order" | "no-word" | "error-cell">;

/** A column of the user's table. */
export interface Place {
  readonly column: number;
  readonly heading: string;
}

/** True for an empty cell and for a text that stands for nothing, such as `-` and `n/a`. */
export function saysNothing(cell: RuleCell): boolean {
  return typeof cell === "string" ? plain(cell) === "" || isPlaceholder(cell) : (cell ?? null) === null;
}

/** The text by which texts are compared: half-width, trimmed, without case. */
export function folded(cell: RuleCell): string {
  return plain(String(cell)).toLowerCase();
}

/** As `numberIn`, but a zero in front makes it a code, and a letter behind the digits belongs to a name: `3D` is no number. */
export function bareNumberIn(text: string): number | null {
  return /^\s*0\d/.test(text) ? null : amountOf(sureAmount(text));
}

/** A number or a day to compare with. */
export interface Limit {
  readonly value: number;
  readonly isDay: boolean;
}

/** The cell as a number or a day, whichever `beside` is; false where it says nothing. */
export function figureOf(cell: RuleCell, { value, isDay }: Limit): number | Trouble | false {
  if (typeof cell === "number" && !isDay) return cell;
  if (saysNothing(cell) || (typeof cell === "string" && isPlaceholderFigure(cell))) return false;
  const number = typeof cell === "string" && !isDay ? numberIn(cell) : null;
  if (number !== null) return number;
  // A date cell comes as its serial: from 1954 to 2119 a number may be a day.
  const day = isDay || (value >= 20_000 && value <= 80_000) ? dayOf(cell) : null;
  return day === "open" ? "open-day-order" : (day ?? (isDay ? "no-day" : "no-number"));
}

/** The day a cell says; "open" where it could be day/month or month/day. */
export function dayOf(cell: RuleCell): Day | "open" | null {
  if (typeof cell === "string") return sureDay(cell);
  return typeof cell === "number" && cell >= 1 && cell < lastDay + 1 ? (Math.floor(cell) as Day) : null;
}

/** Yes or no in plain words; other words that mean so in a CRM (`closed`, `lost`) are texts here. */
export function plainFlag(value: RuleCell): boolean | null {
  const word = folded(value);
  return YES.test(word) ? true : NO.test(word) ? false : null;
}

/** Yes or no as a cell says it beside a rule that says so: also 1 and 0, `已下载` and `未下载`. */
export function cellFlag(cell: RuleCell): boolean | null {
  const said = plainFlag(cell);
  if (said !== null || saysNothing(cell)) return said;
  const word = folded(cell);
  return /^(?:1$|已)/.test(word) ? true : /^(?:0$|[未不没])/.test(word) ? false : null;
}

const YES = /^(?:true|yes|y|是|有|真|对|[✓✔√☑])$/;
const NO = /^(?:false|no|n|否|无|没有|假|错|[✗✘])$/;

/** The reading of error cells too, and of each distinct text only once. */
export function reader<V>(read: (cell: RuleCell) => V): (cell: RuleCell) => V | "error-cell" {
  const known = new Map<string, V>();
  return (cell) => {
    if (typeof cell === "object" && cell !== null) return "error-cell";
    if (typeof cell !== "string") return read(cell);
    let value = known.get(cell);
    if (value === undefined) {
      value = read(cell);
      // Names and addresses differ in every row: remembering them all costs more than reading them.
      if (known.size < 4_000) known.set(cell, value);
    }
    return value;
  };
}

/** What a record says in a column; refused where the cell cannot be read. */
export function readIn<V>(row: RuleRow, { column, heading }: Place, read: (cell: RuleCell) => V | Trouble): V {
  const value = read(row[column]);
  if (typeof value === "string") throw new Refusal(value as Trouble, { column: heading, found: shown(row[column]), expected: "yes, no" });
  return value as V;
}
