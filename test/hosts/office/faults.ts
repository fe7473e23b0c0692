// Excel fails at every sync in turn: is what the user typed still there, or offered back, and the next run as if nothing had been?

import { officeBook } from "../../../src/hosts/office/book";
import { HostError, type HostTrouble } from "../../../src/hosts/live";
import { refresh } from "../../../src/refresh";
import { memoryText } from "../../../src/sheets/memory-text";
import type { Text } from "../../../src/text/en";
import { textIn } from "../../../src/text/language";
import type { Book } from "../../excel-host/book";
import type { Fault } from "../../excel-host/faults";
import type { Cell } from "../../excel-host/grid";
import { startExcel, type StartedExcel } from "../../excel-host/node-bridge";
import { printout } from "../../excel-host/printout";
import type { Scenario } from "./fault-scenarios";

/** How Excel fails, in the user's words, and as the emulation is asked for it. A lost session stays lost. */
export const kinds = {
  "payload refused": "requestTooLarge", "answer too large": "responseTooLarge", "cell being edited": "cellEdit", "session lost": "sessionLost",
  "API not found": { code: "ApiNotFound" }, "access denied": { code: "AccessDenied" }, "error of Excel": { code: "GeneralException" }, "process killed": "killed",
} as const;
export type Kind = keyof typeof kinds;

/** What of the batch took effect before. A request refused for its size was not begun. */
export function effectsOf(kind: Kind): readonly Fault["effect"][] {
  return kind === "payload refused" ? ["none"] : ["none", 0.1, 0.4, 0.7, "whole"];
}

export interface Fall {
  readonly sync: number;
  readonly kind: Kind;
  readonly effect: Fault["effect"];
  /** What the user does then: put back what is offered, or refresh at once. */
  readonly then: "puts back" | "refreshes";
}

/** The workbook when nothing fails, and how many syncs it takes. */
interface Unharmed {
  readonly before: string;
  readonly after: string;
  readonly syncs: number;
}

export async function unharmed(scenario: Scenario): Promise<Unharmed> {
  const excel = await prepared(scenario);
  const before = stateOf(excel.book);
  excel.traffic.reset();
  await refresh(officeBook(), scenario.planOf);
  return { before, after: stateOf(excel.book), syncs: excel.traffic.syncs };
}

/** Lets Excel fail; gives what is wrong afterwards, nothing if it was survived. */
export async function fallIn(scenario: Scenario, fall: Fall, { before, after }: Unharmed): Promise<readonly string[]> {
  const excel = await prepared(scenario);
  const own = ownSheet(excel.book, scenario);
  const error = await failing(excel, scenario, fall);
  const isGone = fall.kind === "process killed" || fall.kind === "session lost";
  const said: string[] = [...unsaid(error), ...(isGone ? [] : stillSet(excel.book))];
  if (isGone) excel.reopen().install();
  const { left } = await officeBook().look();
  const offered = left ? memoryText(left.memory) : "";
  const now = stateOf(excel.book);
  said.push(...scenario.typed.filter((word) => !holds(excel.book, word) && !offered.includes(String(word))).map((word) => `${word} is lost`));
  if (!isGone && !left && ![before, after].map(withoutParts).includes(withoutParts(now))) said.push(`half done, and nothing is offered: ${firstDifference(before, now)}`);
  if (!isGone && excel.book.names.some(({ Name }) => Name.startsWith("_salesbookmade"))) said.push("a half-made sheet stays");
  if (fall.then === "puts back" && left) {
    await officeBook().putBack();
    const still = (await officeBook().look()).left;
    const kept = still ? memoryText(still.memory) : "";
    said.push(...scenario.typed.filter((word) => !holds(excel.book, word) && !kept.includes(String(word))).map((word) => `${word} is lost by putting back`));
  }
  if (ownSheet(excel.book, scenario) !== own) said.push("the user's own sheet is changed");
  await refresh(officeBook(), scenario.planOf);
  if (stateOf(excel.book) !== after) said.push(`the next refresh gives another workbook: ${firstDifference(after, stateOf(excel.book))}`);
  return said;
}

async function prepared(scenario: Scenario): Promise<StartedExcel> {
  const excel = startExcel();
  excel.install();
  await scenario.prepare(excel);
  return excel;
}

/** Runs into the failure; gives the error, or null where the run came through or its client is no more. */
async function failing({ session, faults }: StartedExcel, { planOf }: Scenario, { sync, kind, effect }: Fall): Promise<unknown> {
  const request = session.request.bind(session);
  const killed = new Promise<null>((resolve) => {
    session.request = (text) => {
      const reply = request(text);
      if (reply === "never") setImmediate(() => resolve(null));
      if ("error" in Object(reply) && kind === "session lost") faults.always("sessionLost");
      return reply;
    };
  });
  faults.in(sync, kinds[kind], effect);
  const run = refresh(officeBook(), planOf).then(() => null, (error: unknown) => error);
  const error = await Promise.race([run, killed]);
  faults.clear();
  session.request = request;
  return error;
}

/** Every trouble has a sentence in both languages. */
function unsaid(error: unknown): readonly string[] {
  if (error === null) return [];
  if (!(error instanceof HostError)) return [`not said in our words: ${String(error)}`];
  return error.troubles.flatMap((trouble) => (["en", "zh-CN"] as const).filter((language) => !/[.。]$/.test(sentence(textIn(language), trouble))).map((language) => `${trouble.kind} is not said in ${language}`));
}

function sentence({ excel }: Text, trouble: HostTrouble): string {
  return (excel[trouble.kind] as (trouble: HostTrouble) => string)(trouble);
}

function stillSet({ Application, _Runtime }: Book): readonly string[] {
  return [...(_Runtime.EnableEvents ? [] : ["events stay off"]), ...(Application.CalculationMode === "Automatic" ? [] : ["Excel calculates by hand"])];
}

/** All that is in the workbook, with our parts but for what they say. */
function stateOf(book: Book): string {
  const parts = ["journal", "looks"].map((part) => `${part} ${book.CustomXmlParts.GetByNamespace(`urn:salesbook:${part}`).items.length > 0}`);
  const lines = printout(book).map(inShort);
  return [...lines.filter((line) => !line.startsWith("name ")), ...lines.filter((line) => line.startsWith("name ")).sort(), ...parts].join("\n");
}

/** Excel shows both ways of naming a cell of the row as one. */
function inShort(line: string): string {
  return line.replace(/\b\w+\[\[#This Row\],\[([^[\]]*)\]\]/g, "[@$1]");
}

/** What the user sees of it. */
function withoutParts(state: string): string {
  return state.replace(/\n(journal|looks) (true|false)/g, "");
}

function ownSheet(book: Book, { own }: Scenario): string {
  const lines = printout(book);
  const from = lines.indexOf(`sheet ${own}`);
  const rest = lines.slice(from + 1);
  const end = rest.findIndex((line) => /^(sheet|name) /.test(line));
  return `${from < 0 ? "gone" : ""}${rest.slice(0, end < 0 ? undefined : end).join("\n")}`;
}

function holds(book: Book, word: Cell): boolean {
  return book.sheets.some(({ grid }) => {
    const isFormula = typeof word === "string" && word.startsWith("*");
    for (const [, , formula] of isFormula ? grid.formulas() : []) if (formula.endsWith(String(word))) return true;
    for (let row = 0; row < grid.rowCount; row++) if (grid.rowIfAny(row)?.values.includes(word)) return true;
    return false;
  });
}

function firstDifference(wanted: string, there: string): string {
  const [left, right] = [wanted.split("\n"), there.split("\n")];
  const missing = left.filter((line) => !right.includes(line)).slice(0, 3);
  const more = right.filter((line) => !left.includes(line)).slice(0, 3);
  return `- ${missing.join(" | ")} + ${more.join(" | ")}`.slice(0, 500);
}
