import type { FigureDefinition } from "../figure";

/** What the sheet “Score review” says. */
export const scoringReview = {
  title: "Score review",
  definitions: [] as readonly FigureDefinition[],
};
