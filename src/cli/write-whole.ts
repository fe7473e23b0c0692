// A text file is written whole or not at all.

import { open, realpath, rename, rm } from "node:fs/promises";
import { goneAtEnd } from "../gone-at-end";

/** What stood there before, or where a link leads, stays until the new file is whole. */
export async function writeWhole(link: string, content: string): Promise<void> {
  const path = await realpath(link).catch(() => link);
  const draft = `${path}.${process.pid}.tmp`;
  const forget = goneAtEnd(draft);
  try {
    const file = await open(draft, "w");
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    forget();
  }
}
