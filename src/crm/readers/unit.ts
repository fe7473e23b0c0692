// Units behind numbers: `30 days`, `12人`, `98 分`, `1h 30m`.

import type { TimeUnit } from "../fields";

/** A cell without the unit behind its number, and how many of the wanted unit that unit is. */
interface Bare {
  readonly text: string;
  readonly times: number;
}

/** A cell in `unit` (null: of a field that measures no time, where a unit changes nothing); a unit that is no fixed number of the wanted ones stays where it is. */
export function withoutUnit(cell: string, unit: TimeUnit | null): Bare {
  if (unit === null) return { text: inMinutes(cell.replace(ANY, "$1")), times: 1 };
  if (unit === "minutes" && CLOCK.test(cell)) return { text: inMinutes(cell), times: 1 };
  const parts = SEVERAL.test(cell) ? [...cell.matchAll(PART)] : [];
  if (parts.length > 1) return { text: sumOf(parts, unit) ?? cell, times: 1 };
  const [, number, word] = ONE.exec(cell) ?? [];
  const times = word === undefined ? null : timesOf(word, unit);
  return number === undefined || times === null ? { text: cell, times: 1 } : { text: number, times };
}

const CLOCK = /^\s*(\d{1,3}):([0-5]\d)(?::[0-5]\d)?\s*$/;
const ANY = /(\d)\s*(?:days?|d|hours?|hrs?|h|min(?:ute)?s?|months?|years?|employees|people|times|pts?|points?|tage?|天|日|小时|分钟|分|个月|月|年|人|次|个|家|件|条|名)\.?\s*$/i;
const ONE = /^(.*\d)\s*([a-z\u4e00-\u9fff]+)\.?\s*$/i;
const PART = /(\d+)\s*([a-z\u4e00-\u9fff]+)\.?/gi;
const SEVERAL = /^\s*(?:\d+\s*[a-z\u4e00-\u9fff]+[\s.,]*)+$/i;

function inMinutes(cell: string): string {
  return cell.replace(CLOCK, (_, hours: string, minutes: string) => String(Number(hours) * 60 + Number(minutes)));
}

function sumOf(parts: readonly RegExpMatchArray[], unit: TimeUnit): string | null {
  const each = parts.map(([, number, word]) => Number(number) * (timesOf(word!, unit) ?? NaN));
  const sum = each.reduce((total, one) => total + one, 0);
  return Number.isNaN(sum) ? null : String(sum);
}

function timesOf(word: string, unit: TimeUnit): number | null {
  const found = words.find(([pattern]) => pattern.test(word))?.[1];
  if (/^m$/i.test(word)) return unit === "days" ? null : 1;
  return found === undefined ? null : (fixed[unit][found] ?? null);
}

type Spoken = "second" | "minute" | "hour" | "day" | "week" | "month" | "year";

const words: readonly (readonly [RegExp, Spoken])[] = [
  [/^(?:s|secs?|seconds?|sekunden?|秒)$/i, "second"], [/^(?:min(?:ute)?s?|minuten|分钟?)$/i, "minute"], [/^(?:h|hrs?|hours?|std|stunden?|个?小时)$/i, "hour"],
  [/^(?:d|days?|tage?|天|日)$/i, "day"], [/^(?:w|wks?|weeks?|wochen?|周|个?星期)$/i, "week"], [/^(?:mos?|mths?|months?|monate?|个?月)$/i, "month"], [/^(?:y|yrs?|years?|jahre?|年)$/i, "year"],
];

/** A month has no fixed number of days, a day's work none of minutes. */
const fixed: Readonly<Record<TimeUnit, Partial<Record<Spoken, number>>>> = {
  minutes: { second: 1 / 60, minute: 1, hour: 60 },
  days: { hour: 1 / 24, day: 1, week: 7 },
  months: { month: 1, year: 12 },
};
