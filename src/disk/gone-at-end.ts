// What must not outlive the program: gone when it ends, however it ends.

import { rmSync } from "node:fs";

const unfinished = new Set<string>();
/** Signals that end a program without its `exit` event. */
const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** A file or folder is removed when the program ends, unless what this gives is called before. */
export function goneAtEnd(path: string): () => void {
  if (unfinished.size === 0) watch();
  unfinished.add(path);
  return () => forget(path);
}

function forget(path: string): void {
  if (unfinished.delete(path) && unfinished.size === 0) unwatch();
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
  for (const path of [...unfinished]) {
    rmSync(path, { recursive: true, force: true });
    forget(path);
  }
}

/** Removes, and lets the signal do what it would have done unless somebody else listens. */
function end(signal: NodeJS.Signals): void {
  removeAll();
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
