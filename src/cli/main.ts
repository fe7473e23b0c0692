// The command line: reads its words, does what they ask, ends with 0 done, 1 input that cannot be used, 2 wrong usage.

import { contextOf } from "../sheets/make-context";
import { emptyMemory } from "../sheets/memory";
import { textIn } from "../text/language";
import { dayOf, type Day } from "../values";
import { requestOf, UsageError, type Request } from "./arguments";
import { build } from "./build";
import { importsOf, InputError, readFiles } from "./files";
import { inspection, inspectionText } from "./inspect";
import { figures, figuresText } from "./metrics";
import { refreshBook } from "./refresh";
import { templates } from "./templates";

void main(process.argv.slice(2)).then((code) => { process.exitCode = code; });

async function main(words: readonly string[]): Promise<number> {
  const text = textIn("en");
  try {
    if (words[0] === "templates") {
      say(await templates(words.slice(1), today(), tell));
      return 0;
    }
    const request = requestOf(words, text);
    if (!request) {
      say(text.cli.usage);
      return words.length === 0 ? 2 : 0;
    }
    await run(request);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      tell(`${error.message}\n\n${text.cli.usage}`);
      return 2;
    }
    tell(error instanceof InputError ? error.message : text.cli.unexpected(error instanceof Error ? error.message : String(error)));
    return 1;
  }
}

async function run(request: Request): Promise<void> {
  const { command, output, book } = request;
  const asOf = request.asOf ?? today();
  if (command === "build" || command === "refresh") {
    const path = command === "build" ? output : book;
    if (path === null) throw new UsageError(textIn("en").cli.noOutput);
    const printed = await (command === "build" ? build : refreshBook)(request, path, asOf, tell);
    if (printed !== "") say(printed);
    return;
  }
  const language = request.language ?? "en";
  const text = textIn(language);
  const files = await readFiles(request.files, text);
  if (command === "inspect") {
    say(request.json ? JSON.stringify(inspection(files), null, 2) : inspectionText(files, text));
    return;
  }
  const { context } = contextOf({ imports: importsOf(files, text, tell), memory: emptyMemory, asOf, language, withoutLog: true });
  say(request.json ? JSON.stringify(figures(context), null, 2) : figuresText(context));
}

/** The only look at the clock. */
function today(): Day {
  const now = new Date();
  const day = dayOf(now.getFullYear(), now.getMonth() + 1, now.getDate());
  if (day === null) throw new Error(`no such day: ${now.toISOString()}`);
  return day;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
