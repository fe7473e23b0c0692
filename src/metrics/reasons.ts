// Which values does a column have among deals, and how many deals closed with each lately?

import type { Column } from "../formula/column";
import { than, type Criterion } from "../formula/criteria";
import { call, dayTerm, type Term } from "../formula/term";
import { addMonths, type CellValue } from "../values";
import { outcomeOfWord } from "../crm/outcome";
import type { DealModel } from "./deals";

/** A value and how many deals have it; texts without regard to case, as they are first written. */
export interface Value {
  readonly text: string;
  readonly deals: number;
}

/** Values of the deals that count, most frequent first, then by name. Empty cells are no value. */
export function valuesOf({ values }: Column, counts: (row: number) => boolean): readonly Value[] {
  const found = new Map<string, { readonly text: string; deals: number }>();
  values.forEach((value: CellValue, row) => {
    if (typeof value !== "string" || value === "" || !counts(row)) return;
    const known = found.get(value.toLowerCase()) ?? { text: value, deals: 0 };
    known.deals += 1;
    found.set(value.toLowerCase(), known);
  });
  return [...found.values()].sort((a, b) => b.deals - a.deals || (a.text < b.text ? -1 : 1));
}

/** Values of the column of reasons among won deals; words such as “Won” give no reason. */
export function winReasons({ deals: { columns }, words }: DealModel): readonly Value[] {
  const { lostReason, outcome } = columns;
  if (!lostReason) return [];
  return valuesOf(lostReason, (row) => outcome.values[row] === words.outcome.won).filter(({ text }) => outcomeOfWord(text) === null);
}

/** Closed in the three months up to the as-of day, or in the three before: `> EDATE(AsOf,-3)` and `<= AsOf`. */
export function closedLately({ deals, settings }: DealModel, before: boolean): readonly Criterion[] {
  const { closed } = deals.columns;
  const { asOf } = settings;
  const ago = (months: number): Term<number> => (months === 0 ? dayTerm(asOf) : call(`EDATE(${asOf.text},-${months})`, addMonths(asOf.value, -months) as number));
  const [from, to] = before ? [6, 3] : [3, 0];
  return [than(closed, ">", ago(from)), than(closed, "<=", ago(to))];
}

/** A share's third and two thirds, rounded to one figure: limits of small and large deals until someone types others. Null for fewer than three amounts. */
export function sizeLimits(amounts: readonly CellValue[]): readonly [number, number] | null {
  const known = amounts.filter((amount): amount is number => typeof amount === "number" && amount > 0).sort((a, b) => a - b);
  if (known.length < 3) return null;
  const [low, high] = [1 / 3, 2 / 3].map((share) => Number((known[Math.floor(share * known.length)] ?? 0).toPrecision(1))) as [number, number];
  return low < high ? [low, high] : null;
}

