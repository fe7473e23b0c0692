import type { FigureDefinition } from "../figure";

/** What the sheet “Working together” says. */
export const together = {
  title: "Working together",
  definitions: [] as readonly FigureDefinition[],
};
