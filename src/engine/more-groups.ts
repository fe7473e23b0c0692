// All records again by fields that would have made the main table too long.

import type { Grouped } from "../crm/groups";
import { fits } from "./choose-dimensions";
import { groupStatement, type Quantity } from "./group-statement";
import type { Key } from "./keys";
import { mergeGroups, type ReadKey } from "./merge-groups";
import type { Source } from "./records-sql";
import type { RollupDefinition, RollupLimits } from "./rollups/definition";
import { asked } from "./table-sql";

export interface MoreGroups {
  readonly more: readonly Grouped[];
  /** Fields that make too many groups even then. */
  readonly leftOut: readonly string[];
}

/** One short table for each key left, with what is asked beside it as far as that stays short. */
export async function moreGroups(source: Source, definition: RollupDefinition, known: readonly Key[], left: readonly Key[], quantities: readonly Quantity[], limits: RollupLimits, read: ReadKey): Promise<MoreGroups> {
  const more: Grouped[] = [];
  const leftOut: string[] = [];
  const among = (names: readonly string[], key: Key) => [...known.filter(({ field }) => names.includes(field) && field !== key.field), key];
  for (const key of left) {
    const tries = [among([...definition.beside, ...definition.besideMore], key), among(definition.beside, key)];
    // Of other deals than open ones such a table would say what is not so.
    const keys = key.ofOpen ? null : await firstThatFits(source, tries, limits.more);
    if (keys) more.push(mergeGroups(await asked(source.read, groupStatement(source, keys, quantities, null), limits.more), keys, quantities, read));
    else leftOut.push(key.field);
  }
  return { more: more.map(withoutRest), leftOut };
}

async function firstThatFits(source: Source, tries: readonly (readonly Key[])[], most: number): Promise<readonly Key[] | null> {
  for (const keys of tries) if (await fits(source, keys, null, most)) return keys;
  return null;
}

function withoutRest({ columns, records, measures }: Grouped): Grouped {
  return { columns, records, measures };
}
