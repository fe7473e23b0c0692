// What must be true of anything the reader gives, whatever it was given.

import { isProblem, type TableProblem } from "../../src/crm/table";
import { rowKinds, type CrmTable, type Issue } from "../../src/crm/reading";
import { importsIn, readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { languages, textIn } from "../../src/text/language";
import { problems } from "../../src/text/en/problems";
import { must } from "./area";

/** A table with every row accounted for and records of whole values, or a problem with a sentence. */
export function checkTable(result: CrmTable | TableProblem): Import | null {
  if (isProblem(result)) {
    must(problems[result.problem](result.file) !== "", "a problem has a sentence");
    return null;
  }
  const { header, rows, lines, rowsRead, headerRow, issues } = result;
  must(new Set(header.map((name) => name.toLowerCase())).size === header.length, "headers are unique");
  must(rows.every((row) => row.length === header.length && row.every((cell) => typeof cell === "string")), "rows are as wide as the header");
  must(lines.length === rows.length && rows.every((_, at) => at === 0 || lines[at]! > lines[at - 1]!), "lines go up");
  const left = leftOut(issues, headerRow);
  // Without a header, titles are among the rows left out though they are not among the rows read.
  must(headerRow > 0 ? rowsRead === rows.length + left : rowsRead <= rows.length + left, `rows read (${rowsRead}) are kept (${rows.length}) or left out (${left})`);
  return checkRead(result);
}

function leftOut(issues: readonly Issue[], headerRow: number): number {
  return issues.filter(({ kind, row }) => rowKinds.has(kind) && row !== null && row > headerRow).reduce((sum, { count }) => sum + count, 0);
}

function checkRead(table: CrmTable): Import {
  const read = readExport(table);
  const { reading } = read;
  const deleted = reading.issues.filter(({ kind }) => kind === "deleted-record").reduce((sum, { count }) => sum + count, 0);
  must(reading.count === table.rows.length - deleted, "records are rows");
  for (const [field, values] of Object.entries<readonly unknown[]>(reading.columns)) checkColumn(field, values, reading.count);
  for (const { header, values } of reading.extras) checkColumn(header, values, reading.count);
  for (const issue of reading.issues) checkSentences(issue);
  importsIn(table, read);
  return read;
}

function checkColumn(field: string, values: readonly unknown[], count: number): void {
  must(values.length === count, `${field} has a value for each record`);
  for (const value of values) must(value === null || typeof value === "boolean" || (typeof value === "string" && value.length <= 32_767) || (typeof value === "number" && Number.isFinite(value)), `${field} holds what a cell can hold: ${String(value).slice(0, 40)}`);
}

const said = new Map<Issue["kind"], number>();

/** The first hundred of each kind: making sentences takes longer than reading. */
function checkSentences(issue: Issue): void {
  const times = (said.get(issue.kind) ?? 0) + 1;
  said.set(issue.kind, times);
  if (times > 100) return;
  for (const language of languages) must(!/undefined|\[object|NaN/.test(textIn(language).issues[issue.kind]({ ...issue, column: null, found: null })), `a sentence for ${issue.kind}`);
}
