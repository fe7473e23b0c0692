// The ribbon's buttons in the built pane, under the real office.js in a frame.

import { openInExcel, type ExcelFrame } from "../excel-host/frame";
import { startBrowser } from "./browser";

let browser: Awaited<ReturnType<typeof startBrowser>>;
let excel: ExcelFrame;

beforeAll(async () => {
  browser = await startBrowser();
  excel = await openInExcel(await browser.newContext());
  await excel.pane().getByRole("textbox").first().waitFor();
});
afterAll(async () => browser.close());

it("is done at once, though this frame never says whether it opened the pane", async () => {
  expect(await excel.pane().evaluate(press, "refresh")).toBe(true);
  expect(excel.trouble).toEqual([]);
});

it("brings the pane to the functions", async () => {
  expect(await excel.pane().evaluate(press, "functions")).toBe(true);
  await excel.pane().locator('button[aria-current="page"]', { hasText: "Functions" }).waitFor();
  expect(excel.trouble).toEqual([]);
});

/** Runs in the pane: calls what office.js keeps as the action's handler, as a click in Excel does. */
function press(action: string): Promise<boolean> {
  const { mappings } = (Office.actions as unknown as { _association: { mappings: Record<string, (event: object) => void> } })._association;
  return new Promise((done, fail) => {
    const handler = mappings[action] ?? mappings[action.toUpperCase()];
    if (handler) handler({ completed: () => done(true) });
    else fail(new Error(`no handler among ${Object.keys(mappings).join(", ")}`));
  });
}
