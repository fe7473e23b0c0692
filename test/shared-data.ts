// Where the shared data are, and tests that say so aloud when they are not here.

import { existsSync } from "node:fs";
import { resolve } from "node:path";

const folder = resolve(__dirname, "../../shared/data");

/** The path of a shared file or folder, read in place; null where it is not here. */
export function sharedData(path: string): string | null {
  const found = resolve(folder, path);
  return existsSync(found) ? found : null;
}

/** A `describe` over the shared data: one visibly skipped test where the data are absent. */
export function describeWithShared(name: string, body: () => void): void {
  if (existsSync(folder)) {
    describe(name, body);
    return;
  }
  console.warn(`${name}: not run, ${folder} is not here`);
  test.skip(`${name} (not run: ../shared/data is not here)`, () => undefined);
}
