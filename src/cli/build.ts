// `salesbook build`: the workbook, with what was typed in the file before kept.

import { readFile } from "node:fs/promises";
import { printPlan } from "../hosts/text/print";
import { foreignSheets, isSalesbook } from "../hosts/xlsx/recall";
import { xlsxFileHost } from "../hosts/xlsx/node";
import { refresh } from "../refresh";
import { report } from "../report";
import { chosenSheets } from "../sheets/chosen";
import type { Import } from "../sheets/data/import";
import { emptyMemory, type Memory } from "../sheets/memory";
import { remembered } from "../sheets/remembered";
import type { Text } from "../text/en";
import type { Day } from "../values";
import type { Request } from "./arguments";
import { InputError } from "./files";
import { progressTo } from "./progress";

/** Writes the workbook and gives what to print on stdout. Throws an InputError; an existing file is unchanged then. */
export async function build(request: Request & { readonly output: string }, imports: readonly Import[], asOf: Day, text: Text, tell: (line: string) => void): Promise<string> {
  const { output, language, goals, sheets, twins } = request;
  const before = await existing(output, text);
  const progress = progressTo(process.stderr, text);
  try {
    const plan = await refresh(xlsxFileHost(output), (memory) => report({ imports, asOf, language, goals, sheets, twins, memory }), { progress: progress.show });
    progress.end();
    const stays = chosenSheets.filter((id) => !sheets.includes(id) && plan.sheets.some((sheet) => sheet.id === id));
    if (before) tell(text.cli.keptTyped(output));
    if (twins) tell(text.cli.twins);
    if (stays.length > 0) tell(text.cli.sheetsStay(stays.map((id) => text.tables.sheets[id]).join(", ")));
    tell(text.cli.built(output, plan.sheets.map((sheet) => sheet.name).join(", ")));
    return request.print ? printPlan(plan) : "";
  } catch (error) {
    progress.end();
    throw new InputError(text.cli.cannotWrite(output, whyNot(error, text)));
  }
}

/** What the workbook there remembers, by which files are read; nothing where there is none of ours, which `build` says. */
export async function memoryOf(path: string): Promise<Memory> {
  return xlsxFileHost(path).recall(remembered).catch(() => emptyMemory);
}

function whyNot(error: unknown, text: Text): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (code === "ENOENT") return text.cli.missingFolder;
  if (code === "EISDIR") return text.cli.isFolder;
  return error instanceof Error ? error.message : String(error);
}

/** True for a workbook of ours that is safe to write anew; false where there is no file yet. */
async function existing(path: string, text: Text): Promise<boolean> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes) return false;
  if (!isOurs(bytes)) throw new InputError(text.cli.notOurs(path));
  const foreign = foreignSheets(bytes);
  if (foreign.length > 0) throw new InputError(text.cli.foreign(path, foreign.join(", ")));
  return true;
}

function isOurs(bytes: Uint8Array): boolean {
  try {
    return isSalesbook(bytes);
  } catch {
    return false;
  }
}
