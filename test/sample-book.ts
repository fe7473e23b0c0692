// The workbook the command line makes of some files.

import { linked, readFiles, recordsOf } from "../src/cli/files";
import { report } from "../src/report";
import { chosenSheets } from "../src/sheets/chosen";
import { emptyMemory } from "../src/sheets/memory";
import type { WorkbookPlan } from "../src/sheets/plan";
import { textIn, type Language } from "../src/text/language";
import { dayOfIso } from "../src/values";

/** With every sheet they can fill. */
export async function planOfFiles(paths: readonly string[], language: Language, asOf: string): Promise<WorkbookPlan> {
  const text = textIn(language);
  const files = await readFiles(paths.map((path) => ({ path, object: null })), text);
  const day = dayOfIso(asOf);
  if (day === null) throw new Error(`no day: ${asOf}`);
  return report({ imports: linked(recordsOf(files, text, () => undefined)), memory: emptyMemory, asOf: day, language, sheets: chosenSheets });
}
