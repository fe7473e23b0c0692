// What changed since the last export, as the pane shows it.

import type { CellValue, Day } from "../values";

export const changeKinds = ["new", "won", "lost", "slipped", "moved", "amount"] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** A deal that changed. `before` and `after` are days for a slip, stages for a move, amounts for an amount; null for the others. */
export interface ChangedDeal {
  readonly id: string;
  readonly name: string | null;
  readonly owner: string | null;
  readonly amount: number | null;
  readonly before: CellValue;
  readonly after: CellValue;
}

/** Deals by what happened to them; a deal can be in several lists. */
export interface Changes {
  /** The day of the last export. */
  readonly since: Day | null;
  readonly deals: Readonly<Record<ChangeKind, readonly ChangedDeal[]>>;
}

/** How much money a list is about; for changed amounts, by how much they changed. */
export function sumOf(kind: ChangeKind, deals: readonly ChangedDeal[]): number {
  return deals.reduce((sum, { amount, before, after }) => sum + (kind === "amount" ? figure(after) - figure(before) : (amount ?? 0)), 0);
}

function figure(value: CellValue): number {
  return typeof value === "number" ? value : 0;
}
