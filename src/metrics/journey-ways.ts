// Which way did each customer take, where only the first day of each type of activity is known, and when one came again?

import type { Grouped } from "../crm/groups";
import type { CellValue, Day } from "../values";
import { customerKey, type Customer } from "./journey-path";

/** What each row (a customer and a type) is on its customer's way, as `Paths` has it of single activities. */
export interface Ways {
  readonly travellers: readonly Customer[];
  /** 1 for the row with the customer's first activity in its stage, else 0; null without a stage, a customer or a day. */
  readonly first: readonly (0 | 1 | null)[];
  /** Null where nothing tells: some customer is written in several ways, or it is not known when types came again. */
  readonly daysToNext: readonly (number | null)[] | null;
}

/** `ways` and `again` as in src/crm/paths.ts; `placeOf` is the stage of a type, -1 for none. */
export function waysOf(ways: Grouped, again: Grouped | undefined, placeOf: (type: string | null) => number, stageCount: number): Ways {
  const { customer, type, first: firsts, last } = ways.columns;
  const places = type!.map((one) => placeOf(one as string | null));
  const days = firsts as readonly (Day | null)[];
  const dated = ways.measures["dated"]!.sum;
  const found = rowsByCustomer(customer!, days);
  const first = days.map((): 0 | 1 | null => null);
  const daysToNext = days.map((): number | null => null);
  const isTold = again !== undefined && found.every(({ spellings }) => spellings.size === 1);
  const later = again && isTold ? laterDays(again) : new Map<string, Day>();
  const travellers = found.map(({ name, rows }, index): Customer => {
    const firstRows = firstByStage(rows, places, days, stageCount);
    for (const row of rows) if (places[row]! >= 0) first[row] = firstRows[places[row]!] === row ? 1 : 0;
    for (const row of firstRows) if (row !== null) daysToNext[row] = waitAfter(row, rows, { places, days, type: type!, customer: customer!, later });
    return {
      number: index + 1, name,
      count: rows.reduce((sum, row) => sum + (dated[row] ?? 0), 0),
      first: least(rows.map((row) => days[row]!)), last: (rows.map((row) => last![row] as Day)).reduce((most, day) => (day > most ? day : most)),
      firstDays: firstRows.map((row) => (row === null ? null : days[row]!)),
    };
  });
  return { travellers, first, daysToNext: isTold ? daysToNext : null };
}

interface CustomerRows {
  readonly name: string;
  readonly spellings: ReadonlySet<string>;
  /** Those with a day. */
  readonly rows: readonly number[];
}

/** In the order of the names, as single activities number them. */
function rowsByCustomer(customers: readonly CellValue[], days: readonly (Day | null)[]): readonly CustomerRows[] {
  const found = new Map<string, { name: string; spellings: Set<string>; rows: number[] }>();
  customers.forEach((name, row) => {
    if (typeof name !== "string" || name.trim() === "" || days[row] === null) return;
    const key = customerKey(name);
    const known = found.get(key);
    if (!known) { found.set(key, { name: name.trim(), spellings: new Set([name]), rows: [row] }); return; }
    known.spellings.add(name);
    known.rows.push(row);
  });
  return [...found].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)).map(([, group]) => group);
}

function firstByStage(rows: readonly number[], places: readonly number[], days: readonly (Day | null)[], stageCount: number): readonly (number | null)[] {
  const firsts = new Array<number | null>(stageCount).fill(null);
  for (const row of rows) {
    const known = firsts[places[row]!];
    if (known !== undefined && (known === null || days[row]! < days[known]!)) firsts[places[row]!] = row;
  }
  return firsts;
}

interface Known {
  readonly places: readonly number[];
  readonly days: readonly (Day | null)[];
  readonly type: readonly CellValue[];
  readonly customer: readonly CellValue[];
  readonly later: ReadonlyMap<string, Day>;
}

/** Days from the first activity in a stage to the first in one further on, that day or later. */
function waitAfter(row: number, rows: readonly number[], { places, days, type, customer, later }: Known): number | null {
  const from = days[row]!;
  const next = rows.filter((other) => places[other]! > places[row]!).flatMap((other): readonly Day[] => {
    if (days[other]! >= from) return [days[other]!];
    const again = later.get(keyOf(customer[row], type[row], type[other]));
    return again === undefined ? [] : [again];
  });
  return next.length === 0 ? null : least(next) - from;
}

function laterDays({ columns: { customer, type, again, day } }: Grouped): ReadonlyMap<string, Day> {
  return new Map(day!.map((one, row) => [keyOf(customer![row], type![row], again![row]), one as Day]));
}

function keyOf(...parts: readonly (CellValue | undefined)[]): string {
  return parts.map((part) => String(part ?? "").toLowerCase()).join("\n");
}

function least(days: readonly Day[]): Day {
  return days.reduce((one, other) => (other < one ? other : one));
}
