import { mutation } from "./stryker.mjs";

const deals = ["attention", "catalogue", "completeness", "deals", "forecast", "funnel", "key-fields", "leads", "month-cohorts", "months", "period", "reasons", "rep-process", "rep-ranking", "sales-cycle", "size-limits", "stage-summary", "stage-times", "stalled", "tables", "win-rate"];

export default mutation("deals", deals.map((name) => `metrics/${name}.ts`), ["attention", "catalogue", "compared/*", "deals", "forecast", "funnel", "key-fields", "months", "period", "quality", "reasons", "rep-ranking", "size-limits", "stage-moves", "stage-times", "stalled", "tables", "win-rate"].map((name) => `metrics/${name}`));
