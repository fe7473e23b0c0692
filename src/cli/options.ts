// Which options are there, and which commands take them? One that does nothing is not passed over in silence.

import { parseArgs } from "node:util";
import type { Text } from "../text/en";
import { tableOptions } from "./source-arguments";
import { UsageError } from "./usage-error";

export const commands = ["inspect", "metrics", "build", "refresh", "rollup"] as const;
export type Command = (typeof commands)[number];

export const templateCommands = ["templates list", "templates write", "templates save"] as const;
export type TemplateCommand = (typeof templateCommands)[number];

const options = {
  ...tableOptions,
  source: { type: "string" },
  // Known only to say why it is not taken.
  password: { type: "string" },
  timeout: { type: "string" },
  for: { type: "string" },
  output: { type: "string", short: "o" },
  "as-of": { type: "string" },
  lang: { type: "string" },
  sheets: { type: "string" },
  template: { type: "string" },
  title: { type: "string" },
  json: { type: "boolean" },
  print: { type: "boolean" },
  twins: { type: "boolean" },
  "drop-sheets": { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

const ofBooks = ["build", "refresh"] as const;

/** Who takes an option; one that is not here goes with every command. */
const takers: Readonly<Record<string, readonly (Command | TemplateCommand)[]>> = {
  ...Object.fromEntries(["source", "timeout", ...Object.keys(tableOptions)].map((name) => [name, commands])),
  "as-of": [...commands, "templates write", "templates save"],
  output: [...ofBooks, "rollup", "templates write", "templates save"],
  json: ["inspect", "metrics"],
  for: ["rollup"],
  title: ["templates save"],
  sheets: ofBooks,
  template: ofBooks,
  print: ofBooks,
  twins: ofBooks,
  "drop-sheets": ofBooks,
};

/** The words with their options told apart. Throws a UsageError for one that is not known, lacks its value, or is given twice. */
export function parsedWords(words: readonly string[], text: Text) {
  const parsed = parsedByNode(words, text);
  const given = new Set<string>();
  for (const token of parsed.tokens) {
    if (token.kind !== "option" || token.value === undefined) continue;
    // The first would be lost in silence.
    if (given.has(token.name)) throw new UsageError(text.cli.givenTwice(token.rawName));
    given.add(token.name);
  }
  return parsed;
}

/** Throws a UsageError for an option that does nothing with the command. */
export function checkTaken({ tokens }: Pick<ReturnType<typeof parsedByNode>, "tokens">, command: Command | TemplateCommand, text: Text): void {
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const only = takers[token.name];
    if (only && !only.includes(command)) throw new UsageError(text.cli.notTaken(token.rawName, command, only.join(", ")));
  }
}

function parsedByNode(words: readonly string[], text: Text) {
  try {
    return parseArgs({ args: [...words], allowPositionals: true, tokens: true, options });
  } catch (error) {
    throw optionProblem(error, text);
  }
}

/** In a sentence of ours instead of Node's. */
function optionProblem(error: unknown, { cli }: Text): UsageError {
  const said = error instanceof Error ? error.message : String(error);
  const [, option = said] = /'(?:-\w, )?(--?[^'= ]+)/.exec(said) ?? [];
  if (said.startsWith("Unknown option")) return new UsageError(cli.unknownOption(option));
  return new UsageError(said.includes("does not take") ? cli.noValue(option) : cli.needsValue(option));
}
