// How healthy the customers were at each refresh: one line a day, never changed.

import type { HealthBand } from "../../metrics/health";
import type { WholeText } from "../../text/whole";
import type { CellValue, Day } from "../../values";
import { isTyped, readTable } from "../any-language";
import type { ColumnSpec, TableSpec } from "../block";
import type { Memory } from "../memory";
import type { Format } from "../plan";
import { logName } from "./names";

const logFields = ["day", "mean", "share", "green", "yellow", "red"] as const;
type LogField = (typeof logFields)[number];

const formats: Readonly<Record<LogField, Format>> = { day: "day", mean: "decimal", share: "percent", green: "count", yellow: "count", red: "count" };

export type LogLine = { readonly day: Day; readonly mean: CellValue; readonly share: CellValue } & Readonly<Record<HealthBand, CellValue>>;

/** The lines the workbook had, oldest first. */
export function healthLog(memory: Memory): readonly LogLine[] {
  const table = readTable(memory.tables.get(logName), ({ health }) => health.log);
  const lines = table.rows.filter((row) => row.some(isTyped)).map((row) => Object.fromEntries(logFields.map((field) => [field, table.value(row, field)])) as unknown as LogLine);
  return lines.filter(({ day }) => typeof day === "number").sort((left, right) => left.day - right.day);
}

/** With the line of this refresh, unless its day is there or it goes back in time. */
export function logWith(line: LogLine | null, memory: Memory): readonly LogLine[] {
  const before = healthLog(memory);
  const last = before.at(-1)?.day ?? 0;
  return line && line.day > last ? [...before, line] : before;
}

export function logTable(lines: readonly LogLine[], text: WholeText): TableSpec {
  const columns = logFields.map((field): ColumnSpec => ({ name: text.health.log[field], owner: "crm", format: formats[field], contents: lines.map((line) => line[field]) }));
  return { name: logName, kind: "log", key: [text.health.log.day], filter: false, style: "report", columns };
}
