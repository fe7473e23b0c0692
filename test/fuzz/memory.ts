// `npm run fuzz:memory`: how much memory reading takes at its peak, each input in a process of its own.

import { spawnSync } from "node:child_process";
import { isProblem } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { openTable } from "../crm/open-table";

/** Some megabytes of each shape, from what is usual to what costs most. */
const shapes: Readonly<Record<string, () => string>> = {
  nothing: () => "a,b\n1,2\n",
  deals: () => `Deal ID,Deal Name,Stage,Amount,Close Date,Owner\n${Array.from({ length: 120_000 }, (_, at) => `D${at},Deal number ${at},Closed Won,${at * 7.5},2026-01-02,Ivy`).join("\n")}`,
  "quoted notes": () => `Deal ID,Note\n${Array.from({ length: 40_000 }, (_, at) => `D${at},"He said ""yes"", and then\nsent ${"words ".repeat(20)}"`).join("\n")}`,
  "narrow rows": () => `a,b\n${"17,24\n".repeat(1_000_000)}`,
  "empty rows": () => `a,b\n1,2\n${",\n".repeat(900_000)}1,2\n`,
  "a page": () => `<table><tr><td>Deal<td>Amount${Array.from({ length: 120_000 }, (_, at) => `<tr><td>Deal number ${at}<td>${at}`).join("")}</table>`,
};

void main();

async function main(): Promise<void> {
  const [shape] = process.argv.slice(2);
  if (shape !== undefined) return measure(shapes[shape]!());
  const base = inChild("nothing").peak;
  console.log("| Input | MB | Peak beyond an empty one, MB | Times the input |\n|---|---|---|---|");
  for (const name of Object.keys(shapes).filter((one) => one !== "nothing")) {
    const { size, peak } = inChild(name);
    console.log(`| ${name} | ${size.toFixed(1)} | ${Math.round(peak - base)} | ${((peak - base) / Math.max(size, 0.001)).toFixed(1)} |`);
  }
}

function inChild(shape: string): { readonly size: number; readonly peak: number } {
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", __filename, shape], { encoding: "utf8" });
  return JSON.parse(stdout) as { size: number; peak: number };
}

async function measure(text: string): Promise<void> {
  const bytes = new TextEncoder().encode(text);
  const table = await openTable("x.csv", bytes);
  if (!isProblem(table)) readExport(table);
  console.log(JSON.stringify({ size: bytes.length / 1e6, peak: process.resourceUsage().maxRSS / 1024 }));
}
