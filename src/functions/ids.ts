// The functions by their ids. An id never changes: workbooks hold it.

/** In the order of the help pages. */
export const functionIds = [
  "LEADSCORE", "LEADGRADE", "FUNNELCONV", "WINRATE", "SALESCYCLE", "SALESVELOCITY", "FORECAST", "GATECHECK", "COMPLETENESS",
  "LTV", "CAC", "LTVCAC", "PAYBACK", "CLV", "RFM", "COHORT", "RETENTION", "CHURN", "NRR", "NPS", "CSAT", "HEALTHSCORE",
  "BONUS", "GOALPROGRESS", "GOALPACE", "GOALSTATUS",
] as const;
export type FunctionId = (typeof functionIds)[number];
