// A workbook as SheetJS reads it: no data validations and no conditional formats.

import { read, utils, type CellObject } from "@e965/xlsx";
import type { CellValue } from "../../src/values";
import { cellEntry, formulaLine, nameLine, sheetLine, type Contents } from "./contents";

export function readBySheetJs(bytes: Uint8Array): Contents {
  const book = read(bytes, { dense: true, cellFormula: true, xlfn: true });
  const sheets = book.SheetNames.map((name) => ({ name, sheet: book.Sheets[name] }));
  return {
    sheets: book.SheetNames.map((name, at) => sheetLine(name, Boolean(book.Workbook?.Sheets?.[at]?.Hidden))),
    cells: new Map(sheets.flatMap(({ name, sheet }) => (sheet?.["!data"] ?? []).flatMap((cells, row) => (cells ?? []).flatMap((cell, column) =>
      cell ? cellEntry(`${name}!${utils.encode_cell({ r: row, c: column })}`, valueOf(cell), cell.f === undefined ? null : formulaLine(cell.f, cell.F !== undefined)) : [])))),
    merged: sheets.flatMap(({ name, sheet }) => (sheet?.["!merges"] ?? []).map((area) => `${name}!${utils.encode_range(area)}`)),
    tables: null,
    names: (book.Workbook?.Names ?? []).filter(({ Sheet }) => Sheet === undefined).map(({ Name, Ref }) => nameLine(Name, Ref)),
    validations: null,
    rules: null,
  };
}

function valueOf(cell: CellObject): CellValue {
  return cell.t === "e" ? (cell.w ?? "#ERROR!") : ((cell.v as CellValue | undefined) ?? null);
}
