// The command line: reads its words, does what they ask, ends with 0 done, 1 input that cannot be used, 2 wrong usage.

import { contextOf } from "../sheets/make-context";
import { emptyMemory } from "../sheets/memory";
import { textIn } from "../text/language";
import { dayOf, type Day } from "../values";
import { requestOf, UsageError, type Request } from "./arguments";
import { build, memoryOf } from "./build";
import { importsOf, InputError, readFiles } from "./files";
import { inspection, inspectionText } from "./inspect";
import { figures, figuresText } from "./metrics";

void main(process.argv.slice(2)).then((code) => { process.exitCode = code; });

async function main(words: readonly string[]): Promise<number> {
  const text = textIn("en");
  try {
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
  const text = textIn(request.language);
  const files = await readFiles(request.files, text, request.command === "build" && request.output !== null ? await memoryOf(request.output) : emptyMemory);
  if (request.command === "inspect") {
    say(request.json ? JSON.stringify(inspection(files), null, 2) : inspectionText(files, text));
    return;
  }
  const imports = importsOf(files, text, tell);
  const asOf = request.asOf ?? today();
  if (request.command === "metrics") {
    const { context } = contextOf({ imports, memory: emptyMemory, asOf, language: request.language, goals: request.goals, withoutLog: true });
    say(request.json ? JSON.stringify(figures(context), null, 2) : figuresText(context));
    return;
  }
  const { output } = request;
  if (output === null) throw new UsageError(text.cli.noOutput);
  const printed = await build({ ...request, output }, imports, asOf, text, tell);
  if (printed !== "") say(printed);
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
