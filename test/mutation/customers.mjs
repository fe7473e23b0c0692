import { mutation } from "./stryker.mjs";

export default mutation(
  "customers",
  ["metrics/customers/*.ts", "metrics/optimise.ts", "metrics/log-gamma.ts"],
  ["metrics/bg-nbd", "metrics/holdout", "metrics/loyalty", "metrics/two-periods", "metrics/customers/*", "functions/customers"],
);
