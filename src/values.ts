// What a cell can hold, and how much is read.

/** What a cell can hold; null is an empty cell. */
export type CellValue = string | number | boolean | null;

/** Excel's own day count: 1 is 1900-01-01, 45000 is 2023-03-15. No clock, no zone. */
export type Day = number & { readonly unit: "day" };

/** 9999-12-31, the last that Excel knows. */
export const lastDay = 2_958_465;

/** A calendar date; `month` and `date` count from 1. */
interface Calendar {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** The most rows of a table in a sheet, its header not counted. */
export const mostRows = 1_048_575;

/** The most columns of a sheet. */
export const mostColumns = 16_384;

/** The most cells of a table that is read row by row, empty ones too: they are held in memory. */
export const mostCells = 50_000_000;

/** The most characters of a cell. */
export const mostCellText = 32_767;

/** The most characters of a name: of a column, and of a stage, a person or a reason, since formulas look for no longer text. */
export const mostNameText = 255;

/** The most bytes of a file that is read row by row, and of a workbook's cells when unzipped: 400 MB. */
export const mostBytes = 400 << 20;

/** The largest amount: nothing sold comes near to it, and a million such amounts still have an exact sum in a database. */
export const mostAmount = 1e27;

/** The last year of a date of sales: what calendars that count from the Buddha say is later. */
export const lastYear = 2399;

/** The most cells that a custom function answers with, as many as a column of Excel has. */
export const mostAnswerCells = 1_048_576;

/** The most of a template's table, and the most characters of a cell in it. */
export const mostTemplateRows = 2_000;
export const mostTemplateColumns = 60;
export const mostTemplateText = 8_000;

/** The deepest that elements of a page lie in each other. */
export const mostDepth = 1_000;

const msPerDay = 86_400_000;
/** Excel's day 25569 is 1970-01-01 (true for every day after its invented 1900-02-29). */
const epoch = 25_569;

/** The day of a calendar date; null when there is no such date (2026-06-31) or Excel cannot hold it. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const time = Date.UTC(year, month - 1, date);
  const back = new Date(time);
  const exists = back.getUTCFullYear() === year && back.getUTCMonth() === month - 1 && back.getUTCDate() === date;
  return exists && year >= 1901 && year <= 9999 ? ((time / msPerDay + epoch) as Day) : null;
}

/** The day the user's own clock shows; null for one Excel cannot hold. */
export function localDay(now: Date): Day | null {
  return dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
}

/** The calendar date of a day. */
export function calendarOf(day: Day): Calendar {
  const date = new Date((Math.floor(day) - epoch) * msPerDay);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, date: date.getUTCDate() };
}

/** `2026-11-23`. */
export function isoOf(day: Day): string {
  return new Date((Math.floor(day) - epoch) * msPerDay).toISOString().slice(0, 10);
}

/** A moment in ISO form as people write it: `2026-11-28 12:00 UTC`. */
export function timeOf(at: string): string {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})[^Z+-]*(Z|[+-]\d{2}:?\d{2})?$/.exec(at);
  return match ? `${match[1]} ${match[2]} ${match[3] === "Z" || match[3] === undefined ? "UTC" : `UTC${match[3]}`}` : at;
}

/** The day of `2026-11-23`; null for anything else. */
export function dayOfIso(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** Excel's EDATE: the same date so many months on, or that month's last day. */
export function addMonths(day: Day, months: number): Day {
  const { year, month, date } = calendarOf(day);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return (first.getTime() / msPerDay + epoch + Math.min(date, last) - 1) as Day;
}

/** The first day of the day's month. */
export function monthStart(day: Day): Day {
  return (day - calendarOf(day).date + 1) as Day;
}

/** The last day of the newest month that is complete on a day: `EOMONTH(asOf+1,-1)`. */
export function completeMonthEnd(asOf: Day): Day {
  return (monthStart((asOf + 1) as Day) - 1) as Day;
}
