// What did the user type into the workbook, and what did a run that died leave?

import type { Memory, Remembered } from "../../sheets/memory";
import { mergedMemory } from "../../sheets/merge-memory";
import { recalled } from "../../sheets/recall";
import type { Grid } from "./grid";
import { journalIn } from "./journal";
import { withoutHalfMade } from "./made";
import { foundBook, readBook, readCells, type ReadBook } from "./read";

/** What a recall read, for the render that follows it. */
export interface Recalled {
  readonly asked: Remembered;
  readonly memory: Memory;
  readonly book: ReadBook;
  readonly grids: ReadonlyMap<string, Grid>;
}

export async function recallBook(context: Excel.RequestContext, asked: Remembered): Promise<Recalled> {
  const book = await readBook(context);
  const whole = withoutHalfMade(book);
  const grids = await readCells(context, whole);
  return { asked, memory: memoryIn(whole, grids, asked), book, grids };
}

/** What is typed in the cells, and what only the journal holds. */
export function memoryIn(book: ReadBook, grids: ReadonlyMap<string, Grid>, asked: Remembered): Memory {
  const now = recalled(foundBook(book, grids), asked);
  const left = journalIn(book);
  return left ? mergedMemory(now, left.memory) : now;
}
