// placeholder
import type { Memory } from "./memory";
export function mergedMemory(_old: Memory, now: Memory): Memory { return now; }
