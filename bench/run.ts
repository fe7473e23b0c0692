// `npm run bench`: what is measured against whom. Prints the results and keeps them in bench/RESULTS.md, with a picture.

import { writeFileSync } from "node:fs";
import { cpus, loadavg, totalmem } from "node:os";
import { join } from "node:path";
import { catalogueResults } from "./catalogue";
import { functionResults } from "./functions";
import { growthLines, growths, type Growth } from "./growth";
import { withTasks, type Measure } from "./measure";
import { officeResults } from "./office";
import { paneResults } from "./pane";
import { picture } from "./picture";
import { rowResults } from "./rows";
import { scaleResults } from "./scale/results";
import { targetLines, type Section } from "./target";

/** Each task runs this often, each time in a new process; the quickest counts. */
const runs = Number(process.env["BENCH_TIMES"] ?? 3);

/** In the order of the results. */
const parts: Readonly<Record<string, (measure: Measure) => Section | Promise<Section>>> = {
  "Rows read and workbooks written": rowResults,
  "The whole workbook": catalogueResults,
  "Beyond a sheet": scaleResults,
  "In Excel": () => officeResults(runs),
  "First load": paneResults,
  "Custom functions": () => functionResults(runs),
};

void withTasks(runs, measureAll);

async function measureAll(measure: Measure): Promise<void> {
  const machine = machineLine();
  const sections: Section[] = [];
  for (const [name, part] of Object.entries(parts)) sections.push(await measured(name, () => part(measure)));
  let grown: readonly Growth[] = [];
  sections.push(await measured("As rows grow", () => ({ lines: growthLines((grown = growths(measure))), targets: [] })));
  const targets = sections.flatMap((section) => section.targets);
  const text = [
    "# Results", "", `Machine: ${machine}. Each figure is the quickest of ${runs} runs, each in a process of its own, bundled as the command line is; memory is the highest resident size. Made by \`npm run bench\`.`, "",
    ...targetLines(targets), "![The targets, and the growth](RESULTS.svg)", "",
    ...sections.flatMap(({ lines }) => lines),
  ].join("\n");
  writeFileSync(join(__dirname, "RESULTS.md"), text);
  writeFileSync(join(__dirname, "RESULTS.svg"), picture(targets, grown));
}

/** A part that fails is named in the results, and those before and after it are kept: all of them take half an hour. */
async function measured(name: string, part: () => Section | Promise<Section>): Promise<Section> {
  try {
    const section = await part();
    console.log(section.lines.join("\n"));
    return section;
  } catch (error) {
    process.exitCode = 1;
    console.error(error);
    return { lines: [`## ${name}: not measured`, "", `${String(error).split("\n")[0]}`, ""], targets: [] };
  }
}

function machineLine(): string {
  return `${cpus().length} × ${cpus()[0]?.model.trim() ?? "unknown"}, ${Math.round(totalmem() / 2 ** 30)} GB, ${process.platform} ${process.arch}, Node ${process.versions.node}, load ${loadavg()[0]!.toFixed(1)} at the start`;
}
