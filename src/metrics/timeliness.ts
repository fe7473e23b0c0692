// Which share of activities was recorded within a day of taking place?

import type { Column } from "../formula/column";
import type { Criterion } from "../formula/criteria";
import { call, type Figure, type Term } from "../formula/term";

/**
 * Activities recorded at most a day after they took place ÷ activities with both days, none planned ahead.
 * "" where no activity tells. Source: the article asks for an update within 24 hours; exports have days and no clock.
 */
export function recordedWithinADay(on: Column, recorded: Column, ...criteria: readonly Criterion[]): { readonly share: Term<Figure>; readonly of: Term<number> } {
  const known = [`ISNUMBER(${on.text})`, `ISNUMBER(${recorded.text})`, `(${recorded.text}>=${on.text})`];
  const here = [...criteria.map(({ array }) => array), ...known].join("*");
  const rows = on.values.flatMap((day, row) => {
    const written = recorded.values[row];
    return typeof day === "number" && typeof written === "number" && written >= day && criteria.every(({ column, test }) => test(column.values[row] ?? null)) ? [written - day] : [];
  });
  const all = `SUMPRODUCT(${here})`;
  const soon = `SUMPRODUCT(${here}*(${recorded.text}<${on.text}+2))`;
  const within = rows.filter((days) => days < 2).length;
  return { share: call(`IF(${all}=0,"",${soon}/${all})`, rows.length === 0 ? "" : within / rows.length), of: call(all, rows.length) };
}
