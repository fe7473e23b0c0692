// Which days that somebody typed are meant?

import { lastDay, type CellValue, type Day } from "../values";

/** 2000-01-01: an earlier day is a slip. */
export const earliestTyped = 36_526;

/** The day; null for what is none, or a slip. */
export function typedDay(value: CellValue | undefined): Day | null {
  return typeof value === "number" && value >= earliestTyped && value <= lastDay ? (value as Day) : null;
}
