/** The sheets of a deal export: where a test is about something else, they stand for all. */
export const firstSheets = ["dashboard", "goals", "funnel", "journey"] as const;
