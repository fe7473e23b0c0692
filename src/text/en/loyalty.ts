import type { FigureDefinition } from "../figure";

/** What the sheet “Loyalty” says. */
export const loyalty = {
  title: "Loyalty",
  definitions: [] as readonly FigureDefinition[],
};
