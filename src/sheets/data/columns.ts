// Columns of a data table: the export's fields under our headers, then what no field was found for under its own.

import type { FieldKind } from "../../crm/fields";
import { fieldTables } from "../../crm/objects/tables";
import type { ObjectKind, Reading } from "../../crm/reading";
import { column, type Column } from "../../formula/column";
import type { Term } from "../../formula/term";
import type { Text } from "../../text/en";
import type { WholeText } from "../../text/whole";
import type { CellValue } from "../../values";
import { isTerm, valueOf, type ColumnSpec, type TableSpec } from "../block";
import type { Format } from "../plan";
import { valuesOf } from "./import";

/** A column with the field it shows; null for a column of the export that has no field. */
export interface FieldColumn {
  readonly field: string | null;
  /** The export's header, for a column without a field. */
  readonly extra: string | null;
  readonly spec: ColumnSpec;
}

/** The mapped fields of a reading in our order, flags in words. */
export function mappedColumns(object: ObjectKind, reading: Reading<unknown>, mapped: ReadonlySet<string>, text: WholeText): FieldColumn[] {
  const table: Readonly<Record<string, { readonly kind: FieldKind }>> = fieldTables[object];
  return Object.entries(table).flatMap(([field, { kind }]) => {
    if (!mapped.has(field)) return [];
    return [fieldColumn(field, headerOf(field, text), formatOf(kind), shown(valuesOf(reading, field), kind, text))];
  });
}

/** Columns of the export without a field, as text. */
export function extraColumns(reading: Reading<unknown>): FieldColumn[] {
  return reading.extras.map(({ header, values }) => ({
    field: null,
    extra: header,
    spec: { name: cleanHeader(header), owner: "crm", format: "text", contents: values },
  }));
}

export function fieldColumn(field: string, name: string, format: Format, contents: readonly (CellValue | Term)[]): FieldColumn {
  const owner = contents.some((content) => typeof content === "object" && content !== null) ? "formula" : "crm";
  return { field, extra: null, spec: { name, owner, format, contents } };
}

/** Headers made unique as Excel demands, without regard to case: the second `Amount` becomes `Amount 2`. */
export function uniqueHeaders(columns: readonly FieldColumn[]): FieldColumn[] {
  const used = new Set<string>();
  return columns.map((one) => {
    let name = one.spec.name;
    for (let n = 2; used.has(name.toLowerCase()); n += 1) name = `${one.spec.name} ${n}`;
    used.add(name.toLowerCase());
    return { ...one, spec: { ...one.spec, name } };
  });
}

/** The table of these columns. */
export function dataTableSpec(name: string, key: readonly string[], columns: readonly FieldColumn[]): TableSpec {
  return { name, kind: "mirror", key, columns: columns.map((one) => one.spec), filter: true, style: "data" };
}

/** The columns as formulas see them, by field. */
export function fieldsOf(name: string, columns: readonly FieldColumn[]): ReadonlyMap<string, Column> {
  const fields = columns.flatMap(({ field, spec }): [string, Column][] => (field ? [[field, asColumn(name, spec)]] : []));
  return new Map(fields);
}

/** The column of a field that a table is sure to have. */
export function columnOf(fields: ReadonlyMap<string, Column>, field: string): Column {
  const found = fields.get(field);
  if (!found) throw new Error(`no column for the field: ${field}`);
  return found;
}

/** Values that are no Terms are not copied: what is indexed once stays so. */
export function asColumn(table: string, { name, contents }: ColumnSpec): Column {
  return column(table, name, contents.some(isTerm) ? contents.map(valueOf) : (contents as readonly CellValue[]));
}

/** A field's label without what is in brackets: a header formulas can name. */
export function headerOf(field: string, text: Text): string {
  const labels: Readonly<Record<string, string>> = text.fields;
  return (labels[field] ?? field).replace(/\s*[(（].*$/, "");
}

/** Excel takes one line of 255 characters. */
function cleanHeader(header: string): string {
  return header.replace(/\s+/g, " ").trim().slice(0, 255);
}

function formatOf(kind: FieldKind): Format {
  switch (kind) {
    case "money": return "money";
    case "day": return "day";
    case "percent": return "percent";
    case "number": return "general";
    case "id": case "text": case "flag": return "text";
  }
}

function shown(values: readonly CellValue[], kind: FieldKind, text: WholeText): readonly CellValue[] {
  if (kind !== "flag") return values;
  return values.map((value) => (value === null ? null : value ? text.tables.yes : text.tables.no));
}
