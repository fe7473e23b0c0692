// The numbers of a field, for sums and medians of it.

import type { FieldSql, Fields } from "./field-sql";
import type { Output, Source } from "./records-sql";

/** Whether there is something to add up: days are numbers too. */
export function isNumeric(field: FieldSql | null): boolean {
  return field !== null && (field.shape === "number" || field.shape === "money" || field.shape === "day");
}

/** Money as the decimal it is, everything else as a double; null for a field without numbers. */
export function valueOutput(source: Source, fields: Fields, field: string): (Output & { readonly field: string }) | null {
  const found = fields(field);
  if (!found || !isNumeric(found)) return null;
  return { field, name: `value_of_${field}`, inner: found.inner, sql: found.shape === "money" ? found.sql : numberSql(source, found) };
}

/** As a double, for comparing. */
export function numberSql({ read: { engine: { dialect } } }: Source, { shape, sql }: FieldSql) {
  return shape === "day" ? dialect.dayNumber(sql) : dialect.double(sql);
}
