// Columns of one table for a look at each row, whether its rows are records or groups of records.

import type { Column } from "./column";
import type { Together } from "./grouping";

/** Null where groups do not have all the columns in one table. */
export function sideBySide(...columns: readonly Column[]): Together | null {
  const grouping = columns.find((one) => one.grouping)?.grouping;
  if (grouping) return grouping.together(columns);
  return { columns: columns.map(({ values }) => values), records: new Array<number>(columns[0]?.values.length ?? 0).fill(1) };
}
