// All records again by fields that would have made the main table too long, and by customer.

import { sql } from "kysely";
import type { Grouped } from "../crm/groups";
import { groupByMost, isTooMany, mostPossible } from "./choose-dimensions";
import { groupStatement, type Quantity } from "./group-statement";
import type { Key } from "./keys";
import { mergeGroups, type ReadKey } from "./merge-groups";
import type { Source } from "./records-sql";
import { customerDimensions, type Dimension, type RollupDefinition, type RollupLimits } from "./rollups/definition";
import { asked } from "./table-sql";

export interface MoreGroups {
  readonly more: readonly Grouped[];
  /** Fields that make too many groups even then. */
  readonly leftOut: readonly string[];
}

/** Short tables of the keys left, as many in one as keep it short, each with what is asked beside them. */
export async function moreGroups(source: Source, { beside }: RollupDefinition, known: readonly Key[], left: readonly Key[], quantities: readonly Quantity[], limits: RollupLimits, read: ReadKey): Promise<MoreGroups> {
  const more: Grouped[] = [];
  const leftOut: string[] = [];
  let open: readonly Key[] = left;
  while (open.length > 0) {
    const others = known.filter((key) => beside.includes(key.field) && !open.includes(key));
    const found = await groupByMost(source, [...others, ...open], others.length + 1, quantities, null, limits.more);
    if (found) more.push(withoutRest(mergeGroups(found.rows, found.taken, quantities, read)));
    else leftOut.push(open[0]!.field);
    open = found ? found.left : open.slice(1);
  }
  return { more, leftOut };
}

/** Who bought, with each customer's first and last day and on how many days (`days`); null where nobody says, or they are too many. */
export async function customerGroups(source: Source, definition: RollupDefinition, mapped: ReadonlySet<string>, keyOf: (dimension: Dimension) => Key | null, quantities: readonly Quantity[], limits: RollupLimits, read: ReadKey): Promise<Grouped | null> {
  const by = customerDimensions(definition, mapped)?.flatMap((dimension) => keyOf(dimension) ?? []);
  const day = definition.customer && keyOf({ field: definition.customer.day });
  const who = by?.find(({ field }) => field !== "currency");
  if (!by || !who || !day || (await mostPossible(source, by, null, limits.customers)) < by.length) return null;
  const column = sql.id(day.field);
  const output = day.outputs[0]!;
  const more = [
    { name: "first", output, sql: sql`min(${column})` }, { name: "last", output, sql: sql`max(${column})` }, { name: "days", output, sql: sql`count(distinct ${column})` },
  ];
  const rows = await asked(source.read, groupStatement(source, by, quantities, null, more), limits.customers).catch(isTooMany);
  if (!rows) return null;
  // Names that our readers find to be the same were counted apart: their days cannot be added, they are counted anew.
  const merged = mergeGroups(rows, by, quantities, read, [{ name: "first", join: Math.min }, { name: "last", join: Math.max }, { name: "days", join: () => NaN }]);
  const days = await daysAgain(source, by, day, merged.columns, merged.more["days"]!, read, limits);
  const named = merged.records.map((_, at) => at).filter((at) => merged.columns[who.field]![at] !== null);
  const pick = <T>(values: readonly T[]): T[] => named.map((at) => values[at]!);
  return {
    columns: { ...Object.fromEntries(Object.entries(merged.columns).map(([field, values]) => [field, pick(values)])), first: pick(merged.more["first"]!), last: pick(merged.more["last"]!) },
    records: pick(merged.records),
    measures: {
      ...Object.fromEntries(Object.entries(merged.measures).map(([name, { sum, known }]) => [name, { sum: pick(sum), known: pick(known) }])),
      days: { sum: pick(days), known: pick(merged.records) },
    },
  };
}

/** The days of customers whose names were written in several ways: of these alone all days are fetched. */
async function daysAgain(source: Source, by: readonly Key[], day: Key, columns: Grouped["columns"], counted: readonly (number | null)[], read: ReadKey, limits: RollupLimits): Promise<readonly (number | null)[]> {
  if (!counted.some((count) => Number.isNaN(count))) return counted;
  const names = by.flatMap(({ groupBy }) => groupBy).map((name) => sql.id(name));
  const keys = [...by, { ...day, shape: "number" as const, groupBy: [day.field], outputs: [day.outputs[0]!] }];
  const rows = await asked(source.read, groupStatement(source, keys, [], null), 10 * limits.customers);
  const days = new Map<string, Set<unknown>>();
  for (const row of rows) {
    let at = 0;
    const values = by.map(({ field, groupBy }) => {
      const value = read(field, row[at]!, groupBy.length > 1 && Number(row[at + 1]) === 1);
      at += groupBy.length;
      return value;
    });
    const key = JSON.stringify(values);
    if (!days.has(key)) days.set(key, new Set());
    if (row[names.length] !== null) days.get(key)!.add(row[names.length]);
  }
  return counted.map((count, at) => (Number.isNaN(count) ? (days.get(JSON.stringify(by.map(({ field }) => columns[field]![at]!)))?.size ?? 0) : count));
}

function withoutRest({ columns, records, measures }: Grouped): Grouped {
  return { columns, records, measures };
}
