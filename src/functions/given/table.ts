// An argument read as a table: a row of headings, then a row for each record.

import { headerKey } from "../../crm/headers/key";
import { Refusal, textOf } from "../../metrics/refusal";
import { isBlank, required, type Cell, type Cells } from "./cells";

export interface Table {
  readonly name: string;
  readonly headings: readonly string[];
  /** Without the headings, up to the last row with anything in it; blank rows between stay. */
  readonly rows: readonly (readonly Cell[])[];
}

/** The argument as a table; refused where there is no row below the headings. */
export function table(name: string, cells: Cells): Table {
  const { rows } = required(name, cells);
  const headings = rows[0]!.map((cell) => textOf(cell).trim());
  if (headings.every((heading) => heading === "")) throw new Refusal("no-header-row", { argument: name });
  const last = rows.findLastIndex((row) => !row.every(isBlank));
  if (last < 1) throw new Refusal("no-rows", { argument: name });
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
  if (found === null) throw new Refusal("no-column", { argument: given.name, column: wanted.find((word) => HAN.test(word) === isChinese(given)) ?? wanted[0]!, found: given.headings.filter((heading) => heading !== "").join(", ").slice(0, 120) });
  return found;
}

/** A table whose headings or cells are Chinese is answered in Chinese: the answer follows the data, not who looks at it. */
export function isChinese({ headings }: Pick<Table, "headings">): boolean {
  return headings.some((heading) => HAN.test(heading));
}

const HAN = /\p{Script=Han}/u;
