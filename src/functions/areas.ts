// What is each custom function about? The parts of the pane's list.

import type { FunctionId } from "./ids";

export const functionAreas = ["leads", "deals", "customers", "loyalty", "goals"] as const;
type FunctionArea = (typeof functionAreas)[number];

/** The functions of each area, in the order of the help pages. */
export const functionsOf: Readonly<Record<FunctionArea, readonly FunctionId[]>> = {
  leads: ["LEADSCORE", "LEADGRADE"],
  deals: ["FUNNELCONV", "WINRATE", "SALESCYCLE", "SALESVELOCITY", "FORECAST", "GATECHECK", "COMPLETENESS"],
  customers: ["LTV", "CAC", "LTVCAC", "PAYBACK", "CLV", "RFM", "COHORT"],
  loyalty: ["RETENTION", "CHURN", "NRR", "NPS", "CSAT", "HEALTHSCORE"],
  goals: ["BONUS", "GOALPROGRESS", "GOALPACE", "GOALSTATUS"],
};
