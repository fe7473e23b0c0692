// How many points do rules give each record?

import { Refusal } from "../refusal";
import type { Test, Verdict } from "./condition";
import { dayIn, daySerial, isErrorValue, saysNoFigure, type RuleCell } from "./reading";

export type RuleRow = readonly RuleCell[];

/** A condition on one column of a table, ready to be tested. */
export interface FieldTest {
  /** Place of the column. */
  readonly column: number;
  /** The column's heading, for messages and for the words of the rule. */
  readonly heading: string;
  readonly test: Test;
  /** The rule in words, without its points: `Company size > 1000`. */
  readonly says: string;
  /** True where the words name what the record holds: one of a list of values. */
  readonly isOneOf: boolean;
}

/** How points fade: a share of them a month, or half of them in so many days. */
export type Decay = { readonly perMonth: number } | { readonly halfLife: number };

export interface PointRule extends FieldTest {
  readonly points: number;
  readonly group: string | null;
  readonly decay: Decay | null;
  /** Place and heading of the column with the day of the event. */
  readonly date: { readonly column: number; readonly heading: string } | null;
}

/** A limit of what the rules of a group give together: the most, or where negative the least. */
export type Caps = ReadonlyMap<string, number>;

/** Scores of the rows, and of those without one why. */
export interface Scored {
  readonly scores: Float64Array;
  readonly refused: ReadonlyMap<number, Refusal>;
  /** Points of each rule by row as counted after decay; NaN where it did not fire. */
  readonly counted: readonly Float64Array[];
}

/** Days of a month, as 365.25 ÷ 12 to four places. */
const DAYS_PER_MONTH = 30.4375;

/**
 * Σ points of the rules that fire, each group within its cap. Linear decay: points × max(0, 1 − share × months); half-life:
 * points × 0.5 ^ (days ÷ half-life). An event after `asOf` has not happened yet. Source: product research §3 (HubSpot).
 * `argument` and `firstRow` say where the rows stand, for refusals.
 */
export function score(rows: readonly RuleRow[], rules: readonly PointRule[], caps: Caps, asOf: number | null, argument: string, firstRow: number, explain: boolean): Scored {
  const scores = new Float64Array(rows.length);
  const groups = new Map([...caps.keys()].map((group) => [group, new Float64Array(rows.length)]));
  const refused = new Map<number, Refusal>();
  const counted = rules.map((rule) => {
    const sums = groups.get(rule.group ?? "") ?? scores;
    const own = explain ? new Float64Array(rows.length).fill(NaN) : null;
    const fading = fadingOf(rule, asOf);
    eachVerdict(rows, rule, (row, verdict) => {
      const factor = verdict === true ? (fading ? fading(rows[row]!) : 1) : verdict;
      if (typeof factor !== "number") {
        if (!refused.has(row)) refused.set(row, refusalOf(factor, rule, rows[row]!, { argument, row: row + firstRow }));
      } else if (!Number.isNaN(factor)) {
        sums[row]! += rule.points * factor;
        if (own) own[row] = rule.points * factor;
      }
    });
    return own;
  });
  for (const [group, sums] of groups) for (let row = 0; row < sums.length; row++) scores[row]! += capped(sums[row]!, caps.get(group)!);
  for (let row = 0; row < scores.length; row++) scores[row] = tidied(scores[row]!);
  return { scores, refused, counted: counted.filter((own) => own !== null) };
}

/** The sum within the cap. */
export function capped(sum: number, cap: number): number {
  return cap < 0 ? Math.max(sum, cap) : Math.min(sum, cap);
}

/** 0.1 + 0.2 is 0.3: what binary fractions add is no points. */
export function tidied(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** Calls back for each row whose condition is met or cannot be told; a distinct text is tested once, unless nearly all differ. */
export function eachVerdict(rows: readonly RuleRow[], { column, test }: FieldTest, take: (row: number, verdict: Exclude<Verdict, false>) => void): void {
  const known = new Map<string, Verdict>();
  for (let row = 0; row < rows.length; row++) {
    const cell = rows[row]![column];
    let verdict: Verdict | undefined;
    if (typeof cell === "string") {
      verdict = known.get(cell);
      if (verdict === undefined) {
        verdict = test(cell);
        if (known.size < MOST_REMEMBERED) known.set(cell, verdict);
      }
    } else verdict = test(cell);
    if (verdict !== false) take(row, verdict);
  }
}

/** Names and addresses differ in every row: remembering them all costs more than testing them. */
const MOST_REMEMBERED = 4_000;

/** The refusal of a cell that cannot be compared. */
export function refusalOf(trouble: Exclude<Verdict, boolean> | "no-days-of-event" | DateTrouble, rule: FieldTest & Partial<Pick<PointRule, "date">>, row: RuleRow, at: { readonly argument: string; readonly row: number }): Refusal {
  if (trouble === "no-days-of-event") return new Refusal(trouble, { ...at, column: rule.says });
  const { column, heading } = typeof trouble === "object" ? rule.date! : rule;
  return new Refusal(typeof trouble === "object" ? trouble.date : trouble, { ...at, column: heading, found: `${quoted(row[column])} (${heading})` });
}

function quoted(cell: RuleCell): string {
  const text = isErrorValue(cell) ? cell.code : typeof cell === "boolean" ? String(cell).toUpperCase() : String(cell ?? "");
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Trouble in the date column. */
interface DateTrouble {
  readonly date: "no-day" | "open-day-order" | "error-cell";
}

/** What is left of the points of a row: a factor, NaN before the event, or why it cannot be told. */
type Fading = (row: RuleRow) => number | "no-days-of-event" | DateTrouble;

function fadingOf({ decay, date }: PointRule, asOf: number | null): Fading | null {
  if (!date || asOf === null) return null;
  const known = new Map<string, number | "open" | null>();
  return (row) => {
    const cell = row[date.column];
    if (saysNoFigure(cell) || cell === null || cell === undefined) return decay ? "no-days-of-event" : 1;
    if (isErrorValue(cell)) return { date: "error-cell" };
    if (typeof cell === "string" && !known.has(cell)) known.set(cell, dayIn(cell));
    const day = typeof cell === "number" ? daySerial(cell) : typeof cell === "string" ? known.get(cell)! : null;
    if (typeof day !== "number") return { date: day === "open" ? "open-day-order" : "no-day" };
    return day > asOf ? NaN : left(decay, asOf - day);
  };
}

function left(decay: Decay | null, days: number): number {
  if (!decay) return 1;
  return "perMonth" in decay ? Math.max(0, 1 - (decay.perMonth * days) / DAYS_PER_MONTH) : 0.5 ** (days / decay.halfLife);
}
