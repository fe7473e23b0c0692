// Every column that holds people is told to Excel before a workbook is shared.

import { planned } from "../../src/report";
import { chosenSheets } from "../../src/sheets/chosen";
import { tableNames } from "../../src/sheets/data/tables";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { personColumns } from "../../src/taskpane/people";
import { languages, textIn, type Language } from "../../src/text/language";
import { everythingAsOf, exportTexts, importsOf } from "../everything";
import { memoryOf } from "./fake-book";

/** Groups of every kind beside each other: a name there stands in another column too. */
const mixed = new Set(["WinRates", "LoyaltyChurnSplit"]);

it.each(languages)("knows every column of the workbook in which an owner stands: %s", (language) => {
  const plan = afterAWeek(language);
  const owners = new Set(columnsOf(plan).flatMap(({ table, column, values }) => (table === "Deals" && column === textIn(language).fields.owner ? values : [])).filter(Boolean));
  expect(owners.size).toBeGreaterThan(5);
  const holding = columnsOf(plan).filter(({ table, values }) => !mixed.has(table) && values.some((value) => owners.has(value)));
  const known = new Set(personColumns().map(({ table, column }) => `${table} ${column}`));
  expect(holding.length).toBeGreaterThan(30);
  expect(holding.map(({ table, column }) => `${table} ${column}`).filter((name) => !known.has(name))).toEqual([]);
});

it("knows no column that no workbook has", () => {
  const there = new Set(languages.flatMap((language) => columnsOf(afterAWeek(language)).map(({ table, column }) => `${table} ${column}`)));
  // Those of the data are there as far as the export has them.
  const ofData = new Set(Object.values(tableNames));
  expect(personColumns().filter(({ table }) => !ofData.has(table)).map(({ table, column }) => `${table} ${column}`).filter((name) => !there.has(name))).toEqual([]);
});

it("knows who is found in what is logged and typed alone", () => {
  expect(personColumns()).toEqual(expect.arrayContaining([
    { table: "Snapshots", column: "Owner" }, { table: "CloseDateChanges", column: "负责人" }, { table: "BonusHistory", column: "Name" }, { table: "CheckIns", column: "Author" },
    { table: "Certifications", column: "Rep" }, { table: "BonusSignOff", column: "Signed by" }, { table: "CommitteeActions", column: "Owner" }, { table: "Newcomers", column: "Mentor" },
  ]));
});

/** Refreshed once, with some closes put off, so that what is logged has lines. */
function afterAWeek(language: Language): WorkbookPlan {
  const texts = exportTexts(language);
  const first = plan(language, texts, 0, emptyMemory);
  return plan(language, { ...texts, deal: texts.deal!.replaceAll("2026-12-1", "2027-03-1") }, 7, memoryOf(first));
}

function plan(language: Language, texts: ReturnType<typeof exportTexts>, days: number, memory: Memory): WorkbookPlan {
  const asOf = (everythingAsOf + days) as typeof everythingAsOf;
  return planned({ language, asOf, sheets: chosenSheets, imports: importsOf(texts, memory), memory }).plan;
}

function columnsOf({ sheets }: WorkbookPlan) {
  return sheets.flatMap(({ tables }) => tables.flatMap(({ name, columns }) => columns.map((column) => ({ table: name, column: column.name, values: column.values }))));
}
