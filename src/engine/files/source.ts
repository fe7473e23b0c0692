// What all kinds of files have in common before their cells are read: columns, a sample, and a statement that gives the rows.

import type { FieldKind } from "../../crm/fields";
import type { CrmTable, Issue, Recognition } from "../../crm/reading";
import type { ColumnType } from "../engine";

/** A column as the files hold it: text still to be read, or typed already. */
export interface SourceColumn {
  readonly header: string;
  /** Its name in the statement. */
  readonly name: string;
  readonly type: ColumnType;
  /** A number that is not exact in the files. */
  readonly isDouble?: boolean;
  /** A day with the time of day. */
  readonly isTime?: boolean;
}

/** Files as one table, not yet read by our readers. */
export interface FileSource {
  readonly columns: readonly SourceColumn[];
  /** Some rows as text cells. */
  readonly sample: CrmTable;
  /** Gives all rows, columns by their names; empty cells are null or "". */
  readonly sql: string;
  /** The same with a column `row_order` beside, where rows stand in an order that their writer gave them: their places, below 2 ** 40. */
  readonly ordered?: string;
  /** Rows that are no records, each as the texts of its cells; found in the head and in the last lines. */
  readonly left: readonly (readonly string[])[];
  readonly issues: readonly Issue[];
  /** Rows of text may be totals and headers repeated. */
  readonly isText: boolean;
}

/** How each column is to be read. */
export interface Reader {
  readonly recognition: Recognition;
  /** By header; absent for columns without a field. */
  readonly kinds: ReadonlyMap<string, FieldKind>;
}

/** True where our readers must read the column: its field is a figure or a day, and the file holds text. */
export function isToRead({ header, type }: SourceColumn, { kinds }: Reader): boolean {
  switch (kinds.get(header)) {
    case "day":
      return type !== "day";
    case "money": case "number": case "percent":
      return type !== "number";
    default:
      return false;
  }
}

/** What the column holds when it is read. */
export function typeOf(column: SourceColumn, { kinds }: Reader): ColumnType {
  if (!isToRead(column, { kinds } as Reader)) return column.type;
  return kinds.get(column.header) === "day" ? "day" : "number";
}
