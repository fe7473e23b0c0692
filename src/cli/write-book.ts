// The workbook of a request, written with what was typed in the one before.

import { readFile, stat } from "node:fs/promises";
import { objects } from "../crm/reading";
import { CannotCarry } from "../hosts/xlsx/carry";
import { DamagedXlsx } from "../hosts/xlsx/damaged";
import { printPlan } from "../hosts/text/print";
import { xlsxFileHost } from "../hosts/xlsx/node";
import { foreignSheets, isSalesbook, recallXlsx } from "../hosts/xlsx/recall";
import type { Refusal } from "../hosts/xlsx/refusals";
import { refresh } from "../refresh";
import { drafted } from "../report";
import { sheetCatalogue } from "../sheets/catalogue";
import { chosenAgain, chosenAtFirst, chosenSheets, type ChosenSheet } from "../sheets/chosen";
import type { Import } from "../sheets/data/import";
import type { Memory, Remembered } from "../sheets/memory";
import type { WorkbookPlan } from "../sheets/plan";
import { hasStagesOf } from "../sheets/template";
import { changeLines, whatChanged } from "../sheets/what-changed";
import type { Text } from "../text/en";
import { textIn } from "../text/language";
import type { Day } from "../values";
import type { Request } from "./arguments";
import { madeWithAnswers } from "./ask";
import { bring } from "./bring";
import type { Engines } from "./engines";
import { InputError } from "./input-error";
import { checkMayWrite } from "./may-write";
import { progressTo } from "./progress";
import { templateNamed } from "./templates";
import { voiceIn, type Voice } from "./voice";
import { cannotOpen, cannotWrite } from "./why";

type Tell = (line: string) => void;

/** What is to be written where, by what was asked. */
interface Job {
  readonly request: Request;
  readonly path: string;
  /** The workbook at `path`; null where there is none yet. */
  readonly before: Uint8Array | null;
  readonly to: string;
  /** As of this day, unless the request or a rollup file says another. */
  readonly today: Day;
  readonly engines: Engines;
}

/** Writes the workbook and gives what to print on stdout: what changed. Throws an InputError; an existing file is unchanged then. */
export async function writeBook(job: Job, tell: Tell): Promise<string> {
  const { request, path, before, to } = job;
  let text = textIn(request.language ?? "en");
  let changes: readonly string[] = [];
  let left: readonly Refusal[] = [];
  await checkMayWrite(to, text);
  const progress = progressTo(process.stderr, text);
  const host = xlsxFileHost(path, { to, mayDrop: request.dropSheets, leave: (refusals) => { left = refusals; } });
  try {
    const plan = await refresh(host, async (memory) => {
      const voice = voiceIn(request.language ?? memory.language ?? "en", tell);
      text = voice.text;
      const made = await planOf(job, memory, voice);
      changes = made.changes;
      return made.plan;
    }, { progress: progress.show });
    progress.end();
    if (before) tellKept(path, foreignSheets(before).filter((name) => !left.some(({ sheet }) => sheet === name)), left, text, tell);
    if (request.twins) tell(text.cli.twins);
    tell(text.cli.built(to, plan.sheets.map((sheet) => sheet.name).join(", ")));
    return [...changes, ...(request.print ? [printPlan(plan)] : [])].join("\n");
  } catch (error) {
    progress.end();
    throw bookError(error, path, to, text);
  }
}

/** The plan with what was typed, and what the exports change. */
async function planOf({ request, before, today, engines }: Job, memory: Memory, voice: Voice): Promise<{ readonly plan: WorkbookPlan; readonly changes: readonly string[] }> {
  const { language, text, tell } = voice;
  const brought = await bring(request, memory, today, engines, voice);
  try {
    const template = request.template === null ? null : await templateNamed(request.template, text, tell);
    if (template && !hasStagesOf(template, brought.imports)) tell(text.template.stagesLeft);
    const likely = before && memory.sheets ? chosenAgain(memory.sheets) : chosenAtFirst(new Set(brought.imports.map(({ recognition }) => recognition.object)));
    const sheets = request.sheets ?? chosenSheets.filter((id) => likely.includes(id) || template?.sheets.includes(id));
    const draft = (imports: readonly Import[]) => drafted({ imports, asOf: brought.asOf, language, memory, sheets, ...(template ? { template } : {}), twins: request.twins });
    const { made } = await madeWithAnswers(brought, draft, voice);
    const plan = made.layout();
    const changed = before ? whatChanged(made.context) : null;
    tellStays(plan, sheets, voice);
    tellNotBrought(memory, brought.imports, voice);
    return { plan, changes: changed ? changeLines(changed, text) : [] };
  } finally {
    await brought.close();
  }
}

/** Sheets nobody chose, and none of the others needs. */
function tellStays(plan: WorkbookPlan, sheets: readonly ChosenSheet[], { text, tell }: Voice): void {
  const built = chosenSheets.filter((id) => plan.sheets.some((sheet) => sheet.id === id));
  const stays = built.filter((id) => !sheets.includes(id) && !built.some((one) => sheetCatalogue[one].needs?.includes(id)));
  if (stays.length > 0) tell(text.cli.sheetsStay(stays.map((id) => text.sheets[id].name).join(", ")));
}

function tellNotBrought({ sheets }: Memory, imports: readonly Import[], { text, tell }: Voice): void {
  const gone = objects.filter((one) => sheets?.has(one) && !imports.some(({ recognition }) => recognition.object === one));
  if (gone.length > 0) tell(text.cli.notBrought(gone.map((one) => text.objects[one]).join(", ")));
}

function tellKept(path: string, own: readonly string[], left: readonly Refusal[], text: Text, tell: Tell): void {
  tell(text.cli.keptTyped(path));
  if (own.length > 0) tell(text.cli.keptSheets(own.join(", ")));
  if (left.length > 0) tell([text.cli.leftBehind, ...left.map((one) => refusalLine(one, text))].join("\n"));
}

function refusalLine({ sheet, why, what }: Refusal, text: Text): string {
  return `• ${sheet ?? text.cli.wholeBook}: ${text.cli.refusals[why](what)}`;
}

/** The InputError of a workbook that could not be read or written; any other error stays as it is. */
function bookError(error: unknown, path: string, to: string, text: Text): unknown {
  if (error instanceof DamagedXlsx) return new InputError(text.cli.damaged(path));
  if (!(error instanceof CannotCarry)) return cannotWrite(to, error, text);
  const mayDrop = error.refusals.every(({ drop }) => drop !== null);
  return new InputError([text.cli.cannotCarry(path), ...error.refusals.map((one) => refusalLine(one, text)), mayDrop ? text.cli.dropSheets : text.cli.nothingWritten].join("\n"));
}

/** What was typed in a workbook of ours; throws `otherwise` for any other file, and an InputError for a damaged one. */
export async function recallOurs(path: string, remembered: Remembered, otherwise: (path: string) => InputError, text: Text): Promise<Memory> {
  const bytes = await readOurs(path, otherwise, text);
  try {
    return recallXlsx(bytes, remembered);
  } catch (error) {
    throw bookError(error, path, path, text);
  }
}

/** A workbook of ours; throws `otherwise` for any other file. */
export async function readOurs(path: string, otherwise: (path: string) => InputError, text: Text): Promise<Uint8Array> {
  const state = await stat(path).catch((error: unknown) => { throw cannotOpen(path, error, text); });
  // A pipe could keep whoever reads it for ever.
  if (!state.isFile() && !state.isDirectory()) throw new InputError(text.cli.cannotOpen(path, text.cli.notAFile));
  const bytes = await readFile(path).catch((error: unknown) => { throw cannotOpen(path, error, text); });
  if (!isOurs(bytes, path, text)) throw otherwise(path);
  return bytes;
}

function isOurs(bytes: Uint8Array, path: string, text: Text): boolean {
  try {
    return isSalesbook(bytes);
  } catch (error) {
    if (error instanceof DamagedXlsx) throw new InputError(text.cli.damaged(path));
    return false;
  }
}
