// What has the user said of how a table is read? It counts before any guess.

import type { FieldMapping } from "./fields";
import type { DateOrders } from "./read-columns";

export interface Said {
  /** The columns said to be fields. */
  readonly mapping: FieldMapping;
  /** Columns said to be no field. */
  readonly notUsed: readonly string[];
  readonly dateOrders: DateOrders;
  /** Columns whose blanks are filled from above. */
  readonly filled: readonly string[];
}

export const nothingSaid: Said = { mapping: {}, notUsed: [], dateOrders: {}, filled: [] };

/** Whether the user has said anything. */
export function isAnything({ mapping, notUsed, dateOrders, filled }: Said): boolean {
  return Object.keys(mapping).length + notUsed.length + Object.keys(dateOrders).length + filled.length > 0;
}

/** What a corrected mapping says beside what was said before: each column that is not as it would have been. */
export function saidBy(corrected: FieldMapping, guessed: FieldMapping, before: Said): Said {
  const used = new Set(Object.values(corrected));
  const kept = Object.entries(before.mapping).filter(([field, header]) => corrected[field] === header);
  const changed = Object.entries(corrected).filter(([field, header]) => guessed[field] !== header);
  const dropped = [...Object.values(guessed), ...before.notUsed].filter((header) => !used.has(header));
  return { ...before, mapping: Object.fromEntries([...kept, ...changed]), notUsed: [...new Set(dropped)] };
}
