// `salesbook rollup`: data too big for a sheet as a file that the pane and every other command take.

import { recordCount } from "../crm/record-count";
import { writeWhole } from "../disk/write-whole";
import { drafted } from "../report";
import { rollupText } from "../rollup-file";
import { looksLikeRollup } from "../rollup-file/looks";
import { chosenSheets } from "../sheets/chosen";
import { openQuestions } from "../sheets/data/answers";
import { emptyMemory, type Memory } from "../sheets/memory";
import { remembered } from "../sheets/remembered";
import { isoOf, type Day } from "../values";
import type { Request } from "./arguments";
import { madeWithAnswers } from "./ask";
import { bring } from "./bring";
import type { Engines } from "./engines";
import { InputError } from "./input-error";
import { beginningOf } from "./kind-of-file";
import { checkMayWrite } from "./may-write";
import { metricTables } from "./metric-tables";
import { voiceIn, type Voice } from "./voice";
import { cannotWrite } from "./why";
import { recallOurs } from "./write-book";

/** Writes the rollup to `to`, with the answers to all that any sheet asks. Throws an InputError; an existing file is unchanged then. */
export async function rollupFile(request: Request, to: string, today: Day, engines: Engines, tell: (line: string) => void): Promise<void> {
  const memory = await memoryOf(request, tell);
  const voice = voiceIn(request.language ?? memory.language ?? "en", tell);
  await checkIsOurs(to, voice);
  const brought = await bring(request, memory, today, engines, voice);
  try {
    const { asOf, products } = brought;
    const { imports } = await madeWithAnswers(brought, (linked) => {
      const { context } = drafted({ imports: linked, asOf, language: voice.language, memory, sheets: chosenSheets });
      metricTables(context.model);
      return { questions: openQuestions(context) };
    }, voice);
    const content = rollupText({ asOf, imports, products });
    await writeWhole(to, (file) => file.writeFile(content)).catch((error: unknown) => { throw cannotWrite(to, error, voice.text); });
    tell(voice.engine.wrote(to, imports.map((one) => voice.engine.rows(voice.text.objects[one.recognition.object], recordCount(one.reading))).join(", "), isoOf(asOf)));
  } finally {
    await brought.close();
  }
}

/** What was typed in the workbook the rollup is for. */
async function memoryOf({ book, language }: Request, tell: (line: string) => void): Promise<Memory> {
  if (book === null) return emptyMemory;
  const { text } = voiceIn(language ?? "en", tell);
  return recallOurs(book, remembered, (path) => new InputError(text.cli.notABook(path)), text);
}

/** A file that is there and is no rollup is somebody's: it is not written over. */
async function checkIsOurs(path: string, { text }: Voice): Promise<void> {
  await checkMayWrite(path, text);
  const beginning = await beginningOf(path).catch(() => "");
  if (beginning !== "" && !looksLikeRollup(beginning)) throw new InputError(text.cli.isThere(path));
}
