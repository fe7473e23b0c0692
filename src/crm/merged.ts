// Were cells of this column merged before it was copied, so that only the first row of each block has the value?

import { isBlank, isValue } from "./cells";
import type { CrmTable, Issue } from "./reading";

/** Columns that name a group: what people merge. */
const GROUPING = /owner|rep\b|\brep|manager|team|region|account|customer|company|department|group|负责人|所有人|销售|经理|团队|区域|大区|部门|客户|公司/i;
/** Rows that decide quickly that a column is no such thing. */
const SAMPLE = 2000;

/** One issue a column that looks merged, with the number of blanks below its values. */
export function mergedBlanks(header: readonly string[], rows: readonly (readonly string[])[], headerRow: number): Issue[] {
  if (rows.length < 3) return [];
  const issues: Issue[] = [];
  let leading = true;
  for (let column = 0; column < header.length; column++) {
    const grouping = GROUPING.test(header[column]!);
    if (!leading && !grouping) continue;
    const blanks = isMergedIn(rows.slice(0, SAMPLE), column, leading) ? blanksOf(rows, column) : 0;
    if (blanks > 0 && hasKey(rows, column)) {
      issues.push({ kind: "merged-blanks", row: headerRow, column: header[column]!, found: null, count: blanks });
    } else leading = false;
  }
  return issues;
}

/** The table with each blank of a column filled from above; only ever when a person asked for it. */
export function fillDown(table: CrmTable, column: string): CrmTable {
  const at = table.header.indexOf(column);
  if (at < 0) throw new Error(`unknown column: ${column}`);
  let above = "";
  const rows = table.rows.map((row) => {
    if (!isBlank(row[at])) above = row[at]!;
    return isBlank(row[at]) && above ? [...row.slice(0, at), above, ...row.slice(at + 1)] : row;
  });
  return { ...table, rows, issues: table.issues.filter((issue) => issue.kind !== "merged-blanks" || issue.column !== column) };
}

/** Filled in the first row, then at block starts only: each block another name, most blocks of several rows. */
function isMergedIn(rows: readonly (readonly string[])[], column: number, leading: boolean): boolean {
  if (isBlank(rows[0]?.[column])) return false;
  const starts = rows.map((row) => row[column] ?? "").filter((cell) => !isBlank(cell));
  const distinct = new Set(starts);
  const differ = starts.every((cell, i) => i === 0 || cell !== starts[i - 1]);
  const names = starts.filter((cell) => !isValue(cell)).length >= starts.length * 0.5;
  const share = leading ? 0.5 : 0.9;
  return starts.length >= 2 && starts.length <= rows.length * 0.7 && differ && names && distinct.size >= Math.max(2, starts.length * share) && blocksOfSeveral(rows, column) >= starts.length * 0.5;
}

function blocksOfSeveral(rows: readonly (readonly string[])[], column: number): number {
  return rows.filter((row, i) => !isBlank(row[column]) && i + 1 < rows.length && isBlank(rows[i + 1]![column])).length;
}

function blanksOf(rows: readonly (readonly string[])[], column: number): number {
  let count = 0;
  for (const row of rows) if (isBlank(row[column])) count++;
  return count;
}

/** Some other column is filled in every row: the blanks stand in real records. */
function hasKey(rows: readonly (readonly string[])[], merged: number): boolean {
  const sample = rows.slice(0, SAMPLE);
  return (sample[0] ?? []).some((_, column) => column !== merged && sample.every((row) => !isBlank(row[column])));
}
