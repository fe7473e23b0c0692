// The Goals sheet against figures worked out by hand, and what of it outlives a refresh and a change of language.

import type { Import } from "../../src/sheets/data/import";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { report } from "../../src/report";
import type { Template } from "../../src/sheets/template";
import { readyTemplate } from "../../src/templates";
import { emptyMemory, type Memory, type RememberedTable } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { languages, textIn, type Language } from "../../src/text/language";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { columnOf, dealReading, tableOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Goals: not run, install LibreOffice with: apt-get install libreoffice-calc");

const { goals: en } = textIn("en");
type Header = keyof typeof en.columns;
type Direction = keyof typeof en.directions;
type Status = keyof typeof en.statuses;
type Typed = Partial<Record<Header, CellValue>>;

/** The year 2026 is half over: 182 of 364 days have gone, 26 weeks are left. */
const asOf = dayOfIso("2026-07-02") as Day;
const year = { start: dayOfIso("2026-01-01"), deadline: dayOfIso("2026-12-31") };

const typedHeaders = ["dimension", "goal", "specific", "measure", "unit", "direction", "baseline", "target", "upper", "start", "deadline", "owner", "weight", "typed"] as const;

const reading = dealReading(Array.from({ length: 12 }, (_, index) => ({
  id: `D${index}`, stage: index % 3 ? "Won" : "New", outcome: index % 3 ? "won" : "open", amount: 1000 + index * 10, created: "2025-11-01", ...(index % 3 ? { closed: "2026-03-10" } : {}),
} as const)));
const header = ["id", "stage", "amount", "created", "closed"];
const deals = {
  table: { file: "made.csv", rowsRead: 12, header, rows: [], columns: [] },
  recognition: { object: "deal", crm: "other", confidence: 1, matched: 5, columns: 5, mapping: { id: "id", stage: "stage", amount: "amount", created: "created", closeDate: "closed" } },
  reading,
} as unknown as Import;

interface Answers {
  readonly progress: number | "";
  readonly pace: number | "";
  readonly projected: number | "";
  readonly needed: number | "";
  readonly status: Status;
}

const cases: readonly (readonly [what: string, direction: Direction | null, typed: Typed, answers: Answers])[] = [
  ["half way at half time", "raiseTo", { baseline: 30, target: 50, typed: 40 }, { progress: 0.5, pace: 1, projected: 50, needed: 10 / 26, status: "onTrack" }],
  ["a little behind", "raiseTo", { baseline: 30, target: 50, typed: 38 }, { progress: 0.4, pace: 0.8, projected: 46, needed: 12 / 26, status: "atRisk" }],
  ["far behind", "raiseTo", { baseline: 30, target: 50, typed: 33 }, { progress: 0.15, pace: 0.3, projected: 36, needed: 17 / 26, status: "offTrack" }],
  ["no step taken", "raiseTo", { baseline: 0, target: 10, typed: 0 }, { progress: 0, pace: 0, projected: 0, needed: 10 / 26, status: "offTrack" }],
  ["exactly at the limit of at risk, in shares", "raiseTo", { baseline: 0.4, target: 0.6, typed: 0.49 }, { progress: 0.45, pace: 0.9, projected: 0.58, needed: 0.11 / 26, status: "onTrack" }],
  ["exactly at the limit of off track, in shares", "raiseTo", { baseline: 0.15, target: 0.25, typed: 0.185 }, { progress: 0.35, pace: 0.7, projected: 0.22, needed: 0.065 / 26, status: "atRisk" }],
  ["already beyond at first", "raiseTo", { baseline: 60, target: 50, typed: 65 }, { progress: 1, pace: 2, projected: 70, needed: 0, status: "achieved" }],
  ["fallen under what it was", "raiseTo", { baseline: 60, target: 50, typed: 45 }, { progress: 0, pace: 0, projected: 30, needed: 5 / 26, status: "offTrack" }],
  ["kept where it was", "raiseTo", { baseline: 50, target: 50, typed: 50 }, { progress: 1, pace: 2, projected: 50, needed: 0, status: "achieved" }],
  ["without a baseline", "raiseTo", { target: 0.95, typed: 0.76 }, { progress: 0.8, pace: 0.8, projected: "", needed: 0.19 / 26, status: "atRisk" }],
  ["down, behind", "reduceTo", { baseline: 90, target: 75, typed: 84 }, { progress: 0.4, pace: 0.8, projected: 78, needed: -9 / 26, status: "atRisk" }],
  ["down, but it went up", "reduceTo", { baseline: 90, target: 75, typed: 96 }, { progress: -0.4, pace: -0.8, projected: 102, needed: -21 / 26, status: "offTrack" }],
  ["down, further than asked", "reduceTo", { baseline: 90, target: 75, typed: 70 }, { progress: 4 / 3, pace: 8 / 3, projected: 50, needed: 0, status: "achieved" }],
  ["down, already there at first", "reduceTo", { baseline: 60, target: 75, typed: 70 }, { progress: 1, pace: 2, projected: 80, needed: 0, status: "achieved" }],
  ["down to nothing without a baseline", "reduceTo", { target: 0, typed: 0 }, { progress: 1, pace: 1, projected: "", needed: 0, status: "achieved" }],
  ["down without a baseline", "reduceTo", { target: 8, typed: 10 }, { progress: 0.8, pace: 0.8, projected: "", needed: -2 / 26, status: "atRisk" }],
  ["up by points", "raiseBy", { baseline: 40, target: 10, typed: 44 }, { progress: 0.4, pace: 0.8, projected: 48, needed: 6 / 26, status: "atRisk" }],
  ["up by a share, just there", "raiseByPercent", { baseline: 1.1, target: 0.1, typed: 1.21 }, { progress: 1, pace: 2, projected: 1.32, needed: 0, status: "achieved" }],
  ["up by a share from a loss", "raiseByPercent", { baseline: -100, target: 0.1, typed: -95 }, { progress: 0.5, pace: 1, projected: -90, needed: 5 / 26, status: "onTrack" }],
  ["down by a share, just there", "reduceByPercent", { baseline: 100, target: 0.15, typed: 85 }, { progress: 1, pace: 2, projected: 70, needed: 0, status: "achieved" }],
  ["within the band", "keepWithin", { target: 10, upper: 20, typed: 15 }, { progress: 1, pace: 1, projected: "", needed: "", status: "onTrack" }],
  ["outside the band", "keepWithin", { target: 10, upper: 20, typed: 24 }, { progress: 0.6, pace: 0.6, projected: "", needed: "", status: "offTrack" }],
  ["within the band at the end", "keepWithin", { target: 10, upper: 20, typed: 15, start: dayOfIso("2025-07-02"), deadline: asOf }, { progress: 1, pace: 1, projected: "", needed: "", status: "achieved" }],
  ["past its deadline", "raiseTo", { baseline: 0, target: 10, typed: 5, start: dayOfIso("2025-01-01"), deadline: dayOfIso("2025-12-31") }, { progress: 0.5, pace: 0.5, projected: 5, needed: "", status: "overdue" }],
  ["not begun", "raiseTo", { baseline: 0, target: 10, typed: 0, start: dayOfIso("2026-10-01") }, { progress: 0, pace: "", projected: "", needed: 10 / 26, status: "onTrack" }],
  ["nothing known", "raiseTo", { baseline: 0, target: 1 }, { progress: "", pace: "", projected: "", needed: "", status: "noData" }],
  ["a word for a number", "raiseTo", { baseline: 0, target: 1, typed: "n/a" }, { progress: "", pace: "", projected: "", needed: "", status: "noData" }],
  ["no direction", null, { baseline: 0, target: 1, typed: 1 }, { progress: "", pace: "", projected: 2, needed: "", status: "noData" }],
  ["logged", "raiseTo", { baseline: 0, target: 100 }, { progress: 0.5, pace: 1, projected: 100, needed: 50 / 26, status: "onTrack" }],
];

describe.each(languages)("in %s", (language) => {
  const { goals, tables } = textIn(language);
  const plan = planOf(language, memoryIn(language));
  const at = (header: Header, row: number) => columnOf(plan, "Goals", goals.columns[header])[row];

  it.each(cases.map(([what, , , answers], row) => [what, row, answers] as const))("%s", (_, row, answers) => {
    for (const name of ["progress", "pace", "projected", "needed"] as const) expect([name, to6(at(name, row))]).toEqual([name, to6(answers[name])]);
    expect(at("status", row)).toBe(goals.statuses[answers.status]);
  });

  it("says what a goal lacks to be SMART", () => {
    const lacking = (row: number) => at("smart", row);
    expect(lacking(0)).toBe(goals.smart.complete);
    expect(lacking(cases.findIndex(([what]) => what === "no direction"))).toBe(goals.smart.missing + goals.smart.direction);
    const { goal, measure, unit, direction, baseline, target, owner, weight, start, deadline, separator } = goals.smart;
    expect(lacking(cases.length)).toBe(goals.smart.missing + [goal, measure, unit, direction, baseline, target, owner, weight, start, deadline].join(separator));
  });

  it("weighs goals that have data into their dimension, each between 0 and 1", () => {
    const two = (first: number, second: number) => [[goals.dimensions.customer, first, 3], [goals.dimensions.customer, second, 1]] as const;
    const rows = two(150, 20).map(([dimension, typed, weight]) => rowIn(language, "raiseTo", { dimension, weight, baseline: 0, target: 100, typed, goal: `g${typed}` }));
    const table = planOf(language, tablesOf([["Goals", goalTable(language, rows)]]));
    const customer = columnOf(table, "GoalRollup", goals.rollup.dimension).indexOf(goals.dimensions.customer);
    expect(columnOf(table, "GoalRollup", goals.rollup.progress)[customer]).toBeCloseTo((3 * 1 + 1 * 0.2) / 4, 9);
  });

  it("keeps the columns of the user's own and a row without a goal's name", () => {
    expect(columnOf(plan, "Goals", "My own").slice(0, 2)).toEqual(["mine 0", "mine 1"]);
    expect(columnOf(plan, "CheckIns", "My note").slice(0, 3)).toEqual(["n1", "n2", null]);
    expect(at("specific", cases.length)).toBe("typed without a goal's name");
  });

  it("keeps goals, check-ins, stages and settings when the language changes", () => {
    const other: Language = language === "en" ? "zh-CN" : "en";
    const { goals: then, tables: thenTables } = textIn(other);
    const changed = planOf(other, memoryIn(language));
    const now = (header: Header) => columnOf(changed, "Goals", then.columns[header]);
    expect(now("goal")).toEqual(columnOf(plan, "Goals", goals.columns.goal));
    expect(now("dimension").slice(0, 2)).toEqual([then.dimensions.financial, then.dimensions.financial]);
    expect(now("unit")[0]).toBe(then.units.days);
    expect(now("measure")[0]).toBe(then.typedIn);
    expect(now("status").slice(0, cases.length)).toEqual(cases.map(([, , , { status }]) => then.statuses[status]));
    expect(columnOf(changed, "Goals", "My own")[0]).toBe("mine 0");
    expect(columnOf(changed, "CheckIns", then.log.value).slice(0, 2)).toEqual([40, 50]);
    expect(columnOf(changed, "Stages", thenTables.stages.outcome)[0]).toBe(thenTables.outcome.open);
    expect(columnOf(changed, "Stages", thenTables.stages.probability)[0]).toBe(0.35);
    expect(columnOf(changed, "Stages", "Who")[0]).toBe("Ann");
    expect(changed.sheets.flatMap((sheet) => sheet.cells).some((cell) => cell.value === thenTables.yes)).toBe(true);
    expect(tables.yes).not.toBe(thenTables.yes);
  });

  it("gives every column one formula, short enough for Excel", () => {
    const made = tableOf(plan, "Goals").columns.filter(({ owner }) => owner === "formula");
    expect(made.filter(({ formula }) => formula === undefined || formula.length >= 8192)).toEqual([]);
  });

  it("works LTV +30 % out for goals that have it", () => {
    const values = (template?: Template) => report({ imports: [deals], memory: emptyMemory, asOf, language, sheets: ["goals"], ...(template ? { template } : {}) }).sheets.flatMap((sheet) => (sheet.id === "goals" ? sheet.cells : []));
    expect(values().map(({ value }) => value)).toEqual(expect.arrayContaining([goals.derivationTitle, 18, 24, 24 / 18 - 1, 18 * 1.3]));
    expect(values(readyTemplate("manufacturing")).map(({ value }) => value)).not.toContain(goals.derivationTitle);
  });

  const undated = planOf(language, tablesOf([
    ["Goals", goalTable(language, [rowIn(language, "raiseTo", { goal: "g", baseline: 0, target: 10 })])],
    ["CheckIns", { columns: [goals.log.date, goals.log.goal, goals.log.value], rows: [[46190, "g", 4], ["last week", "g", 5]] }],
  ]));

  it("takes the last line of the log where a day is no day", () => {
    expect(columnOf(undated, "Goals", goals.columns.actual)).toEqual([5]);
  });

  const wild = planOf(language, tablesOf([["Goals", goalTable(language, [rowIn(language, "raiseTo", { goal: "g", measure: "*", baseline: 0, target: 10, typed: 7 }), rowIn(language, "raiseTo", { goal: "h", measure: "?*~", baseline: 0, target: 10 })])]]));

  it("takes a measure that looks like a pattern for no measure", () => {
    expect(columnOf(wild, "Goals", goals.columns.actual)).toEqual([7, ""]);
  });

  withOffice("LibreOffice computes the same", async () => {
    for (const made of [plan, undated, wild, planOf(language, emptyMemory)]) {
      expect(await disagreements(await writeXlsxInNode(made))).toEqual([]);
    }
  }, 240_000);
});

it("does not take a column of the user's own for ours in the other language", () => {
  const rows = [[...rowIn("zh-CN", "raiseTo", { goal: "g", target: 1 }), "kept"]];
  const table = { columns: [...goalTable("zh-CN", []).columns, en.columns.owner], rows };
  const plan = planOf("en", tablesOf([["Goals", table]]));
  expect(columnOf(plan, "Goals", en.columns.owner)).toEqual(["o"]);
  expect(columnOf(plan, "Goals", `${en.columns.owner} 2`)).toEqual(["kept"]);
});

function rowIn(language: Language, direction: Direction | null, typed: Typed): CellValue[] {
  const { goals } = textIn(language);
  const all: Typed = {
    dimension: goals.dimensions.financial, specific: "s", measure: goals.typedIn, unit: goals.units.days, owner: "o", weight: 1, ...year,
    direction: direction === null ? null : goals.directions[direction], ...typed,
  };
  return typedHeaders.map((name) => all[name] ?? null);
}

function goalTable(language: Language, rows: readonly (readonly CellValue[])[]): RememberedTable {
  return { columns: typedHeaders.map((name) => textIn(language).goals.columns[name]), rows };
}

function memoryIn(language: Language): Memory {
  const { goals, tables } = textIn(language);
  const named = cases.map(([what, direction, typed], index) => [...rowIn(language, direction, { goal: what, ...(direction === "keepWithin" ? {} : { baseline: null }), ...typed }), `mine ${index}`]);
  const nameless = typedHeaders.map((name): CellValue => (name === "specific" ? "typed without a goal's name" : null));
  const { columns } = goalTable(language, []);
  return tablesOf([
    ["Goals", { columns: [...columns, "My own"], rows: [...named, [...nameless, null]] }],
    ["CheckIns", {
      columns: [...(["date", "goal", "value", "author", "comment"] as const).map((name) => goals.log[name]), "My note"],
      rows: [[46100, "logged", 40, "A", "c", "n1"], [46190, "LOGGED", 50, "B", "d", "n2"], [46150, "logged", 45, null, null, null], [null, "logged", 47, null, null, null], [null, null, null, null, null, null]],
    }],
    ["Stages", { columns: [tables.stages.stage, tables.stages.outcome, tables.stages.probability, "Who"], rows: [["New", tables.outcome.open, 0.35, "Ann"]] }],
  ], [["WindowOpenEnd", tables.yes]]);
}

function tablesOf(tables: readonly (readonly [string, RememberedTable])[], inputs: readonly (readonly [string, CellValue])[] = []): Memory {
  return { inputs: new Map(inputs), tables: new Map(tables) };
}

function planOf(language: Language, memory: Memory): WorkbookPlan {
  return report({ imports: [deals], memory, asOf, language, sheets: ["goals"] });
}

function to6(value: CellValue | undefined): CellValue | undefined {
  return typeof value === "number" ? Math.round(value * 1e6) / 1e6 + 0 : value;
}
