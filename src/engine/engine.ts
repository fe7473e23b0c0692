// What salesbook asks of a database: its columns, a sample, and the rows of a statement. One file an engine.

import type { Issue } from "../crm/reading";
import type { Dialect } from "./dialect";

/** How a column's values are to be understood. `day` includes points in time: only their day counts. */
export type ColumnType = "text" | "number" | "day" | "flag";

export interface EngineColumn {
  readonly name: string;
  readonly type: ColumnType;
}

/** A table or view, its rows typed: numbers exact, days as dates, everything else as text as written. */
export interface EngineTable {
  /** For people: the names of files, `crm.opportunities`. */
  readonly name: string;
  /** The parts of its name in the engine, unquoted: `["crm", "opportunities"]`. */
  readonly path: readonly string[];
  readonly columns: readonly EngineColumn[];
  /** Some rows from it, cells as a CSV export would have them ("" for none): what recognition looks at. */
  readonly sample: readonly (readonly string[])[];
  /** Cells that could not be read as what their column holds, by column: each is missing in the table. */
  readonly unreadable: readonly { readonly column: string; readonly count: number; readonly example: string }[];
  /** A further column with the code of the currency that each record's amount names by a sign or a word, where any does. */
  readonly amountCurrency?: string;
  /** A further column with the place of each row in its file, below 2 ** 40; a database has no such order. */
  readonly rowOrder?: string;
  /** Of files: rows read, and what was found on the way to the table; rows left out are among it, so that rows read are rows kept and rows reported. */
  readonly rowsRead?: number;
  readonly issues?: readonly Issue[];
}

/** A statement with its parameters apart. */
export interface Statement {
  readonly sql: string;
  readonly parameters: readonly (string | number | boolean | null)[];
}

/** Counts and day numbers come as numbers, sums of money as numbers with all their cents, everything else as text, flag or null. */
export type EngineCell = string | number | boolean | null;
export type EngineRow = readonly EngineCell[];

/** An open connection; read only. */
export interface Engine {
  /** As it is called: `DuckDB`, `ClickHouse 24.8`, `PostgreSQL 15`. */
  readonly name: string;
  /** Where it is, for whoever gets the workbook: `warehouse:8123/sales`, or "" for files of this machine. */
  readonly place: string;
  readonly dialect: Dialect;
  /** The most parameters of one statement. */
  readonly mostParameters: number;
  /** Throws an EngineProblem where there is no such table. */
  table(name: string): Promise<EngineTable>;
  /** All rows of the result; throws an EngineProblem where they would be more than `most`, and where the engine does not answer. */
  rows(statement: Statement, most: number): Promise<readonly EngineRow[]>;
  close(): Promise<void>;
}

export const problemKinds = [
  "unreachable", "refused", "password", "tls", "no-database", "no-table", "no-column", "time-out", "lost", "too-many-rows", "too-many-texts", "disk-full", "no-memory", "not-allowed", "shard-missing", "statement",
  // Files: none there, an empty folder, more than one format, more than one table, no table in it, no records in it.
  "no-file", "empty-folder", "mixed-files", "mixed-tables", "unreadable-file", "unknown-encoding", "no-rows",
] as const;
export type ProblemKind = (typeof problemKinds)[number];

/** Why an engine did not answer; the sentence is made of it in the user's language. Never holds a password. */
export class EngineProblem extends Error {
  /** `near`: for a table that is not there, those that may have been meant. */
  constructor(readonly kind: ProblemKind, readonly place: string, readonly detail: string, readonly near: readonly string[] = []) {
    super(`${kind}: ${place}: ${detail}`);
    this.name = "EngineProblem";
  }
}

/** How long a statement may take where nobody says. */
export const defaultSeconds = 600;

/** How long a statement may take and how much it may bring; what it has read so far is told where the engine tells it. */
export interface Limits {
  readonly seconds: number;
  readonly progress?: (read: number, total: number | null) => void;
}
