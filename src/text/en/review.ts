import type { FigureDefinition } from "../figure";

/** What the sheet “Review pack” says. */
export const review = {
  title: "Review pack",
  definitions: [] as readonly FigureDefinition[],
};
