// Lifetime value, acquisition cost, payback and where the profit is.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const valueEntry: SheetEntry = { make: valueSheet, forms: [], inputs: [], definitions: ({ value }) => value.definitions };

function valueSheet({ text }: SheetContext): SheetSpec {
  const words = text.value;
  return {
    id: "value",
    name: text.sheets.value.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
