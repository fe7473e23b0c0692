import type { FigureDefinition } from "../figure";

/** What the sheet “Data quality” says. */
export const quality = {
  title: "Data quality",
  definitions: [] as readonly FigureDefinition[],
};
