// `npm run fuzz [-- AREA] [--seed N] [--scale S]`: a million inputs and more, area by area, each in a process that may crash or hang alone.

import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { batchSize, type Failure } from "./attempts";

/** Batches of each area: what is quick is tried most. */
const batches = { text: 900, bytes: 700, clipboard: 600, xlsx: 200, book: 10, recall: 60, rollup: 3000, template: 500, functions: 4500, files: 50 } as const;

/** No batch takes as long, on whatever machine. */
const silence = 300_000;

interface Report {
  readonly batch: number;
  readonly failures: readonly Failure[];
  readonly slowest: number;
  readonly memory: number;
}

interface Tally {
  tried: number;
  slowest: number;
  memory: number;
  readonly failures: Map<string, Failure>;
}

void main();

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { seed: { type: "string" }, scale: { type: "string" } } });
  const seed = Number(values.seed ?? Math.floor(Date.now() / 1000) % 1_000_000);
  console.log(`seed ${seed}\n\n| Area | Inputs | Slowest, ms of processor | Most memory, MB | Failed |\n|---|---|---|---|---|`);
  const queue = Object.entries(batches).filter(([area]) => positionals.length === 0 || positionals.includes(area));
  const tallies: Tally[] = [];
  const worker = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [area, count] = next;
      const tally = await fuzzed(area, seed, Math.max(1, Math.round(count * Number(values.scale ?? 1))));
      tallies.push(tally);
      tell(area, tally);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const all = tallies.reduce((sum, { tried }) => sum + tried, 0);
  const wrong = tallies.reduce((sum, tally) => sum + failed(tally), 0);
  console.log(`\n${all.toLocaleString("en")} inputs tried, ${wrong} failed`);
  process.exit(wrong === 0 ? 0 : 1);
}

function tell(area: string, tally: Tally): void {
  console.log(`| ${area} | ${tally.tried.toLocaleString("en")} | ${Math.round(tally.slowest)} | ${Math.round(tally.memory)} | ${failed(tally)} |`);
  for (const { what, seed, count, input, stack } of tally.failures.values()) console.error(`  ${area}, seed ${seed}, ${count} times: ${what}\n    ${input.slice(0, 300)}\n${stack.split("\n").slice(1, 4).join("\n")}`);
}

function failed({ failures }: Tally): number {
  return [...failures.values()].reduce((sum, { count }) => sum + count, 0);
}

/** All batches of an area; after a crash or a hang the rest goes on in a new process. */
async function fuzzed(area: string, seed: number, count: number): Promise<Tally> {
  const tally: Tally = { tried: 0, slowest: 0, memory: 0, failures: new Map() };
  const end = seed + count;
  for (let next = seed; next < end; ) {
    const { reached, trouble } = await inChild(area, next, end - next, (report) => take(tally, report));
    if (trouble !== null) add(tally, { what: trouble, seed: reached, input: "", stack: "", count: 1 });
    next = trouble === null ? end : reached + 1;
  }
  return tally;
}

function take(tally: Tally, { failures, slowest, memory }: Report): void {
  tally.tried += batchSize;
  tally.slowest = Math.max(tally.slowest, slowest);
  tally.memory = Math.max(tally.memory, memory);
  for (const failure of failures) add(tally, failure);
}

function add({ failures }: Tally, failure: Failure): void {
  const key = failure.what.replace(/\d+/g, "9").slice(0, 80);
  const known = failures.get(key);
  if (known) known.count += failure.count;
  else failures.set(key, failure);
}

function inChild(area: string, first: number, count: number, told: (report: Report) => void): Promise<{ readonly reached: number; readonly trouble: string | null }> {
  return new Promise((done) => {
    const child = fork(resolve(__dirname, "child.ts"), [area, String(first), String(count)], { execArgv: ["--import", "tsx", "--max-old-space-size=600"] });
    let reached = first;
    let trouble: string | null = null;
    const stop = () => {
      trouble = "a batch hangs";
      child.kill("SIGKILL");
    };
    let watch = setTimeout(stop, silence);
    child.on("message", (report: Report) => {
      clearTimeout(watch);
      watch = setTimeout(stop, silence);
      reached = report.batch + 1;
      told(report);
    });
    child.on("exit", (code, signal) => {
      clearTimeout(watch);
      done({ reached, trouble: trouble ?? (code === 0 ? null : `the process ended with ${signal ?? code}`) });
    });
  });
}
