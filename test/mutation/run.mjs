// Each part of the mutation tests in turn, or those named; fails where a part falls below its threshold.

import { spawnSync } from "node:child_process";

const parts = ["formula", "customers", "deals", "goals", "history", "journeys", "rules"];
const named = process.argv.slice(2);
const failed = (named.length > 0 ? named : parts).filter((part) => spawnSync("npx", ["stryker", "run", `test/mutation/${part}.mjs`], { stdio: "inherit", shell: process.platform === "win32" }).status !== 0);
if (failed.length > 0) {
  console.error(`mutation tests below the threshold: ${failed.join(", ")}`);
  process.exitCode = 1;
}
