// What is missing or out of date, whose it is, and the amount it puts at risk.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const qualityEntry: SheetEntry = { make: qualitySheet, forms: [], inputs: [], definitions: ({ quality }) => quality.definitions };

function qualitySheet({ text }: SheetContext): SheetSpec {
  const words = text.quality;
  return {
    id: "quality",
    name: text.sheets.quality.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
