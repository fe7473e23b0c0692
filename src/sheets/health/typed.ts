// What people noted for each customer, and the score it had at the refresh before.

import type { CellValue, Day } from "../../values";
import { isTyped, readTable } from "../any-language";
import type { SheetContext } from "../context";
import { intentWord } from "./intent";
import { healthLog } from "./log";
import { scoresName } from "./names";

export interface TypedOfCustomers {
  readonly intent: readonly CellValue[];
  readonly note: readonly CellValue[];
  /** The score at the last refresh of an earlier day. */
  readonly before: readonly CellValue[];
  readonly beforeDay: Day | null;
}

/** By key; of several customers with one key, in their order. */
export function typedOfCustomers({ memory, text, model }: SheetContext, keys: readonly string[]): TypedOfCustomers {
  const table = readTable(memory.tables.get(scoresName), ({ health, fields }) => ({ ...health.scores, id: fields.id }));
  const hasId = table.rows.some((row) => isTyped(table.value(row, "id")));
  const rows = new Map<string, (readonly CellValue[])[]>();
  for (const row of table.rows) {
    const key = keyOf(table.value(row, hasId ? "id" : "customer"));
    rows.set(key, [...(rows.get(key) ?? []), row]);
  }
  const asOf = model.settings.asOf.value;
  const logged = healthLog(memory).filter(({ day }) => day <= asOf);
  const last = logged.at(-1)?.day ?? null;
  const isSameDay = last === asOf;
  const found = keys.map((key) => rows.get(keyOf(key))?.shift());
  const of = (field: "intent" | "note" | "before" | "score") => found.map((row): CellValue => (row ? table.value(row, field) : null));
  const before = of(isSameDay ? "before" : "score").map((value) => (typeof value === "number" ? value : null));
  return { intent: of("intent").map((value) => intentWord(value, text)), note: of("note"), before, beforeDay: isSameDay ? (logged.at(-2)?.day ?? null) : last };
}

function keyOf(value: CellValue): string {
  return String(value ?? "").trim().toLowerCase();
}
