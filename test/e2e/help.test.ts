// The help pages of the custom functions in a real browser.

import { functionIds } from "../../src/functions/ids";
import { axeViolations, browserForTests } from "./driven";

jest.setTimeout(300_000);

const browser = browserForTests();

it.each([["en", 350, "light"], ["zh-CN", 350, "dark"], ["en", 1200, "dark"], ["zh-CN", 1200, "light"]] as const)("has no violation that axe finds, and no page wider than the window: %s at %d pixels, %s", async (language, width, colorScheme) => {
  const { page } = await browser.open({ width });
  const site = page.url();
  await page.emulateMedia({ colorScheme });
  const found: string[] = [];
  for (const name of [...functionIds, "index"]) {
    await page.goto(`${site}functions/${language}/${name}.html`);
    found.push(...(await axeViolations(page)).map((violation) => `${name}: ${violation}`));
    if (await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)) found.push(`${name}: wider`);
    if (await page.evaluate(() => getComputedStyle(document.body).maxWidth === "none")) found.push(`${name}: without style`);
  }
  expect(found).toEqual([]);
});

it("finds a function as one types, and goes to its page", async () => {
  const { page } = await browser.open();
  await page.goto(`${page.url()}functions/en/index.html`);
  await page.getByRole("searchbox", { name: "Find a function" }).fill("获客成本");
  await page.getByText(/^\d+ of 26 functions$/).waitFor();
  await page.getByRole("main").getByRole("link").first().click();
  await page.getByRole("heading", { level: 1, name: "CAC" }).waitFor();
  await page.getByRole("link", { name: "中文" }).click();
  expect(await page.evaluate(() => document.documentElement.lang)).toBe("zh-CN");
});
