// Half a year of real deals in the built pane beside Excel, then all of them: what changed, what stays, and the figures LibreOffice computes.

import { readFileSync } from "node:fs";
import type { Frame } from "playwright-core";
import { textIn } from "../../src/text/language";
import { openInExcel, type ExcelFrame } from "../excel-host/frame";
import { recalculated } from "../excel-host/to-xlsx";
import { describeWithShared, sharedData } from "../shared-data";
import { startBrowser } from "./browser";

const { pane, tables } = textIn("en");
const middle = "2017-06-30";

describeWithShared("the Maven deals in the pane", () => {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let excel: ExcelFrame;
  const [header = "", ...rows] = text("sales_pipeline.csv").trimEnd().split("\n");

  beforeAll(async () => {
    browser = await startBrowser();
    excel = await openInExcel(await browser.newContext());
  }, 60_000);
  afterAll(() => browser.close());

  it("are built as they stood in the middle of the year", async () => {
    await paste(excel.pane(), [header, ...rows.flatMap(standing)]);
    for (const name of [pane.data.next, pane.check.next]) await press(excel.pane(), name);
    await excel.pane().getByLabel(pane.build.asOf).fill(middle);
    await press(excel.pane(), pane.build.build);
    await heading(excel, pane.done.title);
    await new Promise((r) => setTimeout(r, 100));
    for (const sheet of excel.book.sheets) {
      console.log(sheet.Name, sheet.grid.rowCount, sheet.grid.columnCount, sheet.tables.map((t) => [t.Name, JSON.stringify(t.area), t.Columns.items.map((c: any) => c.Name).join("|")]).join("\n  "));
      if (!["Deals", "Snapshots"].includes(sheet.Name)) for (let r = 0; r < sheet.grid.rowCount; r++) {
        const cells = []; for (let c = 0; c < 25; c++) { const v = sheet.grid.value(r, c); const f = sheet.grid.formula(r, c); if (v !== "" || f) cells.push(`${c}:${f ?? JSON.stringify(v)}`); }
        if (cells.length) console.log(sheet.Name, r, cells.join("  ").slice(0, 600));
      }
    }
    console.log(excel.book.names.map((n) => n.Name + "=" + n.Formula).join("\n"));
  }, 180_000);
});

function text(file: string): string {
  return readFileSync(sharedData(`maven_crm/${file}`) ?? "", "utf8").replaceAll("\r", "");
}

/** The line as the CRM had it in the middle: not there yet, still open, or as it is. */
function standing(row: string): string[] {
  const cells = row.split(",");
  const [engaged = "", closed = ""] = cells.slice(5);
  if (engaged > middle) return [];
  return [closed > middle ? [...cells.slice(0, 4), "Engaging", engaged, "", ""].join(",") : row];
}

async function paste(frame: Frame, lines: readonly string[]): Promise<void> {
  await frame.getByRole("textbox").first().evaluate((box, plain) => {
    const data = new DataTransfer();
    data.setData("text/plain", plain);
    box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, lines.map((line) => line.replaceAll(",", "\t")).join("\r\n"));
}

async function press(frame: Frame, name: string): Promise<void> {
  await frame.getByRole("button", { name, exact: true }).click();
}

async function heading(excel: ExcelFrame, name: string): Promise<void> {
  await excel.pane().getByRole("heading", { name, level: 1 }).waitFor({ timeout: 60_000 });
}
