// The Setup sheet: what is typed comes out again, what follows is right, in either language and after a change of it.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { report } from "../../src/report";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { SheetPlan, WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { languages, textIn, type Language } from "../../src/text/language";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { columnOf, dealReading, sheetOf } from "./made";

const asOf = dayOfIso("2026-07-02") as Day;
const reading = dealReading([
  { stage: "New", amount: 1000, created: "2026-05-01" },
  { stage: "Proposal", amount: 2000, created: "2026-05-01" },
  { stage: "Won", outcome: "won", amount: 3000, created: "2026-05-01", closed: "2026-06-01" },
]);
const deals = {
  table: { file: "made.csv", rowsRead: 3, header: ["stage", "amount", "created", "closed"], rows: [], columns: [] },
  recognition: { object: "deal", crm: "other", confidence: 1, matched: 4, columns: 4, mapping: { stage: "stage", amount: "amount", created: "created", closeDate: "closed" } },
  reading,
} as unknown as Import;

describe.each(languages)("in %s", (language) => {
  const { tables } = textIn(language);
  const other: Language = language === "en" ? "zh-CN" : "en";
  const typed: Memory = {
    inputs: new Map<string, CellValue>([
      ["Currency", "EUR"], ["FiscalYearStart", 4], ["WindowMonths", 6], ["WindowOpenEnd", tables.yes], ["NoActivityDays", 14], ["Paper", "Letter"], ["AtRiskBelow", 0.8], ["OffTrackBelow", 0.5],
    ]),
    tables: new Map([["Stages", {
      columns: [tables.stages.stage, tables.stages.outcome, tables.stages.probability, tables.stages.entryCriteria, tables.stages.longestStay, "Who"],
      rows: [["Proposal", tables.outcome.open, 0.4, "asked for an offer", 20, "Ann"], ["Parked", tables.outcome.lost, 0, null, null, "Bo"]],
    }]]),
  };

  it("begins with defaults and works out what follows", () => {
    const plan = planOf(language, emptyMemory);
    expect(inputsOf(plan)).toEqual({ AsOf: asOf, Currency: null, FiscalYearStart: 1, WindowMonths: 3, WindowOpenEnd: tables.no, NoActivityDays: 30, Paper: "A4", AtRiskBelow: 0.9, OffTrackBelow: 0.7 });
    expect(named(plan, ["WindowStart", "WindowEnd", "LastMonthEnd", "FiscalYearFrom", "FiscalYearTo"])).toEqual(["2026-04-02", "2026-07-02", "2026-06-30", "2026-01-01", "2026-12-31"].map(dayOfIso));
  });

  it.each([[language], [other]])("shows what was typed again, read in %s", (read) => {
    const plan = planOf(read, typed);
    const { tables: now } = textIn(read);
    expect(inputsOf(plan)).toEqual({ AsOf: asOf, Currency: "EUR", FiscalYearStart: 4, WindowMonths: 6, WindowOpenEnd: now.yes, NoActivityDays: 14, Paper: "Letter", AtRiskBelow: 0.8, OffTrackBelow: 0.5 });
    expect(named(plan, ["WindowStart", "WindowEnd", "FiscalYearFrom", "FiscalYearTo"])).toEqual(["2026-01-02", "9999-12-31", "2026-04-01", "2027-03-31"].map(dayOfIso));
    const stages = Object.fromEntries((["stage", "outcome", "probability", "entryCriteria", "longestStay"] as const).map((name) => [name, columnOf(plan, "Stages", now.stages[name])]));
    const row = (stage: string) => stages.stage?.indexOf(stage) ?? -1;
    expect(["outcome", "probability", "entryCriteria", "longestStay"].map((name) => stages[name]?.[row("Proposal")])).toEqual([now.outcome.open, 0.4, "asked for an offer", 20]);
    expect(stages.outcome?.[row("Parked")]).toBe(now.outcome.lost);
    expect(stages.outcome?.[row("Won")]).toBe(now.outcome.won);
    expect([columnOf(plan, "Stages", "Who")[row("Proposal")], columnOf(plan, "Stages", "Who")[row("Parked")]]).toEqual(["Ann", "Bo"]);
  });

  it("takes no value of the wrong kind", () => {
    const wrong: Memory = { inputs: new Map<string, CellValue>([["FiscalYearStart", 13], ["WindowMonths", "six"], ["WindowOpenEnd", "perhaps"], ["NoActivityDays", -1], ["Paper", "A5"], ["AtRiskBelow", "high"]]), tables: new Map() };
    expect(inputsOf(planOf(language, wrong))).toEqual(inputsOf(planOf(language, emptyMemory)));
  });

  it("remembers every cell that can be typed in, and gives the same sheet after a refresh", async () => {
    const plan = planOf(language, typed);
    expect(Object.keys(inputsOf(plan)).filter((name) => !remembered.inputs.includes(name))).toEqual([]);
    const memory = recallXlsx(await writeXlsxInNode(plan), remembered);
    expect(setupOf(planOf(language, memory))).toEqual(setupOf(plan));
    expect(sheetOf(planOf(language, memory), "goals")).toEqual(sheetOf(plan, "goals"));
    const there = await writeXlsxInNode(planOf(other, memory));
    const back = planOf(language, recallXlsx(there, remembered));
    expect(setupOf(back)).toEqual(setupOf(plan));
  });
});

function planOf(language: Language, memory: Memory): WorkbookPlan {
  return report({ imports: [deals], memory, asOf, language, sheets: ["goals"] });
}

function setupOf(plan: WorkbookPlan): SheetPlan {
  return sheetOf(plan, "setup");
}

/** What the cells to type in hold, by name. */
function inputsOf(plan: WorkbookPlan): Record<string, CellValue> {
  const names = plan.names.filter(({ input, sheet }) => input && sheet === setupOf(plan).name).map(({ name }) => name);
  return Object.fromEntries(names.map((name, index) => [name, named(plan, names)[index] ?? null]));
}

function named(plan: WorkbookPlan, names: readonly string[]): readonly CellValue[] {
  const { cells } = setupOf(plan);
  return names.map((name) => {
    const area = plan.names.find((one) => one.name === name)?.area;
    return cells.find((cell) => cell.row === area?.top && cell.column === area.left)?.value ?? null;
  });
}

it("prints on A4, on Letter where amounts are in dollars, and on what was typed", () => {
  const papers = (currency: string, ...typed: readonly [string, string][]) => new Set(planOf("en", { ...emptyMemory, inputs: new Map([["Currency", currency], ...typed]) }).sheets.map(({ print }) => print.paper));
  expect(papers("EUR")).toEqual(new Set(["a4", "a3"]));
  expect(papers("USD")).toEqual(new Set(["letter", "tabloid"]));
  expect(papers("USD", ["Paper", "A4"])).toEqual(new Set(["a4", "a3"]));
});
