// Ranking, attainment, pace and a balanced view of each rep.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const teamEntry: SheetEntry = { make: teamSheet, forms: [], inputs: [], definitions: ({ team }) => team.definitions };

function teamSheet({ text }: SheetContext): SheetSpec {
  const words = text.team;
  return {
    id: "team",
    name: text.sheets.team.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
