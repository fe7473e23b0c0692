// A sheet that holds one data table, ready to filter.

import { grid, show, type SheetSpec } from "../block";
import type { DataTable } from "../context";
import type { Format } from "../plan";
import { tabColours } from "../tabs";

export function dataSheet(id: string, table: DataTable): SheetSpec {
  const above = table.note === undefined ? 0 : 1;
  return {
    id,
    name: table.sheet,
    tab: tabColours.data,
    columnWidths: table.columns.map(({ spec }) => Math.max(widthOf(spec.format), Math.min(28, headerWidth(spec.name)))),
    gridlines: true,
    freeze: { rows: 1 + above, columns: 1 },
    blocks: [...(table.note === undefined ? [] : [grid([[show("note", table.note, { across: table.columns.length })]], [44])]), { kind: "table", table: table.spec }],
    print: { orientation: "landscape", paper: "a4", repeatRows: [above, above], fitToHeight: false },
  };
}

function widthOf(format: Format): number {
  switch (format) {
    case "day": case "month": return 12;
    case "money": return 15;
    case "text": return 18;
    default: return 11;
  }
}

/** Chinese characters are twice as wide; the filter button takes room too. */
function headerWidth(name: string): number {
  return [...name].reduce((width, letter) => width + (letter > "\u2e7f" ? 2 : 1), 0) + 4;
}
