// All records again by fields that would have made the main table too long.

import type { Grouped } from "../crm/groups";
import { groupByMost } from "./choose-dimensions";
import type { Quantity } from "./group-statement";
import type { Key } from "./keys";
import { mergeGroups, type ReadKey } from "./merge-groups";
import type { Source } from "./records-sql";
import type { RollupDefinition, RollupLimits } from "./rollups/definition";

interface MoreGroups {
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

function withoutRest({ columns, records, measures }: Grouped): Grouped {
  return { columns, records, measures };
}
