// Recall → plan → render: the one use case of pane, page and command line.

import type { Rendering, WorkbookHost } from "./hosts/host";
import type { Memory } from "./sheets/memory";
import type { WorkbookPlan } from "./sheets/plan";
import { remembered } from "./sheets/remembered";

/** Reads what was typed, plans the workbook with it and writes it; gives the plan. */
export async function refresh(host: WorkbookHost, planOf: (memory: Memory) => WorkbookPlan | Promise<WorkbookPlan>, rendering?: Rendering): Promise<WorkbookPlan> {
  const plan = await planOf(await host.recall(remembered));
  await host.render(plan, rendering);
  return plan;
}
