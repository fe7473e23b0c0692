// Tasks in processes of their own, bundled as the command line is shipped.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { webpack } from "webpack";
import type { Measured, Task } from "./task";

/** Measures a task over so many rows: the quickest of its runs. */
export type Measure = (task: Task, rows: number) => Measured;

/** Calls `take` with the bundled tasks at hand, each run so often. */
export async function withTasks(times: number, take: (measure: Measure) => Promise<void>): Promise<void> {
  // Beside the sources, so that the packages measured against are found.
  const folder = mkdtempSync(join(__dirname, "..", "node_modules", ".salesbook-bench-"));
  try {
    await bundle(folder);
    await take((task, rows) => Array.from({ length: times }, () => measured(folder, task, rows)).reduce((quickest, one) => (one.ms < quickest.ms ? one : quickest)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function bundle(folder: string): Promise<void> {
  const typescript = { test: /\.ts$/, exclude: /node_modules/, loader: "swc-loader", options: { jsc: { parser: { syntax: "typescript" }, target: "es2022" } } };
  const externals = Object.fromEntries(["@e965/xlsx", "exceljs", "papaparse"].map((name) => [name, `commonjs ${name}`]));
  const program = webpack({
    mode: "production", target: "node20", entry: join(__dirname, "task.ts"), output: { path: folder, filename: "task.js" },
    resolve: { extensions: [".ts", ".js"] }, module: { rules: [typescript] }, externals, optimization: { minimize: false }, performance: { hints: false },
  });
  return new Promise((resolve, reject) => {
    program!.run((error, stats) => (error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString("errors-only"))) : resolve()));
  });
}

function measured(folder: string, task: Task, rows: number): Measured {
  const options = ["--max-old-space-size=8000", "--expose-gc", join(folder, "task.js"), task, String(rows)];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${task} of ${rows} rows failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}
