// How does a deal stand on a day, as far as anyone would want to know later?

import type { Outcome } from "../crm/objects/deal";
import type { Day } from "../values";

export interface DealState {
  /** Its key in the Deals table. */
  readonly id: string;
  readonly name: string | null;
  readonly stage: string | null;
  readonly outcome: Outcome;
  /** As the export has it, in `currency`: a rate that changes is no change of the deal. */
  readonly amount: number | null;
  readonly currency: string | null;
  /** The close expected of an open deal. */
  readonly due: Day | null;
  readonly closed: Day | null;
  readonly owner: string | null;
  /** A ratio. */
  readonly probability: number | null;
  /** The day it came into its stage, where the export says so. */
  readonly stageSince: Day | null;
  readonly created: Day | null;
}

/** Whether nothing but the name, or a currency that one of the two does not say, is different. */
export function isSameState(left: DealState, right: DealState): boolean {
  return (
    left.outcome === right.outcome && isSameText(left.stage, right.stage) && isSameText(left.owner, right.owner) &&
    isSameNumber(left.amount, right.amount) && isSameNumber(left.probability, right.probability) &&
    left.due === right.due && left.closed === right.closed && left.stageSince === right.stageSince && left.created === right.created &&
    (left.currency === null || right.currency === null || isSameText(left.currency, right.currency))
  );
}

/** Without regard to case and space around. */
export function isSameText(left: string | null, right: string | null): boolean {
  return (left ?? "").trim().toLowerCase() === (right ?? "").trim().toLowerCase();
}

/** Equal as far as programs that keep 15 digits can tell. */
export function isSameNumber(left: number | null, right: number | null): boolean {
  if (left === null || right === null) return left === right;
  return Math.abs(left - right) <= 1e-14 * Math.max(Math.abs(left), Math.abs(right));
}
