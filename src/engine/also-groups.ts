// More tables of all the records, for figures that need some fields together.

import type { Grouped } from "../crm/groups";
import { groupStatement } from "./group-statement";
import type { Key } from "./keys";
import { mergeGroups, type ReadKey } from "./merge-groups";
import type { Source } from "./records-sql";
import { isTold, type Dimension, type RollupDefinition, type RollupLimits } from "./rollups/definition";
import { asked, nullIfTooMany } from "./table-sql";

/** None where one of the other tables has all their fields. */
export async function alsoGroups(source: Source, { also }: RollupDefinition, keyOf: (dimension: Dimension) => Key | null, others: readonly (readonly string[])[], limits: RollupLimits, read: ReadKey): Promise<readonly Grouped[]> {
  const mapped = new Set(source.read.columns.keys());
  const found: Grouped[] = [];
  for (const { by, may } of also ?? []) {
    if (!by.every((one) => isTold(one, mapped))) continue;
    const all = [...may.filter((one) => isTold(one, mapped)), ...by];
    if (others.some((fields) => all.every(({ field }) => fields.includes(field)))) continue;
    const made = (await groupedBy(source, all, keyOf, limits.also, read)) ?? (await groupedBy(source, by, keyOf, limits.also, read));
    if (made) found.push(made);
  }
  return found;
}

/** Null where the groups are too many, or a field has no column. */
async function groupedBy(source: Source, dimensions: readonly Dimension[], keyOf: (dimension: Dimension) => Key | null, most: number, read: ReadKey): Promise<Grouped | null> {
  const keys = dimensions.flatMap((dimension) => keyOf(dimension) ?? []);
  if (keys.length < dimensions.length) return null;
  const rows = await asked(source.read, groupStatement(source, keys, [], null), most).catch(nullIfTooMany);
  if (!rows) return null;
  const { columns, records } = mergeGroups(rows, keys, [], read);
  return { columns, records, measures: {} };
}
