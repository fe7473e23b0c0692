import type { FigureDefinition } from "../figure";

/** What the sheet “Stage gates” says. */
export const gates = {
  title: "Stage gates",
  definitions: [] as readonly FigureDefinition[],
};
