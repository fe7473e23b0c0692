// Said before anything is read: a file that cannot be written, and one that another program has open.

import { access, constants, open, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import type { Text } from "../text/en";
import { InputError } from "./input-error";
import { cannotWrite } from "./why";

/** Throws an InputError where there is no folder for the file, nobody may write it even if its folder would let it be replaced, or it is open. */
export async function checkMayWrite(path: string, text: Text): Promise<void> {
  const state = await stat(path).catch(() => null);
  if (state && !state.isFile() && !state.isDirectory()) throw new InputError(text.cli.cannotWrite(path, text.cli.notAFile));
  if (state?.isFile() && (state.mode & 0o222) === 0) throw new InputError(text.cli.cannotWrite(path, text.cli.isLocked));
  const folder = dirname(path);
  if (!(await stat(folder).catch(() => null))?.isDirectory()) throw new InputError(text.cli.cannotWrite(path, text.cli.missingFolder));
  await access(folder, constants.W_OK).catch(() => { throw new InputError(text.cli.cannotWrite(path, text.cli.lockedFolder)); });
  const lock = state ? await lockBeside(path) : null;
  // What is typed there and not saved would be lost to one of the two.
  if (lock !== null) throw new InputError(text.cli.cannotWrite(path, text.cli.openElsewhere(lock)));
  // Windows lets nobody write what Excel has open: told now, not after minutes of reading.
  if (state?.isFile()) await (await open(path, "r+").catch((error: unknown) => { throw cannotWrite(path, error, text); })).close();
}

/** What Excel, WPS and LibreOffice put beside a file they have open; null where there is none. */
async function lockBeside(path: string): Promise<string | null> {
  const name = basename(path);
  for (const lock of [`~$${name}`, `.~lock.${name}#`]) {
    if (await stat(join(dirname(path), lock)).catch(() => null)) return lock;
  }
  return null;
}

/** The file such a lock is of; null for a file of any other name. */
export function lockedBy(path: string): string | null {
  const [, name] = /^(?:~\$(.+)|\.~lock\.(.+)#)$/.exec(basename(path))?.filter((part) => part !== undefined) ?? [];
  return name === undefined ? null : join(dirname(path), name);
}
