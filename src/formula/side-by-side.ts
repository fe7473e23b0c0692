// Columns of one table row by row, whether a row is one record or a group of them.

import { countifs } from "./aggregate";
import type { Column } from "./column";
import { isFilled } from "./criteria";
import type { Together } from "./grouping";

/** Null where the records are in groups and no table of them has all these columns. */
export function sideBySide(columns: readonly Column[]): Together | null {
  const grouping = columns.find((one) => one.grouping)?.grouping;
  if (grouping) return grouping.together(columns);
  return { columns: columns.map(({ values }) => values), records: Array.from<number>({ length: columns[0]?.values.length ?? 0 }).fill(1) };
}

/** Whether any record has a number in a column. */
export function hasNumbers(column: Column): boolean {
  return column.grouping ? countifs(isFilled(column)).value > 0 : column.values.some((value) => typeof value === "number");
}
