import type { ChosenSheet } from "./chosen";

/** The ready templates, by the names the command line knows them by. */
export const readyTemplateNames = ["saas", "manufacturing", "distribution", "services"] as const;
export type ReadyTemplate = (typeof readyTemplateNames)[number];

/** The sheets each of them is for. */
export const readyTemplateSheets = ["goals", "gates", "winLoss", "journey", "coaching", "together", "roadmap"] as const satisfies readonly ChosenSheet[];
