import type { FigureDefinition } from "../figure";

/** What the sheet “Working together” says. */
export const together = {
  title: "Working together",
  measures: {
    kept: { name: "Customers kept", what: "Customers not marked as lost ÷ customers marked either way, all of the export" },
    nps: { name: (kind: string) => `Promoters less detractors: ${kind}`, what: "Share of answers of 9 and 10 less share of answers up to 6, × 100; all answers" },
    mean: { name: (kind: string) => `Mean answer: ${kind}`, what: "Mean score as answered, all answers of this kind of survey" },
  },
  definitions: [] as readonly FigureDefinition[],
};
