// The built command line, run in a folder of its own.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const built = resolve(__dirname, "../../dist/cli/salesbook.js");
export const samples = resolve(__dirname, "../../templates/samples");
export const deals = join(samples, "salesforce-deals-en.csv");

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

/** A fault of the disk, as test/faults/preload.js takes it. */
interface Fault {
  readonly call: "open" | "readFile" | "rename" | "stat";
  /** How the path ends. */
  readonly ends: string;
  readonly flags?: string;
  readonly code?: string;
  readonly signal?: NodeJS.Signals;
  readonly writes?: string;
}

interface Around {
  readonly faults?: readonly Fault[];
  readonly env?: Readonly<Record<string, string>>;
  /** Before the program's own words, for Node. */
  readonly node?: readonly string[];
  /** Shell around the program, which is `"$@"`. */
  readonly shell?: string;
}

interface Place {
  readonly folder: string;
  at(name: string): string;
  /** Files that are no whole ones. */
  drafts(): readonly string[];
  salesbook(words: readonly string[], around?: Around): Ended;
}

/** A folder for the tests of one file, gone after them. */
export function place(): Place {
  if (!existsSync(built)) throw new Error("dist/cli is not there: run `npm run build` first");
  const folder = mkdtempSync(join(tmpdir(), "salesbook-faults-"));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });
  return {
    folder,
    at: (name) => join(folder, name),
    drafts: () => readdirSync(folder).filter((name) => name.endsWith(".tmp")),
    salesbook: (words, around) => run(words, folder, around),
  };
}

function run(words: readonly string[], cwd: string, { faults = [], env = {}, node = [], shell }: Around = {}): Ended {
  const program = [process.execPath, "--require", join(__dirname, "preload.js"), ...node, built, ...words];
  const [command = "", ...args] = shell === undefined ? program : ["bash", "-c", shell, "salesbook", ...program];
  const { status, signal, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8", env: { ...process.env, FAULTS: JSON.stringify(faults), ...env }, maxBuffer: 1 << 26 });
  return { code: status, signal, out: stdout, err: stderr };
}
