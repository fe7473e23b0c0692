// What an order (invoice line, purchase, 销售订单) is.

import { day, flag, id, money, number, percent, text, type RecordOf, note } from "../fields";

export const orderFields = {
  id,
  account: text,
  contact: text,
  deal: text,
  owner: text,
  on: day,
  status: text,
  product: text,
  category: text,
  quantity: number,
  price: money,
  amount: money,
  cost: money,
  margin: percent,
  discount: percent,
  paid: money,
  receivable: money,
  currency: text,
  channel: text,
  region: text,
  created: day,
  description: note,
  isDeleted: flag,
} as const;

/** An order as the export has it. */
export interface Order extends RecordOf<typeof orderFields> {
  /** Line of the export. */
  readonly row: number;
}
