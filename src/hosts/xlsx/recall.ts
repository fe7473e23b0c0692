// What did the user type into the file that is to be written again?

import { foreignSheetsIn, isMarked } from "../../sheets/marks";
import type { Memory, Remembered } from "../../sheets/memory";
import { recalled } from "../../sheets/recall";
import { foundIn, namesIn } from "./found";
import { openXlsx } from "./open";

/** Reads what was typed into an .xlsx, whoever saved it. What is not there is not in the memory. */
export function recallXlsx(bytes: Uint8Array, remembered: Remembered): Memory {
  return recalled(foundIn(bytes), remembered);
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
