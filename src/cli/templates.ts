// `salesbook templates list | write | save`: a team's way of working, with no customers in it.

import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { xlsxFileHost } from "../hosts/xlsx/node";
import { writeWhole } from "../disk/write-whole";
import { isTemplateProblem, readTemplate } from "../sheets/read-template";
import { rememberedForTemplate } from "../sheets/save-template";
import { wordsIn, type Template } from "../sheets/template";
import { readyTemplateNames } from "../sheets/template-names";
import { readyTemplate, savedTemplate, templateBook } from "../templates";
import type { Text } from "../text/en";
import { languages, textIn, type Language } from "../text/language";
import { dayOfIso, type Day } from "../values";
import { choice } from "./arguments";
import { InputError } from "./input-error";
import { checkMayWrite } from "./may-write";
import { checkTaken, parsedWords, templateCommands } from "./options";
import { saidLanguage } from "./said-language";
import { UsageError } from "./usage-error";
import { cannotOpen, cannotWrite } from "./why";
import { recallOurs } from "./write-book";

/** Does what the words ask and gives what to print. Throws a UsageError or an InputError. */
export async function templates(words: readonly string[], today: () => Day, tell: (line: string) => void): Promise<string> {
  const text = textIn(saidLanguage(words));
  const parsed = parsedWords(words, text);
  const { values, positionals: [, word, what, ...more] } = parsed;
  const command = templateCommands.find((one) => one === `templates ${word}`);
  if (!command || more.length > 0 || (command === "templates list" && what !== undefined)) throw new UsageError(text.cli.templates.usage);
  checkTaken(parsed, command, text);
  const language = values.lang === undefined ? null : choice("--lang", values.lang, languages, text);
  if (command === "templates list") return listed(language ?? "en");
  const asOf = values["as-of"] === undefined ? today() : dayIn(values["as-of"], text);
  const { output } = values;
  if (what === undefined || output === undefined) throw new UsageError(text.cli.templates.usage);
  if (command === "templates write") return written(await templateNamed(what, text, tell), output, language ?? "en", asOf, text);
  return saved(what, output, values.title ?? null, asOf, text, tell);
}

/** A ready template by its name, or the one in a file. Throws an InputError. */
export async function templateNamed(word: string, text: Text, tell: (line: string) => void): Promise<Template> {
  const ready = readyTemplateNames.find((name) => name === word);
  if (ready) return readyTemplate(ready);
  const words = text.cli.templates;
  if (!/\.json$/i.test(word)) throw new UsageError(words.noSuch(word, readyTemplateNames.join(", ")));
  const content = await readFile(word, "utf8").catch((error: unknown) => { throw cannotOpen(word, error, text); });
  const read = readTemplate(content);
  if (isTemplateProblem(read)) throw new InputError(text.template[read.problem](word, read.where ?? ""));
  if (read.unknown.length > 0) tell(text.template.unknown(word, read.unknown.join(", ")));
  return read.template;
}

function listed(language: Language): string {
  const width = Math.max(...readyTemplateNames.map((name) => name.length)) + 2;
  return readyTemplateNames.map((name) => {
    const { title, about } = readyTemplate(name);
    return `${name.padEnd(width)}${wordsIn(title, language)}\n${" ".repeat(width)}${wordsIn(about, language)}`;
  }).join("\n");
}

async function written(template: Template, to: string, language: Language, asOf: Day, text: Text): Promise<string> {
  if (!/\.xlsx$/i.test(to)) throw new UsageError(text.cli.notXlsx(to));
  if (existsSync(to)) throw new InputError(text.cli.isThere(to));
  const plan = templateBook(template, language, asOf);
  await xlsxFileHost(to).render(plan).catch((error: unknown) => { throw cannotWrite(to, error, text); });
  return text.cli.built(to, plan.sheets.map((sheet) => sheet.name).join(", "));
}

async function saved(book: string, to: string, title: string | null, asOf: Day, text: Text, tell: (line: string) => void): Promise<string> {
  if (!/\.json$/i.test(to)) throw new UsageError(text.cli.templates.notJson(to));
  const memory = await recallOurs(book, rememberedForTemplate, (path) => new InputError(text.cli.notABook(path)), text);
  const name = basename(to).replace(/\.json$/i, "");
  const { template, leftOut } = savedTemplate(memory, name, title ?? name, text.template.madeFrom(basename(book)), asOf);
  await checkMayWrite(to, text);
  const there = await readFile(to, "utf8").catch(() => null);
  if (there !== null && isTemplateProblem(readTemplate(there))) throw new InputError(text.cli.isThere(to));
  await writeWhole(to, (file) => file.writeFile(`${JSON.stringify(template, null, 2)}\n`)).catch((error: unknown) => { throw cannotWrite(to, error, text); });
  if (leftOut.length > 0) tell(text.template.leftOut(leftOut.length, [...new Set(leftOut.map(({ table, column }) => `${table} › ${column}`))].join(", ")));
  return text.template.saved(to, Object.entries(template.tables).map(([table, { rows }]) => `${table} (${rows.length})`).join(", "));
}

function dayIn(word: string, text: Text): Day {
  const day = dayOfIso(word);
  if (day === null) throw new UsageError(text.cli.badDay(word));
  return day;
}
