// How the host answers office.js itself: errors and where they are, null objects, unknown members, versions, sizes.

import { startExcel, type StartedExcel } from "./node-bridge";

let excel: StartedExcel;
beforeEach(() => { excel = startExcel(); });

/** The error of a run. */
async function failure(run: (context: Excel.RequestContext) => unknown, started = excel): Promise<OfficeExtension.Error> {
  return started.Excel.run(async (context) => {
    run(context);
    await context.sync();
  }).then(() => { throw new Error("it went through"); }, (error: OfficeExtension.Error) => error);
}

it("gives null objects for what is not there", () => excel.Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getItemOrNullObject("Nowhere");
  const table = sheet.tables.getItemOrNullObject("Deals");
  await context.sync();
  expect([sheet.isNullObject, table.isNullObject]).toEqual([true, true]);
}));

it("says code and statement of what fails", async () => {
  const error = await failure((context) => context.workbook.worksheets.getItem("Nowhere").activate());
  expect(error.code).toBe("ItemNotFound");
  expect(error.debugInfo.statement).toContain("worksheets.getItem(");
});

it("keeps what was done before the failure", async () => {
  await failure((context) => {
    context.workbook.worksheets.add("Before");
    context.workbook.worksheets.add("Before");
  });
  expect(excel.book.sheets.map(({ Name }) => Name)).toEqual(["Sheet1", "Before"]);
});

it("names a member of Excel's that it does not emulate", async () => {
  const error = await failure((context) => context.workbook.worksheets.getActiveWorksheet().getRange("A1").flashFill());
  expect([error.code, error.message]).toEqual(["NotImplemented", "Range.FlashFill is not emulated."]);
});

it("refuses a member that Excel does not have", async () => {
  const error = await failure((context) => context.workbook.worksheets.getActiveWorksheet().getRange("A1").format.fill.load("colour" as never));
  expect(error.code).toBe("InvalidArgument");
});

it("refuses a text that a property never is", async () => {
  const error = await failure((context) => { context.workbook.worksheets.getActiveWorksheet().pageLayout.orientation = "Sideways" as never; });
  expect(error.code).toBe("InvalidArgument");
});

it("does not have members of versions after its own", async () => {
  const old = startExcel({ api: "1.9" });
  old.user.type("A1", "Name");
  await old.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().tables.add("A1:A3", true).name = "Deals";
    await context.sync();
  });
  const resize = (context: Excel.RequestContext) => context.workbook.tables.getItem("Deals").resize("A1:A5");
  expect((await failure(resize, old)).code).toBe("ApiNotFound");
  old.reopen();
  expect(old.book.table("Deals")!.area.bottom).toBe(2);
});

it("loads plain properties where none is named", () => excel.Excel.run(async (context) => {
  const sheet = context.workbook.worksheets.getActiveWorksheet();
  sheet.load();
  await context.sync();
  expect([sheet.name, sheet.visibility, sheet.position]).toEqual(["Sheet1", "Visible", 0]);
}));

it("takes a large write in the chunks office.js makes of it", async () => {
  await excel.Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1:E2000").values = Array.from({ length: 2000 }, (_, row) => [row, row, row, row, row]);
    await context.sync();
  });
  expect([excel.book.active.grid.value(0, 0), excel.book.active.grid.value(1999, 4)]).toEqual([0, 1999]);
});

it("refuses requests and answers over 5 MB", async () => {
  const long = "x".repeat(30_000);
  const write = (context: Excel.RequestContext, address: string) => { context.workbook.worksheets.getActiveWorksheet().getRange(address).values = Array.from({ length: 100 }, () => [long]); };
  expect((await failure((context) => { write(context, "A1:A100"); write(context, "B1:B100"); })).code).toBe("RequestPayloadSizeLimitExceeded");
  await excel.Excel.run(async (context) => { write(context, "A1:A100"); await context.sync(); write(context, "B1:B100"); await context.sync(); });
  expect((await failure((context) => context.workbook.worksheets.getActiveWorksheet().getRange("A1:B100").load("values"))).code).toBe("ResponsePayloadSizeLimitExceeded");
});

it("counts syncs without those in which office.js only releases ranges", async () => {
  await excel.Excel.run(async (context) => {
    const range = context.workbook.worksheets.getActiveWorksheet().getRange("A1");
    range.values = [[1]];
    await context.sync();
  });
  await new Promise((done) => setTimeout(done, 20));
  expect([excel.traffic.syncs, excel.traffic.requests]).toEqual([1, 2]);
});

it("moves 1.2 million cells", async () => {
  const rows = Array.from({ length: 5000 }, (_, row) => Array.from({ length: 12 }, (_, column) => row * column));
  await excel.Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let at = 0; at < 20; at += 1) {
      sheet.getRangeByIndexes(at * 5000, 0, 5000, 12).values = rows;
      await context.sync();
    }
    for (let at = 0; at < 20; at += 1) {
      const range = sheet.getRangeByIndexes(at * 5000, 0, 5000, 12).load("values");
      await context.sync();
      expect(range.values[4999]![11]).toBe(4999 * 11);
    }
  });
});
