// How counts and scores are read: plain numbers, with a unit behind them if need be.

import type { TimeUnit } from "../fields";
import { Troubles, type Column } from "./column";
import { decideMark, readHard, sayMark, scanFigures, type FigureHints, type FigureScan } from "./figures";
import { scaled } from "./money";
import type { ColumnRead } from "./text";
import { withoutUnit } from "./unit";

/** A column of numbers; `30 days`, `12人` and `3次` are 30, 12 and 3, `01:30` is 90 minutes. Of a field that measures time in `unit` a cell may name another one. */
export function readNumber(column: Column, hints: FigureHints, scan: FigureScan = scanFigures(column), unit: TimeUnit | null = null): ColumnRead<number> {
  const troubles = new Troubles(column);
  const decision = decideMark(scan, hints.mark, false);
  const times = new Map<string, number>();
  readHard(
    scan,
    decision,
    troubles,
    (row, figure) => {
      scan.values[row] = figure.isPercent ? figure.amount / 100 : scaled(figure.amount, times.get(column.cells[row]!) ?? 1);
    },
    (cell) => {
      const bare = withoutUnit(cell, unit);
      if (bare.times !== 1) times.set(cell, bare.times);
      return bare.text;
    },
  );
  if (scan.signs) for (let row = 0; row < scan.values.length; row++) if (scan.signs[row] === PERCENT) scan.values[row] = scan.values[row]! / 100;
  sayMark(scan, decision, troubles);
  return { values: scan.values, issues: troubles.issues() };
}

const PERCENT = 37;
