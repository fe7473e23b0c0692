// What the pane asks to be done; the answers come from the core, in a worker or in the same thread.

import type { FieldMapping } from "../crm/fields";
import type { Issue, ObjectKind, Recognition } from "../crm/reading";
import type { TableProblem } from "../crm/table";
import type { ChosenSheet } from "../sheets/chosen";
import type { GoalSet } from "../sheets/context";
import type { WorkbookPlan } from "../sheets/plan";
import type { Language } from "../text/language";
import type { Day } from "../values";

/** A file, or a paste with what the clipboard held. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly html: string | null;
  readonly text: string | null;
}

/** A column of an export with some of its values, to recognise it by. */
export interface ColumnSample {
  readonly header: string;
  readonly examples: readonly string[];
}

/** A table the user brought in, as it is read now. */
export interface Imported {
  readonly id: string;
  readonly file: string;
  readonly recognition: Recognition;
  readonly object: ObjectKind;
  /** Recognised beyond doubt, or said by the user. */
  readonly isSure: boolean;
  readonly mapping: FieldMapping;
  /** Fields a column can be read as. */
  readonly fields: readonly string[];
  readonly columns: readonly ColumnSample[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  /** Issues of one kind and column are one finding: the first of them, with the sum of their counts. */
  readonly findings: readonly Issue[];
  /** Columns filled down by the user's wish. */
  readonly filled: readonly string[];
}

/** What the user changed about how a table is read. */
export interface Correction {
  readonly object: ObjectKind;
  readonly mapping: FieldMapping;
  readonly filled: readonly string[];
}

/** What to build. */
export interface Choice {
  readonly language: Language;
  readonly asOf: Day;
  readonly goals: GoalSet;
  readonly sheets: readonly ChosenSheet[];
}

/** A built workbook: what a preview shows of it, and the file. */
export interface Built {
  /** With the first rows of long tables only. */
  readonly plan: WorkbookPlan;
  /** How many formulas the whole workbook has. */
  readonly formulas: number;
  readonly file: Uint8Array;
}

/** `done` is a ratio. */
export type BuildProgress = (phase: "planning" | "writing", done: number) => void;

/** What a source holds: tables, or the reason why it cannot be used. */
export type Opened = { readonly tables: readonly Imported[] } | { readonly problem: TableProblem["problem"] };

export interface Work {
  open(source: Source): Promise<Opened>;
  /** Reads a table again with a corrected mapping. */
  correct(id: string, correction: Correction): Promise<Imported>;
  remove(id: string): Promise<void>;
  build(choice: Choice, progress: BuildProgress): Promise<Built>;
}
