import { mutation } from "./stryker.mjs";

/** Judged by other tests: see the files beside this one. */
const elsewhere = [
  "balance", "bonus", "collaboration", "forecast-error", "freshness", "gate-checks", "gates", "goal", "goal-pace", "health", "health-score", "lead-grade", "lead-review", "log-gamma", "ltv", "nps", "optimise",
  "pushes", "refusal", "retention", "shared-kpis", "survey-kind", "timeliness", "update-timeliness", "velocity",
];

export default mutation("metrics", [`metrics/!(${elsewhere.join("|")}).ts`, "metrics/compared/*.ts"], ["metrics/!(bg-nbd|holdout)", "metrics/compared/*"]);
