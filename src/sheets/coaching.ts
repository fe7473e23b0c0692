// SPIN questions per deal, 90-day onboarding, training and certification.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const coachingEntry: SheetEntry = { make: coachingSheet, forms: [], inputs: [], definitions: ({ coaching }) => coaching.definitions };

function coachingSheet({ text }: SheetContext): SheetSpec {
  const words = text.coaching;
  return {
    id: "coaching",
    name: text.sheets.coaching.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
