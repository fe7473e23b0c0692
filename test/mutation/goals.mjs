import { mutation } from "./stryker.mjs";

const goals = ["balance", "bonus", "collaboration", "forecast-error", "freshness", "gate-checks", "gates", "goal", "goal-pace", "health", "health-score", "ltv", "nps", "pushes", "retention", "shared-kpis", "survey-kind", "timeliness", "update-timeliness", "velocity"];
const functions = ["deals", "forecast", "gates", "goals", "health", "loyalty", "value"];

export default mutation("goals", goals.map((name) => `metrics/${name}.ts`), ["metrics/!(bg-nbd|changes|deal-log|holdout|tables)", ...functions.map((name) => `functions/${name}`)]);
