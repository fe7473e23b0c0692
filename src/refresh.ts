// Recall → plan → render: the one use case of pane, page and command line.

import type { Progress, WorkbookHost } from "./hosts/host";
import { report, type ReportInput } from "./report";
import type { Remembered } from "./sheets/memory";
import type { WorkbookPlan } from "./sheets/plan";
import { remembered } from "./sheets/remembered";

/** Reads what was typed, plans the workbook with it and writes it; gives the plan. */
export async function refresh(host: WorkbookHost, input: Omit<ReportInput, "memory">, progress?: Progress): Promise<WorkbookPlan> {
  const memory = await host.recall(remembered satisfies Remembered);
  const plan = report({ ...input, memory });
  await host.render(plan, progress);
  return plan;
}
