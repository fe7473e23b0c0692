import { mutation } from "./stryker.mjs";

export default mutation("customers", ["metrics/customers/*.ts", "metrics/optimise.ts", "metrics/log-gamma.ts"], ["metrics/customers/*", "metrics/two-periods"]);
