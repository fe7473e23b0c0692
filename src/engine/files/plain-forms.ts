// Which cells does SQL read by itself? The plain forms, which mean the same in every column; all other texts our readers read.

import type { FieldKind } from "../../crm/fields";

/** The plain form as a value of its type; null for every other cell. */
export function plainValue(kind: FieldKind, cell: string): string {
  switch (kind) {
    case "day":
      return `case when regexp_full_match(${cell}, '${ISO_DAY}') then try_cast(left(${cell}, 10) as date) end`;
    case "money": case "number":
      return `case when regexp_full_match(${cell}, '${FIGURE}') then try_cast(${cell} as decimal(18, 4)) end`;
    default:
      return "null";
  }
}

/** The text our readers must read; null for empty cells and plain ones. Days lose their clock, so that a column has few. */
export function hardText(kind: FieldKind, cell: string): string {
  if (kind === "percent") return `nullif(${cell}, '')`;
  if (kind !== "day") return `case when ${cell} <> '' and not regexp_full_match(${cell}, '${FIGURE}') then ${cell} end`;
  const isPlain = `(regexp_full_match(${cell}, '${ISO_DAY}') and coalesce(try_cast(left(${cell}, 10) as date) between date '1901-01-01' and date '9999-12-31', false))`;
  return `case when ${cell} <> '' and not ${isPlain} then regexp_replace(${cell}, '${CLOCK}', '\\1 8:00\\2') end`;
}

/** No figure of exactly three decimals: `1.234` is the column's to decide. */
const FIGURE = "-?\\d{1,14}(?:\\.(?:\\d{1,2}|\\d{4}))?";
const ISO_DAY = "\\d{4}-\\d{2}-\\d{2}(?:[ T]\\d{1,2}:\\d{2}[-+:.\\dZ]*)?";
const CLOCK = "^(\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4}) \\d{1,2}:\\d{2}(?::\\d{2})?((?: [AaPp][Mm])?)$";
