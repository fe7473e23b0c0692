// Which values does a column have among deals, and how many deals closed with each lately?

import type { Column } from "../formula/column";
import { than, type Criterion } from "../formula/criteria";
import type { CellValue } from "../values";
import { outcomeOfWord } from "../crm/outcome";
import { sideBySide } from "../formula/side-by-side";
import { outcomeIs, type DealModel } from "./deals";
import { closedIn, monthsUpTo } from "./period";

/** A value and how many deals have it; texts without regard to case, as they are first written. */
export interface Value {
  readonly text: string;
  readonly deals: number;
}

/** Values of the deals that count, most frequent first, then by name. Empty cells are no value. Null where the deals are in groups that do not tell. */
export function valuesOf(column: Column, counts: Criterion | null): readonly Value[] | null {
  const table = sideBySide(column, ...(counts ? [counts.column] : []));
  if (!table) return null;
  const [values = [], others] = table.columns;
  const found = new Map<string, { readonly text: string; deals: number }>();
  values.forEach((value: CellValue, row) => {
    if (typeof value !== "string" || value === "" || (counts && others && !counts.test(others[row] ?? null))) return;
    const known = found.get(value.toLowerCase()) ?? { text: value, deals: 0 };
    known.deals += table.records[row] ?? 0;
    found.set(value.toLowerCase(), known);
  });
  return [...found.values()].sort((a, b) => b.deals - a.deals || (a.text < b.text ? -1 : 1));
}

/** Values of the column of reasons among won deals; words such as “Won” give no reason. */
export function winReasons(model: DealModel): readonly Value[] | null {
  const { lostReason } = model.deals.columns;
  if (!lostReason) return [];
  return valuesOf(lostReason, outcomeIs(model, "won"))?.filter(({ text }) => outcomeOfWord(text) === null) ?? null;
}

/** Closed in the three months up to the as-of day, or in the three before these. */
export function closedLately(model: DealModel, before: boolean): readonly Criterion[] {
  const { asOf } = model.settings;
  const { closed } = model.deals.columns;
  const late = monthsUpTo(asOf, 3);
  return before ? [than(closed, ">=", monthsUpTo(asOf, 6).from), than(closed, "<", late.from)] : closedIn(model, late);
}
