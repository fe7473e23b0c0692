// Which open deals miss what their stage asks for, and how much is at risk.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const gatesEntry: SheetEntry = { make: gatesSheet, forms: [], inputs: [], definitions: ({ gates }) => gates.definitions };

function gatesSheet({ text }: SheetContext): SheetSpec {
  const words = text.gates;
  return {
    id: "gates",
    name: text.sheets.gates.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
