// Tables for the tests: made in place, or read from the shared data.

import { readFileSync } from "node:fs";
import { isProblem, parseTable } from "../../src/crm/table";
import { recognise } from "../../src/crm/recognise";
import { readObject, type RecordOfObject } from "../../src/crm/read";
import type { CrmTable, Issue, IssueKind, ObjectKind, Reading, Recognition } from "../../src/crm/reading";
import { sharedData } from "../shared-data";

/** A table of the given header and rows, as if it were a file of the given name. */
export function tableOf(header: readonly string[], rows: readonly (readonly string[])[], file = "pasted.csv"): CrmTable {
  return { file, encoding: "utf-8", delimiter: ",", headerRow: 1, header, rows, lines: rows.map((_, at) => at + 2), rowsRead: rows.length, issues: [] };
}

/** A table of one column. */
export function columnTable(header: string, cells: readonly string[]): CrmTable {
  return tableOf([header], cells.map((cell) => [cell]));
}

/** A file of the shared data, cut into cells. */
export function sharedTable(path: string): CrmTable {
  const table = parseTable({ file: path.split("/").pop()!, bytes: new Uint8Array(readFileSync(sharedData(path)!)) });
  if (isProblem(table)) throw new Error(`no table: ${path}`);
  return table;
}

/** JSON of the shared data. */
export function sharedJson<T>(path: string): T {
  return JSON.parse(readFileSync(sharedData(path)!, "utf8")) as T;
}

/** A table read as what it was recognised to be. */
export function readAs<K extends ObjectKind>(object: K, table: CrmTable): { recognition: Recognition; reading: Reading<RecordOfObject[K]> } {
  const recognition = recognise(table, object);
  return { recognition, reading: readObject(object, table, recognition.mapping, recognition.crm) };
}

/** The issues of one kind, of one column when it is named. */
export function issuesOf(issues: readonly Issue[], kind: IssueKind, column?: string): readonly Issue[] {
  return issues.filter((issue) => issue.kind === kind && (column === undefined || issue.column === column));
}
