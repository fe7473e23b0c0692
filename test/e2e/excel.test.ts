// The built pane beside Excel: unmodified office.js, and a workbook of our own that answers it.

import { openInExcel, type ExcelFrame } from "../excel-host/frame";
import { sayTrouble } from "../../src/taskpane/says";
import { textIn } from "../../src/text/language";
import { answer, build, exportedOn, hasJournal, heading, paste, press, said, sheetsOf, toBuild, until } from "./beside-excel";
import { startBrowser } from "./browser";
import { exported, exportedBefore, exportedText } from "./export";

jest.setTimeout(300_000);

const { pane } = textIn("en");
let browser: Awaited<ReturnType<typeof startBrowser>>;
let excel: ExcelFrame;

beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());
beforeEach(async () => { excel = await openInExcel(await browser.newContext()); });
afterEach(async () => {
  expect(excel.trouble).toEqual([]);
  await excel.page.context().close();
});

it("builds from a paste, and tells next week what changed before it refreshes", async () => {
  await paste(excel.pane(), exportedBefore);
  await toBuild(excel.pane(), "en", "2026-11-16");
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
  expect(sheetsOf(excel)).toEqual(expect.arrayContaining(["Dashboard", "Goals", "Funnel", "Deals", "Snapshots"]));

  await excel.reopen();
  await heading(excel, pane.refresh.title);
  await paste(excel.pane(), exportedText);
  await excel.pane().getByText("New · 3 deals").waitFor();
  expect(rowsOf("Deals")).toBe(57);
  await excel.pane().getByLabel(pane.build.asOf).fill(exportedOn);
  await press(excel.pane(), pane.refresh.refresh);
  await heading(excel, pane.refresh.done);
  expect(rowsOf("Deals")).toBe(60);
});

it("takes the table around the selected cell, and goes to each sheet it made", async () => {
  const { book } = excel;
  book.active.range(`A1:J${exported.length}`).Values = exported.map((cells) => [...cells]);
  book.active.Tables.Add(`A1:J${exported.length}`, true).Name = "Export";
  excel.user.select("Sheet1!C5");
  await press(excel.pane(), pane.data.selection);
  await excel.pane().getByRole("listitem").getByText("Export").waitFor();
  await toBuild(excel.pane());
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
  expect([rowsOf("Deals"), rowsOf("Export")]).toEqual([60, 60]);
  for (const name of sheetsOf(excel).filter((one) => one !== "Sheet1")) {
    await press(excel.pane(), name);
    await until(excel, () => book.active.Name === name);
  }
});

it("says what to select where nothing is", async () => {
  excel.user.select("Sheet1!F9");
  await press(excel.pane(), pane.data.selection);
  await excel.pane().getByRole("alert").getByText(says("no-selection")).waitFor();
});

it("leaves nothing of a build that was cancelled, and builds the next time", async () => {
  await paste(excel.pane(), exportedText);
  await toBuild(excel.pane());
  const busy = excel.faults.busyOnce(() => sheetsOf(excel).length > 1);
  await press(excel.pane(), pane.build.build);
  await busy.reached;
  await press(excel.pane(), pane.cancel);
  busy.goesOn();
  await excel.pane().getByText(pane.trouble.stopped, { exact: true }).waitFor();
  expect([sheetsOf(excel), excel.book.names.length, hasJournal(excel)]).toEqual([["Sheet1"], 0, false]);
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
});

it("puts back what was typed after a refresh that died", async () => {
  await build(excel);
  input().Values = [[7]];
  await excel.reopen();
  await paste(excel.pane(), exportedText);
  const busy = excel.faults.busyOnce(() => hasJournal(excel));
  await press(excel.pane(), pane.refresh.refresh);
  await busy.reached;
  busy.dies();
  input().Values = [[1]];
  await excel.reopen();
  await press(excel.pane(), pane.left.putBack);
  await said(excel.pane(), pane.left.done);
  expect([input().Values, hasJournal(excel)]).toEqual([[[7]], false]);
});

it("takes a file that was looked for while Excel answered along to the refresh", async () => {
  await build(excel);
  const busy = excel.faults.busyOnce(() => true);
  await excel.reopen();
  const chooser = excel.page.waitForEvent("filechooser");
  await press(excel.pane(), pane.data.choose);
  busy.goesOn();
  await excel.pane().getByText(pane.refresh.hint).waitFor();
  await (await chooser).setFiles({ name: "deals.tsv", mimeType: "text/csv", buffer: Buffer.from(exportedText) });
  await excel.pane().getByRole("listitem").getByText("deals.tsv").waitFor();
  await excel.pane().getByRole("heading", { name: pane.refresh.changes }).waitFor();
});

it("removes what it built, keeps the user's sheets, and brings back what was typed with the next build", async () => {
  await build(excel);
  excel.user.addSheet("Mine");
  input().Values = [[7]];
  await press(excel.pane(), pane.done.remove);
  await answer(excel.pane(), pane.remove.confirm);
  await heading(excel, pane.data.title);
  expect([sheetsOf(excel), excel.book.names.length]).toEqual([["Sheet1", "Mine"], 0]);

  await excel.reopen();
  await excel.pane().getByText(/is kept/).waitFor();
  expect(await excel.pane().getByText(pane.left.title).count()).toBe(0);
  await build(excel);
  expect([input().Values, hasJournal(excel)]).toEqual([[[7]], false]);
});

it("puts the example of a function into the active cell, if that is empty", async () => {
  excel.user.select("Sheet1!B4");
  await press(excel.pane(), pane.places.functions);
  await excel.pane().getByRole("searchbox").fill("payback");
  await excel.pane().getByText("PAYBACK", { exact: true }).click();
  await press(excel.pane(), pane.functions.insert);
  await said(excel.pane(), pane.functions.inserted("Sheet1!B4"));
  expect(excel.book.active.grid.formula(3, 1)).toMatch(/^=SALES\.PAYBACK\(/);
  await press(excel.pane(), pane.functions.insert);
  await excel.pane().getByRole("alert").getByText(says("cell-taken")).waitFor();
});

it("repairs and freezes functions, adds those that work everywhere, and hides people", async () => {
  await paste(excel.pane(), exportedText.replace("Colleague", "Owner"));
  await toBuild(excel.pane());
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
  const { grid } = excel.book.sheet("Sheet1")!;
  grid.set(0, 0, "#NAME?", "=_xldudf_SALES_LTV(100,80%,5%)");
  await press(excel.pane(), pane.places.share);
  await press(excel.pane(), pane.share.repair.button);
  await said(excel.pane(), pane.share.repair.done(1));
  expect(grid.formula(0, 0)).toBe("=SALES.LTV(100,80%,5%)");

  grid.set(0, 0, 1600, "=SALES.LTV(100,80%,5%)");
  await press(excel.pane(), pane.share.freeze.button);
  await answer(excel.pane(), pane.share.freeze.button);
  await said(excel.pane(), pane.share.freeze.done(1, 0));
  expect([grid.value(0, 0), grid.formula(0, 0)]).toEqual([1600, undefined]);

  await press(excel.pane(), pane.share.names.button);
  await said(excel.pane(), pane.share.names.done(17));
  expect(excel.book.names.map(({ Name }) => Name)).toContain("SALES_LTV");

  await press(excel.pane(), pane.share.anonymise.button);
  await answer(excel.pane(), pane.share.anonymise.button);
  await said(excel.pane(), pane.share.anonymise.done({ names: 3, emails: 0, phones: 0 }));
  expect(new Set(excel.book.table("Deals")!.Columns.GetItem("Owner").Values!.flat().slice(1))).toEqual(new Set(["Person 1", "Person 2", "Person 3"]));
});

function says(kind: "no-selection" | "cell-taken"): string {
  return sayTrouble({ kind: "excel", troubles: [{ kind }] }, textIn("en"));
}

function rowsOf(table: string): number {
  return excel.book.table(table)!.Rows.Count;
}

/** A setting the user types. */
function input() {
  return excel.book.names.find(({ Name }) => Name === "WindowMonths")!.GetRange();
}
