// Data tables: what the export has, under our headers.

import type { Lead } from "../../crm/objects/lead";
import type { ObjectKind, Reading } from "../../crm/reading";
import { recordCount } from "../../crm/record-count";
import type { Column } from "../../formula/column";
import type { LeadTable } from "../../metrics/model";
import type { WholeText } from "../../text/whole";
import type { ColumnSpec } from "../block";
import type { DataTable } from "../context";
import type { Rates } from "../rates";
import { groupColumns, groupedTables, measureColumns } from "./groups";
import { inReporting } from "./in-reporting";
import { columnOf, dataTableSpec, extraColumns, fieldColumn, fieldsOf, headerOf, mappedColumns, uniqueHeaders, type FieldColumn } from "./columns";

/** Names of the Excel tables, the same in every language. */
export const tableNames: Readonly<Record<ObjectKind, string>> = {
  deal: "Deals", lead: "Leads", account: "Accounts", activity: "Activities", stageMove: "StageHistory", spend: "Spend",
  order: "Orders", survey: "Surveys", rep: "RepList",
};

/** The table of an object that measures do not look into; `more` are columns that follow from the export's. */
export function plainData(object: ObjectKind, reading: Reading<unknown>, mapped: ReadonlySet<string>, text: WholeText, { more = [], rates = null }: { readonly more?: readonly ColumnSpec[]; readonly rates?: Rates | null } = {}): DataTable {
  // Groups know a column by the field they are grouped by: the day of an activity.
  const isDay = (spec: ColumnSpec) => reading.groups !== undefined && spec.name === text.journey.columns.date;
  const derived = more.map((spec): FieldColumn => ({ field: isDay(spec) ? "day" : spec.name, extra: null, spec }));
  const plain = mappedColumns(object, reading, rates ? new Set([...mapped, "currency"]) : mapped, text);
  const summed = reading.groups ? measureColumns(object, reading.groups, new Set(plain.flatMap(({ field }) => field ?? [])), text) : [];
  const table = tableOf(object, reading, [...inReporting(object, tableNames[object], [...plain, ...(rates ? summed : [])], rates, text), ...derived, ...extraColumns(reading)], text, { rates });
  const day = reading.groups ? table.fields.get("day") : undefined;
  return day ? { ...table, fields: new Map([...table.fields, [text.journey.columns.date, day]]) } : table;
}

/** The Leads table and how measures see it. */
export function leadData(reading: Reading<Lead>, mapped: ReadonlySet<string>, text: WholeText): DataTable & { readonly leads: LeadTable } {
  const { yes, no } = text.tables;
  const converted = fieldColumn("isConverted", text.tables.leads.converted, "text", reading.columns.isConverted.map((is: boolean | null) => (is === null ? null : is ? yes : no)));
  const written = mappedColumns("lead", reading, mapped, text).map((one) =>
    one.field === "converted" ? { ...one, spec: { ...one.spec, name: text.tables.deals.asWritten(one.spec.name) } } : one);
  const table = tableOf("lead", reading, [...written, converted, ...extraColumns(reading)], text);
  return { ...table, leads: { count: recordCount(reading), converted: columnOf(table.fields, "isConverted") } };
}

interface TableOptions {
  /** Fields found under the column of another. */
  readonly withAliases?: (fields: ReadonlyMap<string, Column>) => ReadonlyMap<string, Column>;
  readonly rates?: Rates | null;
}

/** The table of the columns found, and where the rows are groups what counts them. */
export function tableOf(object: ObjectKind, reading: Reading<unknown>, found: readonly FieldColumn[], text: WholeText, { withAliases = (fields) => fields, rates = null }: TableOptions = {}): DataTable {
  const { groups } = reading;
  const has = new Set(found.flatMap(({ field }) => (field ? [field] : [])));
  const columns = uniqueHeaders([...(groups ? groupColumns(groups, text) : []), ...found, ...(groups ? measureColumns(object, groups, has, text) : [])]);
  const key = columns.some((one) => one.field === "id") ? [headerOf("id", text)] : [];
  const fields = withAliases(fieldsOf(tableNames[object], columns));
  const grouped = groups && groupedTables(object, tableNames[object], groups, fields, text, { rates });
  return {
    ...(rates ? { rates } : {}),
    ...(grouped ? { note: text.tables.groups.note, groups: grouped } : {}),
    spec: dataTableSpec(tableNames[object], key, columns),
    sheet: text.tables.sheets[object],
    fields: grouped?.fields ?? fields,
    columns,
  };
}
