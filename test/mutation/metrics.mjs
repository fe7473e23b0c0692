import { mutation } from "./stryker.mjs";

/** Judged by other tests: see the files beside this one. */
const others = ["lead-grade", "lead-review", "log-gamma", "optimise", "refusal"];
const functions = ["deals", "forecast", "funnel", "gates", "goals", "health", "loyalty", "value"];

export default mutation("metrics", [`metrics/!(${others.join("|")}).ts`, "metrics/compared/*.ts"], ["metrics/!(bg-nbd|holdout)", "metrics/compared/*", ...functions.map((name) => `functions/${name}`)]);
