// What a deal (opportunity, 商机) is.

import type { Day } from "../../values";
import { day, flag, id, money, number, percent, text, type RecordOf, note } from "../fields";

/** Field names of a deal, in the order the Deals table shows them. */
export const dealFields = {
  id,
  name: text,
  account: text,
  owner: text,
  team: text,
  pipeline: text,
  stage: text,
  status: text,
  amount: money,
  wonAmount: money,
  currency: text,
  probability: percent,
  weightedAmount: money,
  forecastCategory: text,
  created: day,
  closeDate: day,
  expectedClose: day,
  wonOn: day,
  lostOn: day,
  stageSince: day,
  lastActivity: day,
  nextActivity: day,
  modified: day,
  source: text,
  type: text,
  product: text,
  region: text,
  contact: text,
  competitor: text,
  lostReason: text,
  nextStep: note,
  pushCount: number,
  description: note,
  isWon: flag,
  isClosed: flag,
  isDeleted: flag,
} as const;

export const outcomes = ["open", "won", "lost"] as const;
export type Outcome = (typeof outcomes)[number];

/** A deal as the export has it, and what a reader concludes from it. */
export interface Deal extends RecordOf<typeof dealFields> {
  /** Line of the export, header is the line before the first row; for messages. */
  readonly row: number;
  /** The stage decides; a flag or status that contradicts it is reported. */
  readonly outcome: Outcome;
  /** Of a won deal the actual amount where the export has it, else the one estimated. */
  readonly amount: number | null;
  /** When it closed or is said to close: the close date as written, else the day won or lost. */
  readonly closed: Day | null;
  /** The close expected of an open deal: the expected close, else the close date. */
  readonly due: Day | null;
}
