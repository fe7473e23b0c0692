// Makes the pictures of docs/pane: every step of the built pane beside Excel, in both languages, light and dark.

import { mkdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { startBrowser } from "./e2e/browser";
import { tour, type Stop } from "./e2e/tour";
import { openInExcel, type ExcelFrame } from "./excel-host/frame";
import { languages, type Language } from "../src/text/language";

const folder = resolve(import.meta.dirname, "../docs/pane");
const width = 350;
/** As high as a large pane; what is longer is cut. */
const [low, high] = [560, 1100];

void main();

async function main(): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const browser = await startBrowser();
  try {
    for (const language of languages) {
      for (const theme of ["light", "dark"] as const) {
        const context = await browser.newContext({ viewport: { width, height: low }, locale: language, colorScheme: theme });
        const excel = await openInExcel(context, { language: language === "en" ? "en-US" : "zh-CN", theme });
        await tour(excel, language, (stop) => picture(excel, `${stop}-${language}-${theme}`));
        await context.close();
      }
    }
    await highContrast(browser, "en");
  } finally {
    await browser.close();
  }
}

/** The system's own colours: one step shows how. */
async function highContrast({ newContext }: Awaited<ReturnType<typeof startBrowser>>, language: Language): Promise<void> {
  const shown: readonly Stop[] = ["choose", "changes"];
  const context = await newContext({ viewport: { width, height: low }, colorScheme: "dark", forcedColors: "active" });
  const excel = await openInExcel(context, { language, theme: "high-contrast" });
  await tour(excel, language, async (stop) => {
    if (shown.includes(stop)) await picture(excel, `${stop}-${language}-contrast`);
  });
  await context.close();
}

async function picture({ page, pane }: ExcelFrame, name: string): Promise<void> {
  const height = await pane().evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(high, Math.max(low, height)) });
  await pane().evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.setViewportSize({ width, height: low });
}
