// How much do the pane and the page load before anything is brought in, and how soon can they be used?

import { startBrowser } from "../test/e2e/browser";
import { firstUses, loadedSizes } from "../test/e2e/first-load";
import { table } from "./table";

/** The lines of the results. */
export async function paneResults(): Promise<string[]> {
  const rows: string[][] = [];
  const browser = await startBrowser();
  for (const [name, page] of [["Pane in Excel", "taskpane.html"], ["Page in a browser", "index.html"]] as const) {
    const sizes = loadedSizes(page);
    const times = await firstUses(browser, page, 5);
    rows.push([name, `${Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)} KB in ${sizes.length} files`, `${Math.round(Math.min(...times))} ms`]);
  }
  await browser.close();
  return [
    "## First load, as built", "", "Scripts and styles before anything is brought in, compressed, office.js aside; the quickest of five openings with nothing cached, from a server on the same machine to the first drawing, which shows the whole first step.", "",
    ...table(["What", "Loaded (target < 250 KB)", "Usable after (target < 500 ms)"], rows), "",
  ];
}
