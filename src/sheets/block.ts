// What a sheet says, without addresses: blocks that `layout` puts in their places.

import type { Term } from "../formula/term";
import type { CellValue } from "../values";
import type { ChartPlan, ColumnOwner, Format, Look, PrintPlan, TableKind, TablePlan, Tone } from "./plan";
import { shortFormat } from "./theme";

/** One cell: a plain value, or a Term (its formula and value). */
export interface Cell {
  readonly content: CellValue | Term;
  readonly look: Look;
  readonly format: Format;
  /** By which other cells' Terms (`cell(id, …)`), charts and rules find it; unique in the workbook. */
  readonly id?: string;
  /** A defined name for it. */
  readonly name?: string;
  /** The user types in it: recalled by its name. */
  readonly input?: true;
  readonly allowed?: Allowed;
  readonly across?: number;
  readonly down?: number;
  readonly linkToSheet?: string;
}

/** What may be typed in a cell or column. */
export type Allowed = { readonly prompt?: string; readonly error?: string } & (
  | { readonly kind: "list"; readonly items: readonly string[] }
  /** The rows of a table's column. */
  | { readonly kind: "listOf"; readonly table: string; readonly column: string }
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: "day" }
);

/** A column of a table. Each row's content is a value or a Term; Terms of one text make a calculated column. */
export interface ColumnSpec {
  readonly name: string;
  readonly owner: ColumnOwner;
  readonly format: Format;
  readonly look?: Look;
  readonly contents: readonly (CellValue | Term)[];
  readonly allowed?: Allowed;
  /** A format for each row, where rows hold different units. */
  readonly formats?: readonly Format[];
  /** Ids of the column's cells, by which other cells' Terms find them. */
  readonly ids?: readonly string[];
  /** Added by the user. */
  readonly own?: true;
}

export interface TableSpec {
  readonly name: string;
  readonly kind: TableKind;
  readonly key: readonly string[];
  readonly columns: readonly ColumnSpec[];
  readonly filter: boolean;
  readonly style: TablePlan["style"];
}

/** Cells of the plan: a table's column, or from one cell to another (by id). */
export type Area =
  | { readonly table: string; readonly column: string }
  | { readonly from: string; readonly to: string };

export interface SeriesSpec {
  readonly name: string;
  readonly categories: Area;
  readonly values: Area;
  readonly colour: string | null;
  readonly draw?: "bar" | "line";
  readonly labels?: boolean;
  readonly axis?: "first" | "second";
}

export interface ChartSpec extends Omit<ChartPlan, "area" | "series"> {
  readonly series: readonly SeriesSpec[];
}

export type RuleSpec =
  | { readonly kind: "dataBar"; readonly area: Area; readonly colour: string; readonly min?: number; readonly max?: number }
  | { readonly kind: "icons"; readonly area: Area; readonly set: "3TrafficLights1" | "3Arrows" | "3Symbols"; readonly from: readonly [number, number] }
  /** `formula` is written for the area's first cell, with ⟦id⟧ and ⟦Table.Column⟧ for cells (the column's first row, row relative). */
  | { readonly kind: "formula"; readonly area: Area; readonly formula: string; readonly tone: Tone }
  | { readonly kind: "equals"; readonly area: Area; readonly text: string; readonly tone: Tone };

/** Blocks are stacked from the top of the sheet, from its first column. */
export type Block =
  /** Rows of cells side by side; null leaves a cell empty. */
  | { readonly kind: "grid"; readonly rows: readonly (readonly (Cell | null)[])[]; readonly heights?: readonly (number | null)[] }
  | { readonly kind: "table"; readonly table: TableSpec }
  /** A chart that covers so many columns and rows. */
  | { readonly kind: "chart"; readonly chart: ChartSpec; readonly across: number; readonly down: number }
  | { readonly kind: "gap"; readonly rows: number }
  | { readonly kind: "stack"; readonly blocks: readonly Block[] }
  /** Side by side: each starts at its column, counted from this block's own left. */
  | { readonly kind: "beside"; readonly blocks: readonly { readonly column: number; readonly block: Block }[] };

export interface SheetSpec {
  readonly id: string;
  readonly name: string;
  readonly tab: string;
  /** Width in characters of each column from the first. */
  readonly columnWidths: readonly number[];
  readonly gridlines: boolean;
  /** Rows and columns that stay in view. */
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly blocks: readonly Block[];
  readonly rules?: readonly RuleSpec[];
  readonly print: PrintPlan;
}

/** Options of a cell that are not its content. */
export type CellOptions = Partial<Omit<Cell, "content" | "look">>;

/** A cell of some look; text unless a format is given. */
export function show(look: Look, content: CellValue | Term, options: CellOptions = {}): Cell {
  const { format = "general" } = options;
  return { content, look, ...options, format: look === "cardValue" ? shortFormat(format) : format };
}

/** A cell the user types in, known by its name. */
export function input(name: string, content: CellValue, options: CellOptions = {}): Cell {
  return { content, look: "input", format: "general", name, input: true, ...options };
}

/** Rows of cells. */
export function grid(rows: readonly (readonly (Cell | null)[])[], heights?: readonly (number | null)[]): Block {
  return { kind: "grid", rows, ...(heights ? { heights } : {}) };
}

export function gap(rows = 1): Block {
  return { kind: "gap", rows };
}

export function stack(...blocks: readonly Block[]): Block {
  return { kind: "stack", blocks };
}

export function isTerm(content: CellValue | Term): content is Term {
  return typeof content === "object" && content !== null;
}

/** What a cell of this content shows now. */
export function valueOf(content: CellValue | Term): CellValue {
  return isTerm(content) ? content.value : content;
}

