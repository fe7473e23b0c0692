// Words in the results of custom functions; the language is that of the data.

/** Words in results of COMPLETENESS. */
export const completenessWords = { column: "column", cells: "cells", missing: "missing", share: "share" };

/** Words in results of FORECAST. */
export const forecastWords = { accuracy: "accuracy", bias: "bias", mean: "mean", overall: "overall" };

/** Words in results of FUNNELCONV. */
export const funnelWords = {
  stage: "stage", cohort: "cohort", step: "step conversion", further: "step conversion (went further)", cumulative: "cumulative conversion", closed: "Closed", won: "Won",
  /** The star stands for the mode. */
  reached: "reached (*)",
};

/** Words in results of CLV. */
export const clvWords = {
  headings: ["customer", "repeat orders", "recency in weeks", "age in weeks", "mean repeat order", "probability alive", "expected orders", "expected order value", "value"],
  panel: ["BG/NBD and Gamma-Gamma converged", "parameters at their limit", "customers", "repeat customers", "correlation of orders and value (±0.3 at most)", "later orders left out", "refund days left out", "customers left out"],
};

/** Words in results of RFM. */
export const rfmWords = { headings: ["customer", "recency in days", "orders", "amount", "R", "F", "M", "segment"] };

/** Words in results of COHORT. */
export const cohortWords = { cohort: "cohort", customers: "customers" };

/** Words in results of LEADSCORE. */
export const leadWords = { cap: "cap", nothing: "no rule fired" };

/** Words in results of HEALTHSCORE. */
export const healthWords = { red: "red", yellow: "yellow", green: "green", weakest: "weakest", atMost: "at most", without: "without" };
