// The columns of the Leads table a rule can look at, and how a rule's field finds its column.

import { headerKey } from "../../crm/headers/key";
import { columnPrefix } from "../../crm/groups";
import { groupedColumn, groupingOf } from "../../formula/groups";
import type { Column } from "../../formula/column";
import type { CellValue } from "../../values";
import { asColumn, headerOf } from "../data/columns";
import { isOfGroups } from "../data/groups";
import type { SheetContext } from "../context";
import { isTyped } from "../any-language";
import { wholeTextIn } from "../../text/whole";
import { languages } from "../../text/language";
import { valueCounts } from "./value-counts";

/** A column of Leads. */
export interface LeadField {
  readonly header: string;
  /** Our name for it; null for a column of the export without a field. */
  readonly field: string | null;
  /** What questions call it: our name, or the export's after `column:`. */
  readonly name: string;
  /** What the export calls it. */
  readonly written: string;
  readonly isDay: boolean;
  readonly column: Column;
  /** By row of Leads: groups say nothing in most columns. */
  readonly values: readonly CellValue[];
}

/** All columns of Leads in their order; none without leads. */
export function leadFields(context: SheetContext): readonly LeadField[] {
  const table = context.data.get("lead");
  if (!table) return [];
  const mapping: Readonly<Record<string, string>> = Object.assign({}, ...context.imports.filter(({ recognition }) => recognition.object === "lead").map(({ recognition }) => recognition.mapping));
  const grouping = table.groups && groupingOf(table.groups.tables);
  return table.columns.filter(({ field }) => field === null || !isOfGroups(field)).map(({ field, extra, spec }) => {
    const own = asColumn(table.spec.name, spec);
    const name = field ?? `${columnPrefix}${extra ?? spec.name}`;
    const column = grouping ? groupedColumn(own, name, grouping) : own;
    return { header: spec.name, field, name, written: extra ?? (field ? mapping[field] : undefined) ?? spec.name, isDay: spec.format === "day", column, values: column.values };
  });
}

/** The column a rule names: by our header, the export's, or our header in the other language; signs and case say nothing. */
export function fieldNamed(name: CellValue, fields: readonly LeadField[]): LeadField | null {
  if (!isTyped(name)) return null;
  const key = headerKey(String(name));
  const exact = fields.find(({ header }) => header === name);
  const said = exact ?? fields.find(({ header }) => headerKey(header) === key) ?? fields.find(({ written }) => headerKey(written) === key);
  return said ?? fields.find(({ field }) => field !== null && languages.some((language) => headerKey(headerOf(field, wholeTextIn(language))) === key)) ?? null;
}

/** The first column of a field of ours. */
export function fieldOf(field: string, fields: readonly LeadField[]): LeadField | null {
  return fields.find((one) => one.field === field) ?? null;
}

/** Whether a column holds anything. */
export function isFilledField(field: LeadField, context: SheetContext): boolean {
  return context.data.get("lead")?.groups ? valueCounts(field, context).all.some(({ value }) => value !== null) : field.values.some((value) => value !== null && value !== "");
}
