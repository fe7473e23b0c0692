// Each step of the built pane beside Excel, in light, dark and high contrast: nothing that axe finds, nothing wider than the pane.

import { openInExcel } from "../excel-host/frame";
import { startBrowser } from "./browser";
import { axeViolations } from "./driven";
import { tour, type Stop } from "./tour";

jest.setTimeout(300_000);

let browser: Awaited<ReturnType<typeof startBrowser>>;

beforeAll(async () => { browser = await startBrowser(); });
afterAll(() => browser.close());

it.each([["en", "light"], ["zh-CN", "dark"], ["en", "high-contrast"]] as const)("%s, %s", async (language, theme) => {
  // Halfway through a change of colour nothing has its contrast.
  const context = await browser.newContext({ viewport: { width: 350, height: 800 }, reducedMotion: "reduce", colorScheme: theme === "light" ? "light" : "dark", forcedColors: theme === "high-contrast" ? "active" : "none" });
  const excel = await openInExcel(context, { language, theme });
  const wrong: [Stop, ...string[]][] = [];
  await tour(excel, language, async (stop) => {
    const found = await axeViolations(excel.pane());
    const isWider = await excel.pane().evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    if (found.length > 0 || isWider) wrong.push([stop, ...found, ...(isWider ? ["wider"] : [])]);
  });
  expect(wrong).toEqual([]);
  expect(excel.trouble).toEqual([]);
  await context.close();
});
