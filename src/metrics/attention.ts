// Which open deals need someone's attention now, and why? The choice stands as of the build; the sheet works out the rest.

import { isFirstOfText } from "../formula/column";
import { isOpenGrouped, type DealModel } from "./deals";

/** A deal to look at: its row in the Deals table counted from 0, and its id. */
export interface AttentionDeal {
  readonly row: number;
  readonly id: string;
}

/**
 * Open deals longer in their stage than its longest stay, past their expected close, or without activity for longer
 * than Setup allows; largest amount first, then longest in stage. A deal whose id an earlier row has is left out,
 * since a lookup would show that row. None where open deals are in groups.
 */
export function attentionDeals(model: DealModel): readonly AttentionDeal[] {
  const { columns } = model.deals;
  if (isOpenGrouped(model)) return [];
  const limits = new Map(model.stages.rows.map((row) => [row.stage.toLowerCase(), row.longestStay]));
  const found: Found[] = [];
  columns.outcome.values.forEach((outcome, row) => {
    if (outcome !== model.words.outcome.open) return;
    const id = columns.id.values[row];
    if (typeof id !== "string" || id === "" || id.length > 200 || !needsAttention(model, limits, row)) return;
    found.push({ row, id, amount: numberAt(columns.amount.values, row) ?? -Infinity, since: numberAt(columns.stageSince.values, row) ?? Infinity });
  });
  return found
    .filter(({ row }) => isFirstOfText(columns.id, row))
    .sort((a, b) => compare(b.amount, a.amount) || compare(a.since, b.since));
}

interface Found extends AttentionDeal {
  readonly amount: number;
  readonly since: number;
}

function needsAttention(model: DealModel, limits: ReadonlyMap<string, number | null>, row: number): boolean {
  const { columns } = model.deals;
  const asOf = model.settings.asOf.value;
  const since = numberAt(columns.stageSince.values, row);
  const stage = columns.stage.values[row];
  const limit = typeof stage === "string" ? limits.get(stage.toLowerCase()) ?? null : null;
  const due = numberAt(columns.due.values, row);
  const active = columns.lastActivity ? numberAt(columns.lastActivity.values, row) : null;
  return (since !== null && limit !== null && asOf - since > limit) || (due !== null && due < asOf) ||
    (active !== null && asOf - active > model.settings.noActivityDays.value);
}

function numberAt(values: readonly unknown[], row: number): number | null {
  const value = values[row];
  return typeof value === "number" ? value : null;
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
