// NPS, satisfaction, retention, churn and cohorts.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const loyaltyEntry: SheetEntry = { make: loyaltySheet, forms: [], inputs: [], definitions: ({ loyalty }) => loyalty.definitions };

function loyaltySheet({ text }: SheetContext): SheetSpec {
  const words = text.loyalty;
  return {
    id: "loyalty",
    name: text.sheets.loyalty.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
