// How a table and its mapping become the columns of one object's records, before anything is concluded from them.

import { expected } from "./expected";
import type { FieldMapping, FieldTable, RecordOf } from "./fields";
import { readCurrencies } from "./currencies";
import { readExtras } from "./extras";
import { duplicates, missing } from "./findings";
import { fieldTables, type FieldTables } from "./objects/tables";
import { readColumns, type DateOrders, type Value } from "./read-columns";
import { columnOf, columnsOf } from "./readers/column";
import { flagOf } from "./readers/flag";
import { mostSingle, type ColumnsOf, type Crm, type CrmTable, type ExtraColumn, type Issue, type ObjectKind } from "./reading";

/** The columns of an object as written, the table's kept rows, and what was found on the way. */
interface RecordsRead<T extends FieldTable> {
  readonly table: CrmTable;
  readonly count: number;
  readonly columns: ColumnsOf<RecordOf<T>>;
  readonly values: ReadonlyMap<string, readonly Value[]>;
  readonly row: readonly number[];
  readonly extras: readonly ExtraColumn[];
  readonly issues: Issue[];
}

/** Reads the mapped columns, the others as extras; deleted records are left out and reported. */
export function readRecords<K extends ObjectKind>(object: K, whole: CrmTable, mapping: FieldMapping, crm: Crm, dateOrders: DateOrders = {}): RecordsRead<FieldTables[K]> {
  const { table, issues } = withoutDeleted(whole, mapping);
  const fields: FieldTable = fieldTables[object];
  const { fields: wanted, identity, amounts } = expected[object];
  const count = table.rows.length;
  const cells = columnsOf(table);
  const read = readColumns(fields, table, cells, mapping, crm, dateOrders);
  const values = new Map(read.values);
  issues.push(...read.issues);
  if ("currency" in fields) {
    const currencies = readCurrencies(read, mapping, amounts, count);
    if (currencies.values) values.set("currency", currencies.values);
    issues.push(...currencies.issues);
  }
  issues.push(...missing(cells, mapping, values, wanted), ...duplicates(table, mapping, values, identity));
  const extras = readExtras(cells, mapping);
  issues.push(...extras.issues);
  const absent: readonly null[] = new Array<null>(count).fill(null);
  const columns = Object.fromEntries(Object.keys(fields).map((field) => [field, values.get(field) ?? absent]));
  const row = Array.from(table.lines).slice(0, count);
  return { table, count, columns: columns as unknown as ColumnsOf<RecordOf<FieldTables[K]>>, values, row, extras: extras.extras, issues };
}

/** Rows the CRM marks as deleted are no records. */
export function withoutDeleted(table: CrmTable, mapping: FieldMapping): { table: CrmTable; issues: Issue[] } {
  const header = mapping["isDeleted"];
  const column = header === undefined ? null : columnOf(table, header);
  if (!column) return { table, issues: [] };
  const deleted = column.cells.map((cell) => flagOf(cell) === true);
  if (!deleted.includes(true)) return { table, issues: [] };
  const lines = Array.from(table.lines);
  const gone = lines.filter((_, row) => deleted[row]);
  const issues: Issue[] = gone.slice(0, mostSingle).map((row) => ({ kind: "deleted-record", row, column: column.header, found: null, count: 1 }));
  if (gone.length > mostSingle) issues.push({ kind: "deleted-record", row: null, column: column.header, found: null, count: gone.length - mostSingle });
  return { table: { ...table, rows: table.rows.filter((_, row) => !deleted[row]), lines: lines.filter((_, row) => !deleted[row]) }, issues };
}
