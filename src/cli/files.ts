// The files of a request, read and put together.

import { readFile, stat } from "node:fs/promises";
import { basename } from "node:path";
import { isRecognised } from "../crm/recognise";
import type { TableProblem } from "../crm/table";
import { objects, type CrmTable, type IssueKind, type ObjectKind } from "../crm/reading";
import { importsIn, linkImports, openExport, productsIn, readExport } from "../read-exports";
import { looksLikeRollup } from "../rollup-file/looks";
import type { Import } from "../sheets/data/import";
import { emptyMemory } from "../sheets/memory";
import { mostBytes } from "../values";
import type { Text } from "../text/en";
import type { FileArgument } from "./arguments";
import { InputError } from "./input-error";
import { lockedBy } from "./may-write";
import { cannotOpen } from "./why";

/** What was read from where: a path, or a table of a database. */
export interface Seen {
  readonly path: string;
  readonly read: Import;
}

/** A file as a table, and as records. */
interface FileRead extends Seen {
  readonly table: CrmTable;
  /** Without the sheet. */
  readonly file: string;
  /** The user said what it holds. */
  readonly said: boolean;
}

/** Reads each file, of a workbook every sheet of records, its columns as the workbook of `memory` remembers them. Throws an InputError that names the file and what to do. */
export async function readFiles(files: readonly FileArgument[], text: Text, memory = emptyMemory): Promise<readonly FileRead[]> {
  const all: FileRead[] = [];
  for (const { path, object } of files) {
    const known = { memory, ...(object ? { object } : {}) };
    const tables = (await isTooLarge(path)) ? ({ problem: "too-large", file: path } as const) : await openExport(basename(path), await bytesOf(path, text), known);
    if ("problem" in tables) throw new InputError(problemText(path, tables, text));
    for (const table of tables) all.push({ path: tables.length > 1 ? `${path} (${table.sheet})` : path, file: path, table, read: readExport(table, known), said: object !== null });
  }
  return all;
}

/** Records as each file has them, and the names of lists of products, which only serve to check deals. */
export interface Records {
  readonly imports: readonly Import[];
  readonly products: readonly string[];
}

/** Records as one picture: ids become names where another import knows them. */
export function linked({ imports, products }: Records): readonly Import[] {
  return linkImports(imports, products);
}

/** The records of all files, not yet joined; `tell` says which is a list of products. Throws an InputError. */
export function recordsOf(files: readonly FileRead[], text: Text, tell: (line: string) => void): Records {
  const products: string[] = [];
  const imports: Import[] = [];
  for (const { path, file, table, read, said } of files) {
    for (const issue of table.issues) if (notReadSheets.has(issue.kind)) tell(`${file}: ${text.issues[issue.kind](issue)}`);
    const list = said ? null : productsIn(table, read.recognition);
    if (list) {
      products.push(...list);
      tell(text.cli.asProducts(path, list.length));
      continue;
    }
    if (!isRecognised(read.recognition) && !(said && Object.keys(read.recognition.mapping).length > 0)) throw new InputError(unsure(path, table, read.recognition.object, said, text));
    imports.push(...importsIn(table, read));
  }
  return { imports, products };
}

/** What else is in a workbook may be what the user meant. */
const notReadSheets: ReadonlySet<IssueKind> = new Set(["sheet-unknown", "sheet-repeated", "sheet-other", "sheet-hidden"]);

/** Told without reading: Node takes no file of more than 2 GB at once. */
async function isTooLarge(path: string): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.size > mostBytes;
}

async function bytesOf(path: string, text: Text): Promise<Uint8Array> {
  const book = lockedBy(path);
  if (book !== null) throw new InputError(text.cli.isLock(path, book));
  const bytes = await readFile(path).catch((error: unknown) => { throw cannotOpen(path, error, text); });
  // A rollup is known by its name; where it has another, it is not read as if it were a table.
  if (looksLikeRollup(bytes.toString("utf8", 0, 400))) throw new InputError(text.cli.isRollup(path));
  return bytes;
}

function problemText(path: string, { problem, header, row }: TableProblem, text: Text): string {
  const say = text.cli.problem;
  return problem === "no-rows" ? say["no-rows"](path, row ?? 1, shownHeaders(header ?? [])) : say[problem](path);
}

function unsure(path: string, table: CrmTable, likely: ObjectKind, said: boolean, text: Text): string {
  const headers = shownHeaders(table.header);
  if (said) return text.cli.nothingKnown(path, headers, table.headerRow);
  return text.cli.unsure(path, likely, objects.join(", "), headers, table.headerRow);
}

/** The first headers, each short enough for a sentence. */
function shownHeaders(headers: readonly string[]): string {
  return headers.slice(0, 6).map((name) => (name.length > 40 ? `${name.slice(0, 40)}…` : name)).join(", ") + (headers.length > 6 ? ", …" : "");
}
