// Failures on request: what the add-in sees, and what is in the workbook then.

import { startExcel, type StartedExcel } from "./node-bridge";

let excel: StartedExcel;
beforeEach(() => { excel = startExcel(); });

/** Adds two sheets in one sync; gives the code of the error, or "done". */
async function addTwo(started = excel): Promise<string> {
  return started.Excel.run(async (context) => {
    context.workbook.worksheets.add("One");
    context.workbook.worksheets.add("Two");
    await context.sync();
  }).then(() => "done", (error: OfficeExtension.Error) => error.code);
}

const sheets = () => excel.book.sheets.map(({ Name }) => Name);

it.each([
  ["requestTooLarge", "RequestPayloadSizeLimitExceeded"], ["responseTooLarge", "ResponsePayloadSizeLimitExceeded"],
  ["cellEdit", "InvalidOperationInCellEditMode"], ["sessionLost", "InvalidOrTimedOutSession"],
] as const)("refuses a sync with %s", async (kind, code) => {
  excel.faults.in(1, kind);
  expect([await addTwo(), sheets()]).toEqual([code, ["Sheet1"]]);
  expect([await addTwo(), sheets()]).toEqual(["done", ["Sheet1", "One", "Two"]]);
});

it("fails at the sync asked for, with an error of Excel's", async () => {
  excel.faults.in(2, { code: "AccessDenied" });
  await addTwo();
  expect(await addTwo()).toBe("AccessDenied");
});

it("can have done all of the batch, or its first actions, before it fails", async () => {
  excel.faults.in(1, "responseTooLarge", "whole");
  await addTwo();
  expect(sheets()).toEqual(["Sheet1", "One", "Two"]);
  excel = startExcel();
  excel.faults.in(1, "sessionLost", 3);
  await addTwo();
  expect(sheets()).toEqual(["Sheet1", "One"]);
});

it("lacks a member a test takes away", async () => {
  excel.faults.missing.add("WorksheetCollection.Add");
  expect(await addTwo()).toBe("ApiNotFound");
});

it("never answers a client that was killed; the next finds the workbook as it was left", async () => {
  excel.faults.in(1, "killed", "whole");
  let isAnswered = false;
  void addTwo().finally(() => { isAnswered = true; });
  await new Promise((done) => setTimeout(done, 50));
  expect([isAnswered, sheets()]).toEqual([false, ["Sheet1", "One", "Two"]]);
  expect(await addTwo(excel.reopen())).toBe("ItemAlreadyExists");
});
