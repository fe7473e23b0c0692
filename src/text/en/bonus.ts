import type { FigureDefinition } from "../figure";

/** What the sheet “Bonus” says. */
export const bonus = {
  title: "Bonus",
  definitions: [] as readonly FigureDefinition[],
};
