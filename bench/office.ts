// How much is said to Excel, and how often: a whole workbook built, read and refreshed, against an add-in that just hands rows over.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Spoken, Week } from "./office-task";
import { count, megabytes, percent, seconds, times } from "./figures";
import { table } from "./table";
import type { Section } from "./target";

const million = 1_000_000;

export function officeResults(runs: number): Section {
  const rows = 100_000;
  const { build, recall, refresh, again, sheets, cells } = weekOf(rows, runs);
  const [range, added] = ["range", "table"].map((what) => best(spoken(what, rows, runs) as Spoken[])) as [Spoken, Spoken];
  const ratio = (one: Spoken, other: Spoken) => `${times(one.ms / other.ms)} its time, ${times(one.bytes / other.bytes)} its bytes, ${times(one.syncs / other.syncs)} its syncs`;
  return {
    lines: [
      "## In Excel: what is said to it", "",
      `${count(rows)} deals × 12 columns become the whole workbook: ${sheets} sheets, ${count(cells)} cells with the log of snapshots and all formulas. The real office.js against the Excel of the tests (test/excel-host): it takes each request and does what it says to cells, formulas, tables and looks, but computes no formula, so times are ours, office.js's and the emulation's, and compare only with each other. As sources, not bundled.`, "",
      ...table(["What", "Syncs", "Requests", "Sent", "Largest request", "Read", "Time"], [
        spokenRow("Build", build),
        spokenRow("Recall before a refresh", recall),
        spokenRow("Refresh a week later, 1 % of the amounts changed", refresh),
        spokenRow("The same refresh again", again),
        spokenRow("Plain add-in: `range.values` in pieces of 1 MB", range),
        spokenRow("Plain add-in: `table.rows.add` in pieces of 1 MB", added),
      ]), "",
      `Against the plain add-ins, which write ${percent((rows + 1) * 12 / cells)} of the cells, 12 columns on one sheet and nothing else: the build takes ${ratio(build, range)} (range), ${ratio(build, added)} (table). They must write everything each week, and lose what was typed beside it: our refresh with its recall takes ${ratio(both(recall, refresh), range)} (range).`, "",
    ],
    targets: [
      { what: "Syncs of a build in Excel (one a sheet, one a MB)", measured: build.syncs, target: sheets + Math.ceil(build.bytes / million), shown: count },
      { what: "Largest request to Excel", measured: Math.max(build.largest, recall.largest, refresh.largest) / million, target: 1, shown: megabytes },
      { what: "Syncs of a recall (3, and one for each further 4 MB read)", measured: recall.syncs, target: 2 + Math.ceil(recall.answers / (4 * million)), shown: count },
      { what: "Bytes of a refresh with 1 % changed, against the build's", measured: refresh.bytes / build.bytes, target: 0.1, shown: percent },
    ],
  };
}

function weekOf(rows: number, runs: number): Week {
  const all = spoken("week", rows, runs) as Week[];
  const step = (name: "build" | "recall" | "refresh" | "again") => best(all.map((week) => week[name]));
  return { ...all[0]!, build: step("build"), recall: step("recall"), refresh: step("refresh"), again: step("again") };
}

function spoken(what: string, rows: number, runs: number): (Week | Spoken)[] {
  return Array.from({ length: runs }, () => {
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

function spokenRow(what: string, { syncs, requests, bytes, largest, answers, ms }: Spoken): string[] {
  return [what, String(syncs), String(requests), megabytes(bytes / million), megabytes(largest / million), megabytes(answers / million), seconds(ms)];
}
