// Templates in the built pane beside Excel: a ready one, one of the team's own out of the workbook, and what is no template.

import { readFileSync } from "node:fs";
import { openInExcel, type ExcelFrame } from "../excel-host/frame";
import { readyTemplate } from "../../src/templates";
import { textIn } from "../../src/text/language";
import { heading, paste, press, toBuild } from "./beside-excel";
import { startBrowser } from "./browser";
import { exportedText } from "./export";

jest.setTimeout(300_000);

const { pane, template: words } = textIn("en");
let browser: Awaited<ReturnType<typeof startBrowser>>;
let excel: ExcelFrame;

beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());
beforeEach(async () => { excel = await openInExcel(await browser.newContext()); });
afterEach(async () => {
  expect(excel.trouble).toEqual([]);
  await excel.page.context().close();
});

it("builds with a ready template, and takes one of its own out of the workbook for the next", async () => {
  await paste(excel.pane(), exportedText);
  await toBuild(excel.pane());
  await excel.pane().getByLabel(pane.build.template).first().selectOption({ label: pane.build.templates.services });
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
  const goal = "Delivery confirms before signing";
  expect(JSON.stringify(readyTemplate("services"))).toContain(goal);
  expect(goals()).toContain(goal);

  await press(excel.pane(), pane.places.share);
  await excel.pane().getByLabel(pane.share.template.name).fill("How we sell");
  await press(excel.pane(), pane.share.template.button);
  const waiting = excel.page.waitForEvent("download");
  await press(excel.pane(), pane.share.template.download);
  const saved = JSON.parse(readFileSync(await (await waiting).path(), "utf8")) as { title: string; tables: Record<string, unknown> };
  expect(saved.title).toBe("How we sell");
  expect(JSON.stringify(saved.tables["Goals"])).toContain(goal);

  const next = await openInExcel(await browser.newContext());
  await paste(next.pane(), exportedText);
  await toBuild(next.pane());
  await next.pane().locator("input[type=file][accept*=json]").setInputFiles({ name: "ours.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(saved)) });
  await next.pane().getByRole("option", { name: "How we sell" }).waitFor({ state: "attached" });
  await press(next.pane(), pane.build.build);
  await heading(next, pane.done.title);
  expect(next.book.table("Goals")?.Columns.GetItem("Goal").GetDataBodyRange().Values?.flat()).toContain(goal);
  expect(next.trouble).toEqual([]);
  await next.page.context().close();
});

it("says what is wrong with a file that is no template, and goes on", async () => {
  await paste(excel.pane(), exportedText);
  await toBuild(excel.pane());
  await excel.pane().locator("input[type=file][accept*=json]").setInputFiles({ name: "other.json", mimeType: "application/json", buffer: Buffer.from("[1, 2]") });
  await excel.pane().getByText(words["not-template"]("other.json")).first().waitFor();
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
});

function goals(): readonly unknown[] {
  return excel.book.table("Goals")?.Columns.GetItem("Goal").GetDataBodyRange().Values?.flat() ?? [];
}
