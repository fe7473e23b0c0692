// Draws icon-N.png from icon.svg: node src/taskpane/assets/draw.mjs (needs Chromium).
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

const here = new URL(".", import.meta.url);
const svg = readFileSync(new URL("icon.svg", here), "utf8");
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
for (const size of [16, 32, 64, 80, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
  writeFileSync(new URL(`icon-${size}.png`, here), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
