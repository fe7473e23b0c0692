// What did the user type into the file that is to be written again?

import type { FoundBook, FoundTable } from "../../sheets/found";
import { foreignSheetsIn, isMarked } from "../../sheets/marks";
import type { Memory, Remembered, RememberedTable } from "../../sheets/memory";
import { twinPrefix } from "../../sheets/twins/twin";
import type { CellValue } from "../../values";
import { cellsOf } from "./cells";
import { foundIn, namesIn } from "./found";
import { openXlsx } from "./open";

/** Reads what was typed into an .xlsx, whoever saved it. What is not there is not in the memory. */
export function recallXlsx(bytes: Uint8Array, remembered: Remembered): Memory {
  const found = foundIn(bytes);
  const book = openXlsx(bytes);
  const lower = (name: string) => name.toLowerCase();
  const grids = new Map<string, Map<string, CellValue>>();
  const valueAt = (sheet: string, row: number, column: number): CellValue => {
    let grid = grids.get(sheet);
    if (!grid) {
      const one = book.sheets.find(({ name }) => name === sheet);
      grid = new Map([...(one ? cellsOf(book.file.bytes(one.path), book.strings) : [])].map((cell) => [`${cell.row} ${cell.column}`, cell.value]));
      grids.set(sheet, grid);
    }
    return grid.get(`${row} ${column}`) ?? null;
  };
  const inputs = remembered.inputs.flatMap((name): [string, CellValue][] => {
    const place = found.names.find((one) => lower(one.name) === lower(name))?.place;
    return place ? [[name, valueAt(place.sheet, place.area.top, place.area.left)]] : [];
  });
  const tables = remembered.tables.flatMap((name): [string, RememberedTable][] => {
    const table = found.tables.find((one) => lower(one.name) === lower(name));
    return table ? [[name, { columns: table.columns, rows: rowsOf(table, valueAt) }]] : [];
  });
  return { inputs: new Map(inputs), tables: new Map(tables), carriesTwins: carriesTwins(found) };
}

function rowsOf({ sheet, area, headers, totals, columns }: FoundTable, valueAt: (sheet: string, row: number, column: number) => CellValue): CellValue[][] {
  const count = Math.max(0, area.bottom - area.top + 1 - headers - totals);
  return Array.from({ length: count }, (_, row) => columns.map((_name, column) => valueAt(sheet, area.top + headers + row, area.left + column)));
}

function carriesTwins({ names }: FoundBook): boolean {
  return names.some(({ name, formula }) => name.toLowerCase().startsWith(twinPrefix.toLowerCase()) && formula.startsWith("_xlfn.LAMBDA("));
}

/** Whether we made this workbook, whoever saved it since. */
export function isSalesbook(bytes: Uint8Array): boolean {
  return isMarked(namesIn(openXlsx(bytes)));
}

/** Names of the sheets we did not make. */
export function foreignSheets(bytes: Uint8Array): readonly string[] {
  const book = openXlsx(bytes);
  return foreignSheetsIn({ sheets: book.sheets.map(({ name }) => name), names: namesIn(book) });
}
