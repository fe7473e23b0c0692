// The work in a web worker, so that the pane never stands still. Calls and answers are numbered messages.

import type { Built, BuildProgress, Choice, Correction, Imported, Opened, Source, Work } from "./work";

/** What the pane sends. */
export type Call =
  | { readonly id: number; readonly kind: "open"; readonly source: Source }
  | { readonly id: number; readonly kind: "correct"; readonly table: string; readonly correction: Correction }
  | { readonly id: number; readonly kind: "remove"; readonly table: string }
  | { readonly id: number; readonly kind: "build"; readonly choice: Choice };

/** What the worker sends back. */
export type Answer =
  | { readonly id: number; readonly kind: "progress"; readonly phase: Parameters<BuildProgress>[0]; readonly done: number }
  | { readonly id: number; readonly kind: "done"; readonly result: unknown }
  | { readonly id: number; readonly kind: "failed"; readonly said: string };

type CallOf<K extends Call["kind"]> = Omit<Extract<Call, { kind: K }>, "id" | "kind">;

interface Waiting {
  readonly progress: BuildProgress;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** The work as a worker does it. */
export function remoteWork(worker: Worker): Work {
  const waiting = new Map<number, Waiting>();
  let last = 0;
  worker.onmessage = ({ data }: MessageEvent<Answer>) => answer(waiting, data);
  worker.onerror = (event) => failAll(waiting, event.message || "the worker could not be started");

  function call<R, K extends Call["kind"]>(kind: K, what: CallOf<K>, progress: BuildProgress = () => undefined): Promise<R> {
    const id = (last += 1);
    return new Promise<R>((resolve, reject) => {
      waiting.set(id, { progress, resolve: (result) => resolve(result as R), reject });
      worker.postMessage({ id, kind, ...what });
    });
  }

  return {
    open: (source) => call<Opened, "open">("open", { source }),
    correct: (table, correction) => call<Imported, "correct">("correct", { table, correction }),
    remove: (table) => call<void, "remove">("remove", { table }),
    build: (choice, progress) => call<Built, "build">("build", { choice }, progress),
  };
}

function answer(waiting: Map<number, Waiting>, said: Answer): void {
  const one = waiting.get(said.id);
  if (!one) return;
  if (said.kind === "progress") return one.progress(said.phase, said.done);
  waiting.delete(said.id);
  if (said.kind === "done") one.resolve(said.result);
  else one.reject(new Error(said.said));
}

function failAll(waiting: Map<number, Waiting>, said: string): void {
  for (const one of waiting.values()) one.reject(new Error(said));
  waiting.clear();
}
