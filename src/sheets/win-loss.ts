// Cycle by stage, reasons for wins and losses, competitors and how to answer them.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const winLossEntry: SheetEntry = { make: winLossSheet, forms: [], inputs: [], definitions: ({ winLoss }) => winLoss.definitions };

function winLossSheet({ text }: SheetContext): SheetSpec {
  const words = text.winLoss;
  return {
    id: "winLoss",
    name: text.sheets.winLoss.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
