// Which share of activities was recorded within a day of taking place?

import type { Column } from "../formula/column";
import { call, type Figure, type Term } from "../formula/term";
import type { CellValue, Day } from "../values";

/** Days of activities: when each took place, was created and last changed. */
export interface RecordedDays {
  readonly on: Column;
  readonly created: Column | null;
  readonly modified: Column | null;
}

/**
 * Days from an activity to its record. Recorded is the day created, or the day changed where it was created before it took place
 * (planned ahead); null where neither follows the activity, so that nobody can tell.
 */
export function lagOf(on: CellValue, recorded: readonly CellValue[]): number | null {
  if (typeof on !== "number") return null;
  const first = recorded.find((day): day is number => typeof day === "number" && day >= on);
  return first === undefined ? null : first - on;
}

/**
 * Activities recorded at most a day after they took place ÷ activities up to the as-of day that tell. Recorded is the day created,
 * or the day changed where it was created before it took place (planned ahead); where neither follows, it does not tell.
 * Source: the article asks for an update within 24 hours; exports have days and no clock.
 */
export function recordedWithinADay({ on, created, modified }: RecordedDays, asOf: Term<Day>): { readonly share: Term<Figure>; readonly of: Term<number> } {
  const recorded = [created, modified].filter((column) => column !== null);
  const held = `ISNUMBER(${on.text})*(${on.text}<=${asOf.text})`;
  const tells = ({ text }: Column) => `ISNUMBER(${text})*(${text}>=${on.text})`;
  const all = `SUMPRODUCT(${held}*((${recorded.map(tells).join("+") || "0"})>0))`;
  // The day of change counts only where the day created does not tell.
  const soon = recorded.map((column, at) => `${recorded.slice(0, at).map((before) => `(${tells(before)}=0)*`).join("")}${tells(column)}*(${column.text}<${on.text}+2)`);
  const lags = on.values.flatMap((day, row) => {
    if (typeof day !== "number" || day > asOf.value) return [];
    const lag = lagOf(day, recorded.map(({ values }) => values[row] ?? null));
    return lag === null ? [] : [lag];
  });
  const share = `IF(${all}=0,"",SUMPRODUCT(${held}*(${soon.join("+") || "0"}))/${all})`;
  return { share: call(share, lags.length === 0 ? "" : lags.filter((days) => days < 2).length / lags.length), of: call(all, lags.length) };
}
