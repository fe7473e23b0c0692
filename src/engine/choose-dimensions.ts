// Which fields can records be grouped by without making too many groups? The engine is asked how many there would be.

import { countStatement, type Without } from "./group-statement";
import type { Key } from "./keys";
import type { Source } from "./records-sql";
import { asked } from "./table-sql";

export interface Chosen {
  readonly taken: readonly Key[];
  readonly left: readonly Key[];
}

/** Takes key after key while the groups stay within `most`. */
export async function chooseKeys(source: Source, keys: readonly Key[], without: Without, most: number): Promise<Chosen> {
  if (await fits(source, keys, without, most)) return { taken: keys, left: [] };
  const prefix = await longestPrefix(source, keys, without, most);
  const taken = keys.slice(0, prefix);
  const left: Key[] = [];
  for (const key of keys.slice(prefix)) {
    // The first after the longest prefix is known to be too much.
    if (left.length > 0 && (await fits(source, [...taken, key], without, most))) taken.push(key);
    else left.push(key);
  }
  return { taken, left };
}

/** Whether these keys make no more groups than `most`. */
export async function fits(source: Source, keys: readonly Key[], without: Without, most: number): Promise<boolean> {
  if (keys.length === 0) return true;
  const [row] = await asked(source.read, countStatement(source, keys, without, most), 1);
  return Number(row?.[0] ?? 0) <= most;
}

/** More keys never make fewer groups, so halves tell. */
async function longestPrefix(source: Source, keys: readonly Key[], without: Without, most: number): Promise<number> {
  let [from, to] = [0, keys.length - 1];
  while (from < to) {
    const middle = (from + to + 1) >> 1;
    if (await fits(source, keys.slice(0, middle), without, most)) from = middle;
    else to = middle - 1;
  }
  return from;
}
