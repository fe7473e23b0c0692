// What the pane shows of a table that was read: columns with samples and confidence, findings, currencies.

import { columnEvidence } from "../crm/evidence";
import type { CrmTable, Issue, Recognition } from "../crm/reading";
import type { Import } from "../sheets/data/import";
import { countedCurrencies } from "../sheets/rates";
import type { ColumnSample, Finding } from "./work";

const examplesShown = 3;
const rowsShown = 50;

/** The columns in their order. */
export function columnsOf(table: CrmTable, recognition: Recognition): ColumnSample[] {
  const why = new Map(columnEvidence(table, recognition).map(({ header, kind, confidence }) => [header, { kind, confidence }]));
  return table.header.map((header, at) => ({ header, examples: examplesAt(table, at), why: why.get(header) ?? null }));
}

/** One finding for all issues of a kind in a column; stages and currencies not known are said one by one. */
export function summed(issues: readonly Issue[]): Finding[] {
  const findings = new Map<string, Finding>();
  for (const issue of issues) {
    const single = issue.kind === "unknown-stage" || issue.kind === "currencies";
    const key = JSON.stringify([issue.kind, issue.column, single ? issue.found : null]);
    const known = findings.get(key) ?? { ...issue, count: 0, rows: [] };
    const rows = issue.row === null || known.rows.length >= rowsShown || known.rows.includes(issue.row) ? known.rows : [...known.rows, issue.row];
    findings.set(key, { ...known, rows, count: known.count + issue.count });
  }
  return [...findings.values()];
}

/** ISO codes the amounts of deals are in, most deals first. */
export function currenciesOf({ recognition, reading }: Import): readonly string[] {
  const { currency } = reading.columns as { readonly currency?: readonly (string | null)[] };
  return recognition.object === "deal" && currency ? countedCurrencies(currency) : [];
}

function examplesAt({ rows }: CrmTable, at: number): string[] {
  const examples = new Set<string>();
  for (const row of rows.slice(0, 200)) {
    const value = row[at]?.trim();
    if (value) examples.add(value.slice(0, 80));
    if (examples.size === examplesShown) break;
  }
  return [...examples];
}
