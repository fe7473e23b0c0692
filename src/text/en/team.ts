import type { FigureDefinition } from "../figure";

/** What the sheet “Team” says. */
export const team = {
  title: "Team",
  definitions: [] as readonly FigureDefinition[],
};
