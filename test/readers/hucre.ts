// A workbook as hucre reads it.

import { readXlsx, type Cell, type Sheet } from "hucre/xlsx";
import { areaReference, relative } from "../../src/sheets/address";
import type { CellValue } from "../../src/values";
import { cellEntry, cellsIn, formulaLine, nameLine, ruleLine, sheetLine, tableLine, validationLine, type Contents, type ReadCell } from "./contents";
import { areaOf } from "./area";

export async function readByHucre(bytes: Uint8Array): Promise<Contents> {
  const { sheets, namedRanges = [] } = await readXlsx(bytes);
  const perSheet = (lines: (sheet: Sheet) => readonly string[]) => sheets.flatMap((sheet) => lines(sheet).map((line) => `${sheet.name}!${line}`));
  return {
    sheets: sheets.map(({ name, hidden, veryHidden }) => sheetLine(name, Boolean(hidden ?? veryHidden))),
    cells: new Map(sheets.flatMap(entriesOf)),
    merged: perSheet(({ merges = [] }) => merges.map(({ startRow, startCol, endRow, endCol }) => areaReference({ top: startRow, left: startCol, bottom: endRow, right: endCol }))),
    tables: perSheet(({ tables = [] }) => tables.map(({ name, range = "", columns }) => tableLine(name, range, columns.map((column) => column.name)))),
    names: namedRanges.filter(({ scope }) => scope === undefined).map(({ name, range }) => nameLine(name, range)),
    validations: perSheet(({ dataValidations = [] }) => dataValidations.flatMap(({ range, type, values, formula1, formula2 }) => {
      const formulas = values ? [`"${values.join(",")}"`] : [formula1, formula2].filter((formula) => formula !== undefined);
      return cellsIn(areaOf(range)).map((at) => validationLine(at, type, formulas));
    })),
    rules: perSheet(({ conditionalRules = [] }) => conditionalRules.map(({ range, type }) => ruleLine(range, type))),
  };
}

/** Values by row; what is more than a value, by place. */
function entriesOf({ name, rows, cells }: Sheet): readonly (readonly [string, ReadCell])[] {
  return rows.flatMap((values, row) => values.flatMap((value, column) => {
    const cell = cells?.get(`${row},${column}`);
    return cellEntry(`${name}!${relative({ row, column })}`, valueOf(cell?.formulaResult ?? value), formulaOf(cell));
  }));
}

function formulaOf(cell: Cell | undefined): string | null {
  return cell?.formula === undefined ? null : formulaLine(cell.formula, cell.formulaType === "array");
}

function valueOf(value: Cell["value"]): CellValue {
  return value instanceof Date ? value.getTime() / 86_400_000 + 25_569 : value;
}
