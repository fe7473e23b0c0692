// Does what a deal has in a column meet what its stage asks for?

import type { CellValue } from "../values";

/** How a criterion compares a deal's cell; the words of all but the last two are those of GATECHECK. */
export const gateOperators = ["filled", "atLeast", "above", "atMost", "below", "is", "isNot", "contains", "within", "notPast"] as const;
export type GateOperator = (typeof gateOperators)[number];

/** A criterion a column can prove, for deals from a place in the pipeline on. */
export interface GateTest {
  /** Which of the deal's cells. */
  readonly cell: number;
  readonly operator: GateOperator;
  readonly value: CellValue;
  /** The first stage, counted from 1, whose deals must have met it: its own for an entry criterion, the next for an exit criterion. */
  readonly from: number;
}

/** Whether the comparison can be made: a number where one is needed, a text where one is needed. */
export function isComplete(operator: GateOperator, value: CellValue): boolean {
  switch (operator) {
    case "filled": case "notPast": return true;
    case "is": case "isNot": case "contains": return value !== null && value !== "";
    case "atLeast": case "above": case "atMost": case "below": case "within": return typeof value === "number";
  }
}

/** As COUNTIFS compares: numbers with numbers, texts without regard to case. An empty cell meets nothing. */
export function meets(cell: CellValue, operator: GateOperator, value: CellValue, asOf: number): boolean {
  if (cell === null || cell === "") return false;
  const compared = (fits: (left: number, right: number) => boolean, right: CellValue) => typeof cell === "number" && typeof right === "number" && fits(cell, right);
  switch (operator) {
    case "filled": return true;
    case "atLeast": return compared((left, right) => left >= right, value);
    case "above": return compared((left, right) => left > right, value);
    case "atMost": return compared((left, right) => left <= right, value);
    case "below": return compared((left, right) => left < right, value);
    case "within": return compared((left, right) => left >= asOf - right, value);
    case "notPast": return compared((left, right) => left >= right, asOf);
    case "is": return isSame(cell, value);
    case "isNot": return !isSame(cell, value);
    case "contains": return typeof cell === "string" && cell.toLowerCase().includes(String(value).toLowerCase());
  }
}

/** Places in `tests` of those a deal at a place in the pipeline should have met and has not. Source: PRODUCT-RESEARCH §11.10. */
export function missedTests(tests: readonly GateTest[], cells: readonly CellValue[], place: number, asOf: number): readonly number[] {
  return tests.flatMap(({ cell, operator, value, from }, at) => (from <= place && !meets(cells[cell] ?? null, operator, value, asOf) ? [at] : []));
}

function isSame(cell: CellValue, value: CellValue): boolean {
  return typeof cell === "string" && typeof value === "string" ? cell.toLowerCase() === value.toLowerCase() : cell === value;
}
