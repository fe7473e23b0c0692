// Which rows of text would this workbook give if its table were saved as CSV?

import type * as Library from "@e965/xlsx";
import { dayOf, isoOf, lastDay } from "../values";
import type { Day } from "../values";
import { isZip, withCellsAlone } from "./workbook-parts";

type Xlsx = typeof Library;
type CellObject = Library.CellObject;

/** The cells of one sheet as text; `line` is the sheet row of the first. */
interface SheetRows {
  readonly name: string;
  readonly rows: string[][];
  readonly line: number;
  readonly isHidden: boolean;
}

/** 1904-01-01, where old Mac workbooks start to count. */
const MAC_EPOCH = dayOf(1904, 1, 1) as number;

/** The sheets that hold anything. Throws what the library throws when the file is no workbook. */
export async function sheetsOf(bytes: Uint8Array): Promise<SheetRows[]> {
  // Loaded only when a workbook is opened: most exports are text.
  const library = await import("@e965/xlsx");
  const book = library.read(isZip(bytes) ? withCellsAlone(bytes) : bytes, { type: "array", dense: true, cellNF: true, cellHTML: false, cellFormula: false });
  const shift = book.Workbook?.WBProps?.date1904 ? MAC_EPOCH : 0;
  const sheets = book.SheetNames.map((name, at) => ({ name, cells: book.Sheets[name], isHidden: Boolean(book.Workbook?.Sheets?.[at]?.Hidden) }));
  return sheets.flatMap(({ name, cells, isHidden }) => (cells ? [{ name, isHidden, ...rowsOf(library, cells, shift) }] : [])).filter(({ rows }) => rows.length > 0);
}

function rowsOf(library: Xlsx, sheet: Library.WorkSheet, shift: number): Pick<SheetRows, "rows" | "line"> {
  // A row that says it is the millionth leaves holes: one blank row stands for all of them.
  const data = (sheet["!data"] ?? []) as (readonly (CellObject | undefined)[] | undefined)[];
  const used: string[][] = [];
  let first = -1;
  data.forEach((cells, at) => {
    const row = textsOf(library, cells ?? [], shift);
    if (row.length === 0) return;
    if (first < 0) first = at;
    while (used.length < at - first) used.push(noCells);
    used.push(row);
  });
  const left = used.reduce((least, row) => Math.min(least, row.findIndex((cell) => cell !== "") >>> 0), Infinity);
  return { rows: left > 0 ? used.map((row) => row.slice(left)) : used, line: Math.max(0, first) + 1 };
}

const noCells: string[] = [];

/** The texts of a row up to its last one. */
function textsOf(library: Xlsx, cells: readonly (CellObject | undefined)[], shift: number): string[] {
  const row: string[] = [];
  cells.forEach((cell, column) => {
    const text = cell ? textOf(library, cell, shift) : "";
    if (text === "") return;
    while (row.length < column) row.push("");
    row.push(text);
  });
  return row;
}

/** What the cell holds, not how its column shows it: full numbers, ISO dates; percentages as shown. */
function textOf(library: Xlsx, cell: CellObject, shift: number): string {
  switch (cell.t) {
    case "s":
      return String(cell.v ?? "");
    case "n":
      return numberText(library, cell.v as number, cell, shift);
    case "b":
      return cell.v ? "TRUE" : "FALSE";
    case "e":
      return cell.w ?? "#N/A";
    case "d":
      return cell.v instanceof Date ? cell.v.toISOString().slice(0, 10) : String(cell.v ?? "");
    case "z":
      return "";
  }
}

function numberText(library: Xlsx, value: number, cell: CellObject, shift: number): string {
  const format = String(cell.z ?? "General");
  if (library.SSF.is_date(format)) return dateText(value, shift);
  // Whole, not as rounded as the cell shows it; a sign in quotes or behind a backslash is written, and changes no number.
  if (format.includes("%")) return `${plainNumber(format.replace(/"[^"]*"|\\./g, "").includes("%") ? value * 100 : value)}%`;
  return plainNumber(value);
}

function dateText(value: number, shift: number): string {
  const seconds = Math.round((value - Math.floor(value)) * 86_400);
  const day = Math.floor(value) + shift + (seconds === 86_400 ? 1 : 0);
  const clock = seconds % 86_400 === 0 ? "" : new Date(seconds * 1000).toISOString().slice(11, 19);
  if (value >= 0 && value < 1 && clock) return clock;
  return value < 1 || day > lastDay ? plainNumber(value) : `${isoOf(day as Day)}${clock && ` ${clock}`}`;
}

/** The 15 digits Excel keeps, never in the way of 1E+15. */
function plainNumber(value: number): string {
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  if (!text.includes("e")) return text;
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/, "");
}
