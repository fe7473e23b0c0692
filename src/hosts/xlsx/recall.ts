// What did the user type into the file that is to be written again?

import { foreignSheetsIn, isMarked } from "../../sheets/marks";
import type { Memory, Remembered } from "../../sheets/memory";
import { mergedMemory } from "../../sheets/merge-memory";
import { recalled } from "../../sheets/recall";
import { foundIn, namesIn } from "./found";
import { journalIn } from "./journal";
import { openXlsx } from "./open";

/** Reads what was typed into an .xlsx, whoever saved it, and what a run that died left in it. What is not there is not in the memory. */
export function recallXlsx(bytes: Uint8Array, remembered: Remembered): Memory {
  const book = openXlsx(bytes);
  const [now, left] = [recalled(foundIn(book), remembered), journalIn(book)];
  return left ? mergedMemory(now, left) : now;
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
