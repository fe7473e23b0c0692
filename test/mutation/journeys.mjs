import { mutation } from "./stryker.mjs";

const journeys = ["account-value", "attainment", "coaching", "journey", "journey-path", "journey-ways", "product-margin", "quarter", "spend", "stage-moves"];
const beside = ["accounts", "coaching", "journey-path", "journey-ways", "stage-moves", "compared/*"];

export default mutation("journeys", ["metrics/compared/*.ts", ...journeys.map((name) => `metrics/${name}.ts`)], beside.map((name) => `metrics/${name}`));
