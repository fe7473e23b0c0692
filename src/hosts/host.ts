// The port to a workbook: it can tell what it remembers, and it can be made to match a plan.

import type { Memory, Remembered } from "../sheets/memory";
import type { WorkbookPlan } from "../sheets/plan";

/** Called as the work goes on; `done` of `total` rows are written. */
export type Progress = (done: number, total: number) => void;

/** A comment that stands beside another record now, or beside none: its cell, and the one its record's is; null where the record or column is gone. */
export interface StrandedComment {
  readonly sheet: string;
  readonly at: string;
  readonly to: string | null;
}

/** How a render goes on: who hears of it, and who may stop it. */
export interface Rendering {
  readonly progress?: Progress;
  /** Told of comments the host cannot move, once all is written. */
  readonly stranded?: (comments: readonly StrandedComment[]) => void;
  /** Aborted: the host stops at the next safe point and leaves the workbook whole. */
  readonly signal?: AbortSignal;
}

export interface WorkbookHost {
  recall(remembered: Remembered): Promise<Memory>;
  render(plan: WorkbookPlan, rendering?: Rendering): Promise<void>;
}
