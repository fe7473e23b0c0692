// One page for the weekly and monthly meeting: what changed, what is off track, what was decided.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const reviewEntry: SheetEntry = { make: reviewSheet, forms: [], inputs: [], definitions: ({ review }) => review.definitions };

function reviewSheet({ text }: SheetContext): SheetSpec {
  const words = text.review;
  return {
    id: "review",
    name: text.sheets.review.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
