// What a workbook will hold, with every address known: plain data that each host walks.

import type { CellValue } from "../values";

/** How a cell's value is shown; `theme.ts` gives each one its number format. */
export const formats = [
  "general", "text", "count", "decimal", "score", "money", "moneyShort", "percent", "change", "day", "month", "days", "ratio",
] as const;
export type Format = (typeof formats)[number];

/** What a cell is for; `theme.ts` gives each one its fill, font, border and alignment. */
export const looks = [
  "plain", "title", "subtitle", "section", "heading", "label", "value", "total", "input", "choice", "note", "sentence", "link",
  "cardLabel", "cardValue", "cardNote", "wrapped", "inputWrapped", "centred",
] as const;
export type Look = (typeof looks)[number];

/** Looks of cells the user types in: a formula there is his. */
export const typedLooks: readonly Look[] = ["input", "choice", "inputWrapped"];

/** One cell. `formula` has no leading "="; `value` is what it gives now. `array` marks a formula entered with Ctrl+Shift+Enter. */
export interface CellPlan {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
  readonly array?: true;
  readonly look: Look;
  readonly format: Format;
  /** How many columns and rows it spans when merged; 1 when absent. */
  readonly across?: number;
  readonly down?: number;
  /** A link to a sheet of this workbook, by its name. */
  readonly linkToSheet?: string;
}

/** Zero-based, both ends included. */
export interface Rectangle {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** Who fills a column. What the user fills, a refresh carries over by key. */
export type ColumnOwner = "crm" | "formula" | "user";

/** A column of a table: as many values as the table has rows. */
export interface ColumnPlan {
  readonly name: string;
  readonly owner: ColumnOwner;
  readonly format: Format;
  readonly look: Look;
  readonly values: readonly CellValue[];
  /** One formula for all rows (a calculated column), or each row's own; no leading "=". */
  readonly formula?: string;
  readonly formulas?: readonly (string | null)[];
  /** Each row's own format, where rows hold different units. */
  readonly formats?: readonly Format[];
  /** The formulas are entered with Ctrl+Shift+Enter. */
  readonly array?: true;
  /** Added by the user: hosts write its contents and leave its looks as they are. */
  readonly own?: true;
}

/** mirror: the CRM's rows, replaced. form: the user's rows, seeded once. log: rows only ever added. */
export type TableKind = "mirror" | "form" | "log";

/** An Excel table; `top`/`left` is its header's first cell. It has at least one row. */
export interface TablePlan {
  readonly name: string;
  readonly kind: TableKind;
  /** Names of the columns that identify a row. */
  readonly key: readonly string[];
  readonly top: number;
  readonly left: number;
  readonly rows: number;
  readonly columns: readonly ColumnPlan[];
  /** Filter buttons on the header. */
  readonly filter: boolean;
  readonly style: "data" | "form" | "report";
}

/** A range with the values it holds now, for the cache of a chart. */
export interface RangePlan {
  readonly sheet: string;
  readonly area: Rectangle;
  readonly values: readonly CellValue[];
}

export interface SeriesPlan {
  readonly name: string;
  readonly categories: RangePlan;
  readonly values: RangePlan;
  /** A colour of the theme, or null for a series that only takes up room (the funnel's spacer). */
  readonly colour: string | null;
  readonly draw: "bar" | "line";
  /** Values written at the points. */
  readonly labels: boolean;
  readonly axis: "first" | "second";
}

/** A native chart over `area` (cells it covers). */
export interface ChartPlan {
  readonly name: string;
  readonly kind: "column" | "bar" | "stackedBar" | "line" | "combo" | "doughnut" | "radar";
  readonly title: string;
  /** What a screen reader says. */
  readonly alt: string;
  readonly area: Rectangle;
  readonly series: readonly SeriesPlan[];
  readonly legend: boolean;
  readonly format: Format;
  /** Colour of each point, for a doughnut. */
  readonly pointColours?: readonly string[];
  readonly axisMin?: number;
  readonly axisMax?: number;
  /** From one line or ring to the next; the application's choice when absent. */
  readonly axisStep?: number;
  readonly axisTitle?: string;
  /** No axes drawn (the funnel). */
  readonly bare?: boolean;
}

/** A conditional format. */
export type RulePlan =
  | { readonly kind: "dataBar"; readonly area: Rectangle; readonly colour: string; readonly min?: number; readonly max?: number }
  | { readonly kind: "icons"; readonly area: Rectangle; readonly set: "3TrafficLights1" | "3Arrows" | "3Symbols"; readonly from: readonly [number, number] }
  | { readonly kind: "formula"; readonly area: Rectangle; readonly formula: string; readonly tone: Tone }
  | { readonly kind: "equals"; readonly area: Rectangle; readonly text: string; readonly tone: Tone };

export const tones = ["good", "fair", "bad", "muted", "strong"] as const;
export type Tone = (typeof tones)[number];

/** What may be typed in an area. */
export type ValidationPlan = {
  readonly area: Rectangle;
  /** Shown when the cell is selected. */
  readonly prompt?: string;
  readonly error?: string;
} & (
  | { readonly kind: "list"; readonly items: readonly string[] }
  | { readonly kind: "listOf"; readonly formula: string }
  | { readonly kind: "number"; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly kind: "day" }
);

/** Sheets are designed for A4 and A3; Letter and Tabloid stand for them where those are used. */
export const papers = ["a4", "a3", "letter", "tabloid"] as const;
export type Paper = (typeof papers)[number];

/** Print set-up. */
export interface PrintPlan {
  readonly orientation: "portrait" | "landscape";
  readonly paper: Paper;
  /** Zero-based first and last row repeated on each page. */
  readonly repeatRows?: readonly [number, number];
  readonly fitToHeight: boolean;
}

/** A cell of the user's own on a sheet of ours, in its place in this plan. */
export interface StrayPlan {
  readonly row: number;
  readonly column: number;
  readonly value: CellValue;
  readonly formula?: string;
  /**
   * Where it stands in the workbook now: a host that has it there and need not move it leaves it alone with its looks, and one that must move it takes its looks along.
   * Null where it stands nowhere: the host writes it, as does one that makes the file anew.
   */
  readonly from: { readonly row: number; readonly column: number } | null;
}

export interface SheetPlan {
  readonly id: string;
  readonly name: string;
  readonly tab: string;
  /** Width in characters of each column from the first. */
  readonly columnWidths: readonly number[];
  /** Height in points of some rows, by zero-based row. */
  readonly rowHeights: ReadonlyMap<number, number>;
  readonly freeze?: { readonly rows: number; readonly columns: number };
  readonly gridlines: boolean;
  readonly cells: readonly CellPlan[];
  /** Cells of the user's own, none of them where `cells`, `tables` or `charts` stand. Absent where there are none. */
  readonly strays?: readonly StrayPlan[];
  /** Where cells of the user's own stand now that are kept aside from now on: a host that has them there clears them. Absent where there are none. */
  readonly emptied?: readonly { readonly row: number; readonly column: number }[];
  readonly tables: readonly TablePlan[];
  readonly charts: readonly ChartPlan[];
  readonly rules: readonly RulePlan[];
  readonly validations: readonly ValidationPlan[];
  readonly print: PrintPlan;
}

/** A defined name for one cell or range. */
export interface NamePlan {
  readonly name: string;
  readonly sheet: string;
  readonly area: Rectangle;
  /** The user types in it: recalled by name and written back on refresh. */
  readonly input: boolean;
  /** Not shown to the user: a mark of ours that follows what it stands on. */
  readonly hidden?: true;
}

/** A defined name that is a function or a constant: its formula as files hold it. */
export interface FunctionNamePlan {
  readonly name: string;
  readonly formula: string;
  readonly hidden?: true;
}

export interface WorkbookPlan {
  readonly language: "en" | "zh-CN";
  readonly title: string;
  readonly currency: string;
  readonly sheets: readonly SheetPlan[];
  readonly names: readonly NamePlan[];
  readonly functions: readonly FunctionNamePlan[];
}
