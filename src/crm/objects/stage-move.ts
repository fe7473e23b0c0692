// What a stage move (a line of a deal's stage history) is.

import { day, days, id, money, percent, text, type RecordOf } from "../fields";

export const stageMoveFields = {
  id,
  dealId: id,
  deal: text,
  owner: text,
  by: text,
  from: text,
  to: text,
  on: day,
  left: day,
  days,
  amount: money,
  currency: text,
  probability: percent,
  closeDate: day,
} as const;

/** One entry into a stage; `from` is null where the export does not say what came before. */
export interface StageMove extends RecordOf<typeof stageMoveFields> {
  /** Line of the export. */
  readonly row: number;
}
