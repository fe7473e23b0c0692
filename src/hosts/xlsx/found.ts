// What is found in an .xlsx by Excel, LibreOffice, WPS, Google Sheets or us.

import type { FoundBook, FoundCell, FoundName } from "../../sheets/found";
import { sheetsMarked } from "../../sheets/marks";
import { cellsOf } from "./cells";
import { placeOf, type OpenBook, type OpenSheet } from "./open";

/** The facts of an open workbook. */
export function foundIn(book: OpenBook): FoundBook {
  const names = namesIn(book);
  return {
    sheets: book.sheets.map(({ name }) => name),
    names,
    tables: book.tables.map(({ name, sheet, area, headers, totals, columns }) => ({ name, sheet: sheet.name, area, headers, totals, columns })),
    cells: new Map(ourSheets(book, names).map((sheet) => [sheet.name, sheetCells(book, sheet)])),
  };
}

/** Names of the whole workbook, with the cells they stand for. */
export function namesIn({ names, sheets }: OpenBook): readonly FoundName[] {
  const known = new Map(sheets.map(({ name }) => [name.toLowerCase(), name]));
  return names.filter(({ localTo }) => localTo === null).map(({ name, formula }) => {
    const place = placeOf(formula);
    const sheet = place && known.get(place.sheet.toLowerCase());
    return { name, formula, place: place && sheet !== undefined && sheet !== null ? { sheet, area: place.area } : null };
  });
}

/** The sheets we made. */
function ourSheets({ sheets }: OpenBook, names: readonly FoundName[]): readonly OpenSheet[] {
  const marked = new Set(sheetsMarked(names).values());
  return sheets.filter(({ name }) => marked.has(name));
}

/** Read anew each time it is walked: a big sheet is never whole in memory. */
function sheetCells({ file, strings }: OpenBook, { path }: OpenSheet): Iterable<FoundCell> {
  return { [Symbol.iterator]: () => cellsOf(file.bytes(path), strings)[Symbol.iterator]() };
}
