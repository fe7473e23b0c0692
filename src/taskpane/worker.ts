// The worker's side of remote.ts: does each call with the core, one after the other.

import { createWork } from "./core";
import type { Answer, Call } from "./remote";
import { RollupTrouble } from "./rollup-trouble";

const work = createWork();
const scope = self as unknown as { onmessage: (event: MessageEvent<Call>) => void; postMessage(answer: Answer): void };
let before: Promise<void> = Promise.resolve();

scope.onmessage = ({ data }) => {
  before = before.then(() => answer(data));
};

async function answer(call: Call): Promise<void> {
  const { id } = call;
  try {
    scope.postMessage({ id, kind: "done", result: await perform(call) });
  } catch (error) {
    scope.postMessage({ id, kind: "failed", said: error instanceof Error ? error.message : String(error), rollup: error instanceof RollupTrouble ? error.rollup : null });
  }
}

function perform(call: Call): Promise<unknown> {
  switch (call.kind) {
    case "readTemplate":
      return work.readTemplate(call.content);
    case "saveTemplate":
      return work.saveTemplate(call.memory, call.title, call.about, call.asOf);
    case "open":
      return work.open(call.source);
    case "remember":
      return work.remember(call.memory);
    case "correct":
      return work.correct(call.table, call.correction);
    case "remove":
      return work.remove(call.table);
    case "line":
      return work.line(call.table, call.row);
    case "build":
      return work.build(call.choice, (phase, done, total) => scope.postMessage({ id: call.id, kind: "progress", phase, done, total }));
    case "plan":
      return work.plan(call.choice, call.memory);
    case "changes":
      return work.changes(call.choice, call.memory);
  }
}
