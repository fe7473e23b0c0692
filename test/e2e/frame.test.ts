// The frame itself: what the pane's office.js sees of Excel.

import { openInExcel } from "../excel-host/frame";
import { startBrowser } from "./browser";

let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

it("has the language, the theme and the requirement sets of the test", async () => {
  const excel = await openInExcel(await browser.newContext(), { language: "zh-CN", theme: "dark", api: "1.9" });
  const seen = await excel.pane().evaluate(async () => {
    await Office.onReady();
    const isSupported = ["1.9", "1.10"].map((version) => Office.context.requirements.isSetSupported("ExcelApi", version));
    return { language: Office.context.displayLanguage, isDark: Office.context.officeTheme.isDarkTheme, isSupported };
  });
  expect(seen).toEqual({ language: "zh-CN", isDark: true, isSupported: [true, false] });
  expect(excel.trouble).toEqual([]);
});

it("runs batches of the pane on the workbook of the test, which stays when the pane is opened again", async () => {
  const excel = await openInExcel(await browser.newContext());
  await excel.pane().evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.getActiveWorksheet().getRange("A1").values = [[7]];
    await context.sync();
  }));
  expect(excel.book.active.grid.value(0, 0)).toBe(7);
  await excel.pane().evaluate(() => new Promise((done) => {
    Office.context.document.settings.set("language", "zh");
    Office.context.document.settings.saveAsync(done);
  }));
  await excel.reopen();
  expect(await excel.pane().evaluate(() => Office.onReady().then(() => Office.context.document.settings.get("language") as string))).toBe("zh");
});

it("presses a button of the ribbon, and waits until the add-in is done", async () => {
  const excel = await openInExcel(await browser.newContext());
  await excel.pane().evaluate(() => Office.onReady().then(() => Office.actions.associate("press", (event: Office.AddinCommands.Event) => {
    Object.assign(window, { pressed: true });
    event.completed();
  })));
  await excel.press("press");
  expect(await excel.pane().evaluate(() => (window as unknown as { pressed?: boolean }).pressed)).toBe(true);
});

it("hands the pane Office's own errors", async () => {
  const excel = await openInExcel(await browser.newContext());
  excel.faults.always("requestTooLarge"); // always, since the pane asks for things of its own meanwhile
  const code = await excel.pane().evaluate(() => Excel.run(async (context) => {
    context.workbook.worksheets.add("New");
    await context.sync();
  }).catch((error: OfficeExtension.Error) => error.code));
  expect(code).toBe("RequestPayloadSizeLimitExceeded");
});
