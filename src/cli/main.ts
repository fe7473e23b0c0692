// The command line: reads its words, does what they ask, ends with 0 done, 1 input that cannot be used, 2 wrong usage.

import { messageOf } from "../engine/failure";
import { emptyMemory } from "../sheets/memory";
import type { Text } from "../text/en";
import { textIn } from "../text/language";
import { requestOf, type Request } from "./arguments";
import { build } from "./build";
import { bring } from "./bring";
import { today } from "./clock";
import { realEngines } from "./engines";
import { InputError } from "./input-error";
import { inspection, inspectionText } from "./inspect";
import { metricsOf } from "./metrics";
import { parsedWords } from "./options";
import { minded, say, tell } from "./output";
import { refreshBook } from "./refresh";
import { rollupFile } from "./rollup";
import { saidLanguage } from "./said-language";
import { templates } from "./templates";
import { UsageError } from "./usage-error";
import { voiceIn } from "./voice";
import { cannotOpen } from "./why";

void main(process.argv.slice(2)).then((code) => { process.exitCode = code; });

async function main(words: readonly string[]): Promise<number> {
  const voice = voiceIn(saidLanguage(words), tell);
  const { text } = voice;
  minded(text);
  if (isTooOld(process.versions.node)) {
    tell(text.cli.oldNode(process.versions.node));
    return 1;
  }
  try {
    const { positionals: [command], values: { help } } = parsedWords(words, text);
    if (command === "templates" && !help) {
      say(await templates(words, () => today(text), tell));
      return 0;
    }
    const request = requestOf(words, voice);
    if (!request) {
      say(text.cli.usage);
      return words.length === 0 ? 2 : 0;
    }
    await run(request);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      tell(`${error.message}\n${text.cli.seeUsage}`);
      return 2;
    }
    tell(saidOf(error, text));
    return 1;
  }
}

function isTooOld(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major < 20 || (major === 20 && minor < 19);
}

async function run(request: Request): Promise<void> {
  const { command, output, book } = request;
  const day = request.asOf ?? today(textIn(request.language ?? "en"));
  if (command === "build" || command === "refresh" || command === "rollup") {
    // Words that name none were refused.
    const path = (command === "refresh" ? book : output)!;
    if (command === "rollup") return rollupFile(request, path, day, realEngines, tell);
    const printed = await (command === "build" ? build : refreshBook)(request, path, day, tell);
    if (printed !== "") say(printed);
    return;
  }
  const voice = voiceIn(request.language ?? "en", tell);
  const brought = await bring(request, emptyMemory, day, realEngines, voice);
  try {
    if (command === "inspect") say(request.json ? JSON.stringify(inspection(brought.seen), null, 2) : inspectionText(brought.seen, voice.text));
    else say(await metricsOf(request, brought, voice));
  } finally {
    await brought.close();
  }
}

/** Trouble in a sentence: with a file nobody expected it of, that file's. */
function saidOf(error: unknown, text: Text): string {
  const { path } = error as NodeJS.ErrnoException;
  const said = typeof path === "string" ? cannotOpen(path, error, text) : error;
  return said instanceof InputError ? said.message : text.cli.unexpected(messageOf(said));
}
