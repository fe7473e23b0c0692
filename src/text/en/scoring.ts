import type { FigureDefinition } from "../figure";

/** What the sheet “Lead scores” says. */
export const scoring = {
  title: "Lead scores",
  definitions: [] as readonly FigureDefinition[],
};
