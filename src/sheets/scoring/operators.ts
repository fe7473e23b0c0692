// How the workbook writes the operators of a rule: in words that =SALES.LEADSCORE reads too.

import type { Operator } from "../../metrics/rules/condition";
import type { CellValue } from "../../values";
import { keyOfWord } from "../any-language";
import type { WholeText } from "../../text/whole";

const keys = {
  is: "=", isNot: "<>", oneOf: "in", noneOf: "not in", atLeast: ">=", above: ">", atMost: "<=", below: "<", between: "between",
  contains: "contains", notContains: "not contains", startsWith: "starts with", endsWith: "ends with", blank: "is blank", notBlank: "is not blank",
} as const satisfies Readonly<Record<string, Operator>>;
type OperatorKey = keyof typeof keys;

/** The operator a cell says, in either language or as a sign; null for none. */
export function operatorOf(cell: CellValue): Operator | null {
  if (typeof cell !== "string") return null;
  const key = keyOfWord(cell, ({ scoring }) => scoring.operators);
  if (key) return keys[key];
  const sign = cell.trim().toLowerCase();
  return Object.values<Operator>(keys).find((operator) => operator === sign) ?? null;
}

/** The word for an operator. */
export function wordOf(operator: Operator, { scoring }: WholeText): string {
  const key = (Object.keys(keys) as OperatorKey[]).find((one) => keys[one] === operator);
  if (!key) throw new Error(`no word for the operator: ${operator}`);
  return scoring.operators[key];
}
