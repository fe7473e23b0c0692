// What happened to customers and deals, as lines to compare.

import type { Grouped } from "../../src/crm/groups";
import { dayOfIso, type Day } from "../../src/values";
import { everythingAsOf } from "../everything";

export const breaks = [everythingAsOf - 89, everythingAsOf + 1, dayOfIso("2026-03-10")!] as Day[];

/** Sorted; a customer may be spelled in any of its ways. */
export function linesOf(grouped: Grouped | undefined): readonly string[] {
  if (!grouped) return ["none"];
  const { columns, records, measures } = grouped;
  return records.map((count, row) => [
    ...Object.entries(columns).map(([name, values]) => `${name} ${String(values[row] ?? null).toLowerCase()}`), `${count} records`,
    ...Object.entries(measures).map(([name, { sum, known }]) => `${name} ${sum[row]} of ${known[row]}`),
  ].join(", ")).sort();
}
