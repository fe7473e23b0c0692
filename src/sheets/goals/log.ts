// Check-ins: one line for each review of a goal, kept as typed.

import { column, type Column } from "../../formula/column";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTyped, readTable } from "../any-language";
import type { TableSpec } from "../block";
import type { Memory } from "../memory";
import { goalsTableName, type GoalRow } from "./row";

export const logTableName = "CheckIns";

const logFields = ["date", "goal", "value", "author", "comment"] as const;
type LogField = (typeof logFields)[number];

/** A line of the log. */
export type CheckIn = Readonly<Record<LogField, CellValue>>;

/** Empty lines at the end, ready to type in. */
const spareLines = 5;

/** What was logged, and some empty lines. */
export function checkInRows(memory: Memory): readonly CheckIn[] {
  const table = readTable(memory.tables.get(logTableName), (text) => text.goals.log);
  const logged = table.rows
    .filter((before) => before.some(isTyped))
    .map((before): CheckIn => Object.fromEntries(logFields.map((name) => [name, table.value(before, name)])) as CheckIn);
  const empty: CheckIn = { date: null, goal: null, value: null, author: null, comment: null };
  return [...logged, ...Array.from({ length: spareLines }, () => empty)];
}

/** The log as the Goals table looks it up. */
export function logColumns(rows: readonly CheckIn[], text: WholeText): { readonly date: Column; readonly goal: Column; readonly value: Column } {
  const headers = text.goals.log;
  return { date: column(logTableName, headers.date, rows.map((row) => row.date)), goal: column(logTableName, headers.goal, rows.map((row) => row.goal)), value: column(logTableName, headers.value, rows.map((row) => row.value)) };
}

export function logTable(rows: readonly CheckIn[], goals: readonly GoalRow[], text: WholeText): TableSpec {
  const headers = text.goals.log;
  const of = (name: LogField) => rows.map((row) => row[name]);
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
