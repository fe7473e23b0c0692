// What did the user type into the file that is to be written again?

import { markPrefix } from "../../sheets/marks";
import type { Memory, Remembered, RememberedTable } from "../../sheets/memory";
import { twinPrefix } from "../../sheets/twins/twin";
import type { CellValue } from "../../values";
import { readCells } from "./cells";
import { areaOf, openXlsx, type OpenBook, type OpenTable } from "./open";

/** Reads named input cells and tables of an .xlsx by Excel, LibreOffice, WPS or us. What is not there is not in the memory. */
export function recallXlsx(bytes: Uint8Array, remembered: Remembered): Memory {
  const book = openXlsx(bytes);
  const inputs = remembered.inputs.flatMap((name) => {
    const at = placeOf(book.names.get(name.toLowerCase()) ?? "", book);
    return at ? [{ name, ...at }] : [];
  });
  const tables = remembered.tables.flatMap((name) => {
    const table = book.tables.get(name.toLowerCase());
    return table ? [{ name, table, rows: emptyRows(table) }] : [];
  });
  const values = new Map<string, CellValue>(inputs.map(({ name }) => [name, null]));
  for (const { path } of book.sheets) {
    const inputsHere = new Map(inputs.filter(({ sheet }) => sheet === path).map(({ name, row, column }) => [keyOf(row, column), name]));
    const tablesHere = tables.filter(({ table }) => table.sheet.path === path);
    if (inputsHere.size === 0 && tablesHere.length === 0) continue;
    const tableAt = (row: number, column: number) => tablesHere.find(({ table }) => isInBody(table, row, column));
    readCells(
      book.part(path),
      book.strings,
      (row, column) => tableAt(row, column) !== undefined || inputsHere.has(keyOf(row, column)),
      (row, column, value) => {
        const name = inputsHere.get(keyOf(row, column));
        if (name !== undefined) values.set(name, value);
        const found = tableAt(row, column);
        const line = found?.rows[row - found.table.area.top - found.table.headers];
        if (found && line) line[column - found.table.area.left] = value;
      },
    );
  }
  return {
    inputs: values,
    tables: new Map(tables.map(({ name, table, rows }): [string, RememberedTable] => [name, { columns: table.columns, rows }])),
    carriesTwins: [...book.names].some(([name, formula]) => name.startsWith(twinPrefix.toLowerCase()) && formula.startsWith("_xlfn.LAMBDA(")),
  };
}

function keyOf(row: number, column: number): number {
  return row * 16_384 + column;
}

/** Whether we made this workbook, whoever saved it since. */
export function isSalesbook(bytes: Uint8Array): boolean {
  return [...openXlsx(bytes).names.keys()].some((name) => name.startsWith(markPrefix));
}

/** Names of the sheets we did not make: writing the file anew would lose them. */
export function foreignSheets(bytes: Uint8Array): string[] {
  const book = openXlsx(bytes);
  const ours = [...book.names].flatMap(([name, text]) => (name.startsWith(markPrefix) ? [placeOf(text, book)?.sheet] : []));
  return book.sheets.filter(({ path }) => !ours.includes(path)).map(({ name }) => name);
}

/** The first cell of `'Set-up'!$B$4`. */
function placeOf(text: string, book: OpenBook): { sheet: string; row: number; column: number } | null {
  const cut = text.lastIndexOf("!");
  const name = text.slice(0, Math.max(cut, 0)).replace(/^'(.*)'$/s, (_, inner: string) => inner.replaceAll("''", "'"));
  const sheet = book.sheets.find((one) => one.name === name);
  const area = areaOf(text.slice(cut + 1));
  return sheet && area ? { sheet: sheet.path, row: area.top, column: area.left } : null;
}

function emptyRows({ area, headers, totals, columns }: OpenTable): CellValue[][] {
  const count = Math.max(0, area.bottom - area.top + 1 - headers - totals);
  return Array.from({ length: count }, () => columns.map(() => null));
}

function isInBody({ area, headers, totals }: OpenTable, row: number, column: number): boolean {
  return row >= area.top + headers && row <= area.bottom - totals && column >= area.left && column <= area.right;
}
