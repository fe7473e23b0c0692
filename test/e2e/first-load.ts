// What the built pages load before anything is brought in, and how soon they can be used.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import type { startBrowser } from "./browser";

const built = resolve(__dirname, "../../dist/page");

/** Compressed bytes of each script and style a page names, office.js aside. */
export function loadedSizes(page: string): number[] {
  const html = readFileSync(join(built, page), "utf8");
  const files = [...html.matchAll(/(?:src|href)="?([\w.-]+\.(?:js|css))\b/g)].map(([, file = ""]) => join(built, file)).filter((file) => existsSync(file));
  return files.map((file) => gzipSync(readFileSync(file), { level: 9 }).length);
}

/** Milliseconds until a page is drawn, with nothing cached, so many times; the page is empty until the whole of the first step is drawn. */
export async function firstUses(browser: Awaited<ReturnType<typeof startBrowser>>, path: string, times: number): Promise<number[]> {
  const folder = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const found: number[] = [];
  for (let run = 0; run < times; run += 1) {
    const { page, close } = await browser.open({ path, answer: ["https://appsforoffice.microsoft.com/lib/1/hosted/", folder] });
    found.push(await page.evaluate(firstPaint));
    await close();
  }
  return found;
}

function firstPaint(): Promise<number> {
  return new Promise((done) => new PerformanceObserver((list) => {
    const painted = list.getEntriesByName("first-contentful-paint")[0];
    if (painted) done(painted.startTime);
  }).observe({ type: "paint", buffered: true }));
}
