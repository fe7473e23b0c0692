// What IronCalc 0.8.4 does not do that Excel and LibreOffice do: formulas that need it are not compared with it.

import type { CellValue } from "../../src/values";

interface Limit {
  readonly says: string;
  /** A formula over A1:A3 (1, 2, "x") and B1:B3 ("a", "b", "a") that shows the limit, and its right value. */
  readonly example: string;
  readonly value: CellValue;
  /** Formulas, all tables said as addresses, that meet it. */
  readonly meets: RegExp;
}

const area = String.raw`\(*(?:'(?:[^']|'')+'!)?\$?[A-Z]+\$?\d+:`;

/** All are about areas: where Excel computes a formula for each cell of an area, IronCalc does so with operators and IF, not with all functions. */
export const limits: readonly Limit[] = [
  { says: "ISNUMBER and the like give one answer for a whole area", example: "SUMPRODUCT(ISNUMBER(A1:A3)*1)", value: 2, meets: new RegExp(String.raw`\bIS[A-Z]+\(${area}`) },
  { says: "a minus before an area gives one number", example: 'SUMPRODUCT(--(B1:B3="a"))', value: 2, meets: /--\(/ },
  { says: "ROW of an area is its first row", example: "SUMPRODUCT((B1:B3=\"b\")*ROW(B1:B3))", value: 2, meets: new RegExp(String.raw`\bROW\(${area}`) },
  { says: "COUNTIFS and SUMIFS take one criterion, not an area of them", example: "SUMPRODUCT(COUNTIFS(B1:B3,B1:B2))", value: 3, meets: /\bSUM(?:PRODUCT)?\(.*\b(?:COUNT|SUM)IFS?\(/s },
];

/** Whether IronCalc cannot compute a formula for a reason of its own. */
export function isBeyond(formula: string): boolean {
  return limits.some(({ meets }) => meets.test(formula));
}
