// How many leads have each value of a column, and how many of them converted.

import type { Grouped } from "../../crm/groups";
import { askedTable } from "../../formula/asked-table";
import type { CellValue } from "../../values";
import type { SheetContext } from "../context";
import { shownValues } from "../data/groups";
import type { LeadField } from "./lead-fields";

interface ValueCount {
  /** Null for an empty cell. */
  readonly value: CellValue;
  readonly leads: number;
  readonly converted: number;
}

interface ValueCounts {
  /** In the order they were first seen. */
  readonly all: readonly ValueCount[];
  /** Groups with more values than anyone looks at tell only those of leads that are rows of their own. */
  readonly isWhole: boolean;
}

/** The most values, each counted apart for leads converted and not, that are asked of an engine. */
const mostValues = 20_000;

const known = new WeakMap<LeadField, ValueCounts>();

/** From the rows themselves, or from what an engine said of the column; counted once a build, since several tables look at it. */
export function valueCounts(field: LeadField, context: SheetContext): ValueCounts {
  const made = known.get(field) ?? countsOf(field, context);
  known.set(field, made);
  return made;
}

function countsOf(field: LeadField, context: SheetContext): ValueCounts {
  const table = context.data.get("lead");
  const tables = table?.groups?.tables;
  const isConverted = (table?.fields.get("isConverted")?.values ?? []).map((is) => is === context.text.tables.yes);
  if (!tables) return { all: counted(field.values, isConverted, null), isWhole: true };
  const by = [{ field: field.name, cuts: null }, ...(field.name === "isConverted" ? [] : [{ field: "isConverted", cuts: null }])];
  const found = askedTable(tables, by, mostValues);
  if (found) return { all: countedGroups(found, field.name, context), isWhole: true };
  const isEach = tables.each !== null;
  return { all: counted(field.values.filter((_, row) => isEach && !isConverted[row]), [], null), isWhole: false };
}

function countedGroups({ columns, records }: Grouped, name: string, { text }: SheetContext): readonly ValueCount[] {
  return counted(shownValues(name, columns[name] ?? [], text), (columns["isConverted"] ?? []).map((is) => is === true), records);
}

function counted(values: readonly CellValue[], isConverted: readonly boolean[], records: readonly number[] | null): readonly ValueCount[] {
  const seen = new Map<CellValue, { readonly value: CellValue; leads: number; converted: number }>();
  values.forEach((each, row) => {
    const value = each === "" ? null : each;
    let count = seen.get(value);
    if (!count) seen.set(value, (count = { value, leads: 0, converted: 0 }));
    const more = records?.[row] ?? 1;
    count.leads += more;
    if (isConverted[row]) count.converted += more;
  });
  return [...seen.values()];
}
