// `salesbook refresh`: next week's export into the workbook that is there, and nothing typed is lost.

import { existsSync, realpathSync } from "node:fs";
import { textIn } from "../text/language";
import type { Text } from "../text/en";
import type { Day } from "../values";
import type { Request } from "./arguments";
import { realEngines, type Engines } from "./engines";
import { InputError } from "./input-error";
import { readOurs, writeBook } from "./write-book";

/** Refreshes a workbook, in its place or under a new name, and gives what changed. Throws an InputError; the workbook is unchanged then. */
export async function refreshBook(request: Request, path: string, today: Day, tell: (line: string) => void, engines: Engines = realEngines): Promise<string> {
  const text = textIn(request.language ?? "en");
  const before = await readOurs(path, (name) => new InputError(text.cli.notABook(name)), text);
  return writeBook({ request, path, before, to: placeOf(path, request.output, text), today, engines }, tell);
}

/** Another workbook may hold what somebody typed: it is not written over. */
function placeOf(path: string, output: string | null, text: Text): string {
  if (output === null || !existsSync(output)) return output ?? path;
  if (realpathSync(output) !== realpathSync(path)) throw new InputError(text.cli.isThere(output));
  return output;
}
