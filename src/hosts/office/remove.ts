// Undoing a build: Excel's own undo cannot. What was typed stays as a journal that the next build offers back.

import { isMarked, markPrefix, sheetsMarked } from "../../sheets/marks";
import type { Memory } from "../../sheets/memory";
import { remembered } from "../../sheets/remembered";
import { HostError } from "../live";
import { dropParts, journalIn, writeJournal } from "./journal";
import { dropHalfMade, halfMade } from "./made";
import { readBook, readCells, type ReadBook } from "./read";
import { memoryIn } from "./recall";
import { costs, operation, send } from "./request";

/** Removes our sheets, names and marks; gives the names of the sheets that went. */
export async function removeBuilt(context: Excel.RequestContext): Promise<readonly string[]> {
  const book = await readBook(context);
  const half = halfMade(book);
  const sheets = [...new Set([...sheetsMarked(book.names).values(), ...half])];
  if (sheets.length === 0) return [];
  if (book.isReadOnly) throw new HostError([{ kind: "read-only" }]);
  if (book.isStructureProtected) throw new HostError([{ kind: "protected-structure" }]);
  const memory = await typedIn(context, book);
  const journal = memory ? writeJournal(memory) : null;
  const leavesNone = book.sheets.every(({ name, isVisible }) => sheets.includes(name) || !isVisible);
  await send(context, [
    ...(journal?.operations ?? []),
    ...dropParts([...(journal ? book.journals : []), ...book.looks].map(({ id }) => id)),
    ...dropHalfMade({ names: book.names.filter(({ name }) => !name.startsWith(markPrefix)) }, half),
    ...book.names.filter((name) => isOurs(name, sheets, half)).map(({ name }) => operation(costs.object, (now) => now.workbook.names.getItem(name).delete())),
    ...(leavesNone ? [operation(costs.object, (now: Excel.RequestContext) => now.workbook.worksheets.add().activate())] : []),
    ...sheets.filter((sheet) => !half.includes(sheet)).map((sheet) => operation(costs.object * 2, (now) => now.workbook.worksheets.getItem(sheet).delete())),
  ]);
  return sheets;
}

async function typedIn(context: Excel.RequestContext, book: ReadBook): Promise<Memory | null> {
  if (!isMarked(book.names)) return journalIn(book)?.memory ?? null;
  return memoryIn(book, await readCells(context, book), remembered);
}

/** Names on half-made sheets go with those. */
function isOurs({ name, place, formula }: ReadBook["names"][number], sheets: readonly string[], half: readonly string[]): boolean {
  if (place) return sheets.includes(place.sheet) && !half.includes(place.sheet);
  return name.startsWith(markPrefix) || (/^SALES_/i.test(name) && /^(_xlfn\.)?LAMBDA\(/i.test(formula));
}
