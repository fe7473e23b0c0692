// One measurement of a custom function in a process of its own: `function-task.ts FUNCTION ROWS` prints JSON. Runs the script Excel loads, as built.

import { existsSync, readFileSync } from "node:fs";
import vm from "node:vm";
import type { FunctionId } from "../src/functions/ids";
import { functionsScript, startRuntime } from "../test/excel-host/node-bridge";
import { argumentsFor } from "./function-input";

/** Milliseconds of the first call, and of the quickest of five. */
export interface Timed {
  readonly first: number;
  readonly best: number;
}

void main(process.argv[2] ?? "", Number(process.argv[3]));

async function main(name: string, rows: number): Promise<void> {
  if (!existsSync(functionsScript)) throw new Error("run `npm run build` first");
  const timed = name === "runtime" ? await throughRuntime(rows) : direct(name as FunctionId, rows);
  console.log(JSON.stringify(timed));
}

/** The function itself, with arguments as Excel hands them over. */
function direct(name: FunctionId, rows: number): Timed {
  const functions = new Map<string, (...given: unknown[]) => unknown>();
  const runtime = { associate: (id: string, run: (...given: unknown[]) => unknown) => functions.set(id, run), Error: refused, ErrorCode: { invalidValue: "#VALUE!", notAvailable: "#N/A" } };
  vm.runInThisContext(`(CustomFunctions) => {${readFileSync(functionsScript, "utf8")}}`)(runtime);
  const given = argumentsFor(name, rows);
  const times = Array.from({ length: 6 }, () => {
    const started = performance.now();
    functions.get(name)!(...given);
    return performance.now() - started;
  });
  return { first: times[0]!, best: Math.min(...times.slice(1)) };
}

/** Stands for the constructor of the runtime's own error. */
function refused(code: string, sentence: string): Error {
  return new Error(`${code} ${sentence}`);
}

/** So many one-cell calls in one message, through the real runtime, until the last answer is there. */
async function throughRuntime(calls: number): Promise<Timed> {
  const runtime = startRuntime();
  const message = Array.from({ length: calls }, (_, at): [string, unknown[]] => ["LTV", [[[100 + at]], [[0.8]], [[0.05]], null, null]]);
  const time = async () => {
    const started = performance.now();
    await runtime.call(message);
    return performance.now() - started;
  };
  const first = await time();
  // The runtime sends results no more often than twice a second: a message right behind another one would wait.
  await new Promise((done) => setTimeout(done, 1200));
  return { first, best: await time() };
}
