// What a score is made of: rules with their columns, what they read, and groups with caps.

import type { Column } from "../../formula/column";
import type { Figure, Term } from "../../formula/term";
import type { Operator } from "../../metrics/rules/condition";
import type { Compared } from "../../metrics/rules/compared";
import type { Fade, ReadingKind } from "../../metrics/rules/live";
import type { CellValue } from "../../values";
import type { LeadField } from "./lead-fields";
import type { RuleRow } from "./rule-rows";

export type Kind = "fit" | "engagement";

/** Why a rule gives nothing. */
export type RuleTrouble = "noField" | "noOperator" | "noValue" | "noDate";

/** A rule with the column it looks at. */
export interface ScoringRule {
  readonly row: RuleRow;
  /** Its column in the table of scores. */
  readonly code: string;
  readonly kind: Kind;
  readonly operator: Operator | null;
  readonly field: LeadField | null;
  readonly dateField: LeadField | null;
  readonly trouble: RuleTrouble | null;
}

/** A rule that can be counted, with a column in the table of scores. */
export interface CountedRule extends ScoringRule {
  readonly operator: Operator;
  readonly field: LeadField;
  /** Groups of leads are cut at what it compares with. */
  readonly isCut: boolean;
  readonly readingKind: ReadingKind;
  readonly reading: Reading;
  /** Cells above its column, as formulas and as references. */
  readonly head: RuleHead;
  /** What it gives each lead; "" where it is not met. */
  readonly earned: readonly Term<Figure>[];
  readonly column: Column;
}

/** What stands above a rule's column. */
export interface RuleHead {
  readonly row: Term<Figure>;
  readonly label: Term<string>;
  readonly points: Term<number>;
  readonly compared: Compared;
  readonly fade: Fade | null;
  readonly said: Term<string>;
  readonly changed: Term<string>;
  /** The same by their cells. */
  readonly cells: { readonly row: Term<Figure>; readonly label: Term<string>; readonly points: Term<number>; readonly compared: Compared; readonly fade: Fade | null; readonly said: Term<string>; readonly changed: Term<string> };
}

/** What rules read of a field, once for all rules that read it so. */
export interface Reading {
  readonly header: string;
  readonly values: readonly CellValue[];
  readonly unreadable: number;
  readonly isDay: boolean;
}

/** Days from a date of the lead to the as-of day. */
export interface Age {
  readonly header: string;
  readonly date: Reading;
  readonly terms: readonly Term<Figure>[];
}

/** Rules that share a cap. */
export interface ScoreGroup {
  readonly code: string;
  readonly name: string;
  readonly kind: Kind;
  readonly rules: readonly CountedRule[];
  readonly cap: Term<Figure>;
  readonly said: Term<string>;
  readonly capCell: Term<Figure>;
  readonly saidCell: Term<string>;
  readonly cuts: readonly Term<number>[];
}

/** Points of these rules for a lead, by its row. */
export function sumOf(rules: readonly CountedRule[], row: number): number {
  let sum = 0;
  for (const { earned } of rules) {
    const value = earned[row]!.value;
    if (value !== "") sum += value;
  }
  return sum;
}
