// What tests of pages share: one browser a file, and pages that end each test without trouble.

import { readFileSync } from "node:fs";
import type { Frame, Page } from "playwright-core";
import { startBrowser, type Driven } from "./browser";

const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

/** Starts a browser for the tests of the file; a page it opens is closed after the test, and has given no trouble. */
export function browserForTests(folder?: string): Pick<Awaited<ReturnType<typeof startBrowser>>, "open"> {
  let browser: Awaited<ReturnType<typeof startBrowser>>;
  let driven: Driven;
  beforeAll(async () => { browser = await startBrowser(folder); });
  afterAll(() => browser.close());
  afterEach(async () => {
    expect(driven.trouble).toEqual([]);
    await driven.close();
  });
  return { open: async (options) => (driven = await browser.open(options)) };
}

/** What axe finds wrong with the page, and where. */
export async function axeViolations(page: Page | Frame): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate<AxeResult>("axe.run()");
  return violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

interface AxeResult {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[];
}
