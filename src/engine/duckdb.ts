// DuckDB in the process as an engine over files: text, Parquet and JSON of any size, no server, no network.

import { basename } from "node:path";
import { kindOf } from "../crm/objects/tables";
import type { Issue } from "../crm/reading";
import { rowKinds } from "../crm/reading";
import { readExport, type Known } from "../read-exports";
import { duckDbDialect } from "./dialects/postgres-family";
import { EngineProblem, type Engine, type EngineTable } from "./engine";
import { delimitedFiles } from "./files/delimited";
import { fileProblem, openDuck, rowsOf, shut, type Duck, type DuckOptions } from "./files/duck";
import { findFiles, type FilesFound } from "./files/find-files";
import { listed } from "./files/listed";
import { parquetSource } from "./files/parquet";
import { jsonSource } from "./files/json";
import { typeOf, type Reader, type FileSource } from "./files/source";
import { makeTypedTable, type Typed } from "./files/typed-table";

/** What a caller knows of the files beside the files, and how much room there is. */
export interface FileOptions extends DuckOptions {
  /** As for an export that is read whole: object, mapping, date orders, the workbook's memory. */
  readonly known?: Known;
}

/** The one table of the files. */
const TABLE = "records";

/**
 * An engine over files of one format that hold records of one object: paths, folders and patterns, united by the names of their columns.
 * Throws an EngineProblem where there are none. `table` gives the same table for every name; text is read when it is first asked for.
 */
export async function duckFiles(paths: readonly string[], options: FileOptions = {}): Promise<Engine> {
  const place = paths.join(", ");
  const files = findFiles(paths);
  const duck = await openDuck(place, options);
  let table: Promise<EngineTable> | null = null;
  return {
    name: "DuckDB",
    place: "",
    dialect: duckDbDialect,
    mostParameters: 10_000,
    table: () =>
      (table ??= tableOf(duck, files, place, options.known).then(
        // The workbook of it may go to anybody: it says which files, not where they lie.
        (made) => ({ ...made, name: paths.map((path) => basename(path)).join(", "), issues: [...(made.issues ?? []), ...passedOver(files)] }),
        (error: unknown) => { throw ofFiles(fileProblem(error, duck)); },
      )),
    rows: ({ sql, parameters }, most) => rowsOf(duck, sql, parameters, most),
    close: async () => duck.close(),
  };
}

function passedOver({ others }: FilesFound): readonly Issue[] {
  return others.length === 0 ? [] : [{ kind: "file-other", row: null, column: null, found: listed(others), count: others.length }];
}

/** The statements that read files are our own: where one fails, by whatever words, it is for what is in the files. */
function ofFiles(error: unknown): unknown {
  return error instanceof EngineProblem && error.kind === "statement" ? new EngineProblem("unreadable-file", error.place, error.detail) : error;
}

async function tableOf(duck: Duck, { format, paths }: FilesFound, place: string, known: Known | undefined): Promise<EngineTable> {
  switch (format) {
    case "parquet":
      return typed(duck, await parquetSource(duck, paths), paths, place, known);
    case "json":
      return typed(duck, await jsonSource(duck, paths), paths, place, known);
    case "delimited": {
      const files = await delimitedFiles(duck, paths, place);
      for (;;) {
        try {
          return await typed(duck, files.source(), [], place, known);
        } catch (error) {
          if (!(error instanceof EngineProblem) || error.kind !== "unreadable-file" || !(await files.cutNext(error.detail))) throw error;
        }
      }
    }
  }
}

async function typed(duck: Duck, source: FileSource, files: readonly string[], place: string, known?: Known): Promise<EngineTable> {
  const reader = readerOf(source, known);
  const made = await makeTypedTable(duck, source, reader, TABLE);
  await shut(duck, files);
  if (made.rows === 0) throw new EngineProblem("no-rows", place, source.columns.map(({ header }) => header).join(", "));
  return {
    name: place,
    path: [TABLE],
    columns: source.columns.map((column) => ({ name: column.header, type: typeOf(column, reader) })),
    sample: source.sample.rows,
    unreadable: made.unreadable,
    ...(made.amountCurrency === null ? {} : { amountCurrency: made.amountCurrency }),
    ...(made.rowOrder === null ? {} : { rowOrder: made.rowOrder }),
    ...counted(source.issues, made),
  };
}

function counted(found: readonly Issue[], { rows, issues }: Typed): { rowsRead: number; issues: readonly Issue[] } {
  const all = [...found, ...issues];
  const left = all.filter(({ kind }) => rowKinds.has(kind)).reduce((sum, { count }) => sum + count, 0);
  return { rowsRead: rows + left, issues: all };
}

function readerOf({ sample }: FileSource, known: Known = {}): Reader {
  const { recognition } = readExport(sample, known);
  return { recognition, kinds: new Map(Object.entries(recognition.mapping).map(([field, header]) => [header, kindOf(recognition.object, field)])) };
}
