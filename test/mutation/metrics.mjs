import { mutation } from "./stryker.mjs";

export default mutation("metrics", [
  "test/metrics/**/*.test.ts",
  "test/functions/{customers,deals,forecast,funnel,gates,goals,health,leads,loyalty,value}.test.ts",
]);
