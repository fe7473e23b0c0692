// What was noticed in a table, told to a person: a line for each kind of trouble in each column.

import type { Issue, IssueKind } from "../crm/reading";
import type { Text } from "../text/en";
import type { Seen } from "./files";

/** Rows that are no records, notes that leave every figure as it is, and what is told of all files together. */
const harmless: ReadonlySet<IssueKind> = new Set([
  "title-line", "empty-row", "repeated-header", "subtotal", "grand-total", "footer",
  "duplicate-header", "long-header", "empty-header", "unmapped", "ungrouped", "formula-text", "too-long", "decimal-comma", "encoding",
  "sheet-unknown", "sheet-repeated", "sheet-other", "sheet-hidden", "file-other", "file-empty", "currencies",
]);

/** The findings, at most so many, and how many more there are. */
export function findingLines(issues: readonly Issue[], most: number, text: Text): readonly string[] {
  const findings = summed(issues);
  const lines = findings.slice(0, most).map((issue) => `  • ${text.issues[issue.kind](issue)}`);
  return findings.length > most ? [...lines, text.cli.more(findings.length - most)] : lines;
}

/** What of a table may change figures; null where nothing does. */
export function noticed({ path, read }: Seen, text: Text): string | null {
  const issues = read.reading.issues.filter(({ kind }) => !harmless.has(kind));
  return issues.length === 0 ? null : [text.cli.noticed(path), ...findingLines(issues, 8, text)].join("\n");
}

/** One line for all issues of a kind in a column. */
function summed(issues: readonly Issue[]): readonly Issue[] {
  const lines = new Map<string, Issue>();
  for (const issue of issues) {
    const key = `${issue.kind}\n${issue.column ?? ""}`;
    const known = lines.get(key);
    lines.set(key, known ? { ...known, count: known.count + issue.count } : issue);
  }
  return [...lines.values()];
}
