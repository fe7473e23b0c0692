// A folder for what is too big for memory, gone when the program ends, however it ends.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A folder of its own; `remove` can be called twice. */
export interface WorkFolder {
  readonly path: string;
  remove(): void;
}

const open = new Set<string>();
/** Signals that end a program without its `exit` event. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Makes a folder within another, the system's for temporary files where none is given. */
export function makeWorkFolder(within: string = tmpdir()): WorkFolder {
  const path = mkdtempSync(join(within, "salesbook-"));
  if (open.size === 0) watch();
  open.add(path);
  return { path, remove: () => remove(path) };
}

function remove(path: string): void {
  rmSync(path, { recursive: true, force: true });
  if (open.delete(path) && open.size === 0) unwatch();
}

function watch(): void {
  process.on("exit", removeAll);
  for (const signal of signals) process.on(signal, end);
}

function unwatch(): void {
  process.off("exit", removeAll);
  for (const signal of signals) process.off(signal, end);
}

function removeAll(): void {
  for (const path of [...open]) remove(path);
}

/** Removes, and lets the signal do what it would have done unless somebody else listens. */
function end(signal: NodeJS.Signals): void {
  removeAll();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
