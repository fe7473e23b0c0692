// The work in a web worker, so that the pane never stands still. Calls and answers are numbered messages.

import type { Memory } from "../sheets/memory";
import type { Day } from "../values";
import { RollupTrouble, type RollupTroubled } from "./rollup-trouble";
import type { BuildProgress, Choice, Correction, Source, Work } from "./work";

/** What the pane sends. */
export type Call =
  | { readonly id: number; readonly kind: "readTemplate"; readonly content: string }
  | { readonly id: number; readonly kind: "saveTemplate"; readonly memory: Memory; readonly title: string; readonly about: string; readonly asOf: Day }
  | { readonly id: number; readonly kind: "open"; readonly source: Source }
  | { readonly id: number; readonly kind: "remember"; readonly memory: Memory }
  | { readonly id: number; readonly kind: "correct"; readonly table: string; readonly correction: Correction }
  | { readonly id: number; readonly kind: "remove"; readonly table: string }
  | { readonly id: number; readonly kind: "line"; readonly table: string; readonly row: number }
  | { readonly id: number; readonly kind: "build"; readonly choice: Choice }
  | { readonly id: number; readonly kind: "plan"; readonly choice: Choice; readonly memory: Memory }
  | { readonly id: number; readonly kind: "changes"; readonly choice: Choice; readonly memory: Memory };

/** What the worker sends back. */
export type Answer =
  | { readonly id: number; readonly kind: "progress"; readonly phase: Parameters<BuildProgress>[0]; readonly done: number; readonly total: number }
  | { readonly id: number; readonly kind: "done"; readonly result: unknown }
  | { readonly id: number; readonly kind: "failed"; readonly said: string; readonly rollup: RollupTroubled | null };

type CallOf<K extends Call["kind"]> = Omit<Extract<Call, { kind: K }>, "id" | "kind">;
type ResultOf<K extends Call["kind"]> = Awaited<ReturnType<Work[K]>>;

interface Waiting {
  readonly progress: BuildProgress;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The part of the page that does the work could not be loaded: nothing can be done until the page is. */
export class WorkerMissing extends Error {}

/** The work as a worker does it; `start` may throw where workers are not allowed. */
export function remoteWork(start: () => Worker): Work {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  let isMissing = false;
  const worker = started(start);
  if (worker) {
    worker.onmessage = ({ data }: MessageEvent<Answer>) => answer(waiting, data);
    // Only an error within it has a message: without one it was never there.
    worker.onerror = (event) => (event.message ? failAll(waiting, new Error(event.message)) : lose());
  } else lose();

  function lose(): void {
    isMissing = true;
    failAll(waiting, new WorkerMissing());
  }

  function call<K extends Call["kind"]>(kind: K, what: CallOf<K>, progress: BuildProgress = () => undefined): Promise<ResultOf<K>> {
    if (isMissing) return Promise.reject(new WorkerMissing());
    const id = (last += 1);
    return new Promise<ResultOf<K>>((resolve, reject) => {
      waiting.set(id, { progress, resolve: (result) => resolve(result as ResultOf<K>), reject });
      worker?.postMessage({ id, kind, ...what });
    });
  }

  return {
    readTemplate: (content) => call("readTemplate", { content }),
    saveTemplate: (memory, title, about, asOf) => call("saveTemplate", { memory, title, about, asOf }),
    open: (source) => call("open", { source }),
    remember: (memory) => call("remember", { memory }),
    correct: (table, correction) => call("correct", { table, correction }),
    remove: (table) => call("remove", { table }),
    line: (table, row) => call("line", { table, row }),
    build: (choice, progress) => call("build", { choice }, progress),
    plan: (choice, memory) => call("plan", { choice, memory }),
    changes: (choice, memory) => call("changes", { choice, memory }),
  };
}

function answer(waiting: Map<number, Waiting>, said: Answer): void {
  const one = waiting.get(said.id);
  if (!one) return;
  if (said.kind === "progress") return one.progress(said.phase, said.done, said.total);
  waiting.delete(said.id);
  if (said.kind === "done") one.resolve(said.result);
  else one.reject(said.rollup ? new RollupTrouble(said.rollup) : new Error(said.said));
}

function started(start: () => Worker): Worker | null {
  try {
    return start();
  } catch {
    return null;
  }
}

function failAll(waiting: Map<number, Waiting>, error: Error): void {
  for (const one of waiting.values()) one.reject(error);
  waiting.clear();
}
