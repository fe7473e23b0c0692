// A folder for what is too big for memory, gone when the program ends, however it ends.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { goneAtEnd } from "../../disk/gone-at-end";
import { removeLeftovers, unfinishedName } from "../../disk/leftovers";

/** A folder of its own; `remove` can be called twice. */
export interface WorkFolder {
  readonly path: string;
  remove(): void;
}

/** Makes a folder within another, the system's for temporary files where none is given; what runs that were killed left there goes. */
export function makeWorkFolder(within: string = tmpdir()): WorkFolder {
  removeLeftovers(within, "files");
  const path = mkdtempSync(join(within, `${unfinishedName("files")}-`));
  const forget = goneAtEnd(path);
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
      forget();
    },
  };
}
