// What marketing or sales spend (a campaign and its cost, 市场活动) is.

import { day, flag, id, money, note, number, period, text, type RecordOf } from "../fields";

export const spendFields = {
  id,
  name: text,
  channel: text,
  type: text,
  status: text,
  owner: text,
  start: period,
  end: day,
  cost: money,
  budget: money,
  currency: text,
  leads: number,
  deals: number,
  customers: number,
  expectedRevenue: money,
  revenue: money,
  created: day,
  description: note,
  isDeleted: flag,
} as const;

/** Spend as the export has it, and the amount that counts. */
export interface Spend extends RecordOf<typeof spendFields> {
  /** Line of the export. */
  readonly row: number;
  /** The actual cost, else the budget. */
  readonly amount: number | null;
}
