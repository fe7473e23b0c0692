// A plan in, the same workbook out: through the real office.js against the emulated Excel.

import { officeBook } from "../../../src/hosts/office/book";
import { remembered } from "../../../src/sheets/remembered";
import { samplePlan } from "../plans";
import { inNewExcel } from "./excel";
import { reportOf } from "./reports";
import { differences } from "./written";

it.each(["en", "zh-CN"] as const)("writes all a plan can say (%s)", (language) => inNewExcel(async ({ book }) => {
  await officeBook().render(samplePlan(language));
  expect(differences(book, samplePlan(language))).toEqual([]);
}));

it("writes a report of real exports, and writes it again without a change", () => inNewExcel(async ({ book, traffic }) => {
  const planOf = await reportOf("hubspot-deals-en.csv");
  const office = officeBook();
  await office.render(planOf(await office.recall(remembered)));
  const plan = planOf(await office.recall(remembered));
  expect(differences(book, plan)).toEqual([]);
  const full = traffic.bytes;
  traffic.reset();
  await office.render(plan);
  expect(differences(book, plan)).toEqual([]);
  expect(traffic.bytes).toBeLessThan(full / 10);
}));
