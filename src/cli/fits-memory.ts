// Files that may be more than the memory Node lets a program have: it ends such a program at once, so the advice comes before.

import { stat } from "node:fs/promises";
import { getHeapStatistics } from "node:v8";
import type { Voice } from "./voice";

/** Bytes of memory for a byte of text: measured when a workbook is built from a million cells. */
const timesText = 15;
/** The same where the file is packed. */
const timesPacked = 60;

/** Tells what to do if the memory does not do for these files. */
export async function tellLarge(paths: readonly string[], { text, tell }: Pick<Voice, "text" | "tell">, limit = getHeapStatistics().heap_size_limit): Promise<void> {
  let needed = 0;
  for (const path of paths) {
    const size = (await stat(path).catch(() => null))?.size ?? 0;
    needed += size * (/\.xlsx?$/i.test(path) ? timesPacked : timesText);
  }
  if (needed > limit) tell(text.cli.mayNotFit(Math.round(limit / 2 ** 20), Math.ceil(needed / 2 ** 30) * 1024));
}
