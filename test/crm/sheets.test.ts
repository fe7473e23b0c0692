// A workbook with several sheets: which are read, and what is said of the others.

import { utils, write } from "@e965/xlsx";
import type { CrmTable, IssueKind } from "../../src/crm/reading";
import { openExport } from "../../src/read-exports";

type Cells = readonly (readonly (string | number)[])[];

function book(sheets: Readonly<Record<string, Cells>>, hidden: readonly string[] = []): Uint8Array {
  const made = utils.book_new();
  for (const [name, cells] of Object.entries(sheets)) utils.book_append_sheet(made, utils.aoa_to_sheet(cells.map((row) => [...row])), name);
  for (const name of hidden) utils.book_set_sheet_visibility(made, name, 1);
  return new Uint8Array(write(made, { type: "array", bookType: "xlsx" }) as ArrayBuffer);
}

async function tablesOf(bytes: Uint8Array, known: Parameters<typeof openExport>[2] = {}): Promise<readonly CrmTable[]> {
  const tables = await openExport("crm.xlsx", bytes, known);
  if ("problem" in tables) throw new Error(tables.problem);
  return tables;
}

const files = (tables: readonly CrmTable[]) => tables.map(({ file }) => file);
const said = (tables: readonly CrmTable[], kind: IssueKind) => tables.flatMap(({ issues }) => issues.filter((issue) => issue.kind === kind).map(({ found, count }) => [found, count]));

const dealHeader = ["Deal ID", "Deal Name", "Account", "Stage", "Amount", "Close Date"];
const deals = (from: number, count: number): Cells => [dealHeader, ...Array.from({ length: count }, (_, at) => [`D${from + at}`, `Deal ${from + at}`, "Acme", "Proposal", 100 + at, "2026-05-01"])];
const activities: Cells = [["Activity ID", "Subject", "Type", "Activity Date", "Assigned To"], ["A1", "Call Acme", "Call", "2026-04-01", "Ann"], ["A2", "Visit Acme", "Meeting", "2026-04-02", "Bob"]];
const cover: Cells = [["Sales report"], ["Made by Ivy"]];

it("reads each sheet of records, the largest first, and names those without any", async () => {
  const tables = await tablesOf(book({ Cover: cover, Activities: activities, Deals: deals(1, 9), Codes: [["Code", "Word"], [1, "a"], [2, "b"]] }));
  expect(files(tables)).toEqual(["crm.xlsx (Deals)", "crm.xlsx (Activities)"]);
  expect(tables.map(({ rows }) => rows.length)).toEqual([9, 2]);
  expect(said(tables, "sheet-unknown")).toEqual([["Codes, Cover", 2]]);
});

it("keeps the file's name where one sheet is read", async () => {
  expect(files(await tablesOf(book({ Cover: cover, Deals: deals(1, 3) })))).toEqual(["crm.xlsx"]);
});

it("reads two years of deals on two sheets", async () => {
  expect(files(await tablesOf(book({ 2025: deals(1, 5), 2026: deals(6, 4) })))).toEqual(["crm.xlsx (2025)", "crm.xlsx (2026)"]);
});

it("reads no excerpt and no older state of the same deals beside them", async () => {
  const tables = await tablesOf(book({ All: deals(1, 9), "Week 46": deals(1, 8), Top: [["Deal Name", "Account", "Amount", "Stage"], ["Deal 3", "Acme", 1, "Proposal"], ["Deal 4", "Acme", 1, "Proposal"]] }));
  expect([files(tables), said(tables, "sheet-repeated")]).toEqual([["crm.xlsx"], [["Week 46, Top", 2]]]);
});

it("reads no hidden sheet, and says so of one with records", async () => {
  const tables = await tablesOf(book({ Deals: deals(1, 3), Old: deals(7, 2), Lists: [["Code", "Word"], [1, "a"]] }, ["Old", "Lists"]));
  expect([files(tables), said(tables, "sheet-hidden"), said(tables, "sheet-unknown")]).toEqual([["crm.xlsx"], [["Old", 1]], []]);
});

it("reads only the sheets of the object the user says", async () => {
  const bytes = book({ Deals: deals(1, 9), Activities: activities });
  const asActivities = await tablesOf(bytes, { object: "activity" });
  expect([files(asActivities), asActivities[0]!.header[0], said(asActivities, "sheet-other")]).toEqual([["crm.xlsx"], "Activity ID", [["Deals", 1]]]);
  const asOrders = await tablesOf(bytes, { object: "order" });
  expect([asOrders[0]!.header[0], said(asOrders, "sheet-other")]).toEqual(["Deal ID", [["Activities", 1]]]);
});

it("reads the largest sheet where none is recognised", async () => {
  const tables = await tablesOf(book({ Small: [["a", "b"], [1, 2]], Large: [["c", "d", "e"], ["x", 2, 3], ["y", 5, 6]] }));
  expect([tables.map(({ header }) => header[0]), said(tables, "sheet-unknown")]).toEqual([["c"], [["Small", 1]]]);
});

it("says what is wrong where no sheet holds a table", async () => {
  expect(await openExport("crm.xlsx", book({ Cover: cover, Deals: [dealHeader] }))).toMatchObject({ problem: "no-rows", header: dealHeader });
});
