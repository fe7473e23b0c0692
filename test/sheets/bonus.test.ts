// Payouts against answers worked out elsewhere, and what of the sheet outlives a refresh.

import { readFileSync } from "node:fs";
import { isProblem, parseTable } from "../../src/crm/table";
import type { ObjectKind } from "../../src/crm/reading";
import { BONUS } from "../../src/functions/value";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { emptyMemory, type Memory, type RememberedTable } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import type { Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { everything, everythingAsOf } from "../everything";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { columnOf, sheetOf, tableOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Bonus: not run, install LibreOffice with: apt-get install libreoffice-calc");

const { bonus: en } = wholeTextIn("en");

function planOf(texts: Readonly<Partial<Record<ObjectKind, string>>>, { memory = emptyMemory, asOf = "2026-10-15", language = "en" as Language } = {}): WorkbookPlan {
  const imports = Object.entries(texts).map(([object, text]) => {
    const table = parseTable({ file: `${object}.csv`, text });
    if (isProblem(table)) throw new Error(table.problem);
    return readExport(table, { object: object as ObjectKind, memory });
  });
  return report({ imports: linkImports(imports), memory, asOf: dayOfIso(asOf) as Day, language, sheets: ["bonus"] });
}

function typing(...tables: readonly (readonly [string, RememberedTable])[]): Memory {
  return { ...emptyMemory, tables: new Map(tables) };
}

type Rules = Partial<Record<keyof typeof en.rules, readonly [a: CellValue, b: CellValue]>>;

/** The form of plans with some rules typed. */
function rules(typed: Rules): readonly [string, RememberedTable] {
  const all: Rules = { attainment: [0.6, 0.6], satisfaction: [0.2, 0.2], process: [0.2, 0.2], ...typed };
  const rows = (Object.keys(en.rules) as (keyof typeof en.rules)[]).map((rule) => [en.rules[rule], ...(all[rule] ?? [null, null])]);
  return ["BonusPlan", { columns: Object.values(en.plan), rows }];
}

function payouts(plan: WorkbookPlan, header: keyof typeof en.payout = "a"): ReadonlyMap<CellValue, CellValue> {
  const names = columnOf(plan, "BonusPayout", en.payout.rep);
  const values = columnOf(plan, "BonusPayout", en.payout[header]);
  return new Map(names.map((name, at) => [name, values[at] ?? null]));
}

function costs(plan: WorkbookPlan, figure: keyof typeof en.costs): readonly CellValue[] {
  const at = columnOf(plan, "BonusCost", en.cost.figure).indexOf(en.costs[figure]);
  return [columnOf(plan, "BonusCost", en.cost.a)[at] ?? null, columnOf(plan, "BonusCost", en.cost.b)[at] ?? null];
}

describeWithShared("the article's bonus sheet", () => {
  const text = () => readFileSync(sharedData("article_rules_shared/bonus.csv") ?? "", "utf8");
  const expected = () => (JSON.parse(readFileSync(sharedData("article_rules_shared/expected.json") ?? "", "utf8")) as { results: { shared_bonus: { rows: readonly { rep: string; bonus: number | null; bonus_if_empty_is_zero: number }[] } } }).results.shared_bonus.rows;

  it("pays what the article's formula gives, and nothing where a figure is missing", () => {
    const plan = planOf({ rep: text() });
    const paid = payouts(plan);
    for (const { rep, bonus } of expected()) {
      if (bonus === null) expect(paid.get(rep)).toBe("");
      else expect(paid.get(rep)).toBeCloseTo(bonus, 6);
    }
    expect(expected()).toHaveLength(5);
    expect(payouts(plan, "note").get("丁")).toBe(en.note.missing + en.note.process);
    expect(costs(plan, "total")[0]).toBeCloseTo(9400 + 11100 + 3200 + 11200, 6);
    expect(wordsOf(sheetOf(plan, "bonus"))).toContain("No payout for 1 of 5 people");
  });

  it("pays the person whose missing figure is typed", () => {
    const memory = typing(["BonusPayout", { columns: [en.payout.rep, en.payout.processTyped], rows: [["丁", 0]] }]);
    const paid = payouts(planOf({ rep: text() }, { memory }));
    for (const { rep, bonus_if_empty_is_zero } of expected()) expect(paid.get(rep)).toBeCloseTo(bonus_if_empty_is_zero, 6);
  });
});

describeWithShared("sales against monthly targets", () => {
  const lines = (file: string) => readFileSync(sharedData(`sales_targets/${file}`) ?? "", "utf8").trim().split(/\r?\n/).slice(1).map((line) => line.split(","));
  interface Paid { readonly Store: string; readonly Employee: string; readonly attainment_q1: number; readonly bonus_capped: number; readonly bonus_uncapped: number }
  const expected = () => (JSON.parse(readFileSync(sharedData("sales_targets/expected.json") ?? "", "utf8")) as { results: { bonus_article_formula: { rows: readonly Paid[] } } }).results.bonus_article_formula.rows;

  /** Both files are in one order; stores are written right in the sales only. */
  const reps = () => {
    const targets = lines("monthly_targets.csv");
    const rows = lines("sales_by_month_wide.csv").map(([store, name, ...months], at) => {
      const target = targets[at];
      if (target?.[1] !== name) throw new Error(`other order: ${name}`);
      return [name, store, 3 * Number(target?.[2]), months.slice(0, 3).reduce((sum, one) => sum + Number(one), 0), "90%", "80%", 10_000].join(",");
    });
    return ["Rep,Region,Quota,Sales,CSAT,Process,Bonus Base", ...rows].join("\n");
  };

  it("pays all 35, capped under plan A and uncapped under plan B, four names of several stores apart", () => {
    const plan = planOf({ rep: reps() }, { memory: typing(rules({ cap: [1.2, null] })) });
    const [a, b, attainment] = [payouts(plan), payouts(plan, "b"), payouts(plan, "attainment")];
    const several = new Set(["Edward", "Jessie", "Olivia", "Pete"]);
    expect(a.size).toBe(35);
    for (const { Store, Employee, attainment_q1, bonus_capped, bonus_uncapped } of expected()) {
      const label = several.has(Employee) ? `${Employee} · ${Store}` : Employee;
      expect(attainment.get(label)).toBeCloseTo(attainment_q1, 9);
      expect(a.get(label)).toBeCloseTo(bonus_capped, 6);
      expect(b.get(label)).toBeCloseTo(bonus_uncapped, 6);
    }
    const gainers = expected().filter(({ bonus_capped, bonus_uncapped }) => bonus_uncapped - bonus_capped > 0.005).length;
    expect(wordsOf(sheetOf(plan, "bonus"))).toContain(`${gainers} gain, 0 lose`);
    expect(costs(plan, "total")[1]).toBeCloseTo(expected().reduce((sum, one) => sum + one.bonus_uncapped, 0), 4);
  });

  withOffice("LibreOffice agrees", async () => {
    expect(await disagreements(await writeXlsxInNode(planOf({ rep: reps() }, { memory: typing(rules({ cap: [1.2, null] })) })))).toEqual([]);
  }, 120_000);
});

/** Two reps of one quarter: 80 % and 150 % of quota. */
const two = "Rep,Quota,Sales,CSAT,Process,Bonus Base\nAnn,100,80,90%,100%,1000\nBob,100,150,50%,50%,2000";

it.each<readonly [what: string, typed: Rules, ann: number, bob: number]>([
  ["by the article", {}, 1000 * (0.6 * 0.8 + 0.18 + 0.2), 2000 * (0.6 * 1.5 + 0.1 + 0.1)],
  ["below the floor", { floor: [0.9, null] }, 1000 * (0.18 + 0.2), 2000 * (0.6 * 1.5 + 0.2)],
  ["up to the cap", { cap: [1.2, null] }, 1000 * 0.86, 2000 * (0.6 * 1.2 + 0.2)],
  ["accelerated from 120 %", { from: [1.2, null], accelerator: [2, null] }, 1000 * 0.86, 2000 * (0.6 * (1.2 + 0.3 * 2) + 0.2)],
  ["accelerated, then capped", { accelerator: [2, null], cap: [1.6, null] }, 1000 * 0.86, 2000 * (0.6 * 1.6 + 0.2)],
  ["attainment alone", { attainment: [1, null], satisfaction: [0, null], process: [null, null] }, 1000 * 0.8, 2000 * 1.5],
])("pays %s", (_, typed, ann, bob) => {
  const paid = payouts(planOf({ rep: two }, { memory: typing(rules(typed)) }));
  expect(paid.get("Ann")).toBeCloseTo(ann, 9);
  expect(paid.get("Bob")).toBeCloseTo(bob, 9);
});

it.each([[0.5, null, null, null], [0.4, 0.9, 1.3, 1.5]] as const)("pays as the custom function does", (weight, floor, cap, accelerator) => {
  const rest = (1 - weight) / 2;
  const plan = planOf({ rep: two }, { memory: typing(rules({ attainment: [weight, null], satisfaction: [rest, null], process: [rest, null], floor: [floor, null], cap: [cap, null], accelerator: [accelerator, null] })) });
  const asked = (base: number, attained: number, satisfied: number, processed: number) => BONUS(base, attained, satisfied, processed, [[weight, rest, rest]], floor, cap, accelerator)[0]?.[0];
  expect(payouts(plan).get("Ann")).toBeCloseTo(Number(asked(1000, 0.8, 0.9, 1)), 9);
  expect(payouts(plan).get("Bob")).toBeCloseTo(Number(asked(2000, 1.5, 0.5, 0.5)), 9);
});

it("takes the plan's base for those without one of their own", () => {
  const some = "Rep,Quota,Sales,CSAT,Process,Bonus Base\nAnn,100,80,90%,100%,1000\nBob,100,150,50%,50%,";
  const plan = planOf({ rep: some }, { memory: typing(rules({ base: [3000, 4000] })) });
  expect(payouts(plan).get("Ann")).toBeCloseTo(860, 9);
  expect([payouts(plan).get("Bob"), payouts(plan, "b").get("Bob")].map(Number)).toEqual([expect.closeTo(3000 * 1.1, 6), expect.closeTo(4000 * 1.1, 6)]);
  // Paid whatever is sold under A: 1000 × (0.18 + 0.2) + 3000 × (0.1 + 0.1) of 860 + 3300.
  expect(costs(plan, "unsold")[0]).toBeCloseTo((380 + 600) / 4160, 9);
  expect(costs(plan, "ofBase")[0]).toBeCloseTo(4160 / 4000, 9);
});

it("asks whether low figures are marks out of five, and names owners the reps' export does not know", () => {
  const said = wordsOf(sheetOf(planOf({ rep: "Rep,Quota,Sales,CSAT,Process,Bonus Base\nAnn,100,80,4.5,100%,1000\nKim,100,80,4,100%,1000", deal: deals }), "bonus"));
  expect(said).toContain("at most 4.5%");
  expect(said).toContain("1 owner of won deals is not in the export of reps");
});

it("pays nothing while weights do not add up, and says so", () => {
  const plan = planOf({ rep: two }, { memory: typing(rules({ process: [0.3, 0.2] })) });
  expect([...payouts(plan).values()]).toEqual(["", ""]);
  expect(payouts(plan, "b").get("Ann")).toBeCloseTo(860, 9);
  expect(wordsOf(sheetOf(plan, "bonus"))).toContain("Weights of plan A add up to 110%, not 100 %");
});

it("needs no satisfaction where it does not weigh", () => {
  const noScores = "Rep,Quota,Sales,Bonus Base\nAnn,100,80,1000";
  const plan = planOf({ rep: noScores }, { memory: typing(rules({ attainment: [1, 0.6], satisfaction: [0, 0.2], process: [0, 0.2] })) });
  expect(payouts(plan).get("Ann")).toBe(800);
  expect(payouts(plan, "b").get("Ann")).toBe("");
  expect(payouts(plan, "note").get("Ann")).toBe("Missing: satisfaction, process");
});

const deals = [
  "Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date",
  // Third quarter of 2026: Ann 60 + 30, Bob 120. Second: Ann 120, Bob 200. The fourth is not over.
  "1,a,Ann,Closed Won,60,2026-01-02,2026-07-01", "2,b,Ann,Closed Won,30,2026-01-02,2026-09-30", "3,c,Bob,Closed Won,120,2026-01-02,2026-08-15",
  "4,d,Ann,Closed Won,120,2026-01-02,2026-04-01", "5,e,Bob,Closed Won,200,2026-01-02,2026-06-30", "6,f,Ann,Closed Won,999,2026-01-02,2026-10-02", "7,g,Bob,Closed Lost,500,2026-01-02,2026-08-15", "8,h,Ann,Prospecting,70,2026-01-02,2026-12-01",
].join("\n");
const typedFigures: readonly [string, RememberedTable] = ["BonusPayout", {
  columns: [en.payout.rep, en.payout.quotaTyped, en.payout.satisfactionTyped, en.payout.processTyped, en.payout.baseTyped],
  rows: [["Ann", 100, 1, 1, 1000], ["Bob", 100, 0.5, 0.5, 1000]],
}];

describe("without an export of reps", () => {
  const plan = planOf({ deal: deals }, { memory: typing(typedFigures, rules({ cap: [null, 1.1] })) });

  it("holds what owners won in the newest complete quarter against the typed quota", () => {
    expect(payouts(plan, "sales")).toEqual(new Map<CellValue, CellValue>([["Ann", 90], ["Bob", 120]]));
    expect(payouts(plan, "attainment").get("Ann")).toBeCloseTo(0.9, 12);
    expect(payouts(plan).get("Ann")).toBeCloseTo(1000 * (0.54 + 0.4), 9);
    expect(payouts(plan, "b").get("Bob")).toBeCloseTo(1000 * (0.66 + 0.2), 9);
  });

  it("tries the plans on the quarters before", () => {
    expect(columnOf(plan, "BonusQuarters", en.quarters.from)).toEqual([dayOfIso("2026-04-01"), dayOfIso("2026-07-01")]);
    expect(columnOf(plan, "BonusQuarters", en.quarters.won)).toEqual([320, 210]);
    // Second quarter, A: Ann 0.6×1.2 + 0.4, Bob 0.6×2 + 0.2. B counts 1.1 for both.
    const [before, now] = columnOf(plan, "BonusQuarters", en.quarters.a);
    expect(before).toBeCloseTo(1000 * (1.12 + 1.4), 6);
    expect(now).toBeCloseTo(1000 * (0.94 + 0.92), 6);
    expect(columnOf(plan, "BonusQuarters", en.quarters.b)[0]).toBeCloseTo(1000 * (1.06 + 0.86), 6);
    expect(columnOf(plan, "BonusQuarters", en.quarters.attainment)[0]).toBeCloseTo(1.6, 9);
    expect(columnOf(plan, "BonusQuarters", en.quarters.lose)).toEqual([2, 1]);
  });

  it("counts who sold less and is not paid less under the cap", () => {
    // Bob fell from 200 % to 120 %, both above the cap of 110 %; Ann fell below it and loses.
    expect(columnOf(plan, "BonusQuarters", en.quarters.notLess)).toEqual(["", 1]);
  });

  it("shows what other weights and another attainment would cost", () => {
    const at = (name: string, header: keyof typeof en.scenario) => columnOf(plan, "BonusSensitivity", en.scenario[header])[columnOf(plan, "BonusSensitivity", en.scenario.name).indexOf(name)];
    // Capped at 1.1: Ann 0.9, Bob 1.1; 80/10/10 gives 0.72 + 0.2 and 0.88 + 0.1.
    expect(at("80 / 10 / 10", "total")).toBeCloseTo(1000 * (0.92 + 0.98), 6);
    expect(at("80 / 10 / 10", "spread")).toBeCloseTo(60, 6);
    expect(at("80 / 10 / 10", "topShare")).toBeCloseTo(0.98 / 1.9, 9);
    // Ten points more: Ann 1.0, Bob still 1.1.
    expect(at(en.scenarios.up, "total")).toBeCloseTo(1000 * (0.6 + 0.4 + 0.66 + 0.2), 6);
    expect(at(en.scenarios.down, "total")).toBeCloseTo(1000 * (0.48 + 0.4 + 0.66 + 0.2), 6);
  });

  it("takes a quarter of a year's quota", () => {
    const memory = { ...typing(typedFigures), inputs: new Map<string, CellValue>([["BonusQuotaMonths", 12], ["BonusQuarter", dayOfIso("2026-04-01")]]) };
    const yearly = planOf({ deal: deals }, { memory });
    expect(payouts(yearly, "quota").get("Ann")).toBe(25);
    expect(payouts(yearly, "sales").get("Ann")).toBe(120);
    expect(payouts(yearly, "attainment").get("Ann")).toBeCloseTo(4.8, 9);
  });

  withOffice("LibreOffice agrees, names that look like formulas and patterns included", async () => {
    const odd = deals.replaceAll("Ann", "=A*").replaceAll("Bob", ">5?");
    const memory = typing([typedFigures[0], { ...typedFigures[1], rows: typedFigures[1].rows.map(([name, ...rest]) => [name === "Ann" ? "=A*" : ">5?", ...rest]) }], rules({ cap: [null, 1.1], floor: [0.95, null] }));
    const made = planOf({ deal: odd }, { memory });
    expect(payouts(made, "sales").get("=A*")).toBe(90);
    expect(await disagreements(await writeXlsxInNode(made))).toEqual([]);
  }, 120_000);
});

it("says what is missing with nothing but owners", () => {
  const plan = planOf({ deal: deals });
  expect(wordsOf(sheetOf(plan, "bonus"))).toContain(en.headline.none);
  expect(payouts(plan, "note").get("Ann")).toBe("Missing: quota, satisfaction, process, base");
  expect(wordsOf(sheetOf(plan, "bonus"))).toContain(en.noQuotas);
});

it("keeps what was typed beside a person through a refresh, a change of language, and after the person is gone", async () => {
  const memory = typing(typedFigures, rules({ cap: [null, 1.1] }));
  const bytes = await writeXlsxInNode(planOf({ deal: deals }, { memory }));
  const zh = planOf({ deal: deals }, { memory: recallXlsx(bytes, remembered), language: "zh-CN" });
  const { bonus: words } = wholeTextIn("zh-CN");
  expect(columnOf(zh, "BonusPayout", words.payout.baseTyped)).toEqual([1000, 1000]);
  expect(columnOf(zh, "BonusPlan", words.plan.b)[4]).toBe(1.1);
  expect(zh.sheets.some(({ id }) => id === "kept")).toBe(false);
  const gone = planOf({ deal: deals.replaceAll("Bob", "Eve") }, { memory: recallXlsx(bytes, remembered) });
  expect(payouts(gone, "quotaTyped")).toEqual(new Map<CellValue, CellValue>([["Ann", 100], ["Eve", null], ["Bob", 100]]));
});

it("lists sixty people of everything, the chart the first twenty", () => {
  const rep = ["Rep,Quota,Sales,CSAT,Process,Bonus Base", ...Array.from({ length: 60 }, (_, at) => `Rep ${at},100,${at * 3},80%,80%,1000`)].join("\n");
  const plan = planOf({ rep });
  expect(tableOf(plan, "BonusPayout").rows).toBe(60);
  expect(columnOf(plan, "BonusPayout", en.payout.rep)[0]).toBe("Rep 59");
  const chart = sheetOf(plan, "bonus").charts.find(({ name }) => name === "BonusPlans");
  expect(chart?.series[0]?.values.values).toHaveLength(20);
});

it("plans every kind of export together", () => {
  const plan = report({ imports: everything("en"), memory: emptyMemory, asOf: everythingAsOf, language: "en", sheets: ["bonus"] });
  expect(costs(plan, "paid")).toEqual([9, 9]);
});

it("has no formula near the length Excel takes", () => {
  const plan = report({ imports: everything("en"), memory: emptyMemory, asOf: everythingAsOf, language: "en", sheets: ["bonus", "review", "goals", "funnel"] });
  const texts = plan.sheets.filter(({ id }) => id === "bonus" || id === "review" || id === "reviewDecisions").flatMap(({ cells, tables }) => [
    ...cells.flatMap(({ formula }) => formula ?? []), ...tables.flatMap(({ columns }) => columns.flatMap(({ formula, formulas }) => [formula ?? [], ...(formulas ?? [])].flat())),
  ]).filter((text): text is string => typeof text === "string");
  expect(texts.length).toBeGreaterThan(100);
  expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(2_500);
});

describeWithShared("a year of deals with its reps", () => {
  const read = (file: string) => readFileSync(sharedData(`maven_crm/${file}`) ?? "", "utf8");

  it("holds what the quarter's months brought, as counted elsewhere, and lists reps without a deal", () => {
    const { results } = JSON.parse(read("expected.json")) as { results: { by_close_month: { rows: readonly { close_month: string; won_amount: number }[] }; reps_without_deals: { rows: readonly { sales_agent: string }[] } } };
    const quarter = results.by_close_month.rows.filter(({ close_month }) => ["2017-10", "2017-11", "2017-12"].includes(close_month)).reduce((sum, { won_amount }) => sum + won_amount, 0);
    const plan = planOf({ deal: read("sales_pipeline.csv"), rep: read("sales_teams.csv") }, { asOf: "2017-12-31" });
    const sales = payouts(plan, "sales");
    expect([...sales.values()].reduce<number>((sum, value) => sum + Number(value), 0)).toBe(quarter);
    expect(sales.size).toBe(35);
    for (const { sales_agent } of results.reps_without_deals.rows) expect(sales.get(sales_agent)).toBe(0);
  });
});
