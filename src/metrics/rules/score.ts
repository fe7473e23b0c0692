// How many points do rules give a record, and which fired?

import { Refusal } from "../refusal";
import type { Test } from "./condition";
import { figureOf, reader, readIn, type Place, type RuleRow, type Trouble } from "./reading";

/** A condition on one column of a table, ready to be tested. */
export interface FieldTest extends Place {
  readonly test: Test;
  /** The rule in words, without its points: `Company size > 1000`. */
  readonly says: string;
  /** True where the words name what the record holds: one of a list of values. */
  readonly isOneOf: boolean;
}

/** How points fade from the day of an event, in the column: the share lost a month, and the days after which half is left. */
export interface Fading extends Place {
  readonly perMonth: number;
  readonly halfLife: number;
}

/** What a record gets where the test is met. */
export interface PointRule extends FieldTest {
  readonly points: number;
  /** As groups are compared; "" without one. */
  readonly group: string;
  readonly fading: Fading | null;
}

/** The most that the rules of a group give together, or where negative the least. */
export interface Cap {
  readonly group: string;
  readonly limit: number;
  readonly says: string;
}

/** A rule that fired with its points as they count, or what a cap takes off its group: together the score. */
interface Fired {
  readonly rule: PointRule | Cap;
  readonly points: number;
}

/** Days of a month, as 365.25 ÷ 12 to four places. */
export const daysPerMonth = 30.4375;

/**
 * What adds up to the score: the points of the rules that fire, each group within its cap. Linear decay: points × max(0, 1 −
 * share × months); half-life: points × 0.5 ^ (days ÷ half-life). An event after `asOf` has not happened yet. Source: product
 * research §3 (HubSpot).
 */
export function firing(rules: readonly PointRule[], caps: readonly Cap[], asOf: number): (row: RuleRow) => readonly Fired[] {
  const dayOf = reader<number | Trouble | false>((cell) => figureOf(cell, { value: 0, isDay: true }));
  return (row) => {
    const fired: Fired[] = [];
    for (const rule of rules) {
      if (!readIn(row, rule, rule.test)) continue;
      const { fading, points } = rule;
      const day = fading ? readIn(row, fading, dayOf) : asOf;
      if (day === false) throw new Refusal("blank-in", { column: fading!.heading });
      if (day <= asOf) fired.push({ rule, points: fading ? points * left(fading, asOf - day) : points });
    }
    for (const rule of caps) {
      const sum = fired.reduce((total, one) => (one.rule.group === rule.group ? total + one.points : total), 0);
      if (rule.limit < 0 ? sum < rule.limit : sum > rule.limit) fired.push({ rule, points: rule.limit - sum });
    }
    return fired;
  };
}

/** The sum of what fired. */
export function scoreOf(fired: readonly Fired[]): number {
  let sum = 0;
  for (const { points } of fired) sum += points;
  return tidied(sum);
}

/** 0.1 + 0.2 is 0.3: what binary fractions add is no points. Throws where the number has no end. */
export function tidied(value: number): number {
  if (!Number.isFinite(value)) throw new RangeError("no finite number");
  return Number.isInteger(value) ? value : Number(value.toPrecision(12));
}

/** `Industry = Tech +15; Webinar = Yes +20; web: cap 25 -10`: parts that add up to the score, to two decimals. */
export function firedText(fired: readonly Fired[], row: RuleRow): string {
  return fired.map(({ rule, points }) => {
    const rounded = Math.round(points * 100) / 100;
    return `${"column" in rule && rule.isOneOf ? `${rule.heading} = ${String(row[rule.column]).trim()}` : rule.says} ${rounded < 0 ? "" : "+"}${rounded}`;
  }).join("; ");
}

function left({ perMonth, halfLife }: Fading, days: number): number {
  return Math.max(0, 1 - (perMonth * days) / daysPerMonth) * 0.5 ** (days / halfLife);
}
