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
export function findingsOf(table: CrmTable, issues: readonly Issue[]): Finding[] {
  return summed(issues).map((finding) => (finding.rows.length > 0 && finding.kind !== "merged-blanks" ? finding : { ...finding, rows: linesWith(table, finding) }));
}

function summed(issues: readonly Issue[]): Finding[] {
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

/** The first lines a finding counts without naming them: those of its examples; blank cells only where all of them are meant. */
function linesWith({ header, rows, lines }: CrmTable, { kind, column, found, count }: Finding): number[] {
  const at = column === null ? -1 : header.indexOf(column);
  const wanted = kind === "missing" || kind === "merged-blanks" ? new Set([""]) : examplesIn(found);
  if (at < 0 || wanted.size === 0) return [];
  const places = [...rows.keys()].filter((row) => wanted.has(rows[row]?.[at]?.trim() ?? ""));
  return wanted.has("") && places.length !== count ? [] : places.slice(0, rowsShown).map((row) => lines[row] ?? 0);
}

/** `n/a, -` are two; of `Contoso → Contoso Ltd` the first is what was found. */
function examplesIn(found: string | null): ReadonlySet<string> {
  const [said = ""] = (found ?? "").split(" → ");
  return new Set([said, ...said.split(", ")].map((one) => one.trim()).filter((one) => one !== ""));
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
