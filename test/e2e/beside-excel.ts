// The user's hands on the pane beside Excel: what the tests and the pictures of the pane press, paste and wait for.

import type { Frame, Locator, Page } from "playwright-core";
import type { ExcelFrame } from "../excel-host/frame";
import { textIn, type Language } from "../../src/text/language";
import { exportedText } from "./export";

/** The day the exports of the tests are of. */
export const exportedOn = "2026-11-23";

/** Presses a button by its whole name. */
export async function press(frame: Page | Frame, name: string): Promise<void> {
  await frame.getByRole("button", { name, exact: true }).click();
}

/** Presses the button of the question that is asked. */
export async function answer(frame: Frame, name: string): Promise<void> {
  await frame.getByRole("alertdialog").getByRole("button", { name, exact: true }).click();
}

/** Pastes into the first box, and waits for the table. */
export async function paste(frame: Frame, text: string): Promise<void> {
  await pasteInto(frame, { text });
  await frame.getByRole("listitem").getByText(/Pipedrive/).first().waitFor();
}

/** Pastes into the first box that is there and stays: Excel's answer may bring another part of the pane in between. */
export async function pasteInto(frame: Page | Frame, { text = "", html = "" }: { readonly text?: string; readonly html?: string }): Promise<void> {
  const box = frame.getByRole("textbox").first();
  while (!(await box.evaluate(pasted, [text, html] as const))) await box.waitFor();
}

/** Runs in the page. */
function pasted(box: Element, [text, html]: readonly [string, string]): boolean {
  if (!box.isConnected) return false;
  const data = new DataTransfer();
  if (text) data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  box.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  return true;
}

/** Waits for the title of a part. */
export async function heading(excel: ExcelFrame, name: string): Promise<void> {
  await excel.pane().getByRole("heading", { name, level: 1 }).waitFor();
}

/** Waits for a message, wherever in the pane it is seen. */
export async function said(frame: Frame, sentence: string): Promise<void> {
  await seen(frame, sentence).waitFor();
}

function seen(frame: Frame, sentence: string): Locator {
  return frame.getByRole("main").getByText(sentence, { exact: true }).first();
}

/** Waits until rows have been written. */
export async function writing(frame: Frame): Promise<void> {
  await frame.locator("[role=progressbar][aria-valuenow]:not([aria-valuenow='0'])").waitFor();
}

/** From a table that is there to the button that builds. */
export async function toBuild(frame: Frame, language: Language = "en", asOf = exportedOn): Promise<void> {
  const { pane } = textIn(language);
  for (const name of [pane.data.next, pane.check.next]) await press(frame, name);
  await frame.getByLabel(pane.build.asOf).fill(asOf);
}

/** Builds from a paste. */
export async function build(excel: ExcelFrame, text = exportedText): Promise<void> {
  const { pane } = textIn("en");
  await paste(excel.pane(), text);
  await toBuild(excel.pane());
  await press(excel.pane(), pane.build.build);
  await heading(excel, pane.done.title);
}

/** The names of the sheets in the workbook, in their order. */
export function sheetsOf({ book }: ExcelFrame): string[] {
  return book.sheets.map((sheet) => sheet.Name);
}

/** Waits until this is so of the workbook. */
export async function until({ page }: ExcelFrame, isSo: () => boolean): Promise<void> {
  while (!isSo()) await page.evaluate(() => new Promise(requestAnimationFrame));
}

/** Whether what was typed is in the workbook for a run that may die. */
export function hasJournal({ book }: ExcelFrame): boolean {
  return book.CustomXmlParts.GetByNamespace("urn:salesbook:journal").items.length > 0;
}
