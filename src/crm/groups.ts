// What the rows of a reading stand for, where an engine made them groups of records: more records than a sheet holds.

import type { Day } from "../values";
import type { CustomerGroups } from "./customer-groups";
import type { Paths } from "./paths";

/** A measured quantity of groups: its sum over a row's records (null where none has it), and how many have it. */
export interface Measured {
  readonly sum: readonly (number | null)[];
  readonly known: readonly number[];
}

/** A column of the source that no field was found for is the field `column:` and its header, its values as written. */
export const columnPrefix = "column:";

/** Records grouped by some columns; every array has a value for each row. A day is the first day of the row's records. */
export interface Grouped {
  /** By field; null where the records have none. */
  readonly columns: Readonly<Record<string, readonly (string | number | boolean | null)[]>>;
  readonly records: readonly number[];
  readonly measures: Readonly<Record<string, Measured>>;
}

/** What an engine says to a question: a number, or for a table the groups; null where there is no such record, or the table is too long. */
export type Answer = number | Grouped | null;

export interface Filled {
  readonly header: string;
  readonly stage: string | null;
  readonly records: number;
  readonly filled: number;
}

/** Where groups come from. */
export interface Origin {
  /** `DuckDB`, `ClickHouse`, `PostgreSQL`. */
  readonly engine: string;
  /** What was read: files, or host, database and table; never a password. */
  readonly place: string;
  /** ISO date and time with zone. */
  readonly at: string;
  /** The statement that made the groups of the main table, its parameters as placeholders. */
  readonly statement: string;
}

/** What each row of a reading stands for. The reading's own columns are the fields grouped by, a measured field's column the sum. */
export interface Groups {
  /** Fields the main table is grouped by; other fields have values in rows of one record only. */
  readonly dimensions: readonly string[];
  /** Days at which months are cut: a group is before such a day, or on it and after, never both; nor is it in two months. */
  readonly breaks: readonly Day[];
  /** How many records each row stands for: 1 for one kept as it is. */
  readonly records: readonly number[];
  /** By measure: the fields measured, and what follows from them (`weighted`, `cycle`, `cycleSquares`). */
  readonly measures: Readonly<Record<string, Measured>>;
  /** How many records have each cell of the source filled: by header, and by stage where the records are deals. */
  readonly filled: readonly Filled[];
  /** All the records again, grouped by other fields: those that would have made the main table too long. */
  readonly more: readonly Grouped[];
  /** Who bought when; null where the records do not tell, or nobody asks. */
  readonly customers: CustomerGroups | null;
  /** What happened to each customer, account or deal over time; a piece is missing where nothing tells it, or where it is too long. */
  readonly paths: Paths;
  /** Fields of the source that are in no group: too many values. */
  readonly leftOut: readonly string[];
  /** Each record that is still open (a deal, or a lead not converted) is a row of its own, with all its fields. */
  readonly eachOpen: boolean;
  /** By the key of the question: what the engine said to questions that groups cannot answer; null is no such record, or a table too long. */
  readonly answers: ReadonlyMap<string, Answer>;
  readonly origin: Origin;
}
