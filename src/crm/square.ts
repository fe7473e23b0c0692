// How do rows of all lengths become a table as wide as its header, with nothing lost and all of it said?

import { isBlank } from "./cells";
import type { Issue } from "./reading";
import type { Records } from "./records";

/** How far right any row has something. */
export function reachOf(rows: readonly (readonly string[])[], width: number): number {
  let reach = width;
  for (const row of rows) {
    if (row.length <= reach) continue;
    const last = row.findLastIndex((cell) => !isBlank(cell));
    if (last >= reach) reach = last + 1;
  }
  return reach;
}

/** Issues said one by one before the rest are only counted. */
const SAID = 100;

/** Makes all rows as wide as the header, in place; says which were shorter, and which had cells beyond it. */
export function squareUp({ rows, lines }: Records, width: number, wide: number): Issue[] {
  const issues: Issue[] = [];
  let more = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row.length === wide && wide === width) continue;
    const beyond = row.slice(width).filter((cell) => !isBlank(cell));
    if (row.length < width || beyond.length > 0) {
      if (issues.length < SAID) issues.push({ kind: "ragged-row", row: lines[i]!, column: null, found: beyond.length > 0 ? beyond.join(" | ").slice(0, 200) : null, count: 1 });
      else more++;
    }
    if (row.length > wide) row.length = wide;
    while (row.length < wide) row.push("");
  }
  return more > 0 ? [...issues, { kind: "ragged-row", row: null, column: null, found: null, count: more }] : issues;
}

/** Columns without a name, with how many cells each holds. */
export function emptyHeaders(names: readonly string[], header: readonly string[], rows: readonly (readonly string[])[], line: number | null): Issue[] {
  return header.flatMap((column, i) => {
    if (!isBlank(names[i])) return [];
    let count = 0;
    for (const row of rows) if (!isBlank(row[i])) count++;
    return [{ kind: "empty-header" as const, row: line, column, found: null, count }];
  });
}
