// An argument read as a table: a row of headings, then a row for each record.

import { headerKey } from "../../crm/headers/key";
import { Refusal, shown, textOf } from "../../metrics/refusal";
import { isBlank, isErrorCell, required, type Cell, type Cells } from "./cells";

/** A row of headings and the records below it. */
export interface Table {
  readonly name: string;
  readonly headings: readonly string[];
  /** Without the headings, up to the last row with anything in it; blank rows between stay. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The argument as a table; refused where there is no row below the headings, and where the argument is an error. */
export function table(name: string, cells: Cells): Table {
  const { rows } = required(name, cells);
  const headings = rows[0]!.map((cell) => textOf(cell).trim());
  const last = rows.findLastIndex((row) => !row.every(isBlank));
  const error = rows[0]!.find(isErrorCell);
  if (last < 1 || headings.every((heading) => heading === "")) throw new Refusal(error ? "error-cell" : "no-rows", { argument: name, found: textOf(error) });
  return { name, headings, rows: rows.slice(1, last + 1) };
}

/** The row of the argument a record stands in: headings are row 1. */
export function rowNumber(at: number): number {
  return at + 2;
}

/** The place of the column with one of these headings, compared without case, spaces and signs; null where there is none. Refused where two fit. */
export function findColumn({ name, headings }: Table, wanted: readonly string[]): number | null {
  const keys = new Set(wanted.map(headerKey));
  const found = headings.flatMap((heading, at) => (heading !== "" && keys.has(headerKey(heading)) ? [at] : []));
  if (found.length > 1) throw new Refusal("column-twice", { argument: name, column: headings[found[0]!]!, found: headings[found[1]!]! });
  return found[0] ?? null;
}

/** The same, refused where there is none: the name in the language of the table. */
export function columnOf(given: Table, wanted: readonly string[]): number {
  const found = findColumn(given, wanted);
  if (found === null) throw new Refusal("no-column", { argument: given.name, column: nameIn(given, wanted), found: given.headings.filter((heading) => heading !== "").map(shown).join(", ").replace(/^(.{90,}?), .*$/s, "$1, …") });
  return found;
}

/** The name for a column in the language of the table. */
export function nameIn(given: Table, wanted: readonly string[]): string {
  return wanted.find((word) => han.test(word) === isChinese(given)) ?? wanted[0]!;
}

/** A table whose headings or cells are Chinese is answered in Chinese: the answer follows the data, not who looks at it. */
export function isChinese({ headings }: Pick<Table, "headings">): boolean {
  return headings.some((heading) => han.test(heading));
}

const han = /\p{Script=Han}/u;
