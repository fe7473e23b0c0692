// Did the user type anything between two readings? What his formulas give may differ: today is another day.

import type { CellValue } from "../values";
import type { Memory, RememberedTable, Stray } from "./memory";
import { memoryText } from "./memory-text";

/** Whether the same is typed in two memories that were asked for the same. */
export function isSameMemory(one: Memory, other: Memory): boolean {
  return one === other || typedText(one) === typedText(other);
}

function typedText(memory: Memory): string {
  const { inputs, inputFormulas, tables, strays } = memory;
  return memoryText({
    ...memory,
    inputs: new Map([...inputs].map(([name, value]) => [name, inputFormulas?.has(name) ? null : value])),
    tables: new Map([...tables].map(([name, table]) => [name, typedTable(table)])),
    ...(strays ? { strays: strays.map((stray): Stray => (stray.formula === undefined ? stray : { ...stray, value: null })) } : {}),
  });
}

function typedTable(table: RememberedTable): RememberedTable {
  const { columns, rows, formulas, ours } = table;
  const isComputed = columns.map((name) => ours?.some((one) => one.name === name && one.owner === "formula") ?? false);
  const typed = (value: CellValue, row: number, at: number) => (isComputed[at] || (formulas?.[row]?.[at] ?? null) !== null ? null : value);
  return { ...table, rows: rows.map((cells, row) => cells.map((value, at) => typed(value, row, at))) };
}
