// The page where the browser denies it something, or a part of it does not arrive.

import { pasteInto } from "./beside-excel";
import { browserForTests } from "./driven";
import { exportedText } from "./export";

const browser = browserForTests();

it("says that a part could not be loaded, whenever its work is asked for", async () => {
  const { page, trouble } = await browser.open({ lost: /worker/ });
  for (const time of [1, 2]) {
    await pasteInto(page, { text: exportedText });
    await page.getByText("A part of Salesbook could not be loaded.").first().waitFor();
    expect([time, await page.getByRole("progressbar").count()]).toEqual([time, 0]);
  }
  // The browser tells of what did not arrive, too.
  expect(trouble.splice(0).every((line) => /Failed to load resource|worker/i.test(line))).toBe(true);
});

it("says it in place of a step that did not arrive, and keeps what was brought", async () => {
  const { page, trouble } = await browser.open({ lost: /\/check\./ });
  await pasteInto(page, { text: exportedText });
  await page.getByRole("button", { name: "Check the columns" }).click();
  await page.getByText("A part of Salesbook could not be loaded.").waitFor();
  await page.getByRole("button", { name: "Data", exact: true }).click();
  await page.getByText("Pipedrive deals, 9 of 10 columns").waitFor();
  expect(trouble.splice(0).every((line) => /Failed to load resource|check/i.test(line))).toBe(true);
});

it("says it where workers are not allowed at all", async () => {
  const { page } = await browser.open({ before: `window.Worker = class { constructor() { throw new DOMException("denied", "SecurityError"); } };` });
  await pasteInto(page, { text: exportedText });
  await page.getByText("A part of Salesbook could not be loaded.").first().waitFor();
});

it.each([
  ["denies the clipboard", `navigator.clipboard.writeText = () => Promise.reject(new DOMException("denied", "NotAllowedError"));`],
  ["has none", `Object.defineProperty(navigator, "clipboard", { value: undefined });`],
])("says how to copy by hand where the browser %s", async (_, before) => {
  const { page } = await browser.open({ before });
  await page.getByRole("button", { name: "Functions" }).click();
  await page.getByRole("button", { name: /^LTV/ }).first().click();
  await page.getByRole("button", { name: "Copy the example" }).click();
  await page.getByText("The browser did not allow the copy.").first().waitFor();
});

it("works where nothing may be stored", async () => {
  const { page } = await browser.open({ before: `for (const store of ["localStorage", "sessionStorage", "indexedDB"]) Object.defineProperty(window, store, { get() { throw new DOMException("denied", "SecurityError"); } });` });
  await pasteInto(page, { text: exportedText });
  await page.getByText("Pipedrive deals, 9 of 10 columns").waitFor();
});
