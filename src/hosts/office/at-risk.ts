// What of a memory could a run that dies lose? A log only goes on: its lines stay where they are while new ones are added, so no journal need hold them.

import type { Memory } from "../../sheets/memory";
import type { TablePlan } from "../../sheets/plan";
import { differing, tablePatches } from "./cells";
import type { SheetTask } from "./sheet";

/** The memory without the logs that these sheets' tasks only add to. */
export function atRisk(memory: Memory, kept: readonly SheetTask[]): Memory {
  const safe = new Set(kept.flatMap((task) => task.plan.tables.filter((table) => onlyGoesOn(table, task)).map(({ name }) => name)));
  return { ...memory, tables: new Map([...memory.tables].filter(([name]) => !safe.has(name))) };
}

/** Whether no line that stands there is written over. The last one is moved by the rows put in before it, and written first. */
function onlyGoesOn(table: TablePlan, { tables, steps, grid }: SheetTask): boolean {
  const there = tables.find(({ name }) => name === table.name);
  if (table.kind !== "log" || !there || steps.some((step) => step.kind !== "insert")) return false;
  const firstNew = table.top + there.area.bottom - there.area.top;
  const patches = [...tablePatches(table, "typed"), ...tablePatches(table, "computed")];
  return patches.flatMap((patch) => differing(patch, grid)).every(({ area }) => area.top >= firstNew);
}
