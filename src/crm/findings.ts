// What is noteworthy about records once they are read: gaps, doubles, days that cannot be.

import type { Day } from "../values";
import type { FieldMapping } from "./fields";
import type { Value } from "./read-columns";
import type { Column } from "./readers/column";
import { mostSingle, type CrmTable, type Issue } from "./reading";

type Values = ReadonlyMap<string, readonly Value[]>;

/** Empty cells of the fields a record should have, one issue a column. */
export function missing(columns: ReadonlyMap<string, Column>, mapping: FieldMapping, values: Values, fields: readonly string[]): Issue[] {
  return fields.flatMap((field) => {
    const column = columns.get(mapping[field] ?? "");
    const read = values.get(field);
    if (!column || !read) return [];
    let count = 0;
    let first = -1;
    for (let row = 0; row < read.length; row++) {
      if (read[row] !== null || column.cells[row]!.trim() !== "") continue;
      if (count++ === 0) first = row;
    }
    return count === 0 ? [] : [{ kind: "missing" as const, row: count === 1 ? column.lines[first]! : null, column: column.header, found: null, count }];
  });
}

/** Records with an id seen before; without an id column, records equal in all of `otherwise`. */
export function duplicates(table: CrmTable, mapping: FieldMapping, values: Values, otherwise: readonly string[]): Issue[] {
  const keys = values.get("id") ?? combined(values, otherwise, table.rows.length);
  const column = mapping["id"] ?? mapping[otherwise[0] ?? ""];
  if (!keys || column === undefined) return [];
  const again = repeated(keys);
  const name = values.has("id") ? keys : values.get(otherwise[0]!)!;
  const issues: Issue[] = again.slice(0, mostSingle).map((row) => ({ kind: "duplicate", row: table.lines[row]!, column, found: String(name[row]), count: 1 }));
  if (again.length > mostSingle) issues.push({ kind: "duplicate", row: null, column, found: null, count: again.length - mostSingle });
  return issues;
}

/** The values of several fields as one; null without the first field, or with no other. */
function combined(values: Values, fields: readonly string[], count: number): (string | null)[] | null {
  const parts = fields.flatMap((field) => (values.has(field) ? [values.get(field)!] : []));
  if (parts.length < 2 || !values.has(fields[0]!)) return null;
  return Array.from({ length: count }, (_, row) => (parts[0]![row] === null ? null : parts.map((part) => part[row]).join("\u0001")));
}

/** The rows whose key an earlier row has. A table of rows hashed here: a `Set` of a million texts takes a second. */
function repeated(keys: readonly Value[]): number[] {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(keys.length * 2 + 2)));
  const hashes = new Int32Array(slots.length);
  const rows: number[] = [];
  for (let row = 0; row < keys.length; row++) {
    const key = keys[row]!;
    if (typeof key !== "string") continue;
    const hash = hashOf(key);
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0 && (hashes[slot] !== hash || keys[slots[slot]! - 1] !== key)) slot = (slot + 1) & (slots.length - 1);
    if (slots[slot] === 0) {
      slots[slot] = row + 1;
      hashes[slot] = hash;
    } else rows.push(row);
  }
  return rows;
}

function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 15);
}

/** Fewer records may well have been created on one day. */
export const leastForOneCreated = 20;

/** Twenty records and more that were all created on one day: when they were loaded, not when they began. */
export function oneCreatedDate(mapping: FieldMapping, values: Values): Issue[] {
  const created = values.get("created");
  if (!created || created.length < leastForOneCreated) return [];
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
