// The files of a request, read and put together.

import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { isProblem, openTable, type TableProblem } from "../crm/table";
import type { CrmTable } from "../crm/reading";
import { leastConfidence, linkImports, productsIn, readExport, stageHistoryOf } from "../read-exports";
import type { Import } from "../sheets/data/import";
import { emptyMemory } from "../sheets/memory";
import type { Text } from "../text/en";
import type { FileArgument } from "./arguments";

/** Input that cannot be used; ends the program with 1. */
export class InputError extends Error {}

/** A file as a table, and as records. */
export interface FileRead {
  readonly path: string;
  readonly table: CrmTable;
  readonly read: Import;
  /** The user said what it holds. */
  readonly said: boolean;
}

/** Reads each file, its columns as the workbook of `memory` remembers them. Throws an InputError that names the file and what to do. */
export async function readFiles(files: readonly FileArgument[], text: Text, memory = emptyMemory): Promise<readonly FileRead[]> {
  const all: FileRead[] = [];
  for (const { path, object } of files) {
    const table = await openTable(basename(path), await bytesOf(path, text));
    if (isProblem(table)) throw new InputError(problemText(path, table, text));
    all.push({ path, table, read: readExport(table, { memory, ...(object ? { object } : {}) }), said: object !== null });
  }
  return all;
}

/** The records of all files, ids joined to names; a list of products only serves to check deals, and `tell` says so. */
export function importsOf(files: readonly FileRead[], text: Text, tell: (line: string) => void): readonly Import[] {
  const products: string[] = [];
  const imports: Import[] = [];
  for (const { path, table, read, said } of files) {
    const list = said ? null : productsIn(table, read.recognition);
    if (list) {
      products.push(...list);
      tell(text.cli.asProducts(path, list.length));
      continue;
    }
    if (Object.keys(read.recognition.mapping).length === 0 || (!said && read.recognition.confidence < leastConfidence)) throw new InputError(unsure(path, table, said, text));
    imports.push(read);
    const history = stageHistoryOf(table, read.recognition);
    if (history) imports.push(history);
  }
  return linkImports(imports, products);
}

async function bytesOf(path: string, text: Text): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new InputError(text.cli.cannotOpen(path, code === "ENOENT" ? text.cli.missingFile : code === "EISDIR" ? text.cli.isFolder : String(code ?? error)));
  }
}

function problemText(path: string, { problem, header, row }: TableProblem, text: Text): string {
  const say = text.cli.problem;
  return problem === "no-rows" ? say["no-rows"](path, row ?? 1, (header ?? []).join(", ")) : say[problem](path);
}

function unsure(path: string, table: CrmTable, said: boolean, text: Text): string {
  const headers = table.header.slice(0, 6).join(", ") + (table.header.length > 6 ? ", …" : "");
  if (said) return text.cli.nothingKnown(path, headers, table.headerRow);
  return text.cli.unsure(path, "deal", headers, table.headerRow);
}
