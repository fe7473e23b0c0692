// What was read, what was not, and why.

import type { Issue } from "../crm/reading";
import { thisRow } from "../formula/column";
import { call, type Term } from "../formula/term";
import { allCells, missingCells, notYetCells } from "../metrics/completeness";
import type { CompletenessColumn } from "../metrics/model";
import { gap, grid, show, type Block, type SheetSpec, type TableSpec } from "./block";
import type { ImportSummary, SheetContext } from "./context";
import { fieldsSpec, mappingSpec } from "./mapping-table";
import { tabColours } from "./tabs";

export const findingsTableName = "Findings";
const filesTableName = "Files";
export const completenessTableName = "Completeness";

export function importReportSheet(context: SheetContext): SheetSpec {
  const { text, model } = context;
  const words = text.report.importReport;
  const findings = context.imports.flatMap((one) => one.issues.map((issue) => ({ file: one.file, issue })));
  const heading = (title: string): Block => grid([[show("section", title, { across: 4 })]]);
  return {
    id: "importReport",
    name: text.tables.sheets.importReport,
    tab: tabColours.reference,
    columnWidths: [40, 30, 14, 16, 16, 24, 20, 60],
    gridlines: false,
    blocks: [
      grid([[show("title", words.title, { across: 8 })], [show("note", words.note, { across: 8 })]], [30, null]),
      gap(),
      heading(words.filesTitle),
      { kind: "table", table: filesTable(context) },
      gap(),
      ...mappingBlocks(context),
      heading(words.findingsTitle),
      findings.length === 0 ? grid([[show("sentence", words.noFindings, { across: 8 })]]) : { kind: "table", table: findingsTable(findings, context) },
      ...(model.completeness.length === 0 ? [] : [gap(), heading(words.completenessTitle), { kind: "table" as const, table: completenessTable(context) }]),
      ...fieldBlocks(context),
    ],
    rules: model.completeness.length === 0 ? [] : [{ kind: "dataBar", area: { table: completenessTableName, column: text.tables.completeness.filled }, colour: "aqua", min: 0, max: 1 }],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}

/** How each column was read. */
function mappingBlocks(context: SheetContext): readonly Block[] {
  const { title, note } = context.text.mapping;
  const table = mappingSpec(context);
  return table ? [grid([[show("section", title, { across: 4 })], [show("note", note, { across: 8 })]], [null, 28]), { kind: "table", table }, gap()] : [];
}

/** The fields a column can be read as, for the list to choose from. */
function fieldBlocks(context: SheetContext): readonly Block[] {
  if (!mappingSpec(context)) return [];
  return [gap(), grid([[show("section", context.text.mapping.fieldsTitle, { across: 4 })]]), { kind: "table", table: fieldsSpec(context) }];
}

function filesTable({ text, imports }: SheetContext): TableSpec {
  const headers = text.tables.files;
  const of = (value: (one: ImportSummary) => string | number) => imports.map(value);
  const left = imports.map((one): Term => call(`${thisRow(filesTableName, headers.rowsRead)}-${thisRow(filesTableName, headers.rowsKept)}`, one.rowsRead - one.rowsKept));
  return {
    name: filesTableName, kind: "mirror", key: [headers.file], filter: false, style: "report",
    columns: [
      { name: headers.file, owner: "crm", format: "text", contents: of((one) => one.file) },
      { name: headers.contents, owner: "crm", format: "text", contents: of((one) => text.objects[one.recognition.object]) },
      { name: headers.crm, owner: "crm", format: "text", contents: of((one) => text.crms[one.recognition.crm]) },
      { name: headers.rowsRead, owner: "crm", format: "count", contents: of((one) => one.rowsRead) },
      { name: headers.rowsKept, owner: "crm", format: "count", contents: of((one) => one.rowsKept) },
      { name: headers.rowsLeftOut, owner: "formula", format: "count", contents: left },
      { name: headers.columns, owner: "crm", format: "text", contents: of((one) => text.report.importReport.evidence(one.recognition.matched, one.recognition.columns)) },
    ],
  };
}

function findingsTable(findings: readonly { readonly file: string; readonly issue: Issue }[], { text }: SheetContext): TableSpec {
  const headers = text.tables.findings;
  const of = (value: (issue: Issue) => string | number | null) => findings.map(({ issue }) => value(issue));
  return {
    name: findingsTableName, kind: "mirror", key: [], filter: true, style: "report",
    columns: [
      { name: headers.file, owner: "crm", format: "text", contents: findings.map(({ file }) => file) },
      { name: headers.column, owner: "crm", format: "text", contents: of((issue) => issue.column) },
      { name: headers.line, owner: "crm", format: "count", contents: of((issue) => issue.row) },
      { name: headers.count, owner: "crm", format: "count", contents: of((issue) => issue.count) },
      { name: headers.found, owner: "crm", format: "text", contents: of((issue) => shortened(issue.found)) },
      { name: headers.finding, owner: "crm", format: "text", contents: of((issue) => text.report.importReport.kinds[issue.kind]) },
      { name: headers.advice, owner: "crm", format: "text", contents: of((issue) => text.issues[issue.kind](issue)) },
    ],
  };
}

function completenessTable({ text, model }: SheetContext): TableSpec {
  const headers = text.tables.completeness;
  const of = (part: (column: CompletenessColumn) => Term) => model.completeness.map(part);
  const row = (header: string) => thisRow(completenessTableName, header);
  const filled = model.completeness.map((column): Term => {
    const possible = allCells(column).value - notYetCells(model, column).value;
    const share = possible === 0 ? "" : (allCells(column).value - missingCells(column).value) / possible;
    const [cells, missing, notYet] = [row(headers.cells), row(headers.missing), row(headers.notYet)];
    return call(`IF(${cells}=${notYet},"",(${cells}-${missing})/(${cells}-${notYet}))`, share);
  });
  return {
    name: completenessTableName, kind: "mirror", key: [headers.object, headers.column], filter: false, style: "report",
    columns: [
      { name: headers.object, owner: "crm", format: "text", contents: model.completeness.map((column) => column.object) },
      { name: headers.column, owner: "crm", format: "text", contents: model.completeness.map((column) => column.header) },
      { name: headers.cells, owner: "formula", format: "count", contents: of(allCells) },
      { name: headers.missing, owner: "formula", format: "count", contents: of(missingCells) },
      { name: headers.notYet, owner: "formula", format: "count", contents: of((column) => notYetCells(model, column)) },
      { name: headers.filled, owner: "formula", format: "percent", contents: filled },
    ],
  };
}

/** Enough of it to find it by. */
function shortened(found: string | null): string | null {
  return found !== null && found.length > 200 ? `${found.slice(0, 199)}…` : found;
}
