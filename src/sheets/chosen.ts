// Sheets that can be left out, in the order of the workbook; the others are always there.

import type { ObjectKind } from "../crm/reading";

/** The choice in groups, as the pane shows it. */
export const sheetGroups = {
  overview: ["dashboard", "review", "goals"],
  pipeline: ["funnel", "gates", "winLoss", "history"],
  leads: ["scoring", "scoringReview"],
  customers: ["journey", "health", "loyalty", "value"],
  team: ["team", "coaching", "bonus"],
  working: ["quality", "comparison", "together", "roadmap"],
} as const;

export type SheetGroup = keyof typeof sheetGroups;
export type ChosenSheet = (typeof sheetGroups)[SheetGroup][number];

export const chosenSheets: readonly ChosenSheet[] = Object.values(sheetGroups).flat();

/** What a sheet is made from: it is built where one of these was brought. The others are filled by hand and need nothing. */
export const neededFor: Readonly<Partial<Record<ChosenSheet, readonly ObjectKind[]>>> = {
  dashboard: ["deal"], review: ["deal"],
  funnel: ["deal"], gates: ["deal"], winLoss: ["deal"], history: ["deal", "stageMove"],
  scoring: ["lead"], scoringReview: ["lead"],
  health: ["account"], loyalty: ["survey", "account", "order"], value: ["order", "account", "spend"],
  team: ["deal", "rep"], bonus: ["deal", "rep"],
  quality: ["deal", "lead", "account", "activity"], comparison: ["deal"],
};

/** Whether what was brought has what the sheet is made from. */
export function isServed(sheet: ChosenSheet, objects: { has(object: ObjectKind): boolean }): boolean {
  return neededFor[sheet]?.some((object) => objects.has(object)) ?? true;
}

/** Sheets chosen until someone chooses: those most made of what was brought. */
export function chosenAtFirst(objects: ReadonlySet<ObjectKind>): readonly ChosenSheet[] {
  return chosenSheets.filter((sheet) => atFirst[sheet].length === 0 || atFirst[sheet].some((object) => objects.has(object)));
}

/** Sheets of a refresh: those the workbook has (one that was deleted stays away), and those that could not be there for want of data. */
export function chosenAgain(sheets: { has(id: string): boolean }): readonly ChosenSheet[] {
  return chosenSheets.filter((id) => sheets.has(id) || !isServed(id, sheets));
}

/** With which objects a sheet is chosen at first; with none it always is. */
const atFirst: Readonly<Record<ChosenSheet, readonly ObjectKind[]>> = {
  dashboard: [], goals: [], funnel: [], journey: [],
  review: ["deal"], gates: ["deal"], winLoss: ["deal"], history: ["stageMove"],
  scoring: ["lead"], scoringReview: ["lead"],
  health: ["account"], loyalty: ["survey", "order"], value: ["order", "spend"],
  team: ["rep", "deal"], bonus: ["rep"], coaching: ["rep"],
  quality: ["deal"], comparison: ["deal"], together: ["survey"], roadmap: ["rep"],
};
