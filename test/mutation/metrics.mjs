import { mutation } from "./stryker.mjs";

const functions = ["customers", "deals", "forecast", "funnel", "gates", "goals", "health", "leads", "loyalty", "value"];

export default mutation("metrics", ["test/metrics/**/*.test.ts", ...functions.map((name) => `test/functions/${name}.test.ts`)]);
