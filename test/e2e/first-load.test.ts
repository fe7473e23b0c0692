// How much the pane loads before anything is brought in, and how soon it can be used.

import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { startBrowser } from "./browser";

const built = resolve(__dirname, "../../dist/page");
const most = 250 * 1024;

it.each(["index.html", "taskpane.html"])("loads %s with less than 250 KB of scripts and styles, office.js aside", (page) => {
  const sizes = loadedBy(page).map((file) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length);
  const sum = sizes.reduce((all, size) => all + size, 0);
  console.info(`${page}: ${Math.round(sum / 1024)} KB compressed in ${sizes.length} files`);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sum).toBeLessThan(most);
});

it.each(["", "taskpane.html"])("can be used within half a second with nothing cached: /%s", async (path) => {
  const browser = await startBrowser();
  const folder = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const { page, close } = await browser.open({ path, answer: ["https://appsforoffice.microsoft.com/lib/1/hosted/", folder] });
    // The page is empty until the whole of the first step is drawn.
    times.push(await page.evaluate(firstPaint));
    await close();
  }
  await browser.close();
  const [best = NaN] = times.sort((left, right) => left - right);
  console.info(`/${path}: usable after ${times.map(Math.round).join(", ")} ms`);
  expect(best).toBeLessThan(500);
}, 60_000);

function firstPaint(): Promise<number> {
  return new Promise((done) => new PerformanceObserver((list) => {
    const painted = list.getEntriesByName("first-contentful-paint")[0];
    if (painted) done(painted.startTime);
  }).observe({ type: "paint", buffered: true }));
}

/** Scripts and styles the page names. */
function loadedBy(page: string): string[] {
  const html = readFileSync(join(built, page), "utf8");
  return [...html.matchAll(/(?:src|href)="?([\w.-]+\.(?:js|css))\b/g)].map(([, file = ""]) => file).filter((file) => existsSync(join(built, file)));
}
