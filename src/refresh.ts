// Recall → plan → render: the one use case of pane, page and command line.

import { HostError } from "./hosts/live";
import type { Rendering, WorkbookHost } from "./hosts/host";
import type { Memory } from "./sheets/memory";
import type { WorkbookPlan } from "./sheets/plan";
import { remembered } from "./sheets/remembered";

/** How often it is planned anew because somebody typed meanwhile. */
const tries = 3;

/** Reads what was typed, plans the workbook with it and writes it; gives the plan. */
export async function refresh(host: WorkbookHost, planOf: (memory: Memory) => WorkbookPlan | Promise<WorkbookPlan>, rendering?: Rendering): Promise<WorkbookPlan> {
  for (let left = tries - 1; ; left -= 1) {
    const plan = await planOf(await host.recall(remembered));
    try {
      await host.render(plan, rendering);
      return plan;
    } catch (error) {
      if (left === 0 || !isTypedMeanwhile(error)) throw error;
    }
  }
}

function isTypedMeanwhile(error: unknown): boolean {
  return error instanceof HostError && error.troubles.some(({ kind }) => kind === "typed-meanwhile");
}
