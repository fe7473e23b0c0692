// Real reports, as the command line makes them from the sample exports.

import { join, resolve } from "node:path";
import { linked, readFiles, recordsOf } from "../../../src/cli/files";
import { report } from "../../../src/report";
import { firstSheets } from "../../first-sheets";
import type { Memory } from "../../../src/sheets/memory";
import type { WorkbookPlan } from "../../../src/sheets/plan";
import { textIn } from "../../../src/text/language";
import { dayOfIso } from "../../../src/values";

const text = textIn("en");
const samples = resolve(__dirname, "../../../templates/samples");

/** What a report of some samples makes of a memory. */
export async function reportOf(...files: readonly string[]): Promise<(memory: Memory) => WorkbookPlan> {
  const read = await readFiles(files.map((file) => ({ path: join(samples, file), object: null })), text);
  const asOf = dayOfIso("2026-11-23");
  if (asOf === null) throw new Error("no such day");
  const input = { imports: linked(recordsOf(read, text, () => undefined)), asOf, language: "en", sheets: firstSheets } as const;
  return (memory) => report({ ...input, memory });
}
