import { mutation } from "./stryker.mjs";

export default mutation("formula", ["test/formula/**/*.test.ts"]);
