// `salesbook build`: a new workbook; over one made before, what `refresh` does.

import { existsSync } from "node:fs";
import { textIn } from "../text/language";
import type { Day } from "../values";
import type { Request } from "./arguments";
import { realEngines, type Engines } from "./engines";
import { InputError } from "./input-error";
import { readOurs, writeBook } from "./write-book";

/** Writes the workbook to `path` and gives what to print on stdout. Throws an InputError; an existing file is unchanged then. */
export async function build(request: Request, path: string, today: Day, tell: (line: string) => void, engines: Engines = realEngines): Promise<string> {
  const text = textIn(request.language ?? "en");
  const before = existsSync(path) ? await readOurs(path, (name) => new InputError(text.cli.notOurs(name)), text) : null;
  return writeBook({ request, path, before, to: path, today, engines }, tell);
}
