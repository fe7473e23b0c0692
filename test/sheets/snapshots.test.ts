// The log table Snapshots in the workbook: what each refresh adds to it, what it keeps, and the stage history it gives.

import { readFileSync } from "node:fs";
import { changeLines } from "../../src/sheets/what-changed";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { snapshotsOf } from "../../src/sheets/snapshots";
import { wholeTextIn } from "../../src/text/whole";
import { columnOf, sheetOf, tableOf, wordsOf } from "./made";
import { byKey, day, state } from "../metrics/states";
import { cellsIn, changesOf, inputOf, planOf, refreshed, tableIn, typed } from "./refreshing";

const header = "Opportunity ID,Opportunity Name,Opportunity Owner,Stage,Amount,Close Date,Created Date\n";
const firstWeek = `${header}006A,Alpha,Ann,Prospecting,100,2026-06-30,2026-05-01\n006B,Beta,Bo,Qualification,200,2026-07-31,2026-05-02\n006C,Gamma,Ann,Negotiation/Review,300,2026-06-15,2026-04-01\n`;
const nextWeek = `${header}006A,Alpha,Ann,Qualification,120,2026-07-31,2026-05-01\n006B,Beta,Bo,Qualification,200,2026-07-31,2026-05-02\n006D,Delta,Bo,Prospecting,50,2026-09-30,2026-06-03\n`;
const log = wholeTextIn("en").changes.log;

async function twoWeeks(): Promise<Memory> {
  return refreshed(nextWeek, "2026-06-08", await refreshed(firstWeek, "2026-06-01", emptyMemory));
}

it("logs every deal at the first build and only what differs at the next", async () => {
  const memory = await twoWeeks();
  expect(cellsIn(memory, "Snapshots", log.no, log.day, log.id, log.stage, log.outcome, log.amount, log.due)).toEqual([
    [1, day("2026-06-01"), "006A", "Prospecting", "Open", 100, day("2026-06-30")],
    [2, day("2026-06-01"), "006B", "Qualification", "Open", 200, day("2026-07-31")],
    [3, day("2026-06-01"), "006C", "Negotiation/Review", "Open", 300, day("2026-06-15")],
    [4, day("2026-06-08"), "006A", "Qualification", "Open", 120, day("2026-07-31")],
    [5, day("2026-06-08"), "006D", "Prospecting", "Open", 50, day("2026-09-30")],
    [6, day("2026-06-08"), "006C", "Negotiation/Review", "Gone from export", 300, day("2026-06-15")],
  ]);
});

it.each(["hubspot", "salesforce", "dynamics", "pipedrive", "zoho"])("adds nothing for the same %s export once more, on the same day or a later one", async (crm) => {
  const text = readFileSync(`templates/samples/${crm}-deals-en.csv`, "utf8");
  const once = await refreshed(text, "2026-11-23", emptyMemory);
  const again = await refreshed(text, "2026-11-23", once);
  expect(tableIn(again, "Snapshots")).toEqual(tableIn(once, "Snapshots"));
  expect(tableIn(await refreshed(text, "2026-11-30", again), "Snapshots").rows).toHaveLength(tableIn(once, "Snapshots").rows.length);
});

it("adds lines for other data of the same day", async () => {
  const memory = await refreshed(nextWeek, "2026-06-01", await refreshed(firstWeek, "2026-06-01", emptyMemory));
  expect(tableIn(memory, "Snapshots").rows).toHaveLength(6);
  expect(changesOf(inputOf(nextWeek, "2026-06-02", memory))?.changes?.list).toEqual([]);
});

it("keeps a column of the user's beside its line, and lines that were sorted", async () => {
  const before = await refreshed(firstWeek, "2026-06-01", emptyMemory);
  const noted = typed(before, "Snapshots", 1, "Why", "asked Bo");
  const table = tableIn(noted, "Snapshots");
  const sorted: Memory = { ...noted, tables: new Map([...noted.tables, ["Snapshots", { ...table, rows: [...table.rows].reverse() }]]) };
  const after = await refreshed(nextWeek, "2026-06-08", sorted);
  expect(cellsIn(after, "Snapshots", log.no, "Why").slice(0, 4)).toEqual([[3, null], [2, "asked Bo"], [1, null], [4, null]]);
});

it("goes on in the other language", async () => {
  const memory = await refreshed(nextWeek, "2026-06-08", await refreshed(firstWeek, "2026-06-01", emptyMemory), "zh-CN");
  const zh = wholeTextIn("zh-CN").changes;
  expect(cellsIn(memory, "Snapshots", zh.log.no, zh.log.outcome)).toEqual([[1, "进行中"], [2, "进行中"], [3, "进行中"], [4, "进行中"], [5, "进行中"], [6, zh.gone]]);
  const back = await refreshed(nextWeek, "2026-06-15", memory, "en");
  expect(tableIn(back, "Snapshots").rows).toHaveLength(6);
});

it("adds nothing when the log would outgrow its sheet, and says so", () => {
  const full = snapshotsOf(byKey(state("A"), state("B"), state("C")), emptyMemory, day("2026-06-01"), wholeTextIn("en"), 3);
  if (!full) throw new Error("no log");
  const memory: Memory = { ...emptyMemory, tables: new Map([["Snapshots", { columns: full.table.columns.map(({ name }) => name), rows: [0, 1, 2].map((row) => full.table.columns.map(({ contents }) => contents[row] as string)) }]]) };
  const next = snapshotsOf(byKey(state("A", { amount: 1 }), state("B"), state("C")), memory, day("2026-06-08"), wholeTextIn("en"), 3);
  expect(next?.unlogged).toBe(1);
  expect(next?.table.columns[0]?.contents).toEqual([1, 2, 3]);
  expect(wholeTextIn("en").changes.full(1, "2026-06-08")).toContain("were not added");
});

it("adds nothing before the last day of the log, and says so on the first sheet", async () => {
  const memory = await twoWeeks();
  const plan = planOf(inputOf(firstWeek, "2026-06-05", memory));
  expect(tableOf(plan, "Snapshots").rows).toBe(6);
  expect(wordsOf(sheetOf(plan, "start"))).toContain("nothing was added for 2026-06-05, since the log already goes to 2026-06-08");
});

it("keeps the log of a workbook that is built without deals", async () => {
  const memory = await twoWeeks();
  const leads = "Lead ID,First Name,Last Name,Company,Lead Status,Lead Source\n00Q1,Ann,Lee,Acme,New,Web\n";
  expect(tableOf(planOf(inputOf(leads, "2026-06-15", memory)), "Snapshots").rows).toBe(6);
});

it("logs amounts as written, so that a rate typed later changes no deal", async () => {
  const two = "Opportunity ID,Opportunity Name,Stage,Amount,Amount Currency,Close Date\n006A,Alpha,Prospecting,100,EUR,2026-06-30\n006B,Beta,Prospecting,200,USD,2026-06-30\n006C,Gamma,Prospecting,300,USD,2026-06-30\n";
  const memory = await refreshed(two, "2026-06-01", emptyMemory);
  expect(cellsIn(memory, "Snapshots", log.amount, log.currency)).toEqual([[100, "EUR"], [200, "USD"], [300, "USD"]]);
  const rates = wholeTextIn("en").tables.rates;
  const row = cellsIn(memory, "Rates", rates.currency).findIndex(([currency]) => currency === "EUR");
  const rated = inputOf(two, "2026-06-08", typed(memory, "Rates", row, rates.rate, 1.5));
  expect(changesOf(rated)?.changes).toMatchObject({ list: [], open: { before: { amount: 650 }, after: { amount: 650 } }, unvalued: 0 });
  expect(tableOf(planOf(rated), "Snapshots").rows).toBe(3);
});

it("tells what changed in sentences, before anything is written", async () => {
  const memory = await refreshed(firstWeek, "2026-06-01", emptyMemory);
  const changed = changesOf(inputOf(nextWeek, "2026-06-08", memory));
  if (!changed) throw new Error("no changes");
  expect(changeLines(changed, wholeTextIn("en"))).toEqual([
    "Changes since 2026-06-01",
    "Open amount: 600 before, 370 now",
    "• 1 deal new in the export, worth 50",
    "• 1 deal with a higher amount, up 20 together",
    "• 1 deal open last time and not in the export any more, worth 300",
    "• 1 deal slipped: the expected close is later, 120 in all",
    "• 1 deal moved on to a later stage, worth 120",
  ]);
  const first = changesOf(inputOf(firstWeek, "2026-06-01", emptyMemory));
  expect(first && changeLines(first, wholeTextIn("en"))).toEqual(["This is the first snapshot: the next refresh will show what changed."]);
});

it("gives the funnel a stage history once a deal was seen to move, and says where it is from", async () => {
  const once = planOf(inputOf(firstWeek, "2026-06-01", emptyMemory));
  expect(once.sheets.map(({ id }) => id)).not.toContain("stageMove");
  const twice = planOf(inputOf(nextWeek, "2026-06-08", await refreshed(firstWeek, "2026-06-01", emptyMemory)));
  expect(wordsOf(sheetOf(twice, "stageMove"))).toContain("From the snapshots of this workbook since 2026-06-01");
  const fields = wholeTextIn("en").fields;
  expect(["dealId", "from", "to", "on"].map((field) => columnOf(twice, "StageHistory", fields[field as "to"]))).toEqual([
    ["006A", "006A", "006B", "006C", "006D"],
    [null, "Prospecting", null, null, null],
    ["Prospecting", "Qualification", "Qualification", "Negotiation/Review", "Prospecting"],
    [day("2026-05-01"), day("2026-06-08"), null, null, day("2026-06-03")],
  ]);
  const words = wholeTextIn("en").funnel;
  const steps = columnOf(twice, "FunnelModes", words.stages.stage);
  const reached = (name: string) => columnOf(twice, "FunnelModes", name)[steps.indexOf("Prospecting")];
  expect(reached(words.modes["ever-entered"].reached)).toBe(2);
  expect(reached(words.modes.cohort.reached)).toBe(2);
  expect(columnOf(twice, "FunnelModes", words.modes.cohort.reached)[steps.indexOf("Negotiation/Review")]).toBe(0);
  expect(sheetOf(twice, "funnel").cells.map(({ value }) => value)).toContain(words.modes.snapshot.name);
});

it("leaves the history of an export that brings its own as it is", async () => {
  const text = readFileSync("templates/samples/hubspot-deals-en.csv", "utf8");
  const before = planOf(inputOf(text, "2026-11-23", emptyMemory));
  const moved = text.replaceAll('"Appointment Scheduled"', '"Qualified To Buy"');
  const memory = await refreshed(moved, "2026-11-16", emptyMemory);
  const after = planOf(inputOf(text, "2026-11-23", memory));
  expect(sheetOf(after, "stageMove")).toEqual(sheetOf(before, "stageMove"));
});
