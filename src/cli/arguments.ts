// What does the user ask for? Words of the command line become a request, or a sentence that says what is wrong with them.

import { readdirSync } from "node:fs";
import { objects, type ObjectKind } from "../crm/reading";
import { chosenSheets, type ChosenSheet } from "../sheets/chosen";
import type { Text } from "../text/en";
import { languages, type Language } from "../text/language";
import { isSource } from "../engine/source";
import { dayOfIso, type Day } from "../values";
import { checkTaken, commands, parsedWords, type Command } from "./options";
import { secondsOf, sourceArgument, type SourceArgument } from "./source-arguments";
import { UsageError } from "./usage-error";
import type { Voice } from "./voice";

/** A file to read; `object` where the user says what it holds. */
export interface FileArgument {
  readonly path: string;
  readonly object: ObjectKind | null;
}

export interface Request {
  readonly command: Command;
  /** The workbook to refresh, or the one a rollup is made for. */
  readonly book: string | null;
  readonly files: readonly FileArgument[];
  /** A database and its tables. */
  readonly source: SourceArgument | null;
  /** How long a statement may take; null where nobody says. */
  readonly seconds: number | null;
  /** Null means today. */
  readonly asOf: Day | null;
  readonly json: boolean;
  readonly output: string | null;
  /** Null means as the workbook has it, or English for a new one. */
  readonly language: Language | null;
  /** Null means those the workbook has, or those the data serve for a new one. */
  readonly sheets: readonly ChosenSheet[] | null;
  /** A ready template or a file. */
  readonly template: string | null;
  readonly print: boolean;
  /** Carry the custom functions as names with LAMBDA. */
  readonly twins: boolean;
  /** The user's own sheets that cannot be carried over stay behind. */
  readonly dropSheets: boolean;
}

/** The request; null when help is asked for. Throws a UsageError. */
export function requestOf(words: readonly string[], voice: Voice): Request | null {
  const { text, engine } = voice;
  const parsed = parsedWords(words, text);
  const { values, positionals: [command, ...rest] } = parsed;
  if (values.help || command === undefined || command === "help") return null;
  const known = commands.find((name) => name === command);
  if (!known) throw new UsageError(text.cli.unknownCommand(command));
  checkTaken(parsed, known, text);
  const source = sourceArgument(values, engine);
  const book = known === "refresh" ? (rest[0] ?? null) : known === "rollup" ? (values.for ?? null) : null;
  const files = known === "refresh" ? rest.slice(1) : rest;
  const isAnything = files.length > 0 || source !== null;
  if (known === "refresh" && (book === null || !isAnything)) throw new UsageError(text.cli.nothingToRefresh);
  if (!isAnything) throw new UsageError(text.cli.noFiles);
  checkOutput(known, values.output, voice);
  if (book !== null && !isXlsx(book)) throw new UsageError(text.cli.notXlsx(book));
  return {
    command: known,
    book,
    files: files.map((word) => fileOf(word, voice)),
    source,
    seconds: values.timeout === undefined ? null : secondsOf(values.timeout, engine),
    asOf: values["as-of"] === undefined ? null : dayOf(values["as-of"], text),
    json: values.json ?? false,
    output: values.output ?? null,
    language: values.lang === undefined ? null : choice("--lang", values.lang, languages, text),
    sheets: values.sheets === undefined ? null : sheetsIn(values.sheets, text),
    template: values.template ?? null,
    print: values.print ?? false,
    twins: values.twins ?? false,
    dropSheets: values["drop-sheets"] ?? false,
  };
}

/** A workbook or a rollup goes to a file of its kind. */
function checkOutput(command: Command, output: string | undefined, { text, engine }: Voice): void {
  if (command === "build" && output === undefined) throw new UsageError(text.cli.noOutput);
  if (command === "rollup" && output === undefined) throw new UsageError(engine.noRollupOutput);
  if (output === undefined) return;
  if (command === "rollup" && !/\.json$/i.test(output)) throw new UsageError(engine.notJson(output));
  if (command !== "rollup" && !isXlsx(output)) throw new UsageError(text.cli.notXlsx(output));
}

function isXlsx(path: string): boolean {
  return /\.xlsx$/i.test(path);
}

/** `lead=leads.csv`; a word that is no kind of table is part of the path where something here is called so. */
function fileOf(word: string, { text, engine }: Voice): FileArgument {
  if (isSource(word.replace(/^[A-Za-z-]+=/, ""))) throw new UsageError(engine.urlIsNoFile);
  const [, name, path] = /^([A-Za-z-]+)=(.+)$/s.exec(word) ?? [];
  if (name === undefined || path === undefined) return { path: word, object: null };
  const object = objects.find((one) => one.toLowerCase() === name.replaceAll("-", "").toLowerCase());
  if (object) return { path, object };
  if (beginsAPath(`${name}=`)) return { path: word, object: null };
  throw new UsageError(text.cli.badObject(name, objects.join(", ")));
}

/** Exports kept by month lie in folders of such names: `month=2026-11/deals.parquet`. */
function beginsAPath(word: string): boolean {
  return readdirSync(".").some((name) => name.startsWith(word));
}

/** `scoring,bonus`, or `all`. */
function sheetsIn(words: string, text: Text): readonly ChosenSheet[] {
  if (words.trim() === "all") return chosenSheets;
  const names = chosenSheets.map(nameOfSheet);
  return words.split(",").map((word) => chosenSheets[names.indexOf(choice("--sheets", word.trim(), names, text))]!);
}

/** `scoringReview` is typed `scoring-review`. */
function nameOfSheet(sheet: ChosenSheet): string {
  return sheet.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function dayOf(word: string, text: Text): Day {
  const day = dayOfIso(word);
  if (day === null) throw new UsageError(text.cli.badDay(word));
  return day;
}

/** The word where it is one of those allowed. Throws a UsageError. */
export function choice<T extends string>(option: string, word: string, allowed: readonly T[], text: Text): T {
  const found = allowed.find((one) => one === word);
  if (!found) throw new UsageError(text.cli.badChoice(option, word, allowed.join(", ")));
  return found;
}
