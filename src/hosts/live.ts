// What a workbook that is open in Excel can do beside the port; the pane knows Excel by this alone.

import type { Journal } from "../sheets/journal";
import type { FunctionNamePlan, Rectangle } from "../sheets/plan";
import type { WorkbookHost } from "./host";

/** Why Excel did not do what was asked, as data; `text/` says it with what to do. */
export type HostTrouble =
  | { readonly kind: "protected-structure" | "read-only" | "cell-edit" | "session-lost" | "refused" | "cancelled" | "no-selection" | "selection-too-big" | "other-workbook" | "cell-taken" | "typed-meanwhile" | "left" }
  | { readonly kind: "protected-sheet" | "sheet-taken"; readonly sheet: string }
  | { readonly kind: "name-taken" | "table-taken"; readonly name: string }
  | { readonly kind: "merged" | "comments"; readonly sheet: string; readonly address: string }
  | { readonly kind: "filtered"; readonly sheet: string; readonly table: string }
  | { readonly kind: "no-room" | "co-author"; readonly sheet: string }
  | { readonly kind: "api-missing"; readonly set: string }
  | { readonly kind: "unknown"; readonly code: string; readonly said: string };

/** Thrown by every method of a live book; all troubles found at once. */
export class HostError extends Error {
  constructor(readonly troubles: readonly HostTrouble[]) {
    super(troubles.map((trouble) => (trouble.kind === "unknown" ? `${trouble.code} ${trouble.said}` : trouble.kind)).join(", "));
  }
}

/** What a workbook is before anything is done to it. */
export interface BookState {
  /** Whether Salesbook built in it. */
  readonly isBuilt: boolean;
  /** What was typed when a run died half-way; null where none did. */
  readonly left: Journal | null;
}

/** The selected range or the table around it. */
export interface Selection {
  /** The table's name, or the sheet's. */
  readonly name: string;
  readonly sheet: string;
  /** With its header. */
  readonly area: Rectangle;
  /** Tab-separated text with quotes where needed; dates as 2026-11-23. */
  readonly text: string;
}

/** What was hidden before sharing. */
export interface Anonymised {
  readonly names: number;
  readonly emails: number;
  readonly phones: number;
}

/** How many cells with our functions became values, and how many show an error, or no value yet, and stay formulas. */
export interface Frozen {
  readonly frozen: number;
  readonly left: number;
}

export interface LiveBook extends WorkbookHost {
  look(): Promise<BookState>;
  /** Writes what a run that died had read back into the workbook, and forgets it; false where some of it has no place there and is kept on. */
  putBack(): Promise<boolean>;
  /** Undoes a build: our sheets, names and marks go; what was typed there is kept for the next build. Gives the names of the sheets that went. */
  removeBuilt(): Promise<readonly string[]>;
  selection(): Promise<Selection>;
  /** Shows a sheet by the name it has now, and a cell of it. */
  activate(sheet: string, cell?: { readonly row: number; readonly column: number }): Promise<void>;
  /** Writes a formula (with "=") into the active cell, if that is empty; gives its address. */
  insertFormula(formula: string): Promise<string>;
  /** Cells with our custom functions become their values. */
  freezeFunctions(): Promise<Frozen>;
  /** Adds names that are functions; gives how many were added. */
  addFunctionNames(functions: readonly FunctionNamePlan[]): Promise<number>;
  /** Enters formulas with our custom functions again that show #NAME?; gives how many. */
  repairFunctions(): Promise<number>;
  /** Replaces names of people, e-mail addresses and phone numbers in our sheets by numbers ("Person 1"). */
  anonymise(columns: readonly { readonly table: string; readonly column: string }[], word: string): Promise<Anonymised>;
}
