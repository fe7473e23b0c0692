import { mutation } from "./stryker.mjs";

/** Judged by other tests: see the files beside this one. */
const others = ["account-value", "attainment", "coaching", "journey", "journey-ways", "lead-grade", "lead-review", "leads", "log-gamma", "optimise", "product-margin", "refusal", "rep-process", "spend", "stage-moves"];
const functions = ["deals", "forecast", "funnel", "gates", "goals", "health", "loyalty", "value"];

export default mutation("metrics", [`metrics/!(${others.join("|")}).ts`], ["metrics/!(bg-nbd|holdout)", ...functions.map((name) => `functions/${name}`)]);
