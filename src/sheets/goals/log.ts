// Check-ins: one line for each review of a goal, kept as typed.

import { column, type Column } from "../../formula/column";
import type { Text } from "../../text/en";
import type { CellValue } from "../../values";
import type { TableSpec } from "../block";
import type { Memory } from "../memory";
import { goalsTableName, type GoalRow } from "./row";

export const logTableName = "CheckIns";

export const logFields = ["date", "goal", "value", "author", "comment"] as const;
export type CheckIn = Readonly<Record<(typeof logFields)[number], CellValue>>;

/** Empty lines at the end, ready to type in. */
const spareLines = 5;

/** What was logged, and some empty lines. */
export function checkInRows(memory: Memory, text: Text): readonly CheckIn[] {
  const table = memory.tables.get(logTableName);
  const headers = text.goals.log;
  const logged = (table?.rows ?? []).map((row) => Object.fromEntries(logFields.map((name) => [name, row[table?.columns.indexOf(headers[name]) ?? -1] ?? null])) as CheckIn);
  const empty: CheckIn = { date: null, goal: null, value: null, author: null, comment: null };
  return [...logged.filter((row) => logFields.some((name) => row[name] !== null && row[name] !== "")), ...Array.from({ length: spareLines }, () => empty)];
}

/** The log as the Goals table looks it up. */
export function logColumns(rows: readonly CheckIn[], text: Text): { readonly goal: Column; readonly value: Column } {
  const headers = text.goals.log;
  return { goal: column(logTableName, headers.goal, rows.map((row) => row.goal)), value: column(logTableName, headers.value, rows.map((row) => row.value)) };
}

export function logTable(rows: readonly CheckIn[], goals: readonly GoalRow[], text: Text): TableSpec {
  const headers = text.goals.log;
  const of = (name: keyof CheckIn) => rows.map((row) => row[name]);
  const typed = { owner: "user", look: "input" } as const;
  return {
    name: logTableName, kind: "log", key: [], filter: false, style: "form",
    columns: [
      { ...typed, name: headers.date, format: "day", contents: of("date"), allowed: { kind: "day", prompt: text.goals.prompts.day } },
      { ...typed, name: headers.goal, format: "text", look: "choice", contents: of("goal"), ...(goals.length > 0 ? { allowed: { kind: "listOf" as const, table: goalsTableName, column: text.goals.columns.goal } } : {}) },
      { ...typed, name: headers.value, format: "general", contents: of("value") },
      { ...typed, name: headers.author, format: "text", contents: of("author") },
      { ...typed, name: headers.comment, format: "text", contents: of("comment") },
    ],
  };
}
