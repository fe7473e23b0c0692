import type { FigureDefinition } from "../figure";

/** What the sheet “Wins and losses” says. */
export const winLoss = {
  title: "Wins and losses",
  definitions: [] as readonly FigureDefinition[],
};
