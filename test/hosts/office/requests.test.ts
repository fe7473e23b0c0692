// How much is sent to Excel, in how many requests, and what happens when Excel refuses.

import { officeBook } from "../../../src/hosts/office/book";
import type { SheetPlan, WorkbookPlan } from "../../../src/sheets/plan";
import { marksOf } from "../../../src/sheets/write-marks";
import { dealsTable, samplePlan, sheet } from "../plans";
import { inNewExcel } from "./excel";
import { differences } from "./written";

const million = 1_000_000;

/** A workbook of ours with one long table. */
function longPlan(rows: number, change: (row: number) => boolean = () => false): WorkbookPlan {
  const table = dealsTable(rows);
  const columns = table.columns.map((column) => (column.name === "Amount" ? { ...column, values: column.values.map((value, row) => (change(row) ? Number(value) + 1 : value)) } : column));
  return planOf(sheet({ id: "deals", name: "Deals", tables: [{ ...table, columns }] }));
}

function planOf(...sheets: readonly SheetPlan[]): WorkbookPlan {
  return { language: "en", title: "", currency: "USD", sheets, ...marksOf(sheets, new Map(), "en") };
}

it("sends no request above a megabyte, and one for each megabyte with three more", () => inNewExcel(async ({ book, traffic }) => {
  await officeBook().render(longPlan(30_000));
  expect(differences(book, longPlan(30_000))).toEqual([]);
  expect(traffic.bytes).toBeGreaterThan(2 * million);
  expect(traffic.largest).toBeLessThan(million);
  expect(traffic.syncs).toBeLessThanOrEqual(3 + Math.ceil(traffic.bytes / million));
}));

it("builds a small workbook with one request a sheet at most", () => inNewExcel(async ({ traffic }) => {
  await officeBook().render(samplePlan());
  expect(traffic.syncs).toBeLessThanOrEqual(samplePlan().sheets.length);
}));

it("recalls in three requests", () => inNewExcel(async ({ traffic }) => {
  const office = officeBook();
  await office.render(samplePlan());
  traffic.reset();
  await office.recall({ inputs: [], tables: [] });
  expect(traffic.syncs).toBe(3);
}));

it("recalls with one request more for each four megabytes", () => inNewExcel(async ({ traffic }) => {
  const office = officeBook();
  await office.render(longPlan(30_000));
  traffic.reset();
  await office.recall({ inputs: [], tables: [] });
  expect(traffic.largestAnswer).toBeLessThan(5 * million);
  expect(traffic.syncs).toBeLessThanOrEqual(3 + Math.ceil((30_000 * 12 * 26) / (4 * million)));
}));

it("writes under a tenth of the bytes when one row in a hundred changes", () => inNewExcel(async ({ book, traffic }) => {
  const office = officeBook();
  await office.render(longPlan(30_000));
  const full = traffic.bytes;
  const next = longPlan(30_000, (row) => row % 100 === 7);
  await office.recall({ inputs: [], tables: [] });
  traffic.reset();
  await office.render(next);
  expect(differences(book, next)).toEqual([]);
  expect(traffic.bytes).toBeLessThan(full / 10);
}));

/** A workbook of ours with a log of so many lines. */
function logPlan(lines: number): WorkbookPlan {
  return planOf(sheet({ id: "log", name: "Log", tables: [{ ...dealsTable(lines), kind: "log" }] }));
}

it("writes little more than the new lines of a log it was asked to remember", () => inNewExcel(async ({ book, traffic }) => {
  const office = officeBook();
  await office.render(logPlan(10_000));
  const full = traffic.bytes;
  expect((await office.recall({ inputs: [], tables: ["Deals"] })).tables.get("Deals")?.rows).toHaveLength(10_000);
  traffic.reset();
  await office.render(logPlan(10_100));
  expect(differences(book, logPlan(10_100))).toEqual([]);
  expect(traffic.bytes).toBeLessThan(full / 10);
}));

it.each([1, 2, 3, 4, 5, 6])("loses no line of a log when a refresh dies at request %i", (request) => inNewExcel(async ({ faults }) => {
  const asked = { inputs: [], tables: ["Deals"] };
  const office = officeBook();
  await office.render(logPlan(300));
  const ids = async () => (await officeBook().recall(asked)).tables.get("Deals")!.rows.map(([id]) => id);
  const before = await ids();
  await office.recall(asked);
  faults.in(request, "sessionLost", 90);
  await office.render(logPlan(340)).catch(() => undefined);
  faults.clear();
  expect(await ids()).toEqual(expect.arrayContaining(before));
}));

it.each([1, 2, 3])("sends smaller requests after %i refusals", (refusals) => inNewExcel(async ({ book, faults }) => {
  for (let at = 0; at < refusals; at++) faults.in(3 + at, "requestTooLarge");
  await officeBook().render(longPlan(12_000));
  expect(differences(book, longPlan(12_000))).toEqual([]);
}));

it("asks for less after an answer was too large", () => inNewExcel(async ({ faults }) => {
  const office = officeBook();
  await office.render(samplePlan());
  faults.in(3, "responseTooLarge");
  const memory = await office.recall({ inputs: ["CompanyName"], tables: ["GoalTable"] });
  expect(memory.inputs.get("CompanyName")).toBe("ACME & Söhne <GmbH>");
  expect(memory.tables.get("GoalTable")?.rows).toHaveLength(4);
}));

it("says so when Excel refuses whatever the size", () => inNewExcel(async ({ faults }) => {
  faults.always("requestTooLarge");
  await expect(officeBook().render(samplePlan())).rejects.toMatchObject({ troubles: [{ kind: "refused" }] });
}));
