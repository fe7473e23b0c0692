import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { printPlan } from "../../src/hosts/text/print";
import { samplePlan } from "./plans";

// To take a change over: UPDATE_GOLDEN=1 npx jest test/hosts/print, then read the difference.
it.each(["en", "zh-CN"] as const)("prints the sample plan in %s as the golden file does", (language) => {
  const path = join(__dirname, `sample.${language}.txt`);
  const printed = printPlan(samplePlan(language));
  if (process.env.UPDATE_GOLDEN) writeFileSync(path, printed);
  expect(printed).toBe(readFileSync(path, "utf8"));
});
