// A rollup file in the pane in a real browser: chosen as a file, looked at, built, and refreshed by the newest.

import type { Page } from "playwright-core";
import { textIn } from "../../src/text/language";
import { dayOfIso, type Day } from "../../src/values";
import { madeRollup } from "../made-rollup";
import type { FakeBook } from "../taskpane/fake-book";
import { press } from "./beside-excel";
import { buildFakePane, fakePane } from "./build-fake-pane";
import { axeViolations, browserForTests } from "./driven";
import { exportedText } from "./export";

jest.setTimeout(300_000);

declare const window: { readonly book: FakeBook };

beforeAll(buildFakePane);
const browser = browserForTests(fakePane);
const { pane, rollup: say } = textIn("en");
const asOf = dayOfIso("2026-11-20")!;
const rollup = madeRollup(exportedText, asOf);

it("is shown with its place and day, and built as of that day", async () => {
  const { page } = await browser.open({ width: 350 });
  await choose(page, "rollup.json", rollup);
  await page.getByText(/^60 deals in \d+ rows$/).waitFor();
  await press(page, pane.data.next);
  await page.getByText(say.made("ClickHouse 24.8", "crm@warehouse:8123/sales", "2026-11-23 01:00 UTC")).waitFor();
  await page.getByText(say.asOf("2026-11-20")).waitFor();
  await page.getByText(pane.check.records(60, 60)).waitFor();
  expect(await page.getByLabel("The rows are").count()).toBe(0);
  expect(await axeViolations(page)).toEqual([]);
  await press(page, pane.check.next);
  expect(await page.getByLabel("As of").inputValue()).toBe("2026-11-20");
  await press(page, pane.build.build);
  await page.getByRole("heading", { name: pane.done.title }).waitFor();
});

it("refreshes the workbook by the newest one, and leaves an older one aside", async () => {
  const { page } = await browser.open({ width: 350, path: "#built" });
  await page.getByText(pane.refresh.hint).waitFor();
  await choose(page, "monday.json", rollup);
  await page.getByText("monday.json", { exact: true }).waitFor();
  await page.getByText(pane.refresh.another).click();
  await choose(page, "tuesday.json", madeRollup(exportedText, (asOf + 1) as Day));
  await page.getByText("tuesday.json", { exact: true }).waitFor();
  expect(await page.getByText("monday.json", { exact: true }).count()).toBe(0);
  expect(await page.getByLabel(pane.build.asOf).inputValue()).toBe("2026-11-21");
  await choose(page, "monday.json", rollup);
  await page.getByRole("alert").getByText(say.older("“monday.json”")).waitFor();
  await page.getByText(say.notCompared).waitFor();
  await press(page, pane.refresh.refresh);
  await page.getByRole("heading", { name: pane.refresh.done }).waitFor();
  expect(await page.evaluate(() => window.book.calls.filter(([method]) => method === "render").length)).toBe(1);
});

it.each([["cut-off", rollup.slice(0, 2000)], ["not-a-rollup", "{}"]] as const)("says what is wrong with a file, and goes on: %s", async (fault, text) => {
  const { page } = await browser.open({ width: 350 });
  await choose(page, "bad.json", text);
  await page.getByRole("alert").getByText(say[fault]("“bad.json”")).waitFor();
  await choose(page, "good.json", rollup);
  await page.getByText("good.json", { exact: true }).waitFor();
});

it("says once Excel's Setup asks for another day that the rollup must be made again", async () => {
  const { page } = await browser.open({ width: 350 });
  await choose(page, "rollup.json", rollup);
  await press(page, pane.data.next);
  await press(page, pane.check.next);
  await page.getByLabel("As of").fill("2026-10-09");
  await press(page, pane.build.build);
  await page.getByRole("alert").getByText(say.unanswered("“rollup.json”")).waitFor();
  expect(await page.evaluate(() => window.book.calls.filter(([method]) => method === "render").length)).toBe(0);
});

async function choose(page: Page, name: string, text: string): Promise<void> {
  await page.locator("input[type=file][multiple]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
}
