// Numbers, amounts, rates and days as people put them in cells.

import { isPlaceholderFigure } from "../../crm/readers/clean";
import { sureFigure } from "../../crm/readers/sure";
import { Refusal, shown } from "../../metrics/refusal";
import { numberIn } from "../../crm/readers/sure";
import { dayOf } from "../../metrics/rules/reading";
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
  return rates(name, cells, { ratioUpTo: 1, least: 0, most: 1 });
}

/** As `shares`, for shares that are small: a bare 1 was meant as 1 % as likely as 100 % and is refused. */
export function smallShares(name: string, cells: Cells): Grid<number> {
  return rates(name, cells, { ratioUpTo: 0.999, openUpTo: 1, least: 0, most: 1 });
}

/** As `shares`, but negative ones stand too, for measures that answer them themselves. */
export function openShares(name: string, cells: Cells): Grid<number> {
  return rates(name, cells, { ratioUpTo: 1, least: -Infinity, most: 1 });
}

/** Attainments, from 0: `120%`, `1.2`, and above 5 hundredths: 98 and `98 分` are 98 %. */
export function attainments(name: string, cells: Cells): Grid<number> {
  return rates(name, cells, { ratioUpTo: 5, least: 0, most: Infinity });
}

/** As `attainments`, for scores: a bare 4.5 is out of 5 or of 10 as likely as 450 % and is refused. */
export function scores(name: string, cells: Cells): Grid<number> {
  return rates(name, cells, { ratioUpTo: 1.5, openUpTo: 10, least: 0, most: Infinity });
}

/** Days: Excel's own, or a text that says the year, month and day without doubt. */
export function days(name: string, cells: Cells): Grid<Day> {
  return grid(name, cells, readDayCell);
}

/** A number, or a text that says one for sure. */
export const readNumberCell: ReadCell<number> = (cell, at) => {
  const value = typeof cell === "string" ? numberIn(cell) : cell;
  return typeof value === "number" && Number.isFinite(value) ? value : new Refusal("no-number", { ...at, found: shown(cell) });
};

/** A day, or a text that says one without doubt. */
export const readDayCell: ReadCell<Day> = (cell, at) => {
  const day = dayOf(cell);
  return day === null || day === "open" ? new Refusal(day === null ? "no-day" : "open-day-order", { ...at, found: shown(cell) }) : day;
};

/** A rate as written: the sign says hundredths, `bare` numbers say nothing. */
interface Rate {
  readonly amount: number;
  readonly isBare: boolean;
}

/** How bare rates are taken: up to `ratioUpTo` as ratios, above `openUpTo` as hundredths, between them not at all. */
interface Scale {
  readonly ratioUpTo: number;
  readonly openUpTo?: number;
  readonly least: number;
  readonly most: number;
}

/** Hundredths in an argument leave the bare ratios beside them open too. */
function rates(name: string, cells: Cells, { ratioUpTo, openUpTo = ratioUpTo, least, most }: Scale): Grid<number> {
  const written = grid(name, cells, readRateCell);
  const hasHundredths = written.values.some((value) => isRate(value) && value.isBare && value.amount > openUpTo);
  const values = written.values.map((value, index) => {
    if (!isRate(value)) return value;
    const at = { argument: name, row: Math.floor(index / written.columns) + 1, found: value.amount };
    const isRatio = value.isBare && value.amount <= openUpTo;
    if (isRatio && value.amount > (hasHundredths ? 0 : ratioUpTo)) return new Refusal("open-rate", at);
    const ratio = isRatio ? value.amount : hundredth(value.amount);
    return ratio < least || ratio > most ? new Refusal("out-of-range", { ...at, expected: most === 1 ? "≤ 100%" : "≥ 0%" }) : ratio;
  });
  return { ...written, values };
}

const readRateCell: ReadCell<Rate> = (cell, at) => {
  if (typeof cell === "number") return { amount: cell, isBare: true };
  const isPoints = typeof cell === "string" && inPoints.test(cell);
  const figure = typeof cell === "string" ? sureFigure(cell) : null;
  if (!figure) return new Refusal("no-number", { ...at, found: shown(cell) });
  // `4.5 分` is out of five as likely as out of a hundred.
  if (isPoints && figure.amount > 0 && figure.amount <= 10) return new Refusal("open-rate", { ...at, found: shown(cell) });
  return { amount: figure.amount, isBare: !figure.isPercent && !isPoints };
};

const inPoints = /\d\s*(?:分|pts?|points?)\.?\s*$/i;

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
