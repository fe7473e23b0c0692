import type { FigureDefinition } from "../figure";

/** What the sheet “Roadmap” says. */
export const roadmap = {
  title: "Roadmap",
  definitions: [] as readonly FigureDefinition[],
};
