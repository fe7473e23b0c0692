// Workbooks of every kind we write, each with what is in it.

import { resolve } from "node:path";
import type { Workbook } from "exceljs";
import { xlsxHost } from "../../src/hosts/xlsx/host";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { linkImports } from "../../src/read-exports";
import { report } from "../../src/report";
import { isRollupProblem, readRollup } from "../../src/rollup-file";
import { chosenSheets } from "../../src/sheets/chosen";
import { emptyMemory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { readyTemplate, templateBook } from "../../src/templates";
import type { Language } from "../../src/text/language";
import { exportedText } from "../e2e/export";
import { everything, everythingAsOf } from "../everything";
import { addOwnSheet, changedByExcelJs } from "../hosts/own-sheets";
import { samplePlan } from "../hosts/plans";
import { madeRollup } from "../made-rollup";
import { planOfFiles } from "../sample-book";
import { contentsOf, sheetLine, type Contents } from "./contents";

export interface Book {
  readonly bytes: Uint8Array;
  readonly contents: Contents;
}

/** By what they are. */
export const books: Readonly<Record<string, () => Promise<Book>>> = {
  "a plan by hand in English": () => bookOf(samplePlan("en")),
  "a plan by hand in Chinese": () => bookOf(samplePlan("zh-CN")),
  "every sheet of the catalogue in English": () => bookOf(catalogue("en")),
  "every sheet of the catalogue in Chinese": () => bookOf(catalogue("zh-CN")),
  "a HubSpot export in English": async () => bookOf(await planOfFiles(samples("hubspot-deals-en.csv", "hubspot-activities-en.csv"), "en", "2026-11-23")),
  "an Fxiaoke export in Chinese": async () => bookOf(await planOfFiles(samples("fxiaoke-deals-zh.csv", "fxiaoke-activities-zh.csv"), "zh-CN", "2026-11-23")),
  "a rollup": () => bookOf(ofRollup()),
  "a book with the functions as names": () => bookOf(report({ ...exported("en"), sheets: ["dashboard"], twins: true })),
  "a template": () => bookOf(templateBook(readyTemplate("services"), "zh-CN", everythingAsOf)),
  "a refreshed book with a sheet of the user's": refreshed,
};

async function bookOf(plan: WorkbookPlan): Promise<Book> {
  return { bytes: await writeXlsxInNode(plan), contents: contentsOf(plan) };
}

function catalogue(language: Language): WorkbookPlan {
  return report({ ...exported(language), sheets: chosenSheets });
}

function exported(language: Language) {
  return { imports: everything(language), memory: emptyMemory, asOf: everythingAsOf, language };
}

function samples(...files: readonly string[]): readonly string[] {
  return files.map((file) => resolve(__dirname, "../../templates/samples", file));
}

function ofRollup(): WorkbookPlan {
  const rollup = readRollup(madeRollup(exportedText, everythingAsOf));
  if (isRollupProblem(rollup)) throw new Error(rollup.problem);
  return report({ imports: linkImports(rollup.imports), memory: emptyMemory, asOf: rollup.asOf, language: "en", sheets: chosenSheets });
}

/** Someone put a sheet of his own behind ours, hid one of ours and refreshed. */
async function refreshed(): Promise<Book> {
  const plan = samplePlan();
  const before = await changedByExcelJs(await writeXlsxInNode(plan), changeAsUser);
  let bytes = new Uint8Array();
  await xlsxHost(before, (made) => { bytes = made as Uint8Array<ArrayBuffer>; }).render(plan);
  return { bytes, contents: withOwnSheet(contentsOf(plan)) };
}

const hidden = "Sales funnel";

function changeAsUser(book: Workbook): void {
  addOwnSheet(book);
  book.definedNames.add("'My plan'!$B$3", "OwnRate");
  const sheet = book.getWorksheet(hidden);
  if (!sheet) throw new Error(`no sheet ${hidden}`);
  sheet.state = "hidden";
}

function withOwnSheet({ sheets, cells, merged, tables, names, validations, rules }: Contents): Contents {
  const own = { A1: "Rich text", B2: "plain & <simple>", B3: 0.25, B4: true, C1: "merged", A5: "noted", A6: "site", A10: "Who", B10: "What", A11: "Ada", B11: 1, A12: "Grace", B12: 2 };
  const formulas = { A2: { value: 17, formula: "SUM(Deals[Amount])" }, A3: { value: "Goals", formula: "Goals!A1" }, A4: { value: 46204, formula: "AsOf+1" } };
  return {
    sheets: [...sheets.map((name) => sheetLine(name, name === hidden)), "My plan"],
    cells: new Map([
      ...cells,
      ...Object.entries(own).map(([at, value]) => [`My plan!${at}`, { value, formula: null }] as const),
      ...Object.entries(formulas).map(([at, cell]) => [`My plan!${at}`, cell] as const),
    ]),
    merged: [...(merged ?? []), "My plan!C1:D2"],
    tables: [...(tables ?? []), 'My plan!A10:B12 OwnTable: "Who" "What"'],
    names: [...(names ?? []), "OwnRate = 'My plan'!$B$3"],
    validations: [...(validations ?? []), 'My plan!B6 list "yes,no"'],
    rules: [...(rules ?? []), "My plan!B2:B9 expression"],
  };
}
