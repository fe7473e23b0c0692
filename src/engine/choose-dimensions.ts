// Which fields can records be grouped by without making too many groups? The engine is asked.

import type { EngineRow } from "./engine";
import { countStatement, groupStatement, type Quantity, type Without } from "./group-statement";
import type { Key } from "./keys";
import type { Source } from "./records-sql";
import { asked, nullIfTooMany } from "./table-sql";

interface Grouping {
  readonly taken: readonly Key[];
  readonly left: readonly Key[];
  /** Of the statement that groups by the keys taken. */
  readonly rows: readonly EngineRow[];
}

/** So many rows are enough to see that groups would be too many; that they are few enough only all rows show. */
const enoughRows = 400_000;
const moreRows = 1_600_000;

/** Groups by as many of the keys, in their order, as make no more groups than `most`; null where the first `least` are too many. */
export async function groupByMost(source: Source, keys: readonly Key[], least: number, quantities: readonly Quantity[], without: Without, most: number): Promise<Grouping | null> {
  for (let count = await mostPossible(source, keys, without, most); count >= least; count--) {
    const rows = await asked(source.read, groupStatement(source, keys.slice(0, count), quantities, without), most).catch(nullIfTooMany);
    if (rows) return { taken: keys.slice(0, count), left: keys.slice(count), rows };
  }
  return null;
}

/** How many keys, in their order, do not make too many groups among some rows already. More keys never make fewer groups, so halves tell. */
export async function mostPossible(source: Source, keys: readonly Key[], without: Without, most: number): Promise<number> {
  if (source.facts.records <= most) return keys.length;
  let [from, to, groups] = [0, keys.length, 0];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    const found = await groupsAmong(source, keys.slice(0, middle), without, most, enoughRows);
    if (found <= most) [from, groups] = [middle, found];
    else to = middle - 1;
  }
  // Near the limit more rows are looked at: cheaper than a statement over all of them whose groups are too many.
  while (from > 0 && groups > most / 5 && source.facts.records > 4 * moreRows) {
    if ((await groupsAmong(source, keys.slice(0, from), without, most, moreRows)) <= most) break;
    from -= 1;
  }
  return from;
}

/** No more than one above `most`. */
async function groupsAmong(source: Source, keys: readonly Key[], without: Without, most: number, rows: number): Promise<number> {
  const [row] = await asked(source.read, countStatement(source, keys, without, most, rows), 1);
  return Number(row?.[0] ?? 0);
}
