// Which share of activities was recorded within a day of taking place?

import type { Column } from "../formula/column";
import { countifs } from "../formula/aggregate";
import { isFilled, than } from "../formula/criteria";
import { call, dayTerm, literal, ratio, type Figure, type Term } from "../formula/term";
import type { CellValue, Day } from "../values";

/** Days of activities: when each took place, was created and last changed. */
export interface RecordedDays {
  readonly on: Column;
  readonly created: Column | null;
  readonly modified: Column | null;
  /** Of groups of activities in place of these: the day each took place, and the days to its record. */
  readonly groups?: LagColumns | null;
}

/** The columns that tell when activities took place and when they were recorded; null where they do not. */
export function recordedDays(fields: ReadonlyMap<string, Column>): RecordedDays | null {
  const on = fields.get("on") ?? fields.get("doneOn");
  const [created, modified] = [fields.get("created") ?? null, fields.get("modified") ?? null];
  return on && (created || modified) ? { on, created, modified, groups: on.grouping ? lagColumns(fields) : null } : null;
}

type LagColumns = Readonly<Record<"held" | "lag", Column>>;

/**
 * Days from an activity to its record. Recorded is the day created, or the day changed where it was created before it took place
 * (planned ahead); null where neither follows the activity, so that nobody can tell.
 */
export function lagOf(on: CellValue, recorded: readonly CellValue[]): number | null {
  if (typeof on !== "number") return null;
  const first = recorded.find((day): day is number => typeof day === "number" && day >= on);
  return first === undefined ? null : first - on;
}

/** The same in bands, by the first day of each: the day itself, the next, 2 to 7, 8 and more. What groups of activities are told apart by. */
export function lagBandOf(on: CellValue, recorded: readonly CellValue[]): 0 | 1 | 2 | 8 | null {
  return bandStart(lagOf(on, recorded));
}

/** The first day of the band these days lie in. */
export function bandStart(lag: number | null): 0 | 1 | 2 | 8 | null {
  if (lag === null) return null;
  if (lag < 2) return lag < 1 ? 0 : 1;
  return lag < 8 ? 2 : 8;
}

/**
 * Activities recorded at most a day after they took place ÷ activities up to the as-of day that tell. Recorded is the day created,
 * or the day changed where it was created before it took place (planned ahead); where neither follows, it does not tell.
 * Source: the article asks for an update within 24 hours; exports have days and no clock.
 */
export function recordedWithinADay({ on, created, modified, groups }: RecordedDays, asOf: Term<Day>): { readonly share: Term<Figure>; readonly of: Term<number> } {
  if (groups) return withinADayInGroups(groups, asOf);
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

function withinADayInGroups({ held, lag }: LagColumns, asOf: Term<Day>): { readonly share: Term<Figure>; readonly of: Term<number> } {
  const past = than(held, "<=", dayTerm(asOf));
  const of = countifs(past, isFilled(lag));
  return { share: ratio(countifs(past, than(lag, "<", literal(2))), of), of };
}

/** The columns of groups that tell; null where there are none. */
function lagColumns(fields: ReadonlyMap<string, Column>): LagColumns | null {
  const [held, lag] = [fields.get("heldOn"), fields.get("lag")];
  return held && lag ? { held, lag } : null;
}
