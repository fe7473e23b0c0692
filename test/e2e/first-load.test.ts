// How much the pane loads before anything is brought in, and how soon it can be used.

import { startBrowser } from "./browser";
import { firstUses, loadedSizes } from "./first-load";

const most = 250 * 1024;

it.each(["index.html", "taskpane.html"])("loads %s with less than 250 KB of scripts and styles, office.js aside", (page) => {
  const sizes = loadedSizes(page);
  const sum = sizes.reduce((all, size) => all + size, 0);
  console.info(`${page}: ${Math.round(sum / 1024)} KB compressed in ${sizes.length} files`);
  expect(sizes.length).toBeGreaterThan(1);
  expect(sum).toBeLessThan(most);
});

it.each(["", "taskpane.html"])("can be used within half a second with nothing cached: /%s", async (path) => {
  const browser = await startBrowser();
  const times = await firstUses(browser, path, 5);
  await browser.close();
  console.info(`/${path}: usable after ${times.map(Math.round).join(", ")} ms`);
  expect(Math.min(...times)).toBeLessThan(500);
});
