// The built pane beside Excel: unmodified office.js, and a workbook of our own that answers it.

import type { Frame } from "playwright-core";
import { openInExcel, type ExcelFrame } from "../excel-host/frame";
import { textIn } from "../../src/text/language";
import { startBrowser } from "./browser";
import { exportedBefore, exportedText } from "./export";

const { pane } = textIn("en");
let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => { browser = await startBrowser(); }, 60_000);
afterAll(() => browser.close());

it("builds from a paste, and tells next week what changed before it refreshes", async () => {
  const excel = await openInExcel(await browser.newContext());
  await paste(excel.pane(), exportedBefore);
  for (const name of [pane.data.next, pane.check.next]) await press(excel.pane(), name);
  await excel.pane().getByLabel(pane.build.asOf).fill("2026-11-16");
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
  expect(sheetsOf(excel)).toEqual(expect.arrayContaining(["Dashboard", "Goals", "Funnel", "Deals", "Snapshots"]));
  await press(excel.pane(), "Go to Dashboard");

  await excel.reopen();
  await heading(excel, pane.refresh.title);
  await paste(excel.pane(), exportedText);
  await excel.pane().getByText("New · 3 deals").waitFor();
  await press(excel.pane(), pane.refresh.refresh);
  await heading(excel, pane.refresh.done);
  expect(excel.trouble).toEqual([]);
}, 180_000);

async function paste(frame: Frame, text: string): Promise<void> {
  await frame.getByRole("textbox").first().evaluate((box, plain) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
  await frame.getByText(/Pipedrive deals/).first().waitFor();
}

async function press(frame: Frame, name: string): Promise<void> {
  await frame.getByRole("button", { name, exact: true }).click();
}

async function heading(excel: ExcelFrame, name: string): Promise<void> {
  await excel.pane().getByRole("heading", { name, level: 1 }).waitFor({ timeout: 60_000 });
}

function sheetsOf({ book }: ExcelFrame): string[] {
  return book.sheets.map((sheet) => sheet.Name);
}
