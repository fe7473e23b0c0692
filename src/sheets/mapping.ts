// How were columns read before, as the table Mapping remembers it: what the user chose there counts at the next import.

import type { FieldTable } from "../crm/fields";
import { fieldTables } from "../crm/objects/tables";
import type { DateOrders } from "../crm/read-columns";
import { objects, type ObjectKind } from "../crm/reading";
import { nothingSaid, type Said } from "../crm/said";
import type { WholeText } from "../text/whole";
import type { CellValue } from "../values";
import { isTyped, keyOfWord, readTable } from "./any-language";
import type { Memory } from "./memory";

export const mappingTableName = "Mapping";

export type MappingField = keyof WholeText["mapping"]["headers"];

/** A line of the table: what stands in it, and what that means. */
export interface MappingLine {
  readonly object: ObjectKind;
  readonly column: string;
  readonly typed: Readonly<Record<"readAs" | "dateOrder" | "filled", CellValue>>;
  /** The field typed; null for none, for “Not used” and for what is no field of the object. */
  readonly field: string | null;
  readonly isNotUsed: boolean;
  readonly cells: readonly CellValue[];
}

/** The lines as last seen, in either language; a line without a column or kind of rows is left out. */
export function mappingLines(memory: Memory): readonly MappingLine[] {
  const table = mappingTable(memory);
  return table.rows.flatMap((cells): MappingLine[] => {
    const object = keyOfWord(table.value(cells, "object"), (text) => text.objects);
    const column = table.value(cells, "column");
    if (object === null || !isTyped(column)) return [];
    const typed = { readAs: table.value(cells, "readAs"), dateOrder: table.value(cells, "dateOrder"), filled: table.value(cells, "filled") };
    return [{ object, column: String(column), typed, field: fieldNamed(typed.readAs, object), isNotUsed: isNotUsed(typed.readAs), cells }];
  });
}

/** The table as last seen. */
function mappingTable(memory: Memory) {
  return readTable(memory.tables.get(mappingTableName), ({ mapping }) => mapping.headers);
}

/** What the table says of an export of an object with these headers; of two columns for one field the first counts. */
export function rememberedMapping(memory: Memory, object: ObjectKind, header: readonly string[]): Said {
  const lines = mappingLines(memory).filter((line) => line.object === object && header.includes(line.column));
  if (lines.length === 0) return nothingSaid;
  const mapping: Record<string, string> = {};
  for (const { field, column } of lines) if (field !== null && !(field in mapping)) mapping[field] = column;
  const orders = lines.map(({ column, typed }) => [column, keyOfWord(typed.dateOrder, (text) => text.mapping.orders)] as const);
  return {
    mapping,
    notUsed: lines.filter((line) => line.isNotUsed).map(({ column }) => column),
    dateOrders: Object.fromEntries(orders.filter(([, order]) => order !== null)) as DateOrders,
    filled: lines.filter(({ typed }) => isYes(typed.filled)).map(({ column }) => column),
  };
}

/** What the rows of a table with these headers were before: the object that knows most of them, if it knows nearly all, they are a fair part of its columns, and no other knows as many. */
export function rememberedObject(memory: Memory, header: readonly string[]): ObjectKind | null {
  const lines = mappingLines(memory);
  const known = objects.map((object) => {
    const columns = new Set(lines.flatMap((line) => (line.object === object ? [line.column] : [])));
    return { object, columns: columns.size, count: header.filter((column) => columns.has(column)).length };
  });
  const [best, next] = known.sort((left, right) => right.count - left.count);
  if (!best || !next || best.count === 0 || best.count === next.count) return null;
  return best.count >= header.length * nearlyAll && best.count >= best.columns * fairPart ? best.object : null;
}

const nearlyAll = 0.8;
/** Exports of two CRMs may share the table. */
const fairPart = 0.4;

/** The field of an object with this label in any language. */
function fieldNamed(label: CellValue, object: ObjectKind): string | null {
  return keyOfWord(label, (text) => fieldLabels(object, text));
}

/** Labels of an object's fields, in the order of its table. */
export function fieldLabels(object: ObjectKind, text: WholeText): Readonly<Record<string, string>> {
  const table: FieldTable = fieldTables[object];
  const labels: Readonly<Record<string, string>> = text.fields;
  return Object.fromEntries(Object.keys(table).map((field) => [field, labels[field] ?? field]));
}

function isNotUsed(typed: CellValue): boolean {
  return keyOfWord(typed, ({ mapping }) => ({ notUsed: mapping.notUsed })) !== null;
}

function isYes(typed: CellValue): boolean {
  return keyOfWord(typed, ({ tables }) => ({ yes: tables.yes })) !== null;
}
