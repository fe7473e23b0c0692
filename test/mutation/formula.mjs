import { mutation } from "./stryker.mjs";

export default mutation("formula", ["formula/**/*.ts"], ["formula/**/*"]);
