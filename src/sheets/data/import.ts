// A file as read, and files of one object put together.

import type { ColumnsOf, CrmTable, ExtraColumn, ObjectKind, Reading, Recognition } from "../../crm/reading";
import type { RecordOfObject } from "../../crm/read";
import type { CellValue } from "../../values";

/** A table that was recognised and read. */
export interface Import<K extends ObjectKind = ObjectKind> {
  readonly table: Pick<CrmTable, "file" | "encoding" | "delimiter" | "headerRow" | "header" | "rowsRead">;
  readonly recognition: Recognition & { readonly object: K };
  readonly reading: Reading<RecordOfObject[K]>;
}

/** All imports of one object as one reading; null when there is none. */
export function readingOf<K extends ObjectKind>(imports: readonly Import[], object: K): Reading<RecordOfObject[K]> | null {
  const readings = importsOf(imports, object).map((one) => one.reading);
  const [first, ...rest] = readings;
  if (!first) return null;
  return rest.reduce(concatenate, first);
}

/** The imports of one object. */
export function importsOf<K extends ObjectKind>(imports: readonly Import[], object: K): readonly Import<K>[] {
  return imports.filter((one): one is Import & Import<K> => one.recognition.object === object);
}

function concatenate<R>(left: Reading<R>, right: Reading<R>): Reading<R> {
  const columns = Object.fromEntries(
    Object.entries<readonly unknown[]>(left.columns).map(([field, values]) => [field, [...values, ...(right.columns[field as keyof R] ?? [])]]),
  ) as unknown as ColumnsOf<R>;
  const headers = [...new Set([...left.extras, ...right.extras].map((extra) => extra.header))];
  return {
    count: left.count + right.count,
    columns,
    extras: headers.map((header) => joinExtra(header, left, right)),
    issues: [...left.issues, ...right.issues],
  };
}

function joinExtra<R>(header: string, left: Reading<R>, right: Reading<R>): ExtraColumn {
  const of = (reading: Reading<R>) =>
    reading.extras.find((extra) => extra.header === header)?.values ?? Array.from<null>({ length: reading.count }).fill(null);
  return { header, values: [...of(left), ...of(right)] };
}

/** Values of any field of a reading, by name. */
export function valuesOf<R>(reading: Reading<R>, field: string): readonly CellValue[] {
  const values = (reading.columns as Readonly<Record<string, readonly unknown[]>>)[field];
  if (!values) throw new Error(`no such field: ${field}`);
  return values as readonly CellValue[];
}
