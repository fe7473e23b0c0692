// Customer health against scores worked out by hand, against HEALTHSCORE, and what of it outlives a refresh.

import fc from "fast-check";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import type { Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { wholeTextIn } from "../../src/text/whole";
import type { CellValue } from "../../src/values";
import { call } from "../functions/call";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { cardOf, planFromCsv, rowOf, typedMemory } from "./csv-made";
import { columnOf, sheetOf, tableOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Customer health: not run, install LibreOffice with: apt-get install libreoffice-calc");

const { health: en } = wholeTextIn("en");

/** As of 2026-11-20: renewals in 30 and 10 days, one 10 days ago, one in 200 days. */
const account = `Account ID,Account Name,Account Owner,Renewal Date,Monthly Revenue,Churned,Usage,Support Tickets
A1,Ada,Ann,2026-12-20,100,No,80,2
A2,Ben,Bob,2026-11-30,200,No,20,10
A3,Cho,Ann,2026-11-10,400,No,100,0
A4,Dan,Bob,2027-06-08,800,No,,5
A5,Eve,Ann,2026-12-01,1600,Yes,100,0
A6,=1+1,Bob,,50,No,,`;

const measureHeaders = (["measure", "column", "poor", "good", "weight", "missing", "action"] as const).map((key) => en.measures[key]);
const measures = (rows: readonly (readonly CellValue[])[]) => ({ HealthMeasures: { columns: measureHeaders, rows } });
/** Usage from 0 to 100 with weight 3; tickets from 10 down to 0 with weight 1. */
const two = [["Usage", "Usage", 0, 100, 3, "leave out", "call"], ["Tickets", "Support tickets", 10, 0, 1, "leave out", "solve"]] as const;

function planOf(memory: Memory = typedMemory({}, measures(two)), csv = account, asOf = "2026-11-20"): WorkbookPlan {
  return planFromCsv({ csv: { account: csv }, asOf, sheet: "health", memory });
}
const scoreOf = (plan: WorkbookPlan, name: string) => rowOf(plan, "HealthScores", en.scores.customer, name);

describe("the score", () => {
  const plan = planOf();

  it.each([
    // (3 × 80 + 1 × 80) ÷ 4: 2 tickets of 10 down to 0 are 80 points
    ["Ada", 80, "Green"],
    // (3 × 20 + 1 × 0) ÷ 4 = 15
    ["Ben", 15, "Red"],
    // 100, but the renewal date passed 10 days ago: no more than 50, which is still red
    ["Cho", 50, "Red"],
    // no usage: tickets alone weigh, 5 of 10 are 50
    ["Dan", 50, "Red"],
    // 100, but has left
    ["Eve", 0, "Red"],
    // nothing known
    ["=1+1", "", "No score"],
  ])("of %s is %s", (name, score, band) => {
    expect([scoreOf(plan, name)[en.scores.score], scoreOf(plan, name)[en.scores.band]]).toEqual([score, band]);
  });

  it("says what is red and asks for the action of the exception, else of the weakest measure", () => {
    expect([scoreOf(plan, "Ben")[en.scores.red], scoreOf(plan, "Ben")[en.scores.action]]).toEqual(["Usage; Tickets", "solve"]);
    expect([scoreOf(plan, "Cho")[en.scores.red], scoreOf(plan, "Cho")[en.scores.action]]).toEqual([en.exceptionSeeds.overdue.name, en.exceptionSeeds.overdue.action]);
    expect([scoreOf(plan, "Ada")[en.scores.red], scoreOf(plan, "Ada")[en.scores.action]]).toEqual(["", ""]);
  });

  it("counts a missing value 0 where the measure says so, but gives no score where nothing is known", () => {
    const strict = planOf(typedMemory({}, measures([[...two[0].slice(0, 5), "count 0", "call"], two[1]])));
    // (3 × 0 + 1 × 50) ÷ 4
    expect(scoreOf(strict, "Dan")[en.scores.score]).toBe(12.5);
    expect(scoreOf(strict, "=1+1")[en.scores.score]).toBe("");
  });

  it("leaves out a measure that cannot be used and says why", () => {
    const wrong = planOf(typedMemory({}, measures([...two, ["A", "No such", 0, 1, 1, "leave out", ""], ["B", "Usage", 5, 5, 1, "leave out", ""], ["C", "Usage", null, 5, 1, "leave out", ""], ["D", "Usage", 0, 5, 0, "leave out", ""]])));
    expect(columnOf(wrong, "HealthMeasures", en.measures.status).slice(0, 7)).toEqual(["in use", "in use", "no such column", "poor = good", "poor and good?", "no weight", ""]);
    expect(scoreOf(wrong, "Ada")[en.scores.score]).toBe(80);
  });

  it("takes the limits of the bands from their cells, the limit itself not included", () => {
    const moved = planOf(typedMemory({ HealthYellowAbove: 15, HealthGreenAbove: 80 }, measures(two)));
    expect(["Ada", "Ben", "Cho"].map((name) => scoreOf(moved, name)[en.scores.band])).toEqual(["Yellow", "Red", "Yellow"]);
  });
});

it("gives the score of HEALTHSCORE for any values and weights", () => {
  const value = fc.option(fc.integer({ min: -20, max: 120 }), { freq: 4 });
  const weight = fc.integer({ min: 1, max: 9 });
  fc.assert(fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 6 }), weight, weight, (rows, first, second) => {
    const csv = ["Account ID,Account Name,Usage,Support Tickets,Employees", ...rows.map(([usage, tickets], at) => `A${at},N${at},${usage ?? ""},${tickets ?? ""},1`)].join("\n");
    const plan = planOf(typedMemory({}, measures([["Usage", "Usage", 0, 100, first, "leave out", ""], ["Tickets", "Support tickets", 80, 10, second, "leave out", ""]])), csv);
    const told = call("HEALTHSCORE", [[["Usage", "Tickets"], ...rows.map(([usage, tickets]) => [usage, tickets])], [["measure", "weight", "poor", "good"], ["Usage", first, 0, 100], ["Tickets", second, 80, 10]]]);
    const sheet = rows.map((_, at) => scoreOf(plan, `N${at}`)[en.scores.score]);
    told.forEach(([score], at) => (typeof score === "number" ? expect(sheet[at]).toBeCloseTo(score, 6) : expect(sheet[at]).toBe("")));
  }), { numRuns: 25 });
}, 60_000);

it("takes every kind of condition for an exception", () => {
  const headers = (["exception", "column", "operator", "value", "most", "action"] as const).map((key) => en.exceptions[key]);
  const rows = [["a", "Usage", "at least", 100, 60, ""], ["b", "Usage", "is", 80, 61, ""], ["c", "Usage", "above", 80, 62, ""], ["d", "Churned", "is not", "No", 5, ""], ["e", "Support tickets", "at most", 0, 63, ""], ["f", "Usage", "like", 1, 1, ""]];
  const plan = planOf(typedMemory({}, { ...measures(two), HealthExceptions: { columns: headers, rows } }));
  const limits = (name: string) => [1, 2, 3, 4, 5, 6].map((n) => scoreOf(plan, name)[`Limit ${n}`]);
  expect(limits("Cho")).toEqual([60, "", 62, "", 63, ""]);
  expect(limits("Ada")).toEqual(["", 61, "", "", "", ""]);
  expect(limits("Eve")).toEqual([60, "", 62, 5, 63, ""]);
  expect(limits("=1+1")).toEqual(["", "", "", "", "", ""]);
  expect(columnOf(plan, "HealthExceptions", en.exceptions.status).at(5)).toBe("choose “Is”");
});

describe("the summary", () => {
  const plan = planOf();

  it("counts customers, shares and revenue by band without those who left", () => {
    expect(columnOf(plan, "HealthBands", en.bands.customers)).toEqual([1, 0, 3, 1, 5]);
    expect(columnOf(plan, "HealthBands", en.bands.share)).toEqual([0.25, 0, 0.75, "", 1]);
    // Ben 200, Cho 400, Dan 800 are red; the customer without a score has 50
    expect(columnOf(plan, "HealthBands", en.bands.revenue)).toEqual([100, 0, 1400, 50, 1550]);
    expect(cardOf(plan, "health", en.cards.share)).toEqual([0.25, "target 70%; 45 points below it"]);
  });

  it("counts those who left where Settings say so", () => {
    expect(columnOf(planOf(typedMemory({ HealthCountLeft: "Yes" }, measures(two))), "HealthBands", en.bands.customers)).toEqual([1, 0, 4, 1, 6]);
  });

  it("lists renewals within the days set, soonest first, without those who left", () => {
    expect(columnOf(plan, "HealthRenewals", en.list.customer)).toEqual(["Ben", "Ada"]);
    expect(columnOf(plan, "HealthRenewals", en.list.days)).toEqual([10, 30]);
    expect(cardOf(plan, "health", en.cards.renewals)).toEqual([2, "next 90 days; 1 of them red"]);
    expect(columnOf(planOf(typedMemory({ HealthRenewalDays: 20 }, measures(two))), "HealthRenewals", en.list.customer)).toEqual(["Ben"]);
    expect(wordsOf(sheetOf(plan, "health"))).toContain("Overdue renewals: 1.");
  });

  it("puts red customers with the highest revenue first", () => {
    expect(columnOf(plan, "HealthFirst", en.list.customer)).toEqual(["Dan", "Cho", "Ben"]);
  });
});

describe("without some of the data", () => {
  it("says what is missing without a renewal date, revenue and measures", () => {
    const words = wordsOf(sheetOf(planFromCsv({ csv: { account: "Account ID,Account Name,Industry,City\n1,Ada,Tech,Rome\n2,Ben,Tech,Oslo" }, asOf: "2026-11-20", sheet: "health" }), "health"));
    for (const said of [en.noScores, en.noRenewalDates, en.revenueFrom.none, en.cards.noRevenue, en.cards.noRenewal, en.noRed]) expect(words).toContain(said);
  });

  it("reads number columns it has no field for, under a name that formulas need not escape", () => {
    const plan = planFromCsv({ csv: { account: "Account ID,Account Name,Logins [week]\n1,Ada,5\n2,Ben,x\n3,Cho,7", survey: "Account,Score\nAda,5" }, asOf: "2026-11-20", sheet: "health" });
    expect(columnOf(plan, "HealthColumns", en.columns.column)).not.toContain("Logins week");
    const numbers = planFromCsv({ csv: { account: "Account ID,Account Name,Logins [week]\n1,Ada,5\n2,Ben,\n3,Cho,7" }, asOf: "2026-11-20", sheet: "health", memory: typedMemory({}, measures([["Logins", "Logins week", 0, 10, 1, "leave out", ""]])) });
    expect(["Ada", "Ben", "Cho"].map((name) => scoreOf(numbers, name)[en.scores.score])).toEqual([50, "", 70]);
  });

  it("proposes measures from the columns there are, and from surveys, orders and activities", () => {
    const plan = planFromCsv({
      csv: {
        account: "Account ID,Account Name,Usage\n1,Ada,5\n2,Ben,9", survey: "Account,Date,Survey,Score\nAda,2026-05-01,NPS,3\nada ,2026-06-01,NPS,9\nBen,2026-05-01,CSAT,4",
        order: "Order ID,Customer,Order Date,Amount\nO1,Ada,2026-11-01,50\nO2,2,2025-01-01,70", activity: "Activity ID,Account Name,Date,Activity Type\nT1,Ben,2026-11-10,Call",
      }, asOf: "2026-11-20", sheet: "health",
    });
    expect(columnOf(plan, "HealthMeasures", en.measures.column).filter((one) => one)).toEqual(["Usage", "Latest CSAT answer", "Latest NPS answer", "Days since activity", "Days since order", "Intent points"]);
    expect(rowOf(plan, "HealthScores", en.scores.customer, "Ada")).toMatchObject({ "Latest NPS answer": 9, "Days since order": 19, "Orders last 12 months": 50 });
    expect(rowOf(plan, "HealthScores", en.scores.customer, "Ben")).toMatchObject({ "Latest CSAT answer": 4, "Days since activity": 10, "Orders last 12 months": 0 });
  });
});

describe("what is typed and remembered", () => {
  const tablesOf = (plan: WorkbookPlan) => ["HealthMeasures", "HealthExceptions", "HealthIntent", "HealthScores", "HealthLog"].map((name) => {
    const { columns, rows } = tableOf(plan, name);
    return [name, { columns: columns.map((one) => one.name), rows: Array.from({ length: rows }, (_, at) => columns.map((one) => one.values[at] ?? null)) }] as const;
  });
  const typedFor = (customer: string, header: string, value: CellValue, plan: WorkbookPlan): Memory => {
    const tables = new Map(tablesOf(plan));
    const scores = tables.get("HealthScores")!;
    const [name, at] = [scores.columns.indexOf(en.scores.customer), scores.columns.indexOf(header)];
    tables.set("HealthScores", { ...scores, rows: scores.rows.map((row) => (row[name] === customer ? row.map((one, place) => (place === at ? value : one)) : row)) });
    return { inputs: new Map(), tables };
  };

  it("takes the renewal intent into the score, and a notice to 0", () => {
    const withIntent = typedMemory({}, measures([...two, ["Intent", "Intent points", 0, 100, 4, "leave out", "ask"]]));
    // (3 × 80 + 1 × 80 + 4 × 25) ÷ 8 = 52.5
    expect(scoreOf(planOf(typedFor("Ada", en.scores.intent, "doubtful", planOf(withIntent))), "Ada")[en.scores.score]).toBe(52.5);
    expect(scoreOf(planOf(typedFor("Ada", en.scores.intent, "notice given", planOf(withIntent))), "Ada")[en.scores.score]).toBe(0);
  });

  it("keeps intent and note by customer in another order and language, and keeps aside those of one who is gone", () => {
    const first = planOf();
    const memory = typedFor("Ben", en.scores.note, "my note", planOf(typedFor("Ben", en.scores.intent, "likely", first)));
    const [head, ...rows] = account.split("\n");
    const turned = planFromCsv({ csv: { account: [head, ...rows.reverse()].join("\n") }, asOf: "2026-11-20", sheet: "health", language: "zh-CN", memory });
    const zh = wholeTextIn("zh-CN").health;
    expect(rowOf(turned, "HealthScores", zh.scores.customer, "Ben")).toMatchObject({ [zh.scores.intent]: zh.intents.likely, [zh.scores.note]: "my note" });
    const gone = planOf(memory, [head, ...rows.filter((row) => !row.includes("Ben"))].join("\n"));
    expect(JSON.stringify(sheetOf(gone, "kept"))).toContain("my note");
  });

  it("logs each day once and shows the change since, for all and for each customer", () => {
    const first = planOf();
    expect(columnOf(first, "HealthLog", en.log.mean)).toEqual([48.8]);
    const same = planOf({ inputs: new Map(), tables: new Map(tablesOf(first)) });
    expect(tableOf(same, "HealthLog").rows).toBe(1);
    const later = planOf({ inputs: new Map(), tables: new Map(tablesOf(first)) }, account.replace("A2,Ben,Bob,2026-11-30,200,No,20,10", "A2,Ben,Bob,2026-11-30,200,No,80,10"), "2026-11-27");
    // Ben: (3 × 80 + 0) ÷ 4 = 60, it was 15
    expect(scoreOf(later, "Ben")).toMatchObject({ [en.scores.score]: 60, [en.scores.before]: 15, [en.scores.change]: "▲ +45" });
    expect(scoreOf(later, "Ada")[en.scores.change]).toBe("=");
    expect(columnOf(later, "HealthLog", en.log.red)).toEqual([3, 2]);
    expect(cardOf(later, "health", en.cards.mean)[1]).toBe("+11 since 2026-11-20");
    expect(sheetOf(later, "health").charts.map(({ name }) => name)).toContain("HealthTrend");
    const again = planOf({ inputs: new Map(), tables: new Map(tablesOf(later)) }, account, "2026-11-27");
    expect(scoreOf(again, "Ben")[en.scores.before]).toBe(15);
  });

  withOffice("LibreOffice takes a comparison that looks like a pattern for none", async () => {
    const { exception, column, operator, value, most, action } = en.exceptions;
    const made = planOf(typedMemory({}, { HealthExceptions: { columns: [exception, column, operator, value, most, action], rows: [["A", "Usage", "*", 50, 40, "x"], ["B", "Us*", "is", 80, 40, "y"]] } }));
    expect(columnOf(made, "HealthExceptions", en.exceptions.status).slice(0, 2)).toEqual([en.exceptionStates.noOperator, en.exceptionStates.noColumn]);
    expect(await disagreements(await writeXlsxInNode(made))).toEqual([]);
  }, 120_000);

  withOffice("LibreOffice computes the same after a week, with a notice and every state of a measure", async () => {
    const memory = typedFor("Ada", en.scores.intent, "notice given", planOf(typedMemory({}, measures([...two, ["A", "No such", 0, 1, 1, "count 0", "x"], ["B", "Usage", 5, 5, 1, "leave out", ""], ["Z", "Usage", 0, 100, 1, "count 0", "=1"]]))));
    expect(await disagreements(await writeXlsxInNode(planOf(memory, account, "2026-11-27")))).toEqual([]);
    expect(await disagreements(await writeXlsxInNode(planFromCsv({ csv: { account: "Account ID,Account Name,Industry,City\n1,A*,Tech,Rome\n2,>5,Tech,Oslo" }, asOf: "2026-11-20", sheet: "health" })))).toEqual([]);
  }, 240_000);
});
