// Numbers, amounts, rates and days as people put them in cells.

import { isPlaceholderFigure } from "../../crm/readers/clean";
import { sureFigure } from "../../crm/readers/sure";
import { Refusal, shown } from "../../metrics/refusal";
import { dayOf, numberIn } from "../../metrics/rules/reading";
import type { Day } from "../../values";
import type { Cells } from "./cells";
import { grid, type Grid, type ReadCell } from "./grid";

/** Numbers and amounts of money: `1200`, `¥1,200`, `1.2万`, `30 days`. */
export function numbers(name: string, cells: Cells): Grid<number> {
  return grid(name, cells, readNumberCell);
}

/** Numbers of at least `least`. */
export function numbersFrom(least: number, name: string, cells: Cells): Grid<number> {
  return grid(name, cells, numberFrom(least));
}

/** Whole numbers of at least `least`. */
export function wholeNumbersFrom(least: number, name: string, cells: Cells): Grid<number> {
  return grid(name, cells, (cell, at) => {
    const value = numberFrom(least)(cell, at);
    return typeof value === "number" && !Number.isInteger(value) ? new Refusal("no-whole-number", { ...at, found: shown(cell) }) : value;
  });
}

/**
 * Shares from 0 to 1, read as people write them: `5%`, `0.05`, and above 1 hundredths: 5 is 5 %. Below 0 and above 100 % is refused.
 * Where others of the same argument are hundredths, a bare 0.5 could be either and is refused.
 */
export function shares(name: string, cells: Cells): Grid<number> {
  return rates(name, cells, 1, 0, 1);
}

/** As `shares`, but negative ones and those beyond 100 % stand too, for measures that answer them themselves. */
export function openShares(name: string, cells: Cells): Grid<number> {
  return rates(name, cells, 1, -Infinity, Infinity);
}

/** Attainments, from 0: `120%`, `1.2`, and above 5 hundredths: 98 and `98 分` are 98 %. */
export function attainments(name: string, cells: Cells): Grid<number> {
  return rates(name, cells, 5, 0, Infinity);
}

/** Days: Excel's own, or a text that says the year, month and day without doubt. */
export function days(name: string, cells: Cells): Grid<Day> {
  return grid(name, cells, readDayCell);
}

export const readNumberCell: ReadCell<number> = (cell, at) => {
  const value = typeof cell === "string" ? numberIn(cell) : cell;
  return typeof value === "number" && Number.isFinite(value) ? value : new Refusal("no-number", { ...at, found: shown(cell) });
};

export const readDayCell: ReadCell<Day> = (cell, at) => {
  const day = dayOf(cell);
  return day === null || day === "open" ? new Refusal(day === null ? "no-day" : "open-day-order", { ...at, found: shown(cell) }) : day;
};

/** A rate as written: the sign says hundredths, `bare` numbers say nothing. */
interface Rate {
  readonly amount: number;
  readonly isBare: boolean;
}

/** Every bare rate up to `ratioUpTo` is a ratio, the others are hundredths; both in one argument leave the small ones open. */
function rates(name: string, cells: Cells, ratioUpTo: number, least: number, most: number): Grid<number> {
  const written = grid(name, cells, readRateCell);
  const hasHundredths = written.values.some((value) => isRate(value) && value.isBare && value.amount > ratioUpTo);
  const values = written.values.map((value, index) => {
    if (!isRate(value)) return value;
    const at = { argument: name, row: Math.floor(index / written.columns) + 1, found: value.amount };
    if (value.isBare && hasHundredths && value.amount > 0 && value.amount <= ratioUpTo) return new Refusal("open-rate", at);
    const ratio = value.isBare && value.amount <= ratioUpTo ? value.amount : hundredth(value.amount);
    return ratio < least || ratio > most ? new Refusal("out-of-range", { ...at, expected: most === Infinity ? `≥ ${least * 100}%` : `${least * 100}% – ${most * 100}%` }) : ratio;
  });
  return { ...written, values };
}

const readRateCell: ReadCell<Rate> = (cell, at) => {
  if (typeof cell === "number") return { amount: cell, isBare: true };
  const isPoints = typeof cell === "string" && POINTS.test(cell);
  const figure = typeof cell === "string" ? sureFigure(cell) : null;
  if (!figure) return new Refusal("no-number", { ...at, found: shown(cell) });
  // `4.5 分` is out of five as likely as out of a hundred.
  if (isPoints && figure.amount > 0 && figure.amount <= 10) return new Refusal("open-rate", { ...at, found: shown(cell) });
  return { amount: figure.amount, isBare: !figure.isPercent && !isPoints };
};

const POINTS = /\d\s*(?:分|pts?|points?)\.?\s*$/i;

function isRate(value: Rate | null | Refusal): value is Rate {
  return value !== null && !(value instanceof Refusal);
}

function numberFrom(least: number): ReadCell<number> {
  return (cell, at) => {
    const value = readNumberCell(cell, at);
    return typeof value === "number" && value < least ? new Refusal("out-of-range", { ...at, found: value, expected: `≥ ${least}` }) : value;
  };
}

/** True for a text that stands for nothing: `-`, `n/a`, `待定`. */
export function isNothing(cell: string | number | boolean): boolean {
  return typeof cell === "string" && isPlaceholderFigure(cell);
}

/** 7 % is 0.07, not 0.07000000000000001. */
function hundredth(value: number): number {
  return Number.isInteger(value) ? value / 100 : Number((value / 100).toPrecision(15));
}
