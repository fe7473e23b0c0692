// The rows of a rollup as a reading: records kept as they are, then groups.

import { expected } from "../crm/expected";
import { fieldTables } from "../crm/objects/tables";
import type { ExtraColumn, ObjectKind } from "../crm/reading";
import type { Measured } from "../crm/groups";
import type { CellValue } from "../values";
import type { Currencies } from "./currency";
import type { KeptRows } from "./kept";
import type { MergedGroups } from "./merge-groups";

interface MainTable {
  readonly count: number;
  readonly columns: Readonly<Record<string, readonly CellValue[]>>;
  readonly records: readonly number[];
  readonly measures: Readonly<Record<string, Measured>>;
  readonly extras: readonly ExtraColumn[];
}

/** What readers conclude beside the fields of an object. */
const following: Readonly<Record<ObjectKind, readonly string[]>> = {
  deal: ["outcome", "closed", "due"], lead: ["isConverted"], activity: ["day"], spend: ["amount"], account: [], stageMove: [], order: [], survey: [], rep: [],
};

/** The fields a reading of an object has, the line of the export left out. */
export function fieldNames(object: ObjectKind): readonly string[] {
  return [...Object.keys(fieldTables[object]), ...following[object]];
}

/** Fields no group has are null in groups; a measured field's column has the sum. */
export function mainTable(object: ObjectKind, kept: KeptRows, merged: MergedGroups, currencies: Currencies, namesCurrency: boolean): MainTable {
  const { amounts } = expected[object];
  const groups = merged.records.length;
  const count = kept.count + groups;
  const none: readonly null[] = Array.from({ length: groups }, () => null);
  const inGroups = (field: string): readonly CellValue[] => merged.columns[field] ?? merged.measures[field]?.sum ?? (field === "currency" && !namesCurrency ? usualCurrency(merged, currencies, amounts) : none);
  const columns = fieldNames(object).map((field): [string, readonly CellValue[]] => [field, [...(kept.columns.get(field) ?? (field === "currency" ? keptCurrency(kept, currencies, amounts) : Array.from({ length: kept.count }, () => null))), ...inGroups(field)]]);
  return {
    count,
    columns: Object.fromEntries([...columns, ["row", Array.from({ length: count }, (_, at) => at + 2)]]),
    records: [...Array.from({ length: kept.count }, () => 1), ...merged.records],
    measures: Object.fromEntries(Object.entries(merged.measures).map(([name, { sum, known }]) => [name, withKept(kept.quantities.get(name) ?? [], sum, known)])),
    extras: kept.extras.map(({ header, values }) => ({ header, values: [...values, ...none] })),
  };
}

function withKept(each: readonly (number | null)[], sum: readonly (number | null)[], known: readonly number[]): Measured {
  return { sum: [...each, ...sum], known: [...each.map((value) => (value === null ? 0 : 1)), ...known] };
}

function keptCurrency({ count, columns }: KeptRows, { usual }: Currencies, amounts: readonly string[]): readonly (string | null)[] {
  return Array.from({ length: count }, (_, at) => (amounts.some((field) => (columns.get(field)?.[at] ?? null) !== null) ? usual : null));
}

/** Without a column for it, all records that have an amount are in the one the header names. */
function usualCurrency({ records, measures }: MergedGroups, { usual }: Currencies, amounts: readonly string[]): readonly (string | null)[] {
  return records.map((_, at) => (amounts.some((field) => (measures[field]?.known[at] ?? 0) > 0) ? usual : null));
}
