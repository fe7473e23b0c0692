import { mutation } from "./stryker.mjs";

const history = ["changes", "deal-log", "deal-state", "due-changes", "funnel-strict", "past-forecast", "pushes", "stage-history"];

export default mutation("history", history.map((name) => `metrics/${name}.ts`), ["changes", "deal-log", "due-changes", "funnel-strict", "past-forecast", "pushes", "stage-history"].map((name) => `metrics/${name}`));
