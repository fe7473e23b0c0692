import type { FigureDefinition } from "../figure";

/** What the sheet “Coaching” says. */
export const coaching = {
  title: "Coaching",
  definitions: [] as readonly FigureDefinition[],
};
