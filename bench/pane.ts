// How much do the pane and the page load before anything is brought in, and how soon can they be used?

import { startBrowser } from "../test/e2e/browser";
import { firstUses, loadedSizes } from "../test/e2e/first-load";
import { milliseconds } from "./figures";
import { table } from "./table";
import type { Section, Target } from "./target";

export async function paneResults(): Promise<Section> {
  const rows: string[][] = [];
  const targets: Target[] = [];
  const browser = await startBrowser();
  for (const [name, page] of [["Pane in Excel", "taskpane.html"], ["Page in a browser", "index.html"]] as const) {
    const sizes = loadedSizes(page);
    const size = sizes.reduce((sum, one) => sum + one, 0) / 1024;
    const usable = Math.min(...(await firstUses(browser, page, 5)));
    rows.push([name, `${kilobytes(size)} in ${sizes.length} files`, milliseconds(usable)]);
    targets.push({ what: `${name}: first load`, measured: size, target: 250, shown: kilobytes }, { what: `${name}: usable after`, measured: usable, target: 500, shown: milliseconds });
  }
  await browser.close();
  return {
    lines: [
      "## First load, as built", "", "Scripts and styles before anything is brought in, compressed, office.js aside; the quickest of five openings with nothing cached, from a server on the same machine to the first drawing, which shows the whole first step.", "",
      ...table(["What", "Loaded", "Usable after"], rows), "",
    ],
    targets,
  };
}

function kilobytes(size: number): string {
  return `${Math.round(size)} KB`;
}
