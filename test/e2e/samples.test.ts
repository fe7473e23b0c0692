// Every sample, one click away, becomes a workbook; and the pane starts inside Excel too.

import { dirname } from "node:path";
import { browserForTests } from "./driven";

jest.setTimeout(300_000);

const browser = browserForTests();

const names = ["Salesforce", "HubSpot", "Fxiaoke (纷享销客)", "Dynamics 365", "Pipedrive", "Zoho CRM"];

describe.each(["English", "中文"])("in %s", (language) => {
  it.each(names)("builds a workbook from the sample of %s", async (name) => {
    const { page } = await browser.open();
    await page.getByRole("radio", { name: language }).check();
    await page.getByRole("button", { name: `${name} sample` }).click();
    await page.getByText(new RegExp(`^${escaped(name)} deals, \\d+ of \\d+ columns$`)).waitFor();
    await page.getByRole("button", { name: "Check the columns" }).click();
    await page.getByRole("button", { name: "Choose what to build" }).click();
    await page.getByRole("button", { name: "Build the workbook" }).click();
    await page.getByRole("heading", { name: "Your workbook is ready" }).waitFor();
    await page.getByRole("tab").first().waitFor();
    expect(await page.getByRole("tab").count()).toBeGreaterThanOrEqual(9);
  });
});

it("starts in Excel's task pane with office.js from Microsoft, whose telemetry the page refuses", async () => {
  const folder = dirname(require.resolve("@microsoft/office-js/dist/office.js"));
  const driven = await browser.open({ path: "taskpane.html", answer: ["https://appsforoffice.microsoft.com/lib/1/hosted/", folder] });
  await driven.page.getByRole("heading", { name: "Bring in your CRM export" }).waitFor();
  expect(driven.trouble.filter((said) => !/^Framing 'https:\/\/telemetryservice/.test(said))).toEqual([]);
  driven.trouble.length = 0;
});

function escaped(text: string): string {
  return text.replace(/[()]/g, "\\$&");
}
