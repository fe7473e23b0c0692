// The port to a workbook: it can tell what it remembers, and it can be made to match a plan.

import type { WorkbookPlan } from "../sheets/plan";
import type { Memory, Remembered } from "../sheets/memory";

/** Called as the work goes on; `done` of `total` rows are written. */
export type Progress = (done: number, total: number) => void;

export interface WorkbookHost {
  recall(remembered: Remembered): Promise<Memory>;
  render(plan: WorkbookPlan, progress?: Progress): Promise<void>;
}
