// How much is said to Excel, and how often: a whole workbook built, read and refreshed, against an add-in that just hands rows over.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Spoken, Week } from "./office-task";
import { table } from "./table";

const million = 1_000_000;
const head = ["What", "Syncs", "Requests", "Sent", "Largest request", "Read", "Time", "Target"];

/** The lines of the results. */
export function officeResults(times: number): string[] {
  const rows = 100_000;
  const week = weekOf(rows, times);
  const { build, recall, refresh, again, sheets, cells } = week;
  const [range, added] = ["range", "table"].map((what) => best(runs(what, rows, times) as Spoken[]));
  const ratio = (one: Spoken, other: Spoken) => `${(one.ms / other.ms).toFixed(1)} × its time, ${(one.bytes / other.bytes).toFixed(1)} × its bytes, ${(one.syncs / other.syncs).toFixed(1)} × its syncs`;
  return [
    "## In Excel: what is said to it", "",
    `${count(rows)} deals × 12 columns become the whole workbook: ${sheets} sheets, ${count(cells)} cells with the log of snapshots and all formulas. The real office.js against the Excel of the tests (test/excel-host): it takes each request and does what it says to cells, formulas, tables and looks, but computes no formula, so times are ours, office.js's and the emulation's, and compare only with each other. As sources, not bundled.`, "",
    ...table(head, [
      spokenRow("Build", build, `syncs ≤ ${sheets + Math.ceil(build.bytes / million)} (a sheet, a MB), request ≤ 1 MB`),
      spokenRow("Recall before a refresh", recall, `syncs ≤ ${2 + Math.ceil(recall.answers / (4 * million))} (3, each further 4 MB read)`),
      spokenRow("Refresh a week later, 1 % of the amounts changed", refresh, `${percent(refresh.bytes / build.bytes)} of the build's bytes, target < 10 %`),
      spokenRow("The same refresh again", again, `${percent(again.bytes / build.bytes)} of the build's bytes`),
      spokenRow("Plain add-in: `range.values` in pieces of 1 MB", range!, "12 columns on one sheet, nothing else"),
      spokenRow("Plain add-in: `table.rows.add` in pieces of 1 MB", added!, "12 columns on one sheet, nothing else"),
    ]), "",
    `Against the plain add-ins, which write ${percent((rows + 1) * 12 / cells)} of the cells: the build takes ${ratio(build, range!)} (range), ${ratio(build, added!)} (table). They must write everything each week, and lose what was typed beside it: our refresh with its recall takes ${ratio(both(recall, refresh), range!)} (range).`, "",
  ];
}

function weekOf(rows: number, times: number): Week {
  const all = runs("week", rows, times) as Week[];
  const step = (name: "build" | "recall" | "refresh" | "again") => best(all.map((week) => week[name]));
  return { ...all[0]!, build: step("build"), recall: step("recall"), refresh: step("refresh"), again: step("again") };
}

function runs(what: string, rows: number, times: number): (Week | Spoken)[] {
  return Array.from({ length: times }, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", join(__dirname, "office-task.ts"), what, String(rows)], { encoding: "utf8", cwd: join(__dirname, "..") });
    if (status !== 0) throw new Error(`${what} of ${rows} rows failed: ${stderr.slice(-2000)}`);
    return JSON.parse(stdout) as Week | Spoken;
  });
}

function best(all: readonly Spoken[]): Spoken {
  return all.reduce((quickest, one) => (one.ms < quickest.ms ? one : quickest));
}

function both(one: Spoken, other: Spoken): Spoken {
  return { ...one, ms: one.ms + other.ms, syncs: one.syncs + other.syncs, bytes: one.bytes + other.bytes };
}

function spokenRow(what: string, { syncs, requests, bytes, largest, answers, ms }: Spoken, target: string): string[] {
  return [what, String(syncs), String(requests), megabytes(bytes), megabytes(largest), megabytes(answers), `${(ms / 1000).toFixed(2)} s`, target];
}

function megabytes(bytes: number): string {
  return `${(bytes / million).toFixed(2)} MB`;
}

function percent(part: number): string {
  return `${(part * 100).toFixed(1)} %`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
