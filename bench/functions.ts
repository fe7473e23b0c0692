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
import { table } from "./table";

const root = join(__dirname, "..");

/** The lines of the results. */
export async function functionResults(times: number): Promise<string[]> {
  const score = best("LEADSCORE", 100_000, times);
  const native = isInstalled("soffice") ? await nativeScores(100_000) : null;
  const clv = [2_357, 23_570].map((customers) => best("CLV", customers, times));
  const cells = best("runtime", 10_000, times);
  return [
    "## Custom functions, as built", "", "The quickest call after the first; the first call, which also compiles, in brackets.", "",
    ...table(["What", "Time", "Target"], [
      ["LEADSCORE, 100,000 leads × 10 rules, one call", shown(score), "150 ms"],
      ["10,000 one-cell calls of LTV through the real runtime", shown(cells), "1,000 ms"],
      ["CLV, 2,357 customers (CDNOW), 12 months", shown(clv[0]!), "300 ms"],
      ["CLV, 23,570 customers, 12 months", shown(clv[1]!), "3,000 ms"],
    ]), "",
    native === null ? "Against native formulas: not run, LibreOffice is not installed." : `The same ten rules as native formulas on the same 100,000 leads, recalculated by LibreOffice: ${ms(native)} (opening, computing and saving the file, less the same with the file's formulas left out): ${(native / score.best).toFixed(0)} times LEADSCORE's time (target: at least 20).`, "",
    "### As rows grow", "", "Time for 100,000 rows against 25,000 (CLV, RFM, COHORT: customers 23,570 against 4,714 with their orders): linear is 4 (5).", "",
    ...table(["Function", "Fewer rows", "More rows", "Ratio"], functionIds.map((id) => growth(id, times))), "",
  ];
}

function growth(id: FunctionId, times: number): string[] {
  const [few, many] = ["CLV", "RFM", "COHORT"].includes(id) ? [4_714, 23_570] : [25_000, 100_000];
  const [less, more] = [best(id, few, times), best(id, many, times)];
  return [id, ms(less.best), ms(more.best), (more.best / less.best).toFixed(1)];
}

function best(name: FunctionId | "runtime", rows: number, times: number): Timed {
  const runs = Array.from({ length: times }, () => measure(name, rows));
  return { first: Math.min(...runs.map((run) => run.first)), best: Math.min(...runs.map((run) => run.best)) };
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

function shown({ first, best: quickest }: Timed): string {
  return `${ms(quickest)} (${ms(first)})`;
}

function ms(value: number): string {
  return `${Math.round(value).toLocaleString("en-US")} ms`;
}
