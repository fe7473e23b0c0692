// Where you stand, three phases, milestones, pilots and roll-out.

import { grid, show, type SheetSpec } from "./block";
import type { SheetContext } from "./context";
import type { SheetEntry } from "./entry";
import { tabColours } from "./tabs";

export const roadmapEntry: SheetEntry = { make: roadmapSheet, forms: [], inputs: [], definitions: ({ roadmap }) => roadmap.definitions };

function roadmapSheet({ text }: SheetContext): SheetSpec {
  const words = text.roadmap;
  return {
    id: "roadmap",
    name: text.sheets.roadmap.name,
    tab: tabColours.work,
    columnWidths: [24],
    gridlines: false,
    blocks: [grid([[show("title", words.title, { across: 8 })]], [30])],
    print: { orientation: "landscape", paper: "a4", fitToHeight: false },
  };
}
