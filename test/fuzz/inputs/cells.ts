// What Excel may hand to a function: any cells in any shape, and good arguments with a few cells spoilt.

import fc from "fast-check";
import type { Cell, Cells } from "../../../src/functions/given/cells";
import { nastyTexts } from "./texts";

const errors = ["#N/A", "#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!"].map((code) => ({ code }));
const numbers = [0, -0, 1, -1, 0.5, 1.5, 80, 100, 1e15, 1e308, -1e308, 5e-324, 45_000, 46_000, 2_958_465, 2_958_466, -45_000, 1e9, 12, 365];
const words = ["Won", "Lost", "Open", "Yes", "No", "mean", "each", "month", "back-filled", "weighted", "Stage", "Amount", "Deal", "Field", "Operator", "Value", "Points", "in", ">=", "is blank", "是", "赢单"];

/** Any cell. */
const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...numbers) }, { weight: 2, arbitrary: fc.double() }, { weight: 2, arbitrary: fc.integer({ min: -10, max: 200 }) },
  { weight: 3, arbitrary: fc.constantFrom(...words) }, { weight: 2, arbitrary: fc.constantFrom(...nastyTexts) }, { weight: 1, arbitrary: fc.boolean() },
  { weight: 2, arbitrary: fc.constantFrom("", null, undefined, " ") }, { weight: 1, arbitrary: fc.constantFrom(...errors) },
);

/** Rows of one width. */
const area: fc.Arbitrary<Cells> = fc.record({ rows: fc.integer({ min: 1, max: 6 }), columns: fc.integer({ min: 1, max: 5 }) }).chain(({ rows, columns }) => fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }));

/** An argument of any shape; null where it is left out. */
export const anyArgument: fc.Arbitrary<Cells> = fc.oneof({ weight: 4, arbitrary: area }, { weight: 3, arbitrary: cell.map((one) => [[one]]) }, { weight: 2, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: cell as fc.Arbitrary<Cells> }, { weight: 1, arbitrary: fc.constantFrom<Cells>([], [[]]) });

/** Which cells of good arguments are spoilt, and by what. */
export const spoils = fc.array(fc.record({ argument: fc.nat(9), row: fc.nat(20), column: fc.nat(10), by: cell, whole: fc.oneof({ weight: 5, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: anyArgument.map((given) => ({ given })) }) }), { maxLength: 5 });
type Spoil = typeof spoils extends fc.Arbitrary<(infer T)[]> ? T : never;

/** Good arguments with the cells spoilt. */
export function spoilt(good: readonly Cells[], all: readonly Spoil[]): readonly Cells[] {
  return all.reduce((now, { argument, row, column, by, whole }) => now.map((given, at) => {
    if (at !== argument % now.length) return given;
    if (whole) return whole.given;
    if (!Array.isArray(given)) return by as Cells;
    return given.map((cells: readonly Cell[], line) => (line === row % given.length ? cells.map((one, place) => (place === column % cells.length ? by : one)) : cells));
  }), good);
}
