// What is noteworthy about records once they are read: gaps, doubles, days that cannot be.

import type { Day } from "../values";
import type { FieldMapping } from "./fields";
import type { Value } from "./read-columns";
import type { CrmTable, Issue } from "./reading";

type Values = ReadonlyMap<string, readonly Value[]>;

const MOST_SINGLE = 50;

/** Empty cells of the fields a record should have, one issue a column. */
export function missing(table: CrmTable, mapping: FieldMapping, fields: readonly string[]): Issue[] {
  return fields.flatMap((field) => {
    const at = table.header.indexOf(mapping[field] ?? "");
    if (at < 0) return [];
    let count = 0;
    let first = -1;
    for (let row = 0; row < table.rows.length; row++) {
      if ((table.rows[row]![at] ?? "").trim() !== "") continue;
      if (count++ === 0) first = row;
    }
    return count === 0 ? [] : [{ kind: "missing" as const, row: count === 1 ? table.lines[first]! : null, column: mapping[field]!, found: null, count }];
  });
}

/** Records with an id seen before; without an id column, records equal in all of `otherwise`. */
export function duplicates(table: CrmTable, mapping: FieldMapping, values: Values, otherwise: readonly string[]): Issue[] {
  const ids = values.get("id");
  const parts = ids ? [ids] : otherwise.flatMap((field) => values.get(field) ?? []).length > 0 ? otherwise.flatMap((field) => (values.has(field) ? [values.get(field)!] : [])) : [];
  if (parts.length === 0 || (!ids && (parts.length < 2 || !values.has(otherwise[0]!)))) return [];
  const seen = new Set<Value>();
  const issues: Issue[] = [];
  let rest = 0;
  for (let row = 0; row < table.rows.length; row++) {
    const first = parts[0]![row]!;
    if (first === null) continue;
    const key = parts.length === 1 ? first : parts.map((part) => part[row]).join("\u0001");
    if (!seen.has(key)) seen.add(key);
    else if (issues.length < MOST_SINGLE) issues.push({ kind: "duplicate", row: table.lines[row]!, column: mapping["id"] ?? mapping[otherwise[0]!]!, found: String(first), count: 1 });
    else rest++;
  }
  if (rest > 0) issues.push({ kind: "duplicate", row: null, column: mapping["id"] ?? mapping[otherwise[0]!]!, found: null, count: rest });
  return issues;
}

/** Twenty records and more that were all created on one day: when they were loaded, not when they began. */
export function oneCreatedDate(mapping: FieldMapping, values: Values): Issue[] {
  const created = values.get("created");
  if (!created || created.length < 20) return [];
  const first = created.find((day) => day !== null);
  if (first === undefined || created.some((day) => day !== null && day !== first)) return [];
  return [{ kind: "one-created-date", row: null, column: mapping["created"]!, found: null, count: created.length }];
}

/** Closed records that end before they begin. */
export function closeBeforeCreated(table: CrmTable, mapping: FieldMapping, created: readonly (Day | null)[], closed: readonly (Day | null)[], isOver: (row: number) => boolean): Issue[] {
  let count = 0;
  let first = -1;
  for (let row = 0; row < created.length; row++) {
    const [from, to] = [created[row]!, closed[row]!];
    if (from === null || to === null || to >= from || !isOver(row)) continue;
    if (count++ === 0) first = row;
  }
  return count === 0 ? [] : [{ kind: "close-before-created", row: count === 1 ? table.lines[first]! : null, column: mapping["closeDate"] ?? mapping["created"] ?? null, found: null, count }];
}
