// Makes the pictures of docs/pane: every step of the built pane beside Excel, in both languages, light and dark.

import { mkdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import UPNG from "upng-js";
import { startBrowser } from "./e2e/browser";
import { tour, type Stop } from "./e2e/tour";
import { openInExcel, type ExcelFrame } from "./excel-host/frame";
import { languages, type Language } from "../src/text/language";

const folder = resolve(import.meta.dirname, "../docs/pane");
const width = 350;
/** As high as a large pane; what is longer is cut. */
const [low, high] = [560, 1100];
const colours = 64;

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
        if (excel.trouble.length > 0) throw new Error(excel.trouble.join("\n"));
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
  await pane().evaluate(() => {
    if (document.activeElement instanceof HTMLElement && !document.querySelector("dialog")) document.activeElement.blur();
    window.scrollTo(0, 0);
  });
  await writeFile(join(folder, `${name}.png`), smaller(await page.screenshot()));
  await page.setViewportSize({ width, height: low });
}

/** The picture in few colours, which is all a pane has: a third of the bytes. */
function smaller(png: Buffer): Buffer {
  const image = UPNG.decode(new Uint8Array(png).buffer);
  return Buffer.from(UPNG.encode(UPNG.toRGBA8(image), image.width, image.height, colours));
}
