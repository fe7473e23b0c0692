// What groups of records cannot answer and an engine must: a median, or a count by something that is in no group.

import type { ObjectKind } from "../crm/reading";
import { roundHalf } from "./round";

/** One condition on a field, with the operand as it is now. */
export interface Condition {
  readonly field: string;
  readonly operator: "is" | "empty" | "filled" | "=" | "<" | "<=" | ">" | ">=";
  /** For `is` a text without regard to case (an outcome by its key: open, won, lost; a flag: true, false), for comparisons a number or day. */
  readonly operand: string | number | null;
  /** The field holds days; any other number stands in its key in thousandths, so that no decimal mark of a locale gets in. */
  readonly isDay: boolean;
}

/** One field that a `table` counts by. */
export interface TableField {
  readonly field: string;
  /** Numbers and days below, at and above each of these are told apart, and nothing else is: a row has the lowest of its records. Null: each value by itself, days too. */
  readonly cuts: readonly number[] | null;
}

/**
 * `shared`: one row with the text of the field that most records share, its `times`, how many `distinct` texts there are and how many records have one.
 * `complete`: how many records have every column of the source filled.
 * `median` of two numbers in the middle is their mean; `lowest`, `highest` and `median` of nothing are null.
 */
export interface Question {
  /** What the records are: the tables of one workbook can come from several sources. */
  readonly object: ObjectKind;
  readonly ask: "count" | "sum" | "median" | "lowest" | "highest" | "table" | "shared" | "complete";
  /** The field it is of; null for `count`, `table` and `complete`. */
  readonly field: string | null;
  readonly where: readonly Condition[];
  /** For `table`: what all records are counted by together, and the most rows it may have. */
  readonly by?: readonly TableField[];
  readonly most?: number;
}

/** The question in one line: the key of its answer. Conditions keep the order they were asked in. */
export function keyOfQuestion({ object, ask, field, where, by = [] }: Question): string {
  return [[object, ask, ...(field === null ? [] : [field])].join(" "), ...where.map(conditionText), ...by.map(tableFieldText)].join("|");
}

function tableFieldText({ field, cuts }: TableField): string {
  return cuts === null ? field : `${field} at ${cuts.join(" ")}`;
}

function conditionText({ field, operator, operand, isDay }: Condition): string {
  switch (operator) {
    case "is": return `${field}=${String(operand)}`;
    case "empty": case "filled": return `${field} ${operator}`;
    default: return `${field}${operator}${isDay ? String(operand) : `${roundHalf(1000 * Number(operand), 0)}/1000`}`;
  }
}
