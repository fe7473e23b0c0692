// Which object is a table of a database, and which field is each column: the same recognition as for a file, by names and a sample.

import type { FieldKind, FieldMapping } from "../crm/fields";
import { kindOf } from "../crm/objects/tables";
import type { CrmTable, Issue, ObjectKind, Recognition } from "../crm/reading";
import { isRecognised, recognise } from "../crm/recognise";
import { readExport, type Known } from "../read-exports";
import type { Import } from "../sheets/data/import";
import type { ColumnType, Engine, EngineColumn, EngineTable } from "./engine";

/** A table of a database with what its columns are. */
export interface TableRead {
  readonly engine: Engine;
  readonly table: EngineTable;
  readonly recognition: Recognition;
  /** The column of each mapped field. */
  readonly columns: ReadonlyMap<string, EngineColumn>;
  /** Fields whose columns hold something else. */
  readonly issues: readonly Issue[];
}

/** A table of which nobody can say what its rows are, or that has no column we know; the user may say the object, which is `likely` this one. */
export class UnsureTable extends Error {
  constructor(readonly table: string, readonly header: readonly string[], readonly likely: ObjectKind, readonly isSaid: boolean) {
    super(`not sure what the rows of ${table} are`);
    this.name = "UnsureTable";
  }
}

/** Texts as the table of a file, for the readers of files. */
export function textTable(file: string, header: readonly string[], rows: readonly (readonly string[])[]): CrmTable {
  return { file, encoding: "utf-8", delimiter: null, headerRow: 1, header, rows, lines: rows.map((_, at) => at + 2), rowsRead: rows.length, issues: [] };
}

/** What an import says of the table of a database. */
export function importTable({ name, columns }: EngineTable, rowsRead: number): Import["table"] {
  return { file: name, encoding: "", delimiter: null, headerRow: 1, header: columns.map((column) => column.name), rowsRead };
}

/** False where nobody could say what the rows are: the user has to. */
export function isSure({ recognition }: TableRead, known: Known): boolean {
  const isSaid = known.object !== undefined || known.recognition !== undefined || recognition.said !== undefined;
  return isRecognised(recognition) || (isSaid && Object.keys(recognition.mapping).length > 0);
}

/** What the user says counts first, then what the workbook remembers, then what is likely. */
export function readSample(engine: Engine, table: EngineTable, known: Known): TableRead {
  const sample = textTable(table.name, table.columns.map(({ name }) => name), table.sample);
  const recognition = table.sample.length > 0 ? readExport(sample, known).recognition : recognise(sample, known.object);
  const byName = new Map(table.columns.map((column) => [column.name, column]));
  const mapped = Object.entries(recognition.mapping).flatMap(([field, header]) => (byName.has(header) ? [{ field, column: byName.get(header)! }] : []));
  const fitting = mapped.filter(({ field, column }) => fits(kindOf(recognition.object, field), column.type));
  const mapping: FieldMapping = Object.fromEntries(fitting.map(({ field, column }) => [field, column.name]));
  return {
    engine,
    table,
    recognition: { ...recognition, mapping },
    columns: new Map(fitting.map(({ field, column }) => [field, column])),
    issues: mapped.filter((one) => !fitting.includes(one)).map(({ field, column }) => ({ kind: "other-type", row: null, column: column.name, found: castOf(kindOf(recognition.object, field), column.name), count: 1 })),
  };
}

/** Texts can be made of every column; a number or a day of its own kind only. */
function fits(kind: FieldKind, type: ColumnType): boolean {
  switch (kind) {
    case "text": case "id": case "flag": return true;
    case "day": return type === "day";
    case "money": case "number": case "percent": return type === "number";
  }
}

/** What a view must have in the column's place. */
function castOf(kind: FieldKind, name: string): string {
  const column = `"${name.replaceAll('"', '""')}"`;
  return `CAST(${column} AS ${kind === "day" ? "DATE" : "DECIMAL(18, 4)"}) AS ${column}`;
}
