// What reading an export gives: records and trouble. Trouble is data: collected, never thrown.

import type { FieldMapping } from "./fields";
import type { Groups } from "./groups";
import type { Outcome } from "./objects/deal";
import type { Said } from "./said";

export const issueKinds = [
  // Rows that are not records: each is one row read and not kept.
  "title-line", "empty-row", "repeated-header", "subtotal", "grand-total", "footer", "deleted-record", "no-content",
  // Headers.
  "duplicate-header", "long-header", "empty-header", "unmapped", "ungrouped", "stage-days-grouped", "other-type",
  // Cells.
  "unreadable", "hashes", "placeholder", "formula-text", "too-long", "negative-amount", "percent-mixed",
  "date-order-assumed", "date-order-mismatch", "far-year", "decimal-comma", "decimal-ambiguous",
  // Rows kept.
  "missing", "duplicate", "duplicate-unchecked", "merged-blanks", "actual-amount", "outcome-contradicts-stage", "unknown-stage", "close-before-created", "ragged-row",
  // The file.
  "encoding", "currencies", "one-created-date", "no-close-date", "join-miss",
  // Sheets of a workbook, and files of a folder, that were not read.
  "sheet-unknown", "sheet-repeated", "sheet-other", "sheet-hidden", "file-other", "file-empty",
] as const;
export type IssueKind = (typeof issueKinds)[number];

/** Kinds that stand for one row read and not kept. */
export const rowKinds: ReadonlySet<IssueKind> = new Set([
  "title-line", "empty-row", "repeated-header", "subtotal", "grand-total", "footer", "deleted-record", "no-content",
]);

/** Findings of a kind that are said one by one; those beyond are one, with their count. */
export const mostSingle = 50;

/** One finding. `row` is the line in the file counted from 1; `count` is how many cells or rows it stands for. */
export interface Issue {
  readonly kind: IssueKind;
  readonly row: number | null;
  readonly column: string | null;
  readonly found: string | null;
  readonly count: number;
}

/** Records by column, `count` values each: a million deals are a few dozen arrays, not a million objects. */
export type ColumnsOf<R> = { readonly [K in keyof R]: readonly R[K][] };

/** A column of the export that no field was found for, kept as written; placeholders are null. */
export interface ExtraColumn {
  readonly header: string;
  readonly values: readonly (string | null)[];
}

/** `columns[field][i]` is the field of record i; a field without a column is null in every record. */
export interface Reading<R> {
  readonly count: number;
  readonly columns: ColumnsOf<R>;
  readonly extras: readonly ExtraColumn[];
  readonly issues: readonly Issue[];
  /** What the rows stand for, where they are groups of records. */
  readonly groups?: Groups;
}

/** A table as cut out of a file or paste: text cells, unique header names, title lines and footers gone (and reported). */
export interface CrmTable {
  readonly file: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  /** Line of the header, counted from 1. */
  readonly headerRow: number;
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Line in the file of each row. */
  readonly lines: ArrayLike<number>;
  /** Rows after the header, kept or not. */
  readonly rowsRead: number;
  readonly issues: readonly Issue[];
  /** The sheet it stands on, of a workbook. */
  readonly sheet?: string;
}

export const crms = ["salesforce", "hubspot", "fxiaoke", "dynamics", "pipedrive", "zoho", "other"] as const;
export type Crm = (typeof crms)[number];

export const objects = ["deal", "lead", "account", "activity", "stageMove", "spend", "order", "survey", "rep"] as const;
export type ObjectKind = (typeof objects)[number];

/** Which CRM and object a table is, with the evidence. */
export interface Recognition {
  readonly object: ObjectKind;
  readonly crm: Crm;
  /** 0 to 1. */
  readonly confidence: number;
  /** Columns that got a field, of all named columns. */
  readonly matched: number;
  readonly columns: number;
  readonly mapping: FieldMapping;
  /** What the user said of it, now or before an earlier build. */
  readonly said?: Said;
}

/** A stage of the pipeline as the export and the CRM's defaults suggest it, in the order of the pipeline. */
export interface StageGuess {
  readonly stage: string;
  readonly outcome: Outcome;
  /** 0 to 1; null when neither the export nor the CRM's defaults tell. */
  readonly probability: number | null;
}
