// `salesbook build`: a new workbook; over one made before, what `refresh` does.

import { existsSync } from "node:fs";
import { textIn } from "../text/language";
import type { Day } from "../values";
import { InputError } from "./files";
import { checkIsOurs, writeBook, type BookRequest } from "./write-book";

/** Writes the workbook and gives what to print on stdout. Throws an InputError; an existing file is unchanged then. */
export async function build(request: BookRequest, asOf: Day, tell: (line: string) => void): Promise<string> {
  const { path } = request;
  const before = existsSync(path);
  const text = textIn(request.language ?? "en");
  if (before) await checkIsOurs(path, (name) => new InputError(text.cli.notOurs(name)), text);
  return writeBook({ ...request, to: path, before }, asOf, tell);
}
