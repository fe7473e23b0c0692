// Shared KPIs, hand-off checklists, the customer-success committee and joint projects.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const togetherEntry: SheetEntry = { make: togetherSheet, forms: [], inputs: [], definitions: ({ together }) => together.definitions };

function togetherSheet({ text }: SheetContext): SheetSpec {
  const words = text.together;
  return {
    id: "together",
    name: text.sheets.together.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
