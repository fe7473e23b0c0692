// Rows of text in the middle of a file that are no records: found by cheap conditions in SQL, judged by the rules of every import.

import { leaveOut } from "../../crm/leave-out";
import { filledIn, isBlank, isFigure } from "../../crm/cells";
import type { Issue } from "../../crm/reading";
import type { FileSource, SourceColumn } from "./source";
import { literal, literals, quoted } from "./sql-text";

/** Between the cells of a row in one text. */
const BETWEEN = "\u001f";
/** Labels of totals, and of what `Owner: Ivy (3 records)` looks like. */
const LABEL = "(?i)\\btotals?\\b|\\bsum\\b|summe|gesamt|sous-total|[总總合小共累][计計]|汇总|[)）]\\s*$";

/** The cells of a row in one text. */
function rowText({ columns }: FileSource): string {
  return `concat_ws(${literal(BETWEEN)}, ${columns.map(({ name }) => `coalesce(${quoted(name)}::varchar, '')`).join(", ")})`;
}

/** The row's text where it may be no record; null for all others. */
export function suspectText(source: FileSource): string {
  if (!source.isText) return "null::varchar";
  const cells = source.columns.map(({ name }) => quoted(name));
  const first = `coalesce(${cells.map((cell) => `nullif(${cell}, '')`).join(", ")})`;
  const headers = literals(source.columns.map(({ header }) => header));
  const second = cells[1] ?? "''";
  const witness = witnessOf(source);
  const cheap = witness ? `coalesce(${quoted(witness.name)}, '') in ('', ${literal(witness.header)}) and ` : "";
  return `case when ${cheap}(${first} is null or ${first} in (${headers}) or regexp_matches(${first}, ${literal(LABEL)}) or regexp_matches(${second}, ${literal(LABEL)})) then ${rowText(source)} end`;
}

/** A column whose words every record has: beside the word Total there are none. Asking it alone is cheap. */
function witnessOf({ columns, sample }: FileSource): SourceColumn | null {
  if (sample.rows.length < 50) return null;
  return columns.find((_, at) => at > 1 && sample.rows.every((row) => !isBlank(row[at]) && !isFigure(row[at]!))) ?? null;
}

export interface Suspect {
  readonly text: string;
  readonly count: number;
}

/** Which of the suspects are no records, with those known from head and end. */
export function judge({ columns, sample, left }: FileSource, suspects: readonly Suspect[]): { texts: readonly string[]; issues: readonly Issue[] } {
  const fill = Math.max(...sample.rows.slice(0, 200).map(filledIn));
  const known = new Set(left.map((row) => row.join(BETWEEN)));
  const issues: Issue[] = [];
  const texts = new Set(known);
  for (const { text, count } of suspects) {
    const row = text.split(BETWEEN);
    const isKnown = known.has(text);
    const found = leaveOut({ rows: [row], lines: Int32Array.of(0) }, 0, columns.map(({ header }) => header), fill).issues[0];
    if (!found) continue;
    texts.add(text);
    const more = count - (isKnown ? left.filter((one) => one.join(BETWEEN) === text).length : 0);
    if (more > 0) issues.push({ ...found, row: null, count: more });
  }
  return { texts: [...texts], issues };
}

/** True for rows that are records: what is cheap to ask comes first. */
export function isRecord(source: FileSource, texts: readonly string[]): string {
  if (texts.length === 0) return "true";
  const first = source.columns[0]!;
  const firsts = [...new Set(texts.map((text) => text.split(BETWEEN)[0]!))];
  return `case when coalesce(${quoted(first.name)}::varchar, '') in (${literals(firsts)}) then ${rowText(source)} not in (${literals(texts)}) else true end`;
}
