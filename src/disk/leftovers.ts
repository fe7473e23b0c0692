// What a run that was killed left behind: its name tells whose it was, and the next run removes it.

import { createHash } from "node:crypto";
import { readdirSync, rmSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/** A name for something unfinished of this process; `what` tells apart what is removed by whom. */
export function unfinishedName(what: string): string {
  return `${startOf(what)}${process.pid}`;
}

/** Removes from a folder what dead processes of this machine left of `what`. */
export function removeLeftovers(folder: string, what: string): void {
  for (const name of namesIn(folder)) {
    const pid = name.startsWith(startOf(what)) ? Number.parseInt(name.slice(startOf(what).length), 10) : NaN;
    if (Number.isNaN(pid) || isAlive(pid)) continue;
    try {
      rmSync(join(folder, name), { recursive: true, force: true });
    } catch {
      // Another run may be at it, or it is somebody else's: it is in nobody's way.
    }
  }
}

/** A folder on the network is shared: a process of another machine is not known here. */
function startOf(what: string): string {
  return `salesbook-${what}-${shortHash(hostname())}-`;
}

/** A text as eight letters of a file's name. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 8);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== "ESRCH";
  }
}
