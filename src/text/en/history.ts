import type { FigureDefinition } from "../figure";

/** What the sheet “Pipeline history” says. */
export const history = {
  title: "Pipeline history",
  definitions: [] as readonly FigureDefinition[],
};
