// Words in the results of custom functions; the language is that of the data.

/** Words in results of COMPLETENESS. */
export const completenessWords = { column: "column", cells: "cells", missing: "missing", share: "share" };

/** Words in results of FORECAST. */
export const forecastWords = { accuracy: "accuracy", bias: "bias", mean: "mean", overall: "overall" };

/** Words in results of FUNNELCONV. */
export const funnelWords = {
  stage: "stage", cohort: "cohort", step: "step conversion", further: "step conversion (went further)", cumulative: "cumulative conversion", closed: "Closed", won: "Won",
  reached: { counts: "reached (counts)", snapshot: "reached (snapshot)", "back-filled": "reached (back-filled)", "ever-entered": "reached (ever-entered)", strict: "reached (strict)", cohort: "reached (cohort)" },
};

/** Words in results of CLV. */
export const clvWords = {
  headings: ["customer", "repeat orders", "recency in weeks", "age in weeks", "mean repeat order", "probability alive", "expected orders", "expected order value", "value"],
  panel: {
    model: "model", converged: "converged", customers: "customers", repeatCustomers: "repeat customers", atLimit: "parameters at their limit", logLikelihoodOrders: "log-likelihood of orders", logLikelihoodValues: "log-likelihood of values",
    correlation: "correlation of orders and value", verdict: "orders and value are", left: "orders after the as-of day, left out", refunds: "days of refunds, no purchases", none: "customers without a purchase, left out",
  },
  yes: "yes", noParameter: "none", independent: "independent enough", dependent: "too dependent", unknown: "not to be told",
};

/** Words in results of RFM. */
export const rfmWords = { headings: ["customer", "recency in days", "orders", "amount", "R", "F", "M", "segment"] };

/** Words in results of COHORT. */
export const cohortWords = { cohort: "cohort", customers: "customers" };

/** Words in results of LEADSCORE. */
export const leadWords = { cap: "cap", nothing: "no rule fired" };

/** Words in results of HEALTHSCORE. */
export const healthWords = { red: "red", yellow: "yellow", green: "green", weakest: "weakest", atMost: "at most", without: "without" };
