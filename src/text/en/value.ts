import type { FigureDefinition } from "../figure";

/** What the sheet “Customer value” says. */
export const value = {
  title: "Customer value",
  definitions: [] as readonly FigureDefinition[],
};
