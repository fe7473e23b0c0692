import { mutation } from "./stryker.mjs";

const seen = ["account-value", "attainment", "coaching", "journey", "journey-ways", "product-margin", "rep-process", "spend", "stage-moves"];

export default mutation(
  "seen-in-sheets",
  ["metrics/compared/*.ts", ...seen.map((name) => `metrics/${name}.ts`)],
  ["metrics/compared/*", "metrics/stage-moves", "sheets/coaching", "sheets/comparison", "sheets/journey", "sheets/team", "sheets/value"],
);
