// How many lines does a wrapped text take in a column, and how high is its row?

import { grid, valueOf, type Block, type TableSpec } from "./block";
import type { Look } from "./plan";
import { textWidth } from "./theme";

/** Points of a line, and around the lines. */
const lineHeight = 15;
const around = 7;

/** Looks whose texts wrap. */
const wrapping: ReadonlySet<Look> = new Set<Look>(["wrapped", "inputWrapped"]);

/** Height in points of a row with so many lines. */
export function heightOfLines(lines: number): number {
  return 6 + 14 * Math.max(1, Math.ceil(lines));
}

/** The same of the longest of its texts, each with the width of the lines it has room for. */
export function heightFor(...texts: readonly (readonly [text: unknown, room: number])[]): number {
  return heightOfLines(Math.max(...texts.map(([text, room]) => textWidth(String(text ?? "")) / room)));
}

/** Lines of a text in a column so many characters wide: words stay whole where they can. */
export function linesIn(text: string, width: number): number {
  const room = Math.max(4, width - 2.5);
  return text.split("\n").reduce((sum, paragraph) => sum + Math.max(1, Math.ceil((textWidth(paragraph) * 1.02) / room)), 0);
}

/** Heights of a table's header and rows by their longest texts, for a block beside the table. */
export function wrappedHeights({ columns }: TableSpec, widths: readonly number[], least = 1): Block {
  const count = columns[0]?.contents.length ?? 0;
  const linesAt = (row: number) => columns.reduce((most, { contents, look }, at) => {
    const value = valueOf(contents[row] ?? null);
    return typeof value === "string" && look && wrapping.has(look) ? Math.max(most, linesIn(value, widths[at] ?? 10)) : most;
  }, least);
  const header = columns.reduce((most, { name }, at) => Math.max(most, linesIn(name, widths[at] ?? 10)), 1);
  const heights = [header * 14 + 14, ...Array.from({ length: count }, (_, row) => Math.max(19, linesAt(row) * lineHeight + around))];
  return grid(heights.map(() => []), heights);
}

/** A table with rows as high as their texts need; the widths are those of the table's own columns. */
export function wrappedTable(table: TableSpec, widths: readonly number[], least = 1): Block {
  return { kind: "beside", blocks: [{ column: 0, block: { kind: "table", table } }, { column: 0, block: wrappedHeights(table, widths, least) }] };
}
