import type { FigureDefinition } from "../figure";

/** What the sheet “Customer health” says. */
export const health = {
  title: "Customer health",
  definitions: [] as readonly FigureDefinition[],
};
