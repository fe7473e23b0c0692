// A workbook as exceljs reads it.

import { ValueType, type Cell, type Worksheet } from "exceljs";
import type { CellValue } from "../../src/values";
import { openedByExcelJs } from "../hosts/own-sheets";
import { cellEntry, formulaLine, nameLine, ruleLine, sheetLine, tableLine, validationLine, type Contents, type ReadCell } from "./contents";

export async function readByExcelJs(bytes: Uint8Array): Promise<Contents> {
  const book = await openedByExcelJs(bytes);
  const perSheet = (lines: (sheet: Worksheet) => readonly string[]) => book.worksheets.flatMap((sheet) => lines(sheet).map((line) => `${sheet.name}!${line}`));
  return {
    sheets: book.worksheets.map(({ name, state }) => sheetLine(name, state !== "visible")),
    cells: new Map(book.worksheets.flatMap(cellsOf)),
    merged: perSheet((sheet) => sheet.model.merges as unknown as readonly string[]),
    tables: perSheet((sheet) => tablesOf(sheet).map(({ name, tableRef }) => tableLine(name, tableRef, null))),
    names: book.definedNames.model.flatMap(({ name, ranges }) => ranges.map((range) => nameLine(name, range))),
    validations: perSheet((sheet) => Object.entries(validationsOf(sheet)).map(([at, { type, formulae }]) => validationLine(at, type, formulae.map((one) => String(valueOf(one as Cell["value"])))))),
    rules: perSheet((sheet) => rulesOf(sheet).flatMap(({ ref, rules }) => rules.map(({ type }) => ruleLine(ref, type)))),
  };
}

/** What its types leave out. */
interface Untold {
  readonly tables: Readonly<Record<string, { readonly table: { readonly name: string; readonly tableRef: string } }>>;
  readonly dataValidations: { readonly model: Readonly<Record<string, { readonly type: string; readonly formulae: readonly unknown[] } | undefined>> };
  readonly conditionalFormattings: readonly { readonly ref: string; readonly rules: readonly { readonly type: string }[] }[];
}

function tablesOf(sheet: Worksheet) {
  return Object.values((sheet as unknown as Untold).tables).map(({ table }) => table);
}

function validationsOf(sheet: Worksheet) {
  return Object.fromEntries(Object.entries((sheet as unknown as Untold).dataValidations.model).flatMap(([at, one]) => (one ? [[at, one]] : [])));
}

function rulesOf(sheet: Worksheet) {
  return (sheet as unknown as Untold).conditionalFormattings;
}

function cellsOf(sheet: Worksheet): readonly (readonly [string, ReadCell])[] {
  const cells: (readonly [string, ReadCell])[] = [];
  sheet.eachRow((row) => row.eachCell((cell) => {
    // A cell under a merged one repeats it.
    if (cell.isMerged && cell.master !== cell) return;
    cells.push(...cellEntry(`${sheet.name}!${cell.address}`, valueOf(cell.type === ValueType.Formula ? cell.result : cell.value), formulaOf(cell)));
  }));
  return cells;
}

function formulaOf(cell: Cell): string | null {
  if (cell.type !== ValueType.Formula) return null;
  const { shareType } = cell.model as { readonly shareType?: string };
  return formulaLine(cell.formula, shareType === "array");
}

function valueOf(value: Cell["value"]): CellValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.getTime() / 86_400_000 + 25_569;
  if (typeof value !== "object") return value;
  if ("richText" in value) return value.richText.map(({ text }) => text).join("");
  if ("error" in value) return value.error;
  return "text" in value ? valueOf(value.text as Cell["value"]) : JSON.stringify(value);
}
