// `npm run bench`: what is measured against whom. Prints a table and keeps it in bench/RESULTS.md.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { webpack } from "webpack";
import { catalogueResults } from "./catalogue";
import { functionResults } from "./functions";
import { officeResults } from "./office";
import { paneResults } from "./pane";
import { scaleResults } from "./scale/results";
import { table } from "./table";
import type { Measured, Task } from "./task";

/** Each task runs this often, each time in a new process; the quickest counts. */
const times = Number(process.env["BENCH_TIMES"] ?? 3);

/** Beside the sources, so that the packages measured against are found. */
const folder = mkdtempSync(join(__dirname, "..", "node_modules", ".salesbook-bench-"));

void main();

async function main(): Promise<void> {
  try {
    await bundle();
    await measureAll();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The tasks as the command line is shipped: bundled, with the code of the others as their packages have it. */
function bundle(): Promise<void> {
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

async function measureAll(): Promise<void> {
  const text = [
    "# Results", "", `Machine: ${machine()}. Each figure is the quickest of ${times} runs, each in a process of its own, bundled as the command line is; memory is the highest resident size. Made by \`npm run bench\`.`, "",
    "## Reading: deals × 12 columns, from text to records", "", ...table(["Rows", "Salesbook", "papaparse alone", "Ratio (target ≤ 3)", "Memory (target < 1,500 MB at 1 M)"], [100_000, 1_000_000].map(reading)), "",
    "## Building: from text to the .xlsx with dashboard, goals, funnel and journey, formulas and charts, 100,000 deals",
    "", "The other two write the same twelve columns, already read, to one plain sheet: no table, no formula, no chart.", "", ...table(["Program", "Time", "Rows/s", "Against Salesbook's rows/s", "Memory"], building(100_000)), "",
    "## Memory of the writer", "", ...table(["Rows", "Time", "Memory added while writing", "Memory of the whole process"], [50_000, 100_000, 200_000].map(writing)), "",
    "## Measures: the formulas of these sheets with their values, 100,000 deals", "", ...table(["Rows", "Time (target < 1 s)"], [[count(100_000), seconds(best("report", 100_000).ms)]]), "",
    ...(await catalogueResults(best)),
    ...(await scaleResults()),
    ...officeResults(times),
    ...(await paneResults()),
    ...(await functionResults(times)),
  ].join("\n");
  console.log(text);
  writeFileSync(join(__dirname, "RESULTS.md"), text);
}

function reading(rows: number): string[] {
  const [ours, theirs] = [best("read", rows), best("papaparse", rows)];
  return [count(rows), seconds(ours.ms), seconds(theirs.ms), (ours.ms / theirs.ms).toFixed(2), megabytes(ours.peak)];
}

function building(rows: number): string[][] {
  const ours = best("build", rows);
  const line = (name: string, { ms, peak }: Measured): string[] => [name, seconds(ms), count(rows / (ms / 1000)), `${(ours.ms / ms).toFixed(2)} ×`, megabytes(peak)];
  return [
    line("Salesbook: read, measure and write", ours), line("Salesbook: write", best("write", rows)),
    line("exceljs: write", best("exceljs", rows)), line("SheetJS: write", best("sheetjs", rows)),
  ];
}

function writing(rows: number): string[] {
  const { ms, added, peak } = best("write", rows);
  return [count(rows), seconds(ms), megabytes(Math.max(0, added)), megabytes(peak)];
}

function best(task: Task, rows: number): Measured {
  return Array.from({ length: times }, () => measure(task, rows)).reduce((quickest, one) => (one.ms < quickest.ms ? one : quickest));
}

function measure(task: Task, rows: number): Measured {
  const options = ["--max-old-space-size=8000", "--expose-gc", join(folder, "task.js"), task, String(rows)];
  const { status, stdout, stderr } = spawnSync(process.execPath, options, { encoding: "utf8" });
  if (status !== 0) throw new Error(`${task} of ${rows} rows failed: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function machine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} at the start`;
}

function count(value: number): string {
  return Math.round(value).toLocaleString("en-US");
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(value: number): string {
  return `${count(value)} MB`;
}
