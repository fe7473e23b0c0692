// The pane as it is beside Excel, in a real browser, with a workbook that only keeps what it is told.

import type { Page } from "playwright-core";
import { textIn } from "../../src/text/language";
import type { Place } from "../../src/taskpane/session";
import type { FakeBook } from "../taskpane/fake-book";
import { press } from "./beside-excel";
import { buildFakePane, fakePane } from "./build-fake-pane";
import { axeViolations, browserForTests } from "./driven";

jest.setTimeout(300_000);

declare const window: { readonly book: FakeBook; readonly goTo: (place: Place) => void; readonly innerWidth: number };

beforeAll(buildFakePane);
const browser = browserForTests(fakePane);
const { pane } = textIn("en");

describe("a build", () => {
  it("uses the selected range, writes it and links to the sheets", async () => {
    const { page } = await browser.open({ width: 350 });
    await toBuild(page);
    await press(page, pane.build.build);
    await heading(page, pane.done.title);
    await press(page, "Funnel");
    expect(await asked(page, "activate")).toEqual([["Funnel", null]]);
  });

  it("goes to the row of a finding in the selected range", async () => {
    const { page } = await browser.open({ width: 350, path: "#messy" });
    await press(page, pane.data.selection);
    await press(page, pane.data.next);
    await page.getByRole("button", { name: /^Go to row \d+$/ }).first().click();
    await page.getByText("1 of 2").waitFor();
    await press(page, pane.check.after);
    await page.getByText("2 of 2").waitFor();
    expect(await asked(page, "activate")).toEqual([["Sheet1", { row: 4, column: 5 }], ["Sheet1", { row: 5, column: 5 }]]);
  });

  it("shows how many rows are written, and stops when it is cancelled", async () => {
    const { page } = await browser.open({ width: 350, path: "#endless" });
    await toBuild(page);
    await press(page, pane.build.build);
    await page.getByText("400 of 1,200 rows written").waitFor();
    const bar = page.getByRole("progressbar");
    expect([await bar.getAttribute("aria-valuenow"), await bar.getAttribute("aria-valuemax")]).toEqual(["400", "1200"]);
    expect(await page.getByRole("status").first().textContent()).toBe("Writing… 30%");
    await press(page, pane.cancel);
    await page.getByText(pane.trouble.stopped, { exact: true }).waitFor();
    await page.getByRole("button", { name: pane.build.build }).waitFor();
  });

  it("lets nothing change what is being written, wherever the user looks meanwhile", async () => {
    const { page } = await browser.open({ width: 350, path: "#endless" });
    await toBuild(page);
    await press(page, pane.build.build);
    await page.getByText("400 of 1,200 rows written").waitFor();
    expect(await page.getByLabel(pane.build.asOf).isDisabled()).toBe(true);
    await press(page, pane.steps.check);
    await page.getByLabel(pane.check.object).waitFor();
    expect(await page.getByRole("combobox").evaluateAll((all) => all.filter((one) => one.matches(":enabled")).length)).toBe(0);
    await press(page, pane.steps.data);
    const buttons = [pane.data.selection, pane.data.choose, pane.data.remove("Export")];
    await page.getByRole("button", { name: pane.data.choose }).waitFor();
    expect(await Promise.all(buttons.map((name) => page.getByRole("button", { name, exact: true }).isDisabled()))).toEqual([true, true, true]);
    expect(await page.getByRole("textbox").first().isDisabled()).toBe(true);
    await press(page, pane.steps.build);
    await press(page, pane.cancel);
    await page.getByText(pane.trouble.stopped, { exact: true }).waitFor();
    expect(await asked(page, "render")).toHaveLength(1);
  });

  it("is removed only once the user has read what becomes of what was typed", async () => {
    const { page } = await browser.open({ width: 350 });
    await toBuild(page);
    await press(page, pane.build.build);
    await press(page, pane.done.remove);
    await page.getByRole("alertdialog").getByText(pane.remove.kept).waitFor();
    await page.keyboard.press("Escape");
    expect(await asked(page, "removeBuilt")).toEqual([]);
    await press(page, pane.done.remove);
    await press(page, pane.remove.confirm);
    await heading(page, pane.data.title);
    expect(await asked(page, "removeBuilt")).toEqual([[]]);
    expect(await axeViolations(page)).toEqual([]);
  });
});

describe("a refresh", () => {
  it("tells what changed before anything is written", async () => {
    const { page } = await browser.open({ width: 350, path: "#built" });
    await heading(page, pane.refresh.title);
    await press(page, pane.data.selection);
    await page.getByText("New · 3 deals").click();
    await page.getByText("Deal 59").waitFor();
    await page.getByText("Slipped · 1 deal").click();
    await page.getByText("2026-11-01 → 2026-12-08").waitFor();
    expect(await asked(page, "render")).toEqual([]);
    await press(page, pane.refresh.refresh);
    await heading(page, pane.refresh.done);
    expect(await asked(page, "render")).toHaveLength(1);
  });

  it("offers back what was typed when a run died", async () => {
    const { page } = await browser.open({ width: 350, path: "#built,left" });
    await page.getByText(pane.left.title).waitFor();
    await press(page, pane.left.putBack);
    await page.getByText(pane.left.done).first().waitFor();
    expect([await asked(page, "putBack"), await page.getByText(pane.left.title).count()]).toEqual([[[]], 0]);
  });
});

it("goes where the ribbon says", async () => {
  const { page } = await browser.open({ width: 350 });
  await page.evaluate(() => window.goTo("functions"));
  await heading(page, pane.functions.title);
  await page.evaluate(() => window.goTo("refresh"));
  await heading(page, pane.refresh.title);
});

it("finds a function and puts its example into the active cell, by keyboard alone", async () => {
  const { page } = await browser.open({ width: 350 });
  await tabTo(page, pane.places.functions);
  await page.keyboard.press("Enter");
  await page.getByText("LEADSCORE", { exact: true }).waitFor();
  await page.keyboard.press("Tab");
  await page.keyboard.type("payback");
  await page.getByText(/^\d of \d+ functions$/).waitFor();
  await tabTo(page, "PAYBACK");
  await page.keyboard.press("Enter");
  await tabTo(page, pane.functions.insert);
  await page.keyboard.press("Enter");
  await page.getByText("The example is in Sheet1!B4.").last().waitFor();
  expect(await asked(page, "insertFormula")).toEqual([[expect.stringMatching(/^=SALES\.PAYBACK\(/)]]);
});

it("says what each way of sharing has done, and asks before what cannot be undone", async () => {
  const { page } = await browser.open({ width: 350, path: "#built" });
  await press(page, pane.places.share);
  await press(page, pane.share.names.button);
  await page.getByText(pane.share.names.done(17)).last().waitFor();
  await press(page, pane.share.anonymise.button);
  await page.getByText(pane.share.anonymise.warning).waitFor();
  await page.getByRole("alertdialog").getByRole("button", { name: pane.share.anonymise.button }).click();
  await page.getByText(pane.share.anonymise.done({ names: 84, emails: 12, phones: 3 })).last().waitFor();
  expect(await asked(page, "freezeFunctions")).toEqual([]);
});

it("says what Excel does not allow", async () => {
  const { page } = await browser.open({ width: 350, path: "#protected" });
  await toBuild(page);
  await press(page, pane.build.build);
  await page.getByRole("alert").getByText(/Dashboard/).waitFor();
});

describe.each([["en-US", 300, false], ["zh-CN", 300, true], ["en-US", 450, true], ["zh-CN", 450, false]])("in %s at %d pixels, dark: %s", (locale, width, dark) => {
  const words = textIn(locale === "zh-CN" ? "zh-CN" : "en").pane;

  it("has no violation that axe finds, and nothing wider than the pane", async () => {
    const { page } = await browser.open({ locale, width, dark, path: `#built,left,messy${dark ? ",dark" : ""}` });
    const found: object[] = [];
    const look = async () => found.push(await faults(page));
    await heading(page, words.refresh.title);
    // What was typed is read on opening: a table that is there before is compared once more.
    await page.waitForFunction(() => window.book.calls.some(([method]) => method === "recall"));
    await press(page, words.data.selection);
    await page.getByRole("heading", { name: words.refresh.changes }).waitFor();
    await look();
    await press(page, words.refresh.refresh);
    await heading(page, words.refresh.done);
    await look();
    await press(page, words.places.functions);
    await page.getByText("LTV", { exact: true }).click();
    await look();
    await press(page, words.places.share);
    await page.getByRole("button", { name: words.share.freeze.button }).click();
    await page.getByRole("alertdialog").waitFor();
    await look();
    await page.keyboard.press("Escape");
    await press(page, words.places.build);
    for (const [next, title] of [[words.data.next, words.check.title], [words.check.next, words.build.title], [words.build.build, words.done.title]] as const) {
      await press(page, next);
      await heading(page, title);
      await look();
    }
    expect(found).toEqual(found.map(() => ({ violations: [], wider: false })));
  });
});

async function toBuild(page: Page): Promise<void> {
  for (const name of [pane.data.selection, pane.data.next, pane.check.next]) await press(page, name);
}

async function heading(page: Page, name: string): Promise<void> {
  await page.getByRole("heading", { name, level: 1 }).waitFor();
}

/** What the workbook was given each time this was asked of it; plans are left out, and what was left out is null. */
function asked(page: Page, method: keyof FakeBook): Promise<unknown[][]> {
  return page.evaluate((name) => window.book.calls.filter(([one]) => one === name).map(([, ...given]) => (name === "render" ? [] : given.map((one) => one ?? null))), method);
}

async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.textContent?.startsWith(wanted) ?? false, name)) return;
  }
  throw new Error(`not reached by keyboard: ${name}`);
}

async function faults(page: Page) {
  const violations = await axeViolations(page);
  return { violations, wider: await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth) };
}
