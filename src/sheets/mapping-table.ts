// The table Mapping on the Import report: how each column was read, ready to be corrected for the next import.

import type { Issue } from "../crm/reading";
import type { WholeText } from "../text/whole";
import type { CellValue } from "../values";
import { isTyped, translated } from "./any-language";
import type { Allowed, ColumnSpec, TableSpec } from "./block";
import type { ImportSummary, SheetContext } from "./context";
import { fieldLabels, mappingLines, mappingTableName, type MappingField, type MappingLine } from "./mapping";

const fieldsTableName = "FieldNames";

type Row = Readonly<Record<MappingField, CellValue>> & { readonly before?: readonly CellValue[] };

/** A line for each column of each export, after the lines that were there; null where nothing was read. */
export function mappingSpec(context: SheetContext): TableSpec | null {
  const { text } = context;
  const rows = mappingRows(context);
  if (rows.length === 0) return null;
  const { headers, orders, prompts } = text.mapping;
  const { yes, no } = text.tables;
  const fixed = (field: MappingField): ColumnSpec => ({ name: headers[field], owner: "crm", format: "text", contents: rows.map((row) => row[field]) });
  const chosen = (field: MappingField, allowed: Allowed): ColumnSpec => ({ name: headers[field], owner: "user", format: "text", look: "choice", contents: rows.map((row) => row[field]), allowed });
  const columns = [
    fixed("column"),
    chosen("readAs", { kind: "listOf", table: fieldsTableName, column: text.mapping.field, prompt: prompts.readAs }),
    fixed("object"),
    chosen("dateOrder", { kind: "list", items: Object.values(orders), prompt: prompts.dateOrder }),
    chosen("filled", { kind: "list", items: [yes, no], prompt: prompts.filled }),
    fixed("remark"),
  ];
  return { name: mappingTableName, kind: "form", key: [headers.object, headers.column], columns, filter: true, style: "form" };
}

/** The labels to choose from: fields of every kind of rows the Mapping table has. */
export function fieldsSpec({ text, imports, memory }: SheetContext): TableSpec {
  const kinds = new Set([...imports.map(({ recognition }) => recognition.object), ...mappingLines(memory).map(({ object }) => object)]);
  const labels = new Set([...kinds].flatMap((object) => Object.values(fieldLabels(object, text))));
  const contents = [text.mapping.notUsed, ...labels];
  return { name: fieldsTableName, kind: "mirror", key: [text.mapping.field], columns: [{ name: text.mapping.field, owner: "crm", format: "text", contents }], filter: false, style: "report" };
}

function mappingRows({ text, imports, memory }: SheetContext): readonly Row[] {
  const lines = mappingLines(memory);
  const isKnown = new Set(lines.map(keyOf));
  const stood = lines.map((line) => rowOf(line, importWith(imports, line), text));
  const fresh = imports.flatMap((one) => one.header.flatMap((column): Row[] => {
    const line: MappingLine = { object: one.recognition.object, column, typed: { readAs: null, dateOrder: null, filled: null }, field: null, isNotUsed: false, cells: [] };
    if (isKnown.has(keyOf(line))) return [];
    isKnown.add(keyOf(line));
    return [rowOf(line, one, text)];
  }));
  return [...stood, ...fresh];
}

function importWith(imports: readonly ImportSummary[], { object, column }: MappingLine): ImportSummary | null {
  return imports.find((one) => one.recognition.object === object && one.header.includes(column)) ?? null;
}

function keyOf({ object, column }: MappingLine): string {
  return `${object}\n${column}`;
}

function rowOf(line: MappingLine, from: ImportSummary | null, text: WholeText): Row {
  const { column, object, typed, cells } = line;
  const said = from?.recognition.said;
  const order = said?.dateOrders[column];
  const { orders } = text.mapping;
  return {
    column, object: text.objects[object],
    readAs: readAs(line, from, text),
    dateOrder: order ? orders[order] : translated(typed.dateOrder, ({ mapping }) => mapping.orders, text),
    filled: said?.filled.includes(column) ? text.tables.yes : translated(typed.filled, ({ tables: { yes, no } }) => ({ yes, no }), text),
    remark: remark(line, from, text),
    ...(cells.length > 0 ? { before: cells } : {}),
  };
}

/** What was said now, else what stands there, else what was recognised. What stands there is never replaced by a guess. */
function readAs({ object, column, typed, field, isNotUsed }: MappingLine, from: ImportSummary | null, text: WholeText): CellValue {
  const labels = fieldLabels(object, text);
  const recognised = fieldOf(from, column);
  const said = from?.recognition.said;
  if (recognised !== null && (said?.mapping[recognised] === column || !isTyped(typed.readAs))) return labels[recognised] ?? recognised;
  if (isNotUsed || said?.notUsed.includes(column)) return text.mapping.notUsed;
  return field === null ? typed.readAs : (labels[field] ?? field);
}

function remark({ object, column, typed, field, isNotUsed }: MappingLine, from: ImportSummary | null, text: WholeText): string | null {
  const { remarks, orders } = text.mapping;
  if (!from) return remarks.absent;
  if (isTyped(typed.readAs) && field === null && !isNotUsed) return remarks.unknown(text.objects[object]);
  const isOther = field === null ? isNotUsed && fieldOf(from, column) !== null : fieldOf(from, column) !== field;
  if (isOther && !isSaidNow(from, column)) return remarks.waiting;
  const has = (kind: Issue["kind"]) => from.issues.find((issue) => issue.kind === kind && issue.column === column);
  const assumed = has("date-order-assumed");
  if (assumed) return remarks.order(orders[assumed.found === "D/M/Y" ? "dmy" : "mdy"]);
  return has("merged-blanks") ? remarks.blanks : null;
}

function isSaidNow({ recognition: { said } }: ImportSummary, column: string): boolean {
  return said !== undefined && (said.notUsed.includes(column) || Object.values(said.mapping).includes(column));
}

function fieldOf(from: ImportSummary | null, column: string): string | null {
  return Object.entries(from?.recognition.mapping ?? {}).find(([, header]) => header === column)?.[0] ?? null;
}
