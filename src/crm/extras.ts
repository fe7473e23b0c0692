// What becomes of the columns no field was found for: kept as text, and said.

import type { FieldMapping } from "./fields";
import { isUnnamed } from "./header";
import type { Column } from "./readers/column";
import { readText } from "./readers/text";
import type { ExtraColumn, Issue } from "./reading";

/** The unmapped columns; a checksum and a column without a name and a value are left out. */
export function readExtras(columns: ReadonlyMap<string, Column>, mapping: FieldMapping): { extras: ExtraColumn[]; issues: Issue[] } {
  const mapped = new Set(Object.values(mapping));
  const extras: ExtraColumn[] = [];
  const issues: Issue[] = [];
  for (const [header, column] of columns) {
    if (mapped.has(header)) continue;
    const { values, issues: found } = readText(column);
    if (isUnnamed(header) && values.every((value) => value === null)) continue;
    issues.push({ kind: "unmapped", row: null, column: header, found: null, count: 1 });
    if (isTechnical(header)) continue;
    for (const issue of found) issues.push(issue);
    extras.push({ header, values });
  }
  return { extras, issues };
}

/** A column no person reads. */
export function isTechnical(header: string): boolean {
  return TECHNICAL.test(header);
}

/** What only Dynamics needs, to import the file again. */
const TECHNICAL = /(?:Row Checksum|Zeilenprüfsumme|行校验和)\s*$/i;
