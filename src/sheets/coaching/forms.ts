// Tables people fill on Coaching: what was typed before, empty lines to type in, and the columns they type in.

import { column, thisRow, type Column } from "../../formula/column";
import { call, reference, type Figure, type Term } from "../../formula/term";
import type { CellValue } from "../../values";
import { grid, isTerm, valueOf, type Allowed, type Block, type ColumnSpec } from "../block";
import { notedSectionOf } from "../headings";
import type { Format, Look } from "../plan";
import { heightFor } from "../text-lines";

/** Columns a title or note spans. */
export const width = 12;
export const section = notedSectionOf(width);

/** Width of each column of the sheet; every table is laid out for them. */
export const columnWidths: readonly number[] = [24, 44, 16, 15, 15, 14, 14, 14, 22, 22, 22, 22, 22, 13, 10, 12];

/** A column people type in. */
export function typed(name: string, format: Format, contents: readonly CellValue[], more: { readonly allowed?: Allowed; readonly look?: Look } = {}): ColumnSpec {
  const look = more.look ?? (more.allowed?.kind === "list" || more.allowed?.kind === "listOf" ? "choice" : "input");
  return { name, owner: "user", format, look, contents, ...(more.allowed ? { allowed: more.allowed } : {}) };
}

/** A column of formulas. */
export function worked(name: string, format: Format, contents: readonly Term[], look: Look = "value"): ColumnSpec {
  return { name, owner: "formula", format, look, contents };
}

/** The cell of the same row in a table. */
export function own<V extends CellValue>(table: string, header: string, value: V): Term<V> {
  return reference(thisRow(table, header), value);
}

/** A column of a table as formulas see it. */
export function columnIn(table: string, header: string, values: readonly CellValue[]): Column {
  return column(table, header, values);
}

/** A number where the cell holds one. */
export function figureOf(value: CellValue): Figure {
  return typeof value === "number" ? value : "";
}

/** `SUMPRODUCT(tests)`: how many rows meet all; each test is an array of true and false. */
export function counted(tests: readonly string[], value: number): Term<number> {
  return call(tests.length === 1 ? `SUMPRODUCT(--${tests[0]})` : `SUMPRODUCT(${tests.join("*")})`, value);
}

/** A table with room for the longest wrapped text of each row; `from` is its first column on the sheet. */
export function roomy(block: Extract<Block, { kind: "table" }>, least = 19): Block {
  const { columns } = block.table;
  const wrapping = columns.flatMap((spec, at) => (spec.look === "wrapped" || spec.look === "inputWrapped" ? [{ spec, width: columnWidths[at] ?? 14 }] : []));
  const count = columns[0]?.contents.length ?? 0;
  const heights = Array.from({ length: count }, (_, row) => Math.max(least, ...wrapping.map(({ spec, width: room }) => {
    const content = spec.contents[row] ?? null;
    return heightFor([isTerm(content) ? valueOf(content) : content, room - 3]);
  })));
  return { kind: "beside", blocks: [{ column: 0, block }, { column: 0, block: grid([[], ...heights.map(() => [])], [null, ...heights]) }] };
}
