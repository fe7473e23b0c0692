import { mutation } from "./stryker.mjs";

const goals = ["balance", "bonus", "collaboration", "forecast-error", "freshness", "gate-checks", "gates", "goal", "goal-pace", "health", "health-score", "ltv", "nps", "retention", "shared-kpis", "survey-kind", "timeliness", "update-timeliness", "velocity"];
const beside = ["balance", "catalogue", "collaboration", "deal-log", "gate-checks", "goal", "goal-formulas", "health-score", "loyalty", "months", "past-forecast", "pushes", "quality", "score-formulas", "shared-kpis", "survey-kind", "team-data", "update-timeliness"];

export default mutation("goals", goals.map((name) => `metrics/${name}.ts`), [...beside.map((name) => `metrics/${name}`), "functions/gates"]);
