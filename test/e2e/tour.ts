// A tour through every step of the pane beside Excel, as a sales manager goes; at each stop someone may look.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { ExcelFrame } from "../excel-host/frame";
import { sayTrouble } from "../../src/taskpane/says";
import { textIn, type Language } from "../../src/text/language";
import { answer, hasJournal, heading, press, said, sheetsOf, writing } from "./beside-excel";

/** The stops, in their order. */
export const stops = ["start", "data", "check", "choose", "building", "done", "remove", "refresh", "changes", "put-back", "refreshed", "functions", "function", "share", "shared", "trouble", "removed"] as const;
export type Stop = (typeof stops)[number];

/** The sample of each language, what its deals said a week before, and what someone looks for among the functions. */
const samples = {
  en: { file: "hubspot-deals-en.csv", before: [['"Decision Maker Bought-In"', '"Presentation Scheduled"'], ['"5250.0"', '"4000.0"'], ['"2027-01-2', '"2026-12-2']], search: "payback" },
  "zh-CN": { file: "fxiaoke-deals-zh.csv", before: [[",谈判审核,", ",方案/报价,"], [",28250.00,", ",25000.00,"], [",2027-01-2", ",2026-12-2"]], search: "回本" },
} as const;

/** Goes through the pane of an Excel in that language; the workbook is left without what was built. */
export async function tour(excel: ExcelFrame, language: Language, look: (stop: Stop) => Promise<void>): Promise<void> {
  const { loading } = textIn(language).pane;
  const atEach = async (stop: Stop) => {
    await excel.pane().getByText(loading).waitFor({ state: "hidden" });
    await look(stop);
  };
  await firstBuild(excel, language, atEach);
  await nextWeek(excel, language, atEach);
  await functionsAndShare(excel, language, atEach);
}

async function firstBuild(excel: ExcelFrame, language: Language, look: (stop: Stop) => Promise<void>): Promise<void> {
  const { pane } = textIn(language);
  await heading(excel, pane.data.title);
  await look("start");
  await bring(excel, language, before(language));
  await look("data");
  await press(excel.pane(), pane.data.next);
  await heading(excel, pane.check.title);
  await look("check");
  await press(excel.pane(), pane.check.next);
  await excel.pane().getByLabel(pane.build.asOf).fill("2026-11-16");
  await look("choose");
  const busy = excel.faults.busyOnce(() => sheetsOf(excel).length > 1);
  await press(excel.pane(), pane.build.build);
  await writing(excel.pane());
  await look("building");
  busy.goesOn();
  await heading(excel, pane.done.title);
  await look("done");
  await press(excel.pane(), pane.done.remove);
  await look("remove");
  await answer(excel.pane(), pane.cancel);
}

async function nextWeek(excel: ExcelFrame, language: Language, look: (stop: Stop) => Promise<void>): Promise<void> {
  const { pane } = textIn(language);
  await excel.reopen();
  await heading(excel, pane.refresh.title);
  await look("refresh");
  await bring(excel, language, now(language));
  await excel.pane().getByRole("heading", { name: pane.refresh.changes }).waitFor();
  await excel.pane().getByLabel(pane.build.asOf).fill("2026-11-23");
  await excel.pane().locator("details summary").first().click();
  await look("changes");

  const busy = excel.faults.busyOnce(() => hasJournal(excel));
  await press(excel.pane(), pane.refresh.refresh);
  await busy.reached;
  busy.dies();
  await excel.reopen();
  await excel.pane().getByText(pane.left.title).waitFor();
  await look("put-back");
  await press(excel.pane(), pane.left.putBack);
  await said(excel.pane(), pane.left.done);

  await bring(excel, language, now(language));
  await press(excel.pane(), pane.refresh.refresh);
  await heading(excel, pane.refresh.done);
  await look("refreshed");
}

async function functionsAndShare(excel: ExcelFrame, language: Language, look: (stop: Stop) => Promise<void>): Promise<void> {
  const { pane } = textIn(language);
  const frame = () => excel.pane();
  await press(frame(), pane.places.functions);
  await frame().getByText("LEADSCORE", { exact: true }).waitFor();
  await look("functions");
  await frame().getByRole("searchbox").fill(samples[language].search);
  await frame().getByText("PAYBACK", { exact: true }).click();
  excel.user.select("Sheet1!B4");
  await press(frame(), pane.functions.insert);
  await frame().getByText("Sheet1!B4").last().waitFor();
  await look("function");

  await press(frame(), pane.places.share);
  await look("share");
  await press(frame(), pane.share.names.button);
  await said(frame(), pane.share.names.done(17));
  await look("shared");
  excel.faults.in(1, "cellEdit");
  await press(frame(), pane.share.repair.button);
  await frame().getByRole("alert").getByText(sayTrouble({ kind: "excel", troubles: [{ kind: "cell-edit" }] }, textIn(language))).waitFor();
  await look("trouble");
  await press(frame(), pane.done.remove);
  await answer(frame(), pane.remove.confirm);
  await heading(excel, pane.data.title);
  await look("removed");
}

/** Brings a file in by the button that chooses files. */
async function bring(excel: ExcelFrame, language: Language, text: string): Promise<void> {
  const { file } = samples[language];
  await excel.pane().locator("input[type=file]").first().setInputFiles({ name: file, mimeType: "text/csv", buffer: Buffer.from(text) });
  await excel.pane().getByRole("listitem").getByText(file).waitFor();
}

function now(language: Language): string {
  return readFileSync(resolve(__dirname, "../../templates/samples", samples[language].file), "utf8");
}

/** Without the last three deals. */
function before(language: Language): string {
  const lines = now(language).trimEnd().split("\n").slice(0, -3).join("\n");
  return samples[language].before.reduce((text, [today, then]) => text.replaceAll(today, then), lines);
}
