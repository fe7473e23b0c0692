// The page in a real browser, from a paste to the downloaded workbook.

import { readFileSync } from "node:fs";
import { read, utils, type WorkBook } from "@e965/xlsx";
import type { Page } from "playwright-core";
import { pasteInto } from "./beside-excel";
import type { Driven } from "./browser";
import { axeViolations, browserForTests } from "./driven";
import { exportedHtml, exportedText } from "./export";

jest.setTimeout(300_000);

const browser = browserForTests();
let driven: Driven;

describe("with a mouse", () => {
  beforeEach(async () => { driven = await browser.open(); });

  it("says what it recognised and how many rows it uses", async () => {
    await paste(driven.page);
    await driven.page.getByText("Pipedrive deals, 9 of 10 columns").waitFor();
    await go(driven.page, "Check the columns");
    await driven.page.getByText("All 60 rows are used.").waitFor();
  });

  it("reads a column as another field once the user says so", async () => {
    await paste(driven.page);
    await go(driven.page, "Check the columns");
    const seller = driven.page.getByLabel("Field for the column Colleague");
    await seller.selectOption({ label: "Team" });
    await driven.page.getByText("Changed. The table was read again.").waitFor({ state: "attached" });
    await seller.selectOption({ label: "Owner" });
    expect(await seller.inputValue()).toBe("owner");
  });

  it("builds, downloads, and the download holds the numbers of the preview", async () => {
    const { page } = driven;
    await paste(page);
    await go(page, "Check the columns");
    await page.getByLabel("Field for the column Colleague").selectOption({ label: "Owner" });
    await go(page, "Choose what to build");
    await page.getByLabel("As of").fill("2026-11-23");
    await go(page, "Build the workbook");
    await page.getByRole("heading", { name: "Your workbook is ready" }).waitFor();
    const book = await download(page, "Download .xlsx");
    const seen = await seenFormulas(page);
    expect(seen.length).toBeGreaterThan(100);
    expect(seen.filter(({ sheet, cell, text }) => textOf(book, sheet, cell) !== text).map((one) => ({ ...one, inFile: textOf(book, one.sheet, one.cell) }))).toEqual([]);
  });

  it("says why a paste cannot be used, and goes on", async () => {
    await paste(driven.page, "hello", "<p>hello</p>");
    await driven.page.getByText(/is not a table|no rows under it/).waitFor();
    await paste(driven.page);
    await driven.page.getByText(/Pipedrive deals/).waitFor();
    expect(await driven.page.getByText("That did not work").count()).toBe(0);
  });
});

describe("with the keyboard alone", () => {
  beforeEach(async () => { driven = await browser.open(); });

  it("goes from the paste to the download", async () => {
    const { page } = driven;
    await page.evaluate((text) => navigator.clipboard.writeText(text), exportedText);
    await tabTo(page, "textarea");
    await page.keyboard.press("Control+V");
    await page.getByText(/Pipedrive deals/).waitFor();
    await pressOn(page, "Check the columns");
    await page.getByRole("heading", { name: "Check what was recognised" }).waitFor();
    await tabTo(page, "select[aria-label='Field for the column Colleague']");
    await page.keyboard.type("Own");
    await pressOn(page, "Choose what to build");
    await tabTo(page, "input[type=checkbox]");
    await page.keyboard.press("Space");
    await page.keyboard.press("Space");
    await pressOn(page, "Build the workbook");
    await page.getByRole("heading", { name: "Your workbook is ready" }).waitFor();
    const waiting = page.waitForEvent("download");
    await pressOn(page, "Download .xlsx");
    expect((await waiting).suggestedFilename()).toMatch(/\.xlsx$/);
  });
});

describe.each([["en-US", 1280], ["zh-CN", 1280], ["zh-CN", 350], ["en-US", 320]])("in %s at %d pixels", (locale, width) => {
  const zh = locale === "zh-CN";
  const words = zh ? ["核对各列", "选择要生成的内容", "生成工作簿", "下载 .xlsx"] : ["Check the columns", "Choose what to build", "Build the workbook", "Download .xlsx"];

  it("has no violation that axe finds, and no step wider than the pane", async () => {
    driven = await browser.open({ locale, width });
    const { page } = driven;
    const found = [await look(page)];
    await paste(page);
    found.push(await look(page));
    for (const word of words.slice(0, 3)) {
      await go(page, word);
      await page.getByRole("button", { name: words[words.indexOf(word) + 1] ?? "" }).waitFor();
      found.push(await look(page));
    }
    expect(found).toEqual(found.map(() => ({ violations: [], wider: false })));
  });

  it("speaks the browser's language", async () => {
    driven = await browser.open({ locale, width });
    expect(await driven.page.evaluate(() => document.documentElement.lang)).toBe(zh ? "zh-CN" : "en");
    await driven.page.getByRole("button", { name: zh ? "English" : "中文" }).click();
    await driven.page.getByRole("heading", { name: zh ? "Bring in your CRM export" : "导入 CRM 数据" }).waitFor();
  });
});

async function paste(page: Page, text = exportedText, html = exportedHtml): Promise<void> {
  await pasteInto(page, { text, html });
  await page.waitForFunction(() => document.querySelector("main ul li, [class*=MessageBar]") !== null);
}

async function go(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name }).click();
}

async function download(page: Page, name: string): Promise<WorkBook> {
  const waiting = page.waitForEvent("download");
  await go(page, name);
  return read(readFileSync(await (await waiting).path()));
}

interface Seen {
  readonly sheet: string;
  readonly cell: string;
  readonly text: string;
}

/** The cells with formulas on every sheet of the preview, as the user sees them. */
async function seenFormulas(page: Page): Promise<Seen[]> {
  const seen: Seen[] = [];
  const tabs = page.getByRole("tab");
  for (let index = 0; index < (await tabs.count()); index += 1) {
    await tabs.nth(index).click();
    const sheet = await tabs.nth(index).innerText();
    await page.getByRole("table", { name: sheet, exact: true }).waitFor({ state: "attached" });
    const cells = await page.locator("[role=cell][title^='=']").evaluateAll((all) =>
      all.map((one) => ({
        row: Number(one.parentElement?.getAttribute("aria-rowindex")),
        column: Number(one.getAttribute("aria-colindex")),
        text: [...one.childNodes].filter((node) => !(node instanceof Element && node.getAttribute("aria-hidden"))).map((node) => node.textContent).join(""),
      })),
    );
    seen.push(...cells.map(({ row, column, text }) => ({ sheet, cell: utils.encode_cell({ r: row - 1, c: column - 1 }), text })));
  }
  return seen;
}

function textOf(book: WorkBook, sheet: string, cell: string): string {
  const found = book.Sheets[sheet]?.[cell] as { w?: string; v?: unknown } | undefined;
  return found?.w ?? String(found?.v ?? "");
}

async function tabTo(page: Page, selector: string): Promise<void> {
  await page.locator(selector).first().waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`not reached by keyboard: ${selector}`);
}

async function pressOn(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press("Tab");
    if ((await page.evaluate(() => document.activeElement?.textContent)) === name) return page.keyboard.press("Enter");
  }
  throw new Error(`not reached by keyboard: ${name}`);
}

async function look(page: Page) {
  await page.evaluate(() => Promise.all(document.getAnimations().map((one) => one.finished.catch(() => undefined))));
  const violations = await axeViolations(page);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
  return { violations, wider };
}
