// What is found in an .xlsx by Excel, LibreOffice, WPS, Google Sheets or us.

import type { FoundBook, FoundCell } from "../../sheets/found";
import { cellsOf } from "./cells";
import { openXlsx, placeOf, type OpenBook, type OpenSheet } from "./open";

/** The names that mark what we made begin so; they follow a sheet that is renamed. */
export const markPrefix = "_salesbook.";

/** Throws when the bytes are not an .xlsx. */
export function foundIn(bytes: Uint8Array): FoundBook {
  const book = openXlsx(bytes);
  return {
    sheets: book.sheets.map(({ name }) => name),
    names: book.names.filter(({ localTo }) => localTo === null).map(({ name, formula }) => ({ name, formula, place: placeIn(book, formula) })),
    tables: book.tables.map(({ name, sheet, area, headers, totals, columns }) => ({ name, sheet: sheet.name, area, headers, totals, columns })),
    cells: new Map(ourSheets(book).map((sheet) => [sheet.name, sheetCells(book, sheet)])),
  };
}

/** Sheets with a mark of ours. */
export function ourSheets(book: OpenBook): readonly OpenSheet[] {
  const marked = new Set(book.names.filter(({ name }) => name.toLowerCase().startsWith(markPrefix)).map(({ formula }) => placeOf(formula)?.sheet.toLowerCase()));
  return book.sheets.filter(({ name }) => marked.has(name.toLowerCase()));
}

function placeIn(book: OpenBook, formula: string): FoundBook["names"][number]["place"] {
  const place = placeOf(formula);
  return place && book.sheets.some(({ name }) => name === place.sheet) ? place : null;
}

/** Read anew each time it is walked: a big sheet is never whole in memory. */
function sheetCells({ file, strings }: OpenBook, { path }: OpenSheet): Iterable<FoundCell> {
  return { [Symbol.iterator]: () => cellsOf(file.bytes(path), strings)[Symbol.iterator]() };
}
