// Two memories as one: what a run that died had read, and what the workbook holds now.

import type { Memory } from "./memory";

/** What was left counts where both know a thing: the workbook may be half written over. */
export function mergedMemory(left: Memory, now: Memory): Memory {
  return { ...now, inputs: new Map([...now.inputs, ...left.inputs]), tables: new Map([...now.tables, ...left.tables]) };
}
