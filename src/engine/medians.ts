// The median of values an engine counted: of a histogram, or found by halves where there are too many values for one.

import { sql } from "kysely";
import type { Sql } from "./dialect";
import type { EngineRow } from "./engine";
import { isIn, type Pieces } from "./pieces";
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

const ranges = 2000;
const mostValues = 50_000;

/** Counts the values in equal ranges, then those in the range of the middle again, until few enough are left to look at each. */
export async function medianByRanges(source: Source, value: Output, pieces: readonly Pieces[], accepted: readonly ReadonlySet<number>[]): Promise<number | null> {
  if (accepted.some((some) => some.size === 0)) return null;
  const number = source.read.engine.dialect.double(sql.id(value.name));
  const conditions = [sql`${number} is not null`, ...pieces.map((one, at) => isIn(one, accepted[at]!))];
  const from = sql`${recordsSql(source, [...pieces.map(({ output }) => output), value])} where ${sql.join(conditions, sql` and `)}`;
  const [all] = await asked(source.read, sql`select count(*), min(${number}), max(${number}) from ${from}`, 1);
  const count = Number(all?.[0] ?? 0);
  if (count === 0) return null;
  const ranks = [(count - 1) >> 1, count >> 1] as const;
  let middle: Range = { least: Number(all![1]), most: Number(all![2]), before: 0, count };
  while (middle.count > mostValues && middle.least < middle.most) {
    const width = (middle.most - middle.least) / ranges;
    const range = sql`floor((${number} - (${sql.lit(middle.least)})) / ${sql.lit(width)})`;
    const rows = await asked(source.read, sql`select ${range} as part, min(${number}), max(${number}), count(*) from ${from}${within(number, middle)} group by ${range}`, 2 * ranges);
    const next = middleOf(rows, middle.before, ranks);
    // Doubles that lie no further apart: there are few of them.
    if (next.least === middle.least && next.most === middle.most) break;
    middle = next;
  }
  const rows = await asked(source.read, sql`select ${number} as value, count(*) as records from ${from}${within(number, middle)} group by ${number} order by ${number}`, 200_000);
  const sorted = rows.map(([one, some]) => [Number(one), Number(some)] as const);
  return (valueAt(sorted, ranks[0] - middle.before) + valueAt(sorted, ranks[1] - middle.before)) / 2;
}

/** Values from the least to the most, how many they are, and how many are before them. */
interface Range {
  readonly least: number;
  readonly most: number;
  readonly before: number;
  readonly count: number;
}

function within(number: Sql, { least, most }: Range): Sql {
  return sql` and ${number} >= (${sql.lit(least)}) and ${number} <= (${sql.lit(most)})`;
}

/** From the range of the first rank to that of the second: one, or two without a value between them. */
function middleOf(rows: readonly EngineRow[], before: number, [first, second]: readonly [number, number]): Range {
  const found: Range[] = [];
  let passed = before;
  for (const [, least, most, count] of [...rows].sort((left, right) => Number(left[1]) - Number(right[1]))) {
    const range = { least: Number(least), most: Number(most), before: passed, count: Number(count) };
    passed += range.count;
    if (passed > first && range.before <= second) found.push(range);
  }
  return { least: found[0]!.least, most: found.at(-1)!.most, before: found[0]!.before, count: found.reduce((sum, { count }) => sum + count, 0) };
}
