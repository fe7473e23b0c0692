// A score, a grade and the reasons for every lead; whom to call first.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const scoringEntry: SheetEntry = { make: scoringSheet, forms: [], inputs: [], definitions: ({ scoring }) => scoring.definitions };

function scoringSheet({ text }: SheetContext): SheetSpec {
  const words = text.scoring;
  return {
    id: "scoring",
    name: text.sheets.scoring.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
