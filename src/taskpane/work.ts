// What the pane asks to be done; the answers come from the core, in a worker or in the same thread.

import type { EvidenceKind, TableEvidence } from "../crm/evidence";
import type { FieldMapping } from "../crm/fields";
import type { DateOrders } from "../crm/read-columns";
import type { Issue, ObjectKind, Recognition } from "../crm/reading";
import type { TableProblem } from "../crm/table";
import type { StrandedComment } from "../hosts/host";
import type { ChosenSheet } from "../sheets/chosen";
import type { TemplateProblem } from "../sheets/read-template";
import type { SavedTemplate } from "../sheets/save-template";
import type { Template } from "../sheets/template";
import type { ReadyTemplate } from "../sheets/template-names";
import type { Memory } from "../sheets/memory";
import type { WorkbookPlan } from "../sheets/plan";
import type { WhatChanged } from "../sheets/what-changed";
import type { Language } from "../text/language";
import type { Day } from "../values";
import type { RollupTroubled } from "./rollup-trouble";

/** Where on a sheet of the open workbook a table was selected: its first cell, zero-based. */
export interface SheetPlace {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

/** A file, a paste with what the clipboard held, or a selected range. */
export interface Source {
  readonly name: string;
  readonly bytes: Uint8Array | null;
  readonly html: string | null;
  readonly text: string | null;
  readonly place?: SheetPlace;
}

/** Why a column is taken for its field, and how sure that is (0 to 1). */
export interface Why {
  readonly kind: EvidenceKind;
  readonly confidence: number;
}

/** A column of an export with some of its values, to recognise it by. */
export interface ColumnSample {
  readonly header: string;
  readonly examples: readonly string[];
  /** Null where the column has no field. */
  readonly why: Why | null;
}

/** Issues of one kind and column: the first of them, with the sum of their counts and the lines they are on. */
export interface Finding extends Issue {
  readonly rows: readonly number[];
}

/** Where the groups of a rollup are from, and how many rows they are. */
export interface RollupShown {
  /** "" where a table of a rollup holds plain records. */
  readonly engine: string;
  readonly place: string;
  /** ISO date and time. */
  readonly at: string;
  readonly asOf: Day;
  readonly rows: number;
  /** Fields that are in no group. */
  readonly leftOut: readonly string[];
}

/** A table the user brought in, as it is read now. */
export interface Imported {
  readonly id: string;
  readonly file: string;
  /** Null for a file or a paste. */
  readonly place: SheetPlace | null;
  readonly recognition: Recognition;
  readonly evidence: TableEvidence;
  readonly object: ObjectKind;
  /** What the workbook gets from it: its rows, and the stage history its columns tell; nothing of a list of products. */
  readonly gives: readonly ObjectKind[];
  /** Recognised beyond doubt, or said by the user. */
  readonly isSure: boolean;
  readonly mapping: FieldMapping;
  /** Fields a column can be read as. */
  readonly fields: readonly string[];
  readonly columns: readonly ColumnSample[];
  readonly rowsRead: number;
  readonly rowsKept: number;
  readonly findings: readonly Finding[];
  /** Columns filled down by the user's wish. */
  readonly filled: readonly string[];
  /** Whether day or month comes first, by column, as the user said. */
  readonly dateOrders: DateOrders;
  /** ISO codes its amounts are in, most rows first. */
  readonly currencies: readonly string[];
  /** Null for a table that was read here; a rollup's columns cannot be read otherwise. */
  readonly rollup: RollupShown | null;
}

/** What the user changed about how a table is read. */
export interface Correction {
  readonly object: ObjectKind;
  readonly mapping: FieldMapping;
  readonly filled: readonly string[];
  readonly dateOrders: DateOrders;
}

/** What to build. Currency and fiscal year null: as the workbook remembers or the data says. */
export interface Choice {
  readonly language: Language;
  readonly asOf: Day;
  /** A ready template by name, or one read from a file. */
  readonly template: ReadyTemplate | Template | null;
  readonly sheets: readonly ChosenSheet[];
  readonly currency: string | null;
  /** Month, 1 to 12. */
  readonly fiscalYearStart: number | null;
}

/** A built workbook: what the pane shows of it, and the file where it is not in Excel. */
export interface Built {
  /** With the first rows of long tables only. */
  readonly plan: WorkbookPlan;
  /** How many formulas the whole workbook has. */
  readonly formulas: number;
  readonly file: Uint8Array | null;
  /** Comments Excel left beside other rows; absent where there are none. */
  readonly stranded?: readonly StrandedComment[];
}

/** `done` of `total` rows; total 0 while nobody knows. */
export type BuildProgress = (phase: "planning" | "writing", done: number, total: number) => void;

/** What a source holds: tables, with the ids of older ones they take the place of, or the reason why it cannot be used. */
export type Opened = { readonly tables: readonly Imported[]; readonly replaced?: readonly string[] } | { readonly problem: TableProblem["problem"] } | { readonly rollup: RollupTroubled };

/** The cells on a line of an export. */
export interface Line {
  /** Rows below the first cell of the table, for a selected range. */
  readonly offset: number;
  readonly cells: readonly { readonly header: string; readonly value: string }[];
}

export interface Work {
  /** The template a file holds, or why it holds none. */
  readTemplate(content: string): Promise<{ readonly template: Template; readonly unknown: readonly string[] } | TemplateProblem>;
  /** A template of a workbook, of which `rememberedForTemplate` was read. */
  saveTemplate(memory: Memory, title: string, about: string, asOf: Day): Promise<SavedTemplate>;
  open(source: Source): Promise<Opened>;
  /** Takes to heart how the workbook says columns were read; gives the tables that are now read again. */
  remember(memory: Memory): Promise<readonly Imported[]>;
  /** Reads a table again as corrected. */
  correct(id: string, correction: Correction): Promise<Imported>;
  remove(id: string): Promise<void>;
  /** What a line (counted from 1) of a table holds; null where that cannot be told. */
  line(id: string, row: number): Promise<Line | null>;
  /** A workbook file of its own. */
  build(choice: Choice, progress: BuildProgress): Promise<Built>;
  /** The plan of a workbook with what was typed in it. */
  plan(choice: Choice, memory: Memory): Promise<WorkbookPlan>;
  /** What is different from the last export; null without deals. */
  changes(choice: Choice, memory: Memory): Promise<WhatChanged | null>;
}
