import { mutation } from "./stryker.mjs";

export default mutation("rules", ["metrics/rules/*.ts", "metrics/lead-*.ts", "metrics/refusal.ts"], ["metrics/rules/*", "metrics/lead-*", "functions/leads"]);
