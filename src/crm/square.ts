// How do rows of all lengths become a table as wide as its header, with nothing lost and all of it said?

import { isBlank } from "./cells";
import type { Issue } from "./reading";
import type { Records } from "./records";

/** The columns from `width` on that hold something in any row. */
export function filledBeyond(rows: readonly (readonly string[])[], width: number): readonly number[] {
  const filled = new Set<number>();
  for (const row of rows) for (let at = width; at < row.length; at++) if (!isBlank(row[at])) filled.add(at);
  return [...filled].sort((one, other) => one - other);
}

/** Issues said one by one before the rest are only counted. */
const SAID = 100;

/** Makes all rows as wide as the header and the columns beyond it, in place; says which were shorter, and which had cells beyond. A row of a sheet is never short: its last cells are empty. */
export function squareUp({ rows, lines }: Records, width: number, beyond: readonly number[], isSheet: boolean): Issue[] {
  const issues: Issue[] = [];
  let more = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row.length === width && beyond.length === 0) continue;
    const outside = beyond.map((at) => row[at] ?? "");
    const found = outside.filter((cell) => !isBlank(cell));
    if ((row.length < width && !isSheet) || found.length > 0) {
      if (issues.length < SAID) issues.push({ kind: "ragged-row", row: lines[i]!, column: null, found: found.length > 0 ? found.join(" | ").slice(0, 200) : null, count: 1 });
      else more++;
    }
    if (row.length > width) row.length = width;
    while (row.length < width) row.push("");
    for (const cell of outside) row.push(cell);
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
