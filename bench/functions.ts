// How fast are the custom functions, as built: against targets, against native formulas in LibreOffice, and as rows grow.

import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { call } from "../src/formula/term";
import { writeXlsxInNode } from "../src/hosts/xlsx/node";
import { gap, grid, show } from "../src/sheets/block";
import { layout } from "../src/sheets/layout";
import { functionIds, type FunctionId } from "../src/functions/ids";
import { convert, isInstalled } from "../test/office";
import { spoil } from "../test/recalculate";
import { leads, nativeFormula } from "./function-input";
import type { Timed } from "./function-task";
import { exponent, milliseconds, times } from "./figures";
import { table } from "./table";
import type { Section, Target } from "./target";

const root = join(__dirname, "..");

export async function functionResults(runs: number): Promise<Section> {
  const speeds = [
    { what: "LEADSCORE, 100,000 leads × 10 rules, one call", timed: best("LEADSCORE", 100_000, runs), target: 150 },
    { what: "10,000 one-cell calls of LTV through the real runtime", timed: best("runtime", 10_000, runs), target: 1000 },
    { what: "CLV, 2,357 customers (CDNOW), 12 months", timed: best("CLV", 2_357, runs), target: 300 },
    { what: "CLV, 23,570 customers, 12 months", timed: best("CLV", 23_570, runs), target: 3000 },
  ];
  const native = await againstNative(speeds[0]!.timed.best);
  const grown = functionIds.map((id) => growth(id, runs));
  return {
    lines: [
      "## Custom functions, as built", "", "The quickest call after the first; the first call, which also compiles, in brackets.", "",
      ...table(["What", "Time"], speeds.map(({ what, timed }) => [what, `${milliseconds(timed.best)} (${milliseconds(timed.first)})`])), "",
      ...native.lines,
      "### Functions as rows grow", "", "Time for 100,000 rows against 25,000 (CLV, RFM, COHORT: customers 23,570 against 4,714 with their orders). The exponent is the power of the rows that time grew with: 1 is linear.", "",
      ...table(["Function", "Fewer rows", "More rows", "Exponent"], grown.map(({ id, less, more, power }) => [id, milliseconds(less), milliseconds(more), power.toFixed(2)])), "",
    ],
    targets: [
      ...speeds.map(({ what, timed, target }): Target => ({ what, measured: timed.best, target, shown: milliseconds })),
      ...native.targets,
      { what: "Custom functions: steepest growth in rows (exponent; 1 is linear, 0.15 for noise)", measured: Math.max(...grown.map(({ power }) => power)), target: 1.15, shown: (value) => value.toFixed(2) },
    ],
  };
}

async function againstNative(scoring: number): Promise<Section> {
  if (!isInstalled("soffice")) return { lines: ["Against native formulas: not run, LibreOffice is not installed.", ""], targets: [] };
  const native = await nativeScores(100_000);
  return {
    lines: [`The same ten rules as native formulas on the same 100,000 leads, recalculated by LibreOffice: ${milliseconds(native)} (opening, computing and saving the file, less the same with the file's formulas left out): ${(native / scoring).toFixed(0)} times LEADSCORE's time.`, ""],
    targets: [{ what: "LEADSCORE against native formulas in LibreOffice, times as fast", measured: native / scoring, target: 20, least: true, shown: times }],
  };
}

function growth(id: FunctionId, runs: number) {
  const [few, many] = ["CLV", "RFM", "COHORT"].includes(id) ? [4_714, 23_570] as const : [25_000, 100_000] as const;
  const [less, more] = [best(id, few, runs).best, best(id, many, runs).best];
  return { id, less, more, power: exponent(more, less, many, few) };
}

function best(name: FunctionId | "runtime", rows: number, runs: number): Timed {
  const all = Array.from({ length: runs }, () => measure(name, rows));
  return { first: Math.min(...all.map((run) => run.first)), best: Math.min(...all.map((run) => run.best)) };
}

function measure(name: string, rows: number): Timed {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, "node_modules/tsx/dist/cli.mjs"), join(__dirname, "function-task.ts"), name, String(rows)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`${name} of ${rows} rows failed: ${/^.*Error: .*$/m.exec(stderr.slice(-3000))?.[0] ?? "see function-task.ts"}`);
  return JSON.parse(stdout) as Timed;
}

/** Milliseconds LibreOffice takes for the formulas alone. */
async function nativeScores(rows: number): Promise<number> {
  const given = leads(rows);
  const withFormulas = await book(given, true);
  const without = await book(given, false);
  return (await timed(spoil(withFormulas))) - (await timed(without));
}

async function timed(bytes: Uint8Array): Promise<number> {
  const started = performance.now();
  await convert(bytes, "xlsx");
  return performance.now() - started;
}

/** The leads, and beside each its score as a formula or as a number. */
function book(given: ReturnType<typeof leads>, hasFormulas: boolean): Promise<Uint8Array> {
  const rows = given.map((row, at) => [
    ...row.map((value) => show("plain", value === "" ? null : value)),
    at === 0 ? show("plain", "Score") : show("plain", hasFormulas ? call(nativeFormula.replace(/([A-Z])2\b/g, `$1${at + 1}`), 0) : 0),
  ]);
  const sheet = { id: "leads", name: "Leads", tab: "slate", columnWidths: [], gridlines: true, blocks: [grid(rows), gap()], print: { orientation: "portrait", paper: "a4", fitToHeight: false } } as const;
  return writeXlsxInNode(layout([sheet], { language: "en", title: "Leads", currency: "", functions: [] }));
}
