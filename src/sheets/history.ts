// Moves from stage to stage, slipped deals, and how good past forecasts were.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const historyEntry: SheetEntry = { make: historySheet, forms: [], inputs: [], definitions: ({ history }) => history.definitions };

function historySheet({ text }: SheetContext): SheetSpec {
  const words = text.history;
  return {
    id: "history",
    name: text.sheets.history.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
