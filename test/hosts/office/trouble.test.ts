// What would stop a render is named before anything is written; a failure in the middle leaves no half-made sheet.

import { officeBook } from "../../../src/hosts/office/book";
import { HostError, type HostTrouble } from "../../../src/hosts/live";
import { remembered } from "../../../src/sheets/remembered";
import type { StartedExcel } from "../../excel-host/node-bridge";
import { samplePlan } from "../plans";
import { inNewExcel } from "./excel";
import { reportOf } from "./reports";
import { differences } from "./written";

async function troublesOf(work: Promise<unknown>): Promise<readonly HostTrouble[]> {
  try {
    await work;
  } catch (error) {
    if (error instanceof HostError) return error.troubles;
    throw error;
  }
  return [];
}

const cases: readonly (readonly [string, (excel: StartedExcel) => void, HostTrouble])[] = [
  ["the structure is protected", ({ user }) => user.protectStructure(), { kind: "protected-structure" }],
  ["a sheet of the user's has our name", ({ user }) => user.addSheet("Dashboard"), { kind: "sheet-taken", sheet: "Dashboard" }],
  ["a name is taken", ({ book }) => void book.Names.Add("AsOf", "=Sheet1!$A$1"), { kind: "name-taken", name: "AsOf" }],
  ["a table has the name of ours", ({ book }) => { const sheet = book.addSheet("Mine"); sheet.Tables.Add("A1:B3", true).Name = "Deals"; }, { kind: "table-taken", name: "Deals" }],
];

it.each(cases)("says before writing that %s", (_, prepare, trouble) => inNewExcel(async (excel) => {
  prepare(excel);
  const before = excel.book.sheets.map(({ Name }) => Name);
  expect(await troublesOf(officeBook().render(samplePlan()))).toContainEqual(trouble);
  expect(excel.book.sheets.map(({ Name }) => Name)).toEqual(before);
}));

it("says all that is in the way at once", () => inNewExcel(async ({ user, book }) => {
  user.addSheet("Dashboard");
  user.addSheet("Goals");
  book.Names.Add("AsOf", "=Sheet1!$A$1");
  expect((await troublesOf(officeBook().render(samplePlan()))).map(({ kind }) => kind)).toEqual(["sheet-taken", "sheet-taken", "name-taken"]);
}));

it("says which sheet of ours is protected", () => inNewExcel(async ({ user }) => {
  const [planOf, office] = [await reportOf("hubspot-deals-en.csv"), officeBook()];
  await office.render(planOf(await office.recall(remembered)));
  user.protect("Setup");
  expect(await troublesOf(office.render(planOf(await office.recall(remembered))))).toEqual([{ kind: "protected-sheet", sheet: "Setup" }]);
}));

it("says where merged cells of the user's are in the way, and leaves them", () => inNewExcel(async ({ book }) => {
  const [planOf, office] = [await reportOf("hubspot-deals-en.csv"), officeBook()];
  await office.render(planOf(await office.recall(remembered)));
  const plan = planOf(await office.recall(remembered));
  const sheet = plan.sheets.find(({ tables }) => tables.length > 0)!;
  book.sheet(sheet.name)!.GetRangeByIndexes(0, 0, 1, 40).Merge();
  await office.recall(remembered);
  expect(await troublesOf(office.render(plan))).toEqual([{ kind: "merged", sheet: sheet.name, address: "A1:AN1" }]);
}));

it.each([["requestTooLarge", "refused"], ["cellEdit", "cell-edit"], ["sessionLost", "session-lost"]] as const)("names %s", (fault, kind) => inNewExcel(async ({ faults }) => {
  faults.always(fault);
  expect(await troublesOf(officeBook().render(samplePlan()))).toEqual([{ kind }]);
}));

it.each([[1, 200], [2, 200], [3, 15]])("leaves an empty workbook as it was when sync %i fails", (sync, effect) => inNewExcel(async ({ book, faults }) => {
  faults.in(sync, { code: "GeneralException" }, effect);
  expect(await troublesOf(officeBook().render(samplePlan()))).toMatchObject([{ kind: "unknown", code: "GeneralException" }]);
  expect(book.sheets.map(({ Name }) => Name)).toEqual(["Sheet1"]);
  expect(book.names.map(({ Name }) => Name)).toEqual([]);
}));

it("leaves a workbook whole or as it was when the last sync fails in its last steps", () => inNewExcel(async ({ book, faults }) => {
  faults.in(3, { code: "GeneralException" }, 200);
  expect(await troublesOf(officeBook().render(samplePlan()))).toMatchObject([{ kind: "unknown" }]);
  const isAsItWas = book.sheets.map(({ Name }) => Name).join() === "Sheet1" && book.names.length === 0;
  expect(isAsItWas ? [] : differences(book, samplePlan())).toEqual([]);
  await officeBook().render(samplePlan());
  expect(differences(book, samplePlan())).toEqual([]);
}));

it("builds after a run that was killed, over what it left", () => inNewExcel(async (excel) => {
  excel.faults.in(2, "killed", 900);
  const lost = officeBook().render(samplePlan());
  lost.catch(() => undefined);
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(excel.book.sheets.length).toBeGreaterThan(1);
  excel.reopen().install();
  await officeBook().render(samplePlan());
  expect(differences(excel.book, samplePlan())).toEqual([]);
}));

it("takes new sheets away when it is cancelled", () => inNewExcel(async ({ book }) => {
  const stop = new AbortController();
  stop.abort();
  expect(await troublesOf(officeBook().render(samplePlan(), { signal: stop.signal }))).toEqual([{ kind: "cancelled" }]);
  expect(book.sheets.map(({ Name }) => Name)).toEqual(["Sheet1"]);
}));
