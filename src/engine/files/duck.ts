// A DuckDB of our own: in this process, in a folder of its own, without the network.

import { join } from "node:path";
import { DuckDBDecimalValue, DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import { EngineProblem, type EngineCell, type EngineRow, type ProblemKind } from "../engine";
import { makeWorkFolder, type WorkFolder } from "./work-folder";

export interface Duck {
  readonly connection: DuckDBConnection;
  readonly folder: WorkFolder;
  /** What problems are said of. */
  readonly place: string;
  close(): void;
}

export interface DuckOptions {
  /** Where the temporary folder is made. */
  readonly within?: string;
  /** Megabytes DuckDB may take for itself; the process has some 250 MB beside. */
  readonly megabytes?: number;
  /** The most megabytes on disk. */
  readonly diskMegabytes?: number;
  readonly threads?: number;
}

/** Opens it. Nothing is fetched: extensions are those within the package. */
export async function openDuck(place: string, { within, megabytes = 500, diskMegabytes, threads }: DuckOptions = {}): Promise<Duck> {
  const folder = makeWorkFolder(within);
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: `${megabytes}MB`,
      temp_directory: join(folder.path, "spill"),
      ...(diskMegabytes ? { max_temp_directory_size: `${diskMegabytes}MB` } : {}),
      ...(threads ? { threads: String(threads) } : {}),
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      // Rows in any order: files are read and written by all threads at once.
      preserve_insertion_order: "false",
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    return {
      connection,
      folder,
      place,
      close: () => {
        connection.closeSync();
        instance.closeSync();
        folder.remove();
      },
    };
  } catch (error) {
    folder.remove();
    throw error;
  }
}

/** Runs a statement whose rows nobody wants. */
export async function run({ connection, place, folder }: Duck, sql: string): Promise<void> {
  try {
    await connection.run(sql);
  } catch (error) {
    throw problemOf(error, place, folder);
  }
}

/** The rows of a statement; throws an EngineProblem where they are more than `most`. */
export async function rowsOf({ connection, place, folder }: Duck, sql: string, parameters: readonly (string | number | boolean | null)[] = [], most = Infinity): Promise<readonly EngineRow[]> {
  const rows: EngineRow[] = [];
  try {
    const result = await connection.stream(sql, [...parameters]);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return rows;
      for (const row of chunk.getRows()) rows.push(row.map(cellOf));
      if (rows.length > most) break;
    }
  } catch (error) {
    throw problemOf(error, place, folder);
  }
  throw new EngineProblem("too-many-rows", place, String(most));
}

function cellOf(value: DuckDBValue): EngineCell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  // The nearest number to the decimal: through text, since value / 10 ** scale would be rounded twice.
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  return String(value);
}

/** What went wrong, by DuckDB's words. */
export function problemOf(error: unknown, place: string, folder: WorkFolder): EngineProblem {
  if (error instanceof EngineProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new EngineProblem(kindOf(detail), isFull(detail) ? folder.path : place, detail.split("\n")[0]!.slice(0, 300));
}

function isFull(detail: string): boolean {
  return /no space left|disk quota|max_temp_directory_size|ENOSPC|failed to offload/i.test(detail);
}

function kindOf(detail: string): ProblemKind {
  if (isFull(detail)) return "disk-full";
  if (/out of memory|could not allocate|failed to allocate/i.test(detail)) return "no-memory";
  if (/interrupt/i.test(detail)) return "time-out";
  if (/^(?:catalog error).*table/i.test(detail)) return "no-table";
  if (/^binder error.*column/i.test(detail)) return "no-column";
  if (/no files found|cannot open file/i.test(detail)) return "no-file";
  if (/parquet|thrift|snappy|zstd|gzip|invalid input error|io error|json|csv|conversion error/i.test(detail)) return "unreadable-file";
  return "statement";
}

