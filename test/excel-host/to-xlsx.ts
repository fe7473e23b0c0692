// The workbook as a file, so that a spreadsheet program can compute it: values, formulas, number formats and names.

import { parseStructRef, tokenize, type ReferenceStruct } from "@borgar/fx";
import { read, utils, write, type CellObject, type WorkBook } from "@e965/xlsx";
import { futureFunction } from "../../src/sheets/future-functions";
import { convert } from "../office";
import { addressOf, holds, quoted, type Rectangle } from "./area";
import type { Book } from "./book";
import type { Cell } from "./grid";
import type { Sheet } from "./sheet";
import type { Table } from "./tables";

/** References to tables are written as addresses: the file has no tables. */
function toXlsx(book: Book): Uint8Array {
  const file: WorkBook = utils.book_new();
  for (const sheet of book.sheets) utils.book_append_sheet(file, sheetOf(sheet), sheet.Name);
  const named = [...book.names, ...book.sheets.flatMap(({ names }) => names)];
  file.Workbook = { Names: named.map(({ Name, Formula, sheet }) => ({ Name, Ref: fileFormula(Formula, book), ...(sheet ? { Sheet: sheet.Position } : {}) })) };
  return write(file, { type: "buffer", bookType: "xlsx" }) as Uint8Array;
}

/** Puts what LibreOffice computes into the cells with formulas. */
export async function recalculated(book: Book): Promise<void> {
  const computed = read(await convert(toXlsx(book), "xlsx"), { dense: true });
  for (const sheet of book.sheets) {
    for (const [row, column, formula] of [...sheet.grid.formulas()]) {
      const cell = computed.Sheets[sheet.Name]?.["!data"]?.[row]?.[column];
      sheet.grid.set(row, column, cell?.t === "e" ? (cell.w ?? "#VALUE!") : ((cell?.v as Cell | undefined) ?? ""), formula);
    }
  }
}

function sheetOf(sheet: Sheet) {
  const { grid, book } = sheet;
  // A sheet with nothing on it is written as its first cell, which needs a row.
  const data: (CellObject | undefined)[][] = [[]];
  for (let row = 0; row < grid.rowCount; row += 1) {
    const found = grid.rowIfAny(row);
    const width = Math.max(found?.values.length ?? 0, found?.formulas.length ?? 0);
    const cells: (CellObject | undefined)[] = [];
    for (let column = 0; column < width; column += 1) {
      const formula = grid.formula(row, column);
      const value = grid.value(row, column);
      if (value === "" && formula === undefined) continue;
      const table = formula?.includes("[") ? sheet.tables.find(({ area }) => holds(area, { top: row, left: column, bottom: row, right: column })) : undefined;
      cells[column] = { ...cellOf(value), z: String(sheet.styleOf(row, column, "numberFormat")), ...(formula === undefined ? {} : computedAt(row, column, fileFormula(formula, book, { row, table }))) };
    }
    data[row] = cells;
  }
  const used = grid.used({ top: 0, left: 0, bottom: grid.rowCount, right: 16_383 }, true);
  return { "!data": data, "!ref": addressOf(used ?? { top: 0, left: 0, bottom: 0, right: 0 }), "!type": "sheet" } as unknown as WorkBook["Sheets"][string];
}

/** Excel of today computes with all cells of an area, which files say by calling the formula an array's. */
function computedAt(row: number, column: number, formula: string): Pick<CellObject, "f" | "F"> {
  return formula.includes(":") ? { f: formula, F: addressOf({ top: row, left: column, bottom: row, right: column }) } : { f: formula };
}

function cellOf(value: Cell): CellObject {
  if (typeof value === "number") return { t: "n", v: value };
  if (typeof value === "boolean") return { t: "b", v: value };
  return { t: "s", v: value };
}

interface Place {
  readonly row: number;
  /** The table the cell is in. */
  readonly table: Table | undefined;
}

/** A formula without "=" as files hold it. */
function fileFormula(formula: string, book: Book, place?: Place): string {
  return tokenize(formula.slice(1)).map(({ type, value }) => {
    if (type === "structured") return addressed(value, book, place) ?? "#REF!";
    return type === "func" && !value.startsWith("_xl") && futureFunction(`${value}(`) ? `_xlfn.${value}` : value;
  }).join("");
}

function addressed(text: string, book: Book, place: Place | undefined): string | null {
  const reference = parseStructRef(text) as ReferenceStruct | undefined;
  const table = reference?.table ? book.table(reference.table) : place?.table;
  const columns = table?.rangeOf(`${table.Name}[${said({ ...reference, sections: [] })}]`)?.area;
  if (!reference || !table || !columns) return null;
  const [section] = reference.sections ?? [];
  const rows = rowsOf(section, table, place);
  return `${quoted(table.sheet.Name)}!${addressOf({ ...columns, ...rows }, "$")}`;
}

function rowsOf(section: string | undefined, table: Table, place: Place | undefined): Pick<Rectangle, "top" | "bottom"> {
  const { top, bottom } = table.area;
  switch (section?.toLowerCase()) {
    case "this row": return { top: place?.row ?? top, bottom: place?.row ?? top };
    case "all": return { top, bottom };
    case "headers": return { top, bottom: top };
    case "totals": return { top: bottom, bottom };
    default: return { top: table.body.top, bottom: table.body.bottom };
  }
}

function said({ columns = [] }: ReferenceStruct): string {
  const [first, last] = columns.map((name) => name.replaceAll(/[[\]#'@]/g, "'$&"));
  if (first === undefined) return "#Data";
  return last === undefined ? first : `[${first}]:[${last}]`;
}
