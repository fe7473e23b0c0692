// Draws the PNG icons from their SVG: node src/taskpane/assets/draw.mjs (needs Chromium).
import { readFileSync, writeFileSync } from "node:fs";
import { chromium } from "playwright-core";

/** Sizes Office asks for, in pixels; 128 is the store's. */
const sizes = [16, 20, 24, 32, 40, 48, 64, 80];
const drawings = [
  ...[...sizes, 128].map((size) => ["icon", size, `icon-${size}`]),
  ...["build", "refresh", "functions"].flatMap((name) => sizes.map((size) => [name, size, `${name}-${size}`])),
  // The two icons of the Microsoft 365 app package.
  ["icon", 192, "color"],
  ["outline", 32, "outline"],
];

const here = new URL(".", import.meta.url);
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
const page = await browser.newPage();
for (const [name, size, file] of drawings) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${readFileSync(new URL(`${name}.svg`, here), "utf8")}`);
  writeFileSync(new URL(`${file}.png`, here), await page.screenshot({ omitBackground: true }));
}
await browser.close();
