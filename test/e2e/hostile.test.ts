// Text from a CRM never becomes HTML or a link: in the page, in the pane, in the help.

import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { openInExcel } from "../excel-host/frame";
import { textIn } from "../../src/text/language";
import { activeIn, reachingIn } from "../security/formulas-of";
import { hostileExports, hostileTexts } from "../security/hostile-texts";
import { heading, pasteInto, press, toBuild } from "./beside-excel";
import { startBrowser } from "./browser";

jest.setTimeout(300_000);

declare const window: { readonly hacked?: boolean };

const { pane } = textIn("en");
const deals = hostileExports().get("deal")!;
let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());
afterEach(() => expect(browser.elsewhere).toEqual([]));

it("is text at every step of the page and in every preview, and no formula in the download", async () => {
  const { page, trouble, close } = await browser.open();
  await paste(page.mainFrame(), deals);
  const seen: string[] = [];
  for (const name of [pane.data.next, pane.check.next, pane.build.build]) {
    await press(page, name);
    seen.push(await textOf(page));
  }
  await page.getByRole("heading", { name: pane.done.title }).waitFor();
  await page.getByRole("tab").first().waitFor();
  for (const tab of await page.getByRole("tab").all()) {
    await tab.click();
    seen.push(await textOf(page));
  }
  expect(hostileTexts.filter((text) => /<|HYPERLINK/.test(text)).some((text) => seen.join("").includes(text))).toBe(true);
  const waiting = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download .xlsx" }).click();
  const { formulas, ...found } = activeIn(new Uint8Array(readFileSync(await (await waiting).path())));
  expect(formulas).toBeGreaterThan(100);
  expect(found).toEqual({ reaching: [], odd: [], links: [], unguarded: [] });
  expect(trouble).toEqual([]);
  await close();
});

it("reads the text of what is pasted as HTML, and nothing else of it", async () => {
  const { page, trouble, close } = await browser.open();
  const cell = '<a href="https://outside.example"><img src="https://outside.example/seen.png" onerror="window.hacked=true">Deal</a><script>window.hacked=true</script><style>@import "https://outside.example/style.css"</style>';
  const header = ["Deal ID", "Deal Name", "Owner", "Stage", "Amount", "Created Date", "Close Date"];
  const rows = Array.from({ length: 5 }, (_, at) => `<tr><td>D${at}</td><td>${cell} ${at}</td><td>Ann</td><td>Closed Won</td><td>${at}00</td><td>2026-01-01</td><td>2026-02-01</td></tr>`);
  await paste(page.mainFrame(), "", `<table><tr>${header.map((name) => `<th>${name}</th>`).join("")}</tr>${rows.join("")}</table>`);
  await textOf(page);
  expect(trouble).toEqual([]);
  await close();
});

it("is text in the pane, in the changes it tells and in the cells it writes", async () => {
  const excel = await openInExcel(await browser.newContext());
  await paste(excel.pane(), deals.split("\n").slice(0, -5).join("\n"));
  await toBuild(excel.pane());
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
  await excel.reopen();
  await heading(excel, pane.refresh.title);
  await paste(excel.pane(), deals.replaceAll("Silverline", "<b>Silverline</b>"));
  await excel.pane().getByRole("heading", { name: pane.refresh.changes }).waitFor();
  for (const group of await excel.pane().locator("details summary").all()) await group.click();
  await textOf(excel.pane());
  const formulas = excel.book.sheets.flatMap(({ grid }) => [...grid.formulas()].map(([, , formula]) => formula));
  expect(formulas.length).toBeGreaterThan(100);
  expect(reachingIn(formulas)).toEqual([]);
  expect(excel.trouble).toEqual([]);
  await excel.page.context().close();
});

it("is text in the search of the help", async () => {
  const { page, trouble, close } = await browser.open({ path: "functions/en/index.html" });
  await page.getByRole("searchbox").fill("<img src=x onerror=window.hacked=true>");
  await page.getByText("<img src=x", { exact: false }).waitFor();
  await textOf(page);
  expect(trouble).toEqual([]);
  await close();
});

async function paste(frame: Frame, text: string, html = ""): Promise<void> {
  await pasteInto(frame, { text, html });
  await frame.getByRole("button", { name: pane.data.remove(pane.data.pasted) }).waitFor();
}

/** What can be read, once it is sure that none of it is an element, a link or a script. */
async function textOf(frame: Page | Frame): Promise<string> {
  const { made, hacked, text } = await frame.evaluate(() => ({
    made: [...document.querySelectorAll('img[src="x"], script:not([src]), [onerror], a[href*="outside.example"], a[href^="javascript:"], [src*="outside.example"], b')].map((one) => one.outerHTML),
    hacked: window.hacked ?? false,
    text: document.body.textContent ?? "",
  }));
  expect({ made, hacked }).toEqual({ made: [], hacked: false });
  return text;
}
