// Which rules fired for a record, in words?

import type { RuleCell } from "./reading";
import { capped, type Caps, type PointRule, type RuleRow, type Scored } from "./score";

/** Words of the answer, in the language of the data. */
export interface FiredWords {
  readonly cap: string;
  readonly nothing: string;
}

/**
 * `Industry = Tech +15; Webinar = Yes +20; web: cap 25 -10`: each rule with its points as counted, and what a cap takes off
 * its group, so that the parts add up to the score (shown to two decimals).
 */
export function firedText(rules: readonly PointRule[], caps: Caps, counted: Scored["counted"], record: RuleRow, row: number, words: FiredWords): string {
  const fired = rules.flatMap((rule, at) => (Number.isNaN(counted[at]![row]!) ? [] : [{ rule, points: counted[at]![row]! }]));
  if (fired.length === 0) return words.nothing;
  const cuts = [...caps].flatMap(([group, cap]) => {
    const sum = fired.reduce((total, { rule, points }) => (rule.group === group ? total + points : total), 0);
    const cut = capped(sum, cap) - sum;
    return cut === 0 ? [] : [`${group}: ${words.cap} ${cap} ${signed(cut)}`];
  });
  return [...fired.map(({ rule, points }) => `${saying(rule, record[rule.column])} ${signed(points)}`), ...cuts].join("; ");
}

function saying(rule: PointRule, cell: RuleCell): string {
  return rule.isOneOf ? `${rule.heading} = ${String(cell).trim()}` : rule.says;
}

function signed(points: number): string {
  const rounded = Math.round(points * 100) / 100;
  return rounded < 0 ? String(rounded) : `+${Math.abs(rounded)}`;
}
