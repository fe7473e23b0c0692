// Which date a single text says, whatever its dress; slashes of unknown order are left to the column.

import { dayOf, type Day } from "../../values";
import { plain } from "./clean";

/** What a text says: a day, two parts whose order the column must tell, nothing readable. */
export type DayText = { readonly day: Day } | { readonly first: number; readonly second: number; readonly year: number; readonly isDotted: boolean } | null;

/** Reads one text; epoch milliseconds (13 digits) are taken `zoneHours` east of Greenwich. */
export function readDayText(cell: string, zoneHours = 0): DayText {
  const text = plain(cell).replace(/\((?:周|星期).\)|(?:周|星期)[一二三四五六日天]/g, " ").trim();
  return fromNumber(text, zoneHours) ?? fromChinese(text) ?? fromParts(text) ?? fromNamedMonth(text);
}

/** The first day of a month alone: `2026-03`, `3/2026`, `2026年3月`, `Mar 2026`; null for anything else. */
export function monthOf(cell: string): Day | null {
  const text = plain(cell);
  const [, before, after] = /^(\d{4})(?:[-/]|\s*[年년]\s*)(\d{1,2})\s*[月월]?$/.exec(text) ?? [];
  const [, month = after, year = before] = /^(\d{1,2})[-/](\d{4})$/.exec(text) ?? /^(\p{L}{3,12})\.?[-\s/]*(\d{4})$/u.exec(text) ?? [];
  if (month === undefined || year === undefined) return null;
  const number = /^\d/.test(month) ? Number(month) : monthNamed(month);
  return number === null ? null : dayOf(Number(year), number, 1);
}

/** A two-digit year is of this century up to 49. */
export function fullYear(year: number, digits: number): number {
  return digits > 2 ? year : year < 50 ? 2000 + year : 1900 + year;
}

function said(day: Day | null): DayText {
  return day === null ? null : { day };
}

function fromNumber(text: string, zoneHours: number): DayText {
  if (/^\d{13}$/.test(text)) return { day: epochDay(Number(text), zoneHours) };
  if (/^(19|20)\d{6}$/.test(text)) return said(dayOf(Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))));
  if (/^(19|20)\d{12}$/.test(text)) return fromNumber(text.slice(0, 8), zoneHours);
  if (/^1\d{9}$/.test(text)) return { day: epochDay(Number(text) * 1000, zoneHours) };
  const serial = /^(\d{5})(?:[.,]\d+)?$/.exec(text);
  // 20000 is 1954, 80000 is 2119: a five-digit number beyond is no date of a sale.
  return serial && Number(serial[1]) >= 20_000 && Number(serial[1]) <= 80_000 ? { day: Number(serial[1]) as Day } : null;
}

/** A full hour is midnight somewhere: eight hours on, midnights from California to China fall on the day that was meant. */
function epochDay(milliseconds: number, zoneHours: number): Day {
  const shift = milliseconds % 86_400_000 === 0 ? 0 : milliseconds % 3_600_000 === 0 ? 8 : zoneHours;
  return (Math.floor((milliseconds + shift * 3_600_000) / 86_400_000) + 25_569) as Day;
}

function fromChinese(text: string): DayText {
  const match = /^(\d{4}|\d{2})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日号일]?(?!\d)/.exec(text);
  return match ? said(dayOf(fullYear(Number(match[1]), match[1]!.length), Number(match[2]), Number(match[3]))) : null;
}

function fromParts(text: string): DayText {
  const match = /^(?:[A-Za-z]{2,9}\.?,?\s+)?(\d{1,4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,4})\.?(?=$|[\sT,])(.*)$/.exec(text);
  if (!match || !TIME.test(match[5]!)) return null;
  const [first, second, third] = [Number(match[1]), Number(match[3]), Number(match[4])];
  if (match[1]!.length === 4) return said(dayOf(first, second, third));
  if (match[1]!.length > 2 || match[4]!.length === 3 || match[4]!.length === 1) return null;
  return { first, second, year: fullYear(third, match[4]!.length), isDotted: match[2] === "." };
}

/** `Mar 20, 2026`, `1-Apr-26`, `15 Apr, 2021 00:02:00`, `20. März 2026`, `Fri Mar 20 2026`. */
function fromNamedMonth(text: string): DayText {
  const body = text.replace(/^(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+/i, "").replace(/(\d)(?:st|nd|rd|th)\b/gi, "$1");
  const dayFirst = /^(\d{1,2})\.?[-\s/.]*(?:de\s+)?([\p{L}]{3,12})\.?,?[-\s/.]*(?:de\s+)?(\d{4}|\d{2})(?=$|[\s,T])(.*)$/u.exec(body);
  if (dayFirst) return namedDay(dayFirst[3]!, dayFirst[2]!, dayFirst[1]!, dayFirst[4]!);
  const monthFirst = /^([\p{L}]{3,12})\.?[-\s/]*(\d{1,2}),?[-\s/]+(\d{4}|\d{2})(?=$|[\s,T])(.*)$/u.exec(body);
  if (monthFirst) return namedDay(monthFirst[3]!, monthFirst[1]!, monthFirst[2]!, monthFirst[4]!);
  const yearFirst = /^(\d{4})[-\s/]+([\p{L}]{3,12})\.?[-\s/]+(\d{1,2})(?=$|[\s,T])(.*)$/u.exec(body);
  if (yearFirst) return namedDay(yearFirst[1]!, yearFirst[2]!, yearFirst[3]!, yearFirst[4]!);
  const dated = /^([\p{L}]{3})\s+(\d{1,2})\s+[\d:]{5,8}\s+.*?(\d{4})$/u.exec(body);
  return dated ? namedDay(dated[3]!, dated[1]!, dated[2]!, "") : null;
}

function namedDay(year: string, name: string, date: string, rest: string): DayText {
  const month = monthNamed(name);
  return month === null || !TIME.test(rest) ? null : said(dayOf(fullYear(Number(year), year.length), month, Number(date)));
}

const TIME = /^[\sT,]*(?:(?:at|um|às|à)\s+)?(?:(?:上午|下午|早上|晚上|中午|凌晨)?\s*\d{1,2}[:：.h]\d{2}(?:[:.]\d{2}(?:[.,]\d+)?)?\s*(?:[AaPp]\.?\s?[Mm]\.?|上午|下午|Uhr)?)?\s*(?:Z|[A-Z]{2,5}(?:[+-]\d{1,2})?|[+-]\d{2}:?\d{2})?(?:\s*\([^)]*\))?\s*$/;

/** Month names by their first letters, without accents: English, German, French, Spanish, Portuguese, Italian, Dutch. */
const months: readonly (readonly [RegExp, number])[] = [
  [/^(jan|ene|gen)/, 1], [/^(feb|fev|fevr)/, 2], [/^(mar|mrz|maa|mae)/, 3], [/^(apr|avr|abr)/, 4], [/^(may|mai|mag|mei)/, 5], [/^(jun|juin|giu)/, 6],
  [/^(jul|juil|lug)/, 7], [/^(aug|aou|ago)/, 8], [/^(sep|set)/, 9], [/^(oct|okt|out|ott)/, 10], [/^(nov)/, 11], [/^(dec|dez|dic)/, 12],
];

function monthNamed(name: string): number | null {
  const word = name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  return months.find(([start]) => start.test(word))?.[1] ?? null;
}
