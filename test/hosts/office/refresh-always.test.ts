// Refreshes of an open workbook made by chance, through office.js: what the user typed and made is there afterwards.

import * as fc from "fast-check";
import { officeBook } from "../../../src/hosts/office/book";
import type { ChosenSheet } from "../../../src/sheets/chosen";
import { refresh } from "../../../src/refresh";
import { amiss, doEdit, nothingDone, type Edit } from "./chance";
import { inNewExcel } from "./excel";
import { smallReport, type Small } from "./small-reports";

const exported: fc.Arbitrary<Small> = fc.record({
  deals: fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 9 }), more: fc.nat(5),
  calls: fc.option(fc.uniqueArray(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }), { nil: undefined }), sheets: fc.constantFrom<readonly ChosenSheet[]>(["goals"], ["goals"], ["goals"], ["goals"], ["goals", "roadmap"], ["goals", "gates", "winLoss", "coaching"]),
}).map(({ calls, ...rest }) => (calls ? { ...rest, calls } : rest));

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom<Edit["kind"]>("note", "note", "sum", "cell", "form", "form", "beside", "row", "column", "sheet", "own sheet", "chart", "filter", "sort"),
  where: fc.nat(1_000), at: fc.nat(1_000),
});

/** Rounds of edits with a refresh after each, in ever new workbooks; `REFRESHES` says how many in all. */
const rounds = 4;
const refreshes = Number(process.env["REFRESHES"] ?? 200);

it(`nothing of the user's is lost by ${refreshes} refreshes`, async () => {
  let done = 0;
  const steps = fc.array(fc.record({ edits: fc.array(edit, { minLength: 1, maxLength: 5 }), next: exported }), { minLength: rounds, maxLength: rounds });
  await fc.assert(fc.asyncProperty(exported, steps, (first, weeks) => inNewExcel(async (excel) => {
    await refresh(officeBook(), smallReport(first));
    const typed = nothingDone();
    for (const [week, { edits, next }] of weeks.entries()) {
      edits.forEach((one, at) => doEdit(excel, one, `w${week}x${at}`, typed));
      await refresh(officeBook(), smallReport(next)).catch((error: unknown) => { throw new Error(JSON.stringify(error)); });
      expect([week, amiss(excel.book, typed)]).toEqual([week, []]);
      done += 1;
    }
  })), { numRuns: refreshes / rounds, seed: 11, endOnFailure: process.env["SHRINK"] === undefined });
  expect(done).toBe(refreshes);
}, 900_000);
