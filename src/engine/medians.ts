// The median of values an engine counted: of a histogram, or found by halves where there are too many values for one.

import { sql } from "kysely";
import type { Sql } from "./dialect";
import type { EngineRow } from "./engine";
import type { Pieces } from "./pieces";
import { recordsSql, type Output, type Source } from "./records-sql";
import { asked } from "./table-sql";

/** The middle of values with their counts, or the mean of the two in the middle; null of none. */
export function medianOf(values: readonly (readonly [value: number, count: number])[]): number | null {
  const sorted = [...values].sort(([left], [right]) => left - right);
  const count = sorted.reduce((sum, [, some]) => sum + some, 0);
  if (count === 0) return null;
  return (valueAt(sorted, (count - 1) >> 1) + valueAt(sorted, count >> 1)) / 2;
}

function valueAt(sorted: readonly (readonly [number, number])[], rank: number): number {
  let before = 0;
  for (const [value, count] of sorted) {
    before += count;
    if (before > rank) return value;
  }
  throw new Error(`no value at ${rank}`);
}

const thresholds = 40;
const mostValues = 50_000;

/** Asks how many values are at most so much, nearer to the middle each time, until few enough are left to look at each. */
export async function medianByHalves(source: Source, value: Output, pieces: readonly Pieces[], accepted: readonly ReadonlySet<number>[]): Promise<number | null> {
  const number = source.read.engine.dialect.double(sql.id(value.name));
  const conditions = [sql`${number} is not null`, ...pieces.map((one, at) => sql`${sql.id(one.output.name)} in (${sql.join([...accepted[at]!].map((piece) => sql.lit(piece)))})`)];
  if (accepted.some((some) => some.size === 0)) return null;
  const from = sql`${recordsSql(source, [...pieces.map(({ output }) => output), value])} where ${sql.join(conditions, sql` and `)}`;
  const ask = async (columns: readonly Sql[]): Promise<readonly number[]> => ((await asked(source.read, sql`select ${sql.join(columns)} from ${from}`, 1))[0] ?? []).map(Number);
  const [count, least, most] = await ask([sql`count(*)`, sql`min(${number})`, sql`max(${number})`]);
  if (!count) return null;
  const ranks = [(count - 1) >> 1, count >> 1] as const;
  // Above `low` and at most `high` are both values of the middle; `below` values are at most `low`.
  let [low, high, below, within] = [least! - 1, most!, 0, count];
  while (within > mostValues) {
    const steps = Array.from({ length: thresholds }, (_, at) => low + ((high - low) * (at + 1)) / (thresholds + 1));
    const counts = await ask(steps.map((step) => source.read.engine.dialect.countIf(sql`${number} <= (${sql.lit(step)})`)));
    const [start, end] = [counts.findLastIndex((some) => some <= ranks[0]), counts.findIndex((some) => some > ranks[1])];
    const [before, after] = [low, high];
    const upTo = end >= 0 ? counts[end]! : below + within;
    if (end >= 0) high = steps[end]!;
    if (start >= 0) [low, below] = [steps[start]!, counts[start]!];
    within = upTo - below;
    // All on one value, or doubles that lie no further apart: there are few of them.
    if (low === before && high === after) break;
  }
  const rows: readonly EngineRow[] = await asked(source.read, sql`select ${number} as value, count(*) as records from ${from} and ${number} > (${sql.lit(low)}) and ${number} <= (${sql.lit(high)}) group by ${number} order by ${number}`, 200_000);
  const sorted = rows.map(([one, some]) => [Number(one), Number(some)] as const);
  return (valueAt(sorted, ranks[0] - below) + valueAt(sorted, ranks[1] - below)) / 2;
}
