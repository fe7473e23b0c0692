// A health score for every customer, renewals ahead, and what to do.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const healthEntry: SheetEntry = { make: healthSheet, forms: [], inputs: [], definitions: ({ health }) => health.definitions };

function healthSheet({ text }: SheetContext): SheetSpec {
  const words = text.health;
  return {
    id: "health",
    name: text.sheets.health.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
