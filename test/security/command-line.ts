// The built command line, run as people run it, with something watching. (It needs `npm run build`.)

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { isInstalled } from "../office";

const program = resolve(__dirname, "../../dist/cli/salesbook.js");
const watcher = resolve(__dirname, "watch-sockets.js");

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

interface Around {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** What node is told before the program. */
  readonly node?: readonly string[];
  /** A program that starts node, with its words. */
  readonly under?: readonly string[];
}

/** Runs the words of a command line. */
export function salesbook(words: readonly string[], { cwd, env = {}, node = [], under = [] }: Around = {}): Ended {
  if (!existsSync(program)) throw new Error("dist/cli is not there: run `npm run build` first");
  const [command = "", ...args] = [...under, process.execPath, ...node, program, ...words];
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, ...env }, maxBuffer: 1 << 28 });
  if (error) throw error;
  return { code: status, out: stdout, err: stderr };
}

/** Whether the system can tell what a program asks of it; elsewhere only Node does. */
export const canTrace = isInstalled("strace");

/** The same, and what it asked of the network and of other programs: at Node's own doors and, by any thread and any library, at the system's. */
export function watched(words: readonly string[], around: Around = {}): Ended & { readonly asked: readonly string[] } {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-watched-"));
  try {
    const [log, calls] = [join(folder, "node"), join(folder, "system")];
    const under = canTrace ? ["strace", "-f", "-qq", "-e", "trace=socket,connect,bind,sendto,sendmsg,execve", "-e", "signal=none", "-o", calls] : [];
    const ended = salesbook(words, { ...around, env: { ...around.env, SALESBOOK_WATCHED: log }, node: ["--require", watcher], under });
    const [doors, system] = [linesOf(log), linesOf(calls)];
    if (doors[0] !== "watching" || (canTrace && !system[0]?.includes("execve("))) throw new Error(`nothing was watched: ${ended.err}`);
    return { ...ended, asked: [...doors.slice(1), ...system.slice(1)] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function linesOf(file: string): readonly string[] {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n") : [];
}
