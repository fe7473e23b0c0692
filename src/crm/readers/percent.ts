// How rates are read: as ratios, 60 % is 0.6, whatever a column mixes.

import { Troubles, type Column } from "./column";
import { decideMark, readHard, sayMark, scanFigures, type FigureHints, type FigureScan } from "./figures";
import type { ColumnRead } from "./text";

/** A column of rates. */
export function readPercent(column: Column, hints: FigureHints, scan: FigureScan = scanFigures(column)): ColumnRead<number> {
  const troubles = new Troubles(column);
  const decision = decideMark(scan, hints.mark, false);
  const { values } = scan;
  const signed = new Uint8Array(values.length);
  let signs = 0;
  const sign = (row: number, amount: number): void => {
    signed[row] = 1;
    signs++;
    values[row] = hundredth(amount);
  };
  readHard(scan, decision, troubles, (row, figure) => {
    if (figure.isPercent) sign(row, figure.amount);
    else values[row] = figure.amount;
  });
  if (scan.signs) for (let row = 0; row < values.length; row++) if (scan.signs[row] === 37) sign(row, values[row]!);
  const unit = unsignedUnit(column.header, values, signed, signs);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value === null || signed[row] === 1) continue;
    values[row] = ratio(value, unit);
    if (unit === "mixed" || signs > 0) troubles.add("percent-mixed", row, column.cells[row]!);
  }
  sayMark(scan, decision, troubles);
  return { values, issues: troubles.issues() };
}

/** What the figures without a sign are: ratios, hundredths, or (in a column that mixes all) each by its size. */
type Unit = "ratio" | "hundredths" | "mixed";

function unsignedUnit(header: string, values: readonly (number | null)[], signed: Uint8Array, signs: number): Unit {
  let most = 0;
  let hasFraction = false;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (value === null || signed[row] === 1) continue;
    if (value > most) most = value;
    if (value > 0 && value < 1) hasFraction = true;
  }
  const isMixed = signs > 0 && hasFraction;
  if (isMixed) return most > 1 ? "mixed" : "ratio";
  return areHundredths(header, most > 1, hasFraction) ? "hundredths" : "ratio";
}

/** What rates without a sign are, by the greatest of them: `Probability (%)` with nothing above 1 but fractions is a column of ratios all the same. */
export function areHundredths(header: string, isAboveOne: boolean, hasFraction: boolean): boolean {
  return isAboveOne || (/[%％]/.test(header) && !hasFraction);
}

function ratio(value: number, unit: Unit): number {
  if (unit === "ratio" || (unit === "mixed" && value <= 1)) return value;
  return hundredth(value);
}

/** 7 % is 0.07, not 0.07000000000000001. */
function hundredth(value: number): number {
  return Number.isInteger(value) ? value / 100 : Number((value / 100).toPrecision(15));
}
