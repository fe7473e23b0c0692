// Groups as lines of text in an order of their own, so that two readings can be laid beside each other.

import type { Grouped, Groups } from "../../src/crm/groups";
import type { ObjectKind } from "../../src/crm/reading";
import type { Import } from "../../src/sheets/data/import";
import type { CellValue } from "../../src/values";

/** All that groups say but where they come from; `row` is no field of a record. */
export function textsOf<K extends ObjectKind>({ reading }: Import<K>): Record<string, unknown> {
  const { groups } = reading;
  if (!groups) throw new Error("no groups");
  const { row: _, ...columns } = reading.columns as unknown as Record<string, readonly CellValue[]>;
  const extras = Object.fromEntries(reading.extras.map(({ header, values }) => [`extra ${header}`, values]));
  return {
    dimensions: groups.dimensions, breaks: groups.breaks, leftOut: groups.leftOut, eachOpen: groups.eachOpen,
    rows: linesOf({ columns: { ...columns, ...extras }, records: groups.records, measures: groups.measures }),
    more: groups.more.map((one) => ({ columns: Object.keys(one.columns), rows: linesOf(one) })),
    customers: groups.customers && linesOf(groups.customers),
    filled: filledLines(groups),
  };
}

function linesOf({ columns, records, measures }: Grouped): readonly string[] {
  return records.map((count, at) => {
    const cells = Object.entries(columns).flatMap(([field, values]) => (values[at] === null || values[at] === undefined ? [] : [`${field} ${cell(values[at])}`]));
    const sums = Object.entries(measures).map(([name, { sum, known }]) => `${name} ${cell(sum[at] ?? null)} of ${known[at]}`);
    return [...cells.sort(), `${count} records`, ...sums.sort()].join(", ");
  }).sort();
}

function filledLines({ filled }: Groups): readonly string[] {
  return filled.map(({ header, stage, records, filled: some }) => `${header}, ${stage ?? "no stage"}: ${some} of ${records}`).sort();
}

/** Sums of doubles differ in their last digits by the order they are added in. */
function cell(value: CellValue): string {
  return typeof value === "number" ? String(Number(value.toPrecision(11))) : JSON.stringify(value);
}
