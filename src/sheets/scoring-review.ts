// Do the rules pick the leads that convert? What to change.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const scoringReviewEntry: SheetEntry = { make: scoringReviewSheet, forms: [], inputs: [], definitions: ({ scoringReview }) => scoringReview.definitions };

function scoringReviewSheet({ text }: SheetContext): SheetSpec {
  const words = text.scoringReview;
  return {
    id: "scoringReview",
    name: text.sheets.scoringReview.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
