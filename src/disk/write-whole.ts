// A file is written whole or not at all: beside its place first, then renamed.

import { open, readlink, realpath, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { goneAtEnd } from "./gone-at-end";
import { removeLeftovers, shortHash, unfinishedName } from "./leftovers";

/** What tells whether a file is still the one that was read; null where there is none. */
export type FileState = { readonly ino: number; readonly size: number; readonly mtimeMs: number } | null;

/** The file is not the one that was read any more: another run or program wrote it. */
export class ChangedMeanwhile extends Error {}

/** How a file stands now. */
export async function stateOf(path: string): Promise<FileState> {
  return stat(path).catch((error: NodeJS.ErrnoException) => (error.code === "ENOENT" ? null : Promise.reject(error)));
}

/**
 * What stood there before, or where a link leads, stays until the new file is whole. With `read`, how the file stood when it was
 * read, it also stays where somebody wrote it since: throws ChangedMeanwhile then.
 */
export async function writeWhole(link: string, write: (file: FileHandle) => Promise<unknown>, read?: FileState): Promise<void> {
  const path = await targetOf(link);
  const what = shortHash(basename(path));
  removeLeftovers(dirname(path), what);
  const draft = join(dirname(path), `${unfinishedName(what)}.tmp`);
  const forget = goneAtEnd(draft);
  try {
    const before = await stat(path).catch(() => null);
    const file = await open(draft, "w");
    try {
      await write(file);
      // Who may read the old file, and nobody else, may read the new one.
      if (before) await file.chmod(before.mode).catch(() => undefined);
      await file.sync();
    } finally {
      await file.close();
    }
    if (read !== undefined && !isSame(read, await stateOf(path))) throw new ChangedMeanwhile(path);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  } finally {
    forget();
  }
}

/** Where a link leads, be there a file or not. */
async function targetOf(link: string): Promise<string> {
  const path = await realpath(link).catch(() => null);
  if (path !== null) return path;
  const target = await readlink(link).catch(() => null);
  return target === null ? link : targetOf(resolve(dirname(link), target));
}

function isSame(one: FileState, other: FileState): boolean {
  return one === null || other === null ? one === other : one.ino === other.ino && one.size === other.size && one.mtimeMs === other.mtimeMs;
}
