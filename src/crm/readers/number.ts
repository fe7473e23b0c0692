// How counts and scores are read: plain numbers, with a unit behind them if need be.

import { Troubles, type Column } from "./column";
import { decideMark, readHard, sayMark, scanFigures, type FigureHints, type FigureScan } from "./figures";
import type { ColumnRead } from "./text";

/** A column of numbers; `30 days`, `12人` and `3次` are 30, 12 and 3, `01:30` is 90 minutes. */
export function readNumber(column: Column, hints: FigureHints, scan: FigureScan = scanFigures(column)): ColumnRead<number> {
  const troubles = new Troubles(column);
  const decision = decideMark(scan, hints.mark, false);
  readHard(
    scan,
    decision,
    troubles,
    (row, figure) => {
      scan.values[row] = figure.isPercent ? figure.amount / 100 : figure.amount;
    },
    withoutUnit,
  );
  if (scan.signs) for (let row = 0; row < scan.values.length; row++) if (scan.signs[row] === PERCENT) scan.values[row] = scan.values[row]! / 100;
  sayMark(scan, decision, troubles);
  return { values: scan.values, issues: troubles.issues() };
}

/** The text without the unit behind its number; a clock time as minutes. */
export function withoutUnit(cell: string): string {
  return cell.replace(UNIT, "$1").replace(CLOCK, (_, hours: string, minutes: string) => String(Number(hours) * 60 + Number(minutes)));
}

const PERCENT = 37;
const CLOCK = /^\s*(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*$/;
const UNIT = /(\d)\s*(?:days?|d|hours?|hrs?|h|min(?:ute)?s?|months?|years?|employees|people|times|pts?|points?|tage?|天|日|小时|分钟|分|个月|月|年|人|次|个|家|件|条|名)\.?\s*$/i;
