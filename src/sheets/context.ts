// What every sheet is made from.

import type { Issue, ObjectKind, Recognition, StageGuess } from "../crm/reading";
import type { CustomerGroups } from "../crm/customer-groups";
import type { Groups } from "../crm/groups";
import type { Paths } from "../crm/paths";
import type { Column } from "../formula/column";
import type { GroupTables } from "../formula/groups";
import type { Metric } from "../metrics/catalogue";
import type { Model } from "../metrics/model";
import type { WholeText } from "../text/whole";
import type { Language } from "../text/language";
import type { TableSpec } from "./block";
import type { ChosenSheet } from "./chosen";
import type { FieldColumn } from "./data/columns";
import type { Memory } from "./memory";
import type { Rates } from "./rates";
import type { Snapshots } from "./snapshots";

/** A file read: what it was, and what became of its rows. */
export interface ImportSummary {
  readonly file: string;
  /** Its columns; none for what was made from another file's columns. */
  readonly header: readonly string[];
  readonly recognition: Recognition;
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly issues: readonly Issue[];
  /** Where an engine made groups of the records: which, from where, when and how, and the fields in none of them. */
  readonly groups?: Pick<Groups, "origin" | "leftOut" | "eachOpen">;
}

/** A data table of the workbook, with its columns by field for formulas. */
export interface DataTable {
  readonly spec: TableSpec;
  readonly sheet: string;
  readonly fields: ReadonlyMap<string, Column>;
  readonly columns: readonly FieldColumn[];
  /** Said above the table: where its rows come from, if not from an export. */
  readonly note?: string;
  /** Where its records name other currencies than the reporting one: the rates its amounts count at. */
  readonly rates?: Rates;
  /** Where its rows are groups of records. */
  readonly groups?: TableGroups;
}

/** The same records grouped in other ways, how they are counted, who bought, and what happened to each customer or deal. */
export interface TableGroups {
  readonly more: readonly DataTable[];
  readonly tables: GroupTables;
  readonly customers: CustomerGroups | null;
  readonly paths: Paths;
}

export interface SheetContext {
  readonly language: Language;
  readonly text: WholeText;
  readonly model: Model;
  readonly metrics: readonly Metric[];
  readonly memory: Memory;
  readonly imports: readonly ImportSummary[];
  readonly stageGuesses: readonly StageGuess[];
  /** Data tables by object: deal, lead, account, activity… */
  readonly data: ReadonlyMap<ObjectKind, DataTable>;
  /** The log of how deals stood; null where there is none. */
  readonly snapshots: Snapshots | null;
  /** Exchange rates to type, where the exports have several currencies. */
  readonly rates: Rates | null;
  /** ISO code, or "" where the export names none. */
  readonly currency: string;
  /** Sheets of the catalogue this workbook has, for those that refer to others; absent where no workbook is planned. */
  readonly shown?: readonly ChosenSheet[];
}
