// One KPI under each of its definitions, side by side.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const comparisonEntry: SheetEntry = { make: comparisonSheet, forms: [], inputs: [], definitions: ({ comparison }) => comparison.definitions };

function comparisonSheet({ text }: SheetContext): SheetSpec {
  const words = text.comparison;
  return {
    id: "comparison",
    name: text.sheets.comparison.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
