// A DuckDB of our own: in this process, in a folder of its own, without the network.

import { join } from "node:path";
import { DuckDBDecimalValue, DuckDBInstance, type DuckDBConnection, type DuckDBValue } from "@duckdb/node-api";
import { UnknownEncoding } from "../../crm/decode";
import { EngineProblem, type EngineCell, type EngineRow, type Limits, type ProblemKind } from "../engine";
import { literal } from "./sql-text";
import { makeWorkFolder, type WorkFolder } from "./work-folder";

export interface Duck {
  readonly connection: DuckDBConnection;
  readonly folder: WorkFolder;
  /** What problems are said of. */
  readonly place: string;
  readonly limits: Limits | undefined;
  close(): void;
}

export interface DuckOptions {
  /** Where the temporary folder is made. */
  readonly within?: string;
  /** Megabytes DuckDB may take for itself; the process has some 250 MB beside. */
  readonly megabytes?: number;
  readonly threads?: number;
  /** Of each statement. */
  readonly limits?: Limits;
}

/** Opens it. Nothing is fetched: extensions are those within the package. */
export async function openDuck(place: string, { within, megabytes = 500, threads, limits }: DuckOptions = {}): Promise<Duck> {
  const folder = makeWorkFolder(within);
  try {
    const instance = await DuckDBInstance.create(":memory:", {
      memory_limit: `${megabytes}MB`,
      temp_directory: join(folder.path, "spill"),
      ...(threads ? { threads: String(threads) } : {}),
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
      // Rows in any order: files are read and written by all threads at once.
      preserve_insertion_order: "false",
    });
    const connection = await instance.connect();
    await connection.run("set TimeZone = 'UTC'");
    await connection.run("set enable_progress_bar = true");
    await connection.run("set enable_progress_bar_print = false");
    return {
      connection,
      folder,
      place,
      limits,
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

/** From now on it reads no files but these and its own, writes none, loads nothing, and no statement changes that. */
export async function shut(duck: Duck, files: readonly string[]): Promise<void> {
  await run(duck, `set allowed_paths = [${files.map(literal).join(", ")}]`);
  await run(duck, `set allowed_directories = [${literal(join(duck.folder.path, ""))}]`);
  await run(duck, "set enable_external_access = false");
  await run(duck, "set lock_configuration = true");
}

/** Runs a statement whose rows nobody wants. */
export function run(duck: Duck, sql: string): Promise<void> {
  return watched(duck, async () => {
    await duck.connection.run(sql);
  });
}

/** The rows of a statement; throws an EngineProblem where they are more than `most`. */
export function rowsOf(duck: Duck, sql: string, parameters: readonly (string | number | boolean | null)[] = [], most = Infinity): Promise<readonly EngineRow[]> {
  return watched(duck, async () => {
    const rows: EngineRow[] = [];
    const result = await duck.connection.stream(sql, [...parameters]);
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return rows;
      for (const row of chunk.getRows()) rows.push(row.map(cellOf));
      if (rows.length > most) throw new EngineProblem("too-many-rows", duck.place, String(most));
    }
  });
}

/** Ends a statement that takes too long, and tells how far it is. */
async function watched<T>({ connection, place, folder, limits }: Duck, ask: () => Promise<T>): Promise<T> {
  let isLate = false;
  const late = limits ? setTimeout(() => ((isLate = true), connection.interrupt()), limits.seconds * 1000) : undefined;
  const tell = limits?.progress ? setInterval(() => toldProgress(connection, limits.progress!), 200) : undefined;
  try {
    return await ask();
  } catch (error) {
    throw isLate ? new EngineProblem("time-out", place, String(limits?.seconds)) : problemOf(error, place, folder);
  } finally {
    clearTimeout(late);
    clearInterval(tell);
  }
}

function toldProgress({ progress }: DuckDBConnection, tell: NonNullable<Limits["progress"]>): void {
  if (progress.total_rows_to_process > 0n) tell(Number(progress.rows_processed), Number(progress.total_rows_to_process));
}

function cellOf(value: DuckDBValue): EngineCell {
  if (value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (typeof value === "bigint") return Number(value);
  // The nearest number to the decimal: through text, since value / 10 ** scale would be rounded twice.
  if (value instanceof DuckDBDecimalValue) return Number(value.toString());
  return String(value);
}

/** What went wrong, by DuckDB's words. */
function problemOf(error: unknown, place: string, folder: WorkFolder): EngineProblem {
  if (error instanceof EngineProblem) return error;
  const detail = error instanceof Error ? error.message : String(error);
  return new EngineProblem(kindOf(detail), isFull(detail) ? folder.path : place, detail.split("\n")[0]!.slice(0, 300));
}

/** What the system said when a file was read or written by us; an error of another kind stays what it is. */
export function fileProblem(error: unknown, { place, folder }: Duck): unknown {
  if (error instanceof UnknownEncoding) return new EngineProblem("unknown-encoding", place, "");
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (error instanceof EngineProblem || code === undefined) return error;
  if (code === "ENOSPC" || code === "EDQUOT" || code === "EFBIG") return new EngineProblem("disk-full", folder.path, message);
  const kind = code === "ENOENT" ? "no-file" : code === "EACCES" || code === "EPERM" ? "not-allowed" : "unreadable-file";
  return new EngineProblem(kind, path ?? place, message);
}

function isFull(detail: string): boolean {
  return /no space left|disk quota|file too large|max_temp_directory_size|failed to offload/i.test(detail);
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

