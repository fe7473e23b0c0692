import type { FigureDefinition } from "../figure";

/** What the sheet “Definitions compared” says. */
export const comparison = {
  title: "Definitions compared",
  definitions: [] as readonly FigureDefinition[],
};
