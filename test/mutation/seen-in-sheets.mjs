import { mutation } from "./stryker.mjs";

export default mutation(
  "seen-in-sheets",
  ["metrics/compared/*.ts", "metrics/coaching.ts", "metrics/journey.ts", "metrics/journey-ways.ts"],
  ["metrics/compared/*", "sheets/coaching", "sheets/comparison", "sheets/journey"],
);
