// What the workbook must know of a sheet that can be left out.

import type { FigureDefinition } from "../text/figure";
import type { WholeText } from "../text/whole";
import type { SheetSpec } from "./block";
import type { SheetContext } from "./context";

export interface SheetEntry {
  readonly make: (context: SheetContext) => SheetSpec;
  /** Sheets that come with it and stand after the data. */
  readonly more?: (context: SheetContext) => readonly SheetSpec[];
  /** Names of its tables the user types in: a refresh reads them back, and the sheet stays where the workbook has one. */
  readonly forms: readonly string[];
  /** Of its forms, those that hold how a team works and nothing of its customers: what a template takes along. */
  readonly shared?: readonly string[];
  /** Names of its input cells. */
  readonly inputs: readonly string[];
  /** Of its input cells, those that choose what is shown from a list of ours: a choice no longer offered is not kept aside. */
  readonly choices?: readonly string[];
  /** Its figures, for the Definitions sheet. */
  readonly definitions: (text: WholeText) => readonly FigureDefinition[];
}
