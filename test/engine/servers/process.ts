// Programs that the tests start and end, each by its own id.

import type { ChildProcess } from "node:child_process";

/** A `describe` for tests that need a program: one visibly skipped test where it is missing. */
export function describeWith(program: string | null, packages: string, name: string, body: () => void): void {
  if (program !== null) {
    describe(name, body);
    return;
  }
  console.warn(`${name}: not run, ${packages} is not installed`);
  test.skip(`${name} (not run: ${packages} is not installed)`, () => undefined);
}

/** Ends a process and waits until it is gone; one that does not listen is killed after ten seconds. */
export async function ended(child: ChildProcess, signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill(signal);
  const last = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await gone;
  clearTimeout(last);
}

/** Asks again and again until it is so; throws where it is not within the time. */
export async function until(so: () => Promise<boolean>, what: () => string, milliseconds = 30_000): Promise<void> {
  const last = Date.now() + milliseconds;
  while (!(await so())) {
    if (Date.now() > last) throw new Error(what());
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
