// What each rep earns under a plan, and what another plan would cost.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const bonusEntry: SheetEntry = { make: bonusSheet, forms: [], inputs: [], definitions: ({ bonus }) => bonus.definitions };

function bonusSheet({ text }: SheetContext): SheetSpec {
  const words = text.bonus;
  return {
    id: "bonus",
    name: text.sheets.bonus.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
