// Sheets that can be left out; the others are always there.

export const chosenSheets = ["dashboard", "goals", "funnel", "journey"] as const;
export type ChosenSheet = (typeof chosenSheets)[number];
