// Which rows of a table are no records: totals, empty rows, headers repeated, what a report prints below?

import { filledIn, firstFilled, isBlank, isFigure } from "./cells";
import type { Issue, IssueKind } from "./reading";
import type { Records } from "./records";

/** Removes the rows that are no records, in place from row `from` on, and says which and why. */
export function leaveOut(records: Records, from: number, headerRow: readonly string[] | null, fill: number): { records: Records; issues: Issue[] } {
  const { rows, lines } = records;
  const issues: Issue[] = [];
  const empty: { count: number; row: number | null } = { count: 0, row: null };
  const footer = footerStart(rows, from, fill);
  let kept = 0;
  for (let i = from; i < rows.length; i++) {
    const row = rows[i]!;
    const kind = i >= footer ? "footer" : kindOf(row, headerRow, fill);
    if (kind === null) {
      lines[kept] = lines[i]!;
      rows[kept++] = row;
      continue;
    }
    if (kind === "repeated-header") kept -= takeTitles(rows, lines, kept, issues);
    if (kind === "empty-row" && ++empty.count > MOST_SINGLE) empty.row ??= lines[i]!;
    else issues.push(rowIssue(kind, lines[i]!, row));
  }
  rows.length = kept;
  const more: Issue[] = empty.row === null ? [] : [{ kind: "empty-row", row: empty.row, column: null, found: null, count: empty.count - MOST_SINGLE }];
  return { records: { rows, lines: lines.slice(0, kept) }, issues: [...withGrandTotals(issues, lines[kept - 1] ?? 0), ...more] };
}

/** Empty rows said one by one; a sheet may hold a million of them. */
const MOST_SINGLE = 1000;

/** The issue of one row left out. */
export function rowIssue(kind: IssueKind, line: number, row: readonly string[]): Issue {
  const found = row.filter((cell) => !isBlank(cell)).join(" | ");
  return { kind, row: line, column: null, found: found ? found.slice(0, 200) : null, count: 1 };
}

function kindOf(row: readonly string[], headerRow: readonly string[] | null, fill: number): IssueKind | null {
  const first = isBlank(row[0]) ? firstFilled(row) : 0;
  if (first < 0) return "empty-row";
  const label = row[first]!;
  if (headerRow && label === headerRow[first] && repeats(row, headerRow)) return "repeated-header";
  if ((row.length === 1 || isBlank(row[first + 1])) && isGroupTitle(row, label, fill)) return "title-line";
  if (mayBeTotal(label)) return isTotal(row, first, fill) ? "subtotal" : null;
  const second = first + 1;
  return second < row.length && mayBeTotal(row[second]!) && isTotal(row, second, fill) ? "subtotal" : null;
}

/** The header again, whole or without columns at its end. */
function repeats(row: readonly string[], headerRow: readonly string[]): boolean {
  let same = 0;
  for (let i = 0; i < row.length; i++) {
    if (isBlank(row[i])) continue;
    if (i < headerRow.length && row[i] !== headerRow[i]) return false;
    same++;
  }
  return same >= 2 && same >= filledIn(headerRow) * 0.8;
}

/** The line above the records of a group: `Owner: Ivy (3 records)`. */
function isGroupTitle(row: readonly string[], label: string, fill: number): boolean {
  return fill > 2 && /[)）]\s*$/.test(label) && filledIn(row) === 1 && /^.{1,80}[(（]\d+ ?(records?|items?|deals?|rows?|条|笔|个|项)[)）]$/i.test(label.trim());
}

const STRONG = /^(grand[- ]?totals?|sub[- ]?totals?|gesamt(summe|ergebnis)?|zwischensumme|total g[eé]n[eé]ral|sous[- ]total|总计|總計|合计|合計|小计|小計|共计|共計|总合计|本页合计|本页小计|累计)\s*([:：(（\-–].*)?$/i;
const PLAIN = /^(totals?|sum|summe)\s*([:：(（].*)?$/i;
const LOOSE = /^(totals? (for|of) .+|(sub|grand )totals? (for|of) .+|.+ (sub|grand )?totals?|.+ ?(小计|小計|合计|合計|总计|汇总))$/i;

/** Cheap enough for every row: could the cell be the label of a total, by its first and last letter? */
function mayBeTotal(cell: string): boolean {
  if (cell.length < 2 || cell.length > 80) return false;
  const first = cell.charCodeAt(0) | 32;
  if (first === 0x74 || first === 0x73 || first === 0x67 || first === 0x7a || first <= 32 || cell.charCodeAt(0) > 0x4dff) return true;
  const last = cell.charCodeAt(cell.length - 1);
  return last === 0x6c || last === 0x4c || last === 0x73 || last === 0x8ba1 || last === 0x8a08 || last === 0x603b;
}

/** The word Total with figures and blanks beside it; words or a full row beside it make it a record. */
function isTotal(row: readonly string[], at: number, fill: number): boolean {
  const label = row[at]!.trim();
  const strong = STRONG.test(label);
  if (!strong && !PLAIN.test(label) && !LOOSE.test(label)) return false;
  let figures = 0;
  for (let i = 0; i < row.length; i++) {
    if (i === at || isBlank(row[i])) continue;
    if (i > at && !isFigure(row[i]!)) return false;
    if (i > at) figures++;
  }
  const gaps = filledIn(row) < fill;
  return strong || PLAIN.test(label) ? gaps || fill <= 2 || strong : gaps && figures > 0 && figures < fill - 1;
}

/** The last total below every record, or one that says so, is the grand total. */
function withGrandTotals(issues: readonly Issue[], lastLine: number): Issue[] {
  return issues.map((issue) =>
    issue.kind === "subtotal" && (/^(grand|总计|總計|总合计|共计|gesamt|total g)/i.test(issue.found ?? "") || ((issue.row ?? 0) > lastLine && /^(total|sum|合计|合計)/i.test(issue.found ?? "")))
      ? { ...issue, kind: "grand-total" as const }
      : issue,
  );
}

/** A title and blanks right above a repeated header belong to it. Gives how many rows it took from the kept ones. */
function takeTitles(rows: readonly (readonly string[])[], lines: Int32Array, kept: number, issues: Issue[]): number {
  const previous = issues.at(-1);
  const title = rows[kept - 1];
  if (kept === 0 || !title || filledIn(title) !== 1 || previous?.kind !== "empty-row" || (previous.row ?? 0) < lines[kept - 1]!) return 0;
  issues.push(rowIssue("title-line", lines[kept - 1]!, title));
  return 1;
}

const FOOTER = /^(copyright\b|©|\(c\) ?\d{4}|confidential\b|generated (by|on|at)\b|report (generated|run|created)|(exported|printed|created|prepared|last (updated|refreshed)|as of|run) (by|on|at|date|:)|source ?:|notes? ?:|filters?(ed by)? ?:|data as of|end of report|page \d+|all rights reserved|\* |导出时间|导出人|制表|打印|审核|数据来源|数据截止|备注[:：]|说明[:：]|注[:：]|版权|机密|本报表|以上数据|第 ?\d+ ?页)/i;

/** Where the report's last words begin: rows of one cell below the last record that read like a footer. */
function footerStart(rows: readonly (readonly string[])[], from: number, fill: number): number {
  let start = rows.length;
  const trimmed = fill > 2 && rows.slice(from, from + 200).filter((row) => row.length === 1 && !isBlank(row[0])).length <= 4;
  for (let i = rows.length - 1, words = 0; i >= from && words < 40; i--) {
    const row = rows[i]!;
    const filled = filledIn(row);
    if (filled === 0) continue;
    if (!isFooter(row, filled, fill, trimmed)) return afterBlanks(rows, i + 1, start);
    start = i;
    words++;
  }
  return afterBlanks(rows, from, start);
}

function isFooter(row: readonly string[], filled: number, fill: number, lonely: boolean): boolean {
  if (filled > 2 || filled >= fill) return false;
  const text = row[firstFilled(row)]!.trim();
  if (isTotal(row, firstFilled(row), fill)) return false;
  if (FOOTER.test(text)) return true;
  return filled === 1 && ((lonely && row.length === 1) || (text.length > 60 && text.split(/\s+/).length > 8));
}

/** Blank rows between the last record and the footer are the footer's. */
function afterBlanks(rows: readonly (readonly string[])[], from: number, start: number): number {
  if (start === rows.length) return start;
  return rows.slice(from, start).every((row) => filledIn(row) === 0) ? from : start;
}
