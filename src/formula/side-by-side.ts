// Columns of one table for a look at each row, whether its rows are records or groups of records.

import { countifs } from "./aggregate";
import type { Column } from "./column";
import { isFilled } from "./criteria";
import type { Together } from "./grouping";

/** Null where groups do not have all the columns in one table. */
export function sideBySide(...columns: readonly Column[]): Together | null {
  const grouping = columns.find((one) => one.grouping)?.grouping;
  if (grouping) return grouping.together(columns);
  return { columns: columns.map(({ values }) => values), records: new Array<number>(columns[0]?.values.length ?? 0).fill(1) };
}

/** Whether any record has a number in a column. */
export function hasNumbers(column: Column): boolean {
  return column.grouping ? countifs(isFilled(column)).value > 0 : column.values.some((value) => typeof value === "number");
}
