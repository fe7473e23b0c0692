// Stage gates against figures worked out by hand and by others, odd names and little data; what was typed outlives a refresh.

import { readFileSync } from "node:fs";
import { linked, readFiles, recordsOf } from "../../src/cli/files";
import type { CrmTable } from "../../src/crm/reading";
import { isProblem, parseTable } from "../../src/crm/table";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { gatesEntry } from "../../src/sheets/gates";
import { emptyMemory, type Memory, type RememberedTable } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { languages, textIn, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { everything, everythingAsOf } from "../everything";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { bookOf, columnOf, made, sheetOf, tableOf, wordsOf, type MadeDeal, type Making } from "./made";
import { maven } from "./maven";

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of Stage gates: not run, install LibreOffice with: apt-get install libreoffice-calc");

const { gates: en } = wholeTextIn("en");

const stages: Making["stages"] = [["线索识别", "open"], ["需求确认", "open"], ["方案演示", "open"], ["商务谈判", "open", { longestStay: 20 }], ["成交", "won"], ["丢单", "lost"]];

/** As of 2026-07-01; limits are 90 days, in 商务谈判 20. */
const deals: readonly MadeDeal[] = [
  { id: "A", name: "all there", owner: "Ann", account: "X", source: "Web", contact: "c", stage: "商务谈判", amount: 100, created: "2026-01-01", stageSince: "2026-06-11", lastActivity: "2026-06-30", due: "2026-07-31", product: "P", nextStep: "call", competitor: "Z", pushCount: 1 },
  { id: "B", name: "no contact, no step, past", owner: "Ann", account: "X", source: "Web", stage: "商务谈判", amount: 50, created: "2026-01-01", stageSince: "2026-06-10", lastActivity: "2026-05-31", due: "2026-06-30", product: "P", pushCount: 2 },
  { id: "C", name: "no amount", owner: "Bob", account: "X", source: "Web", contact: "c", stage: "方案演示", created: "2026-01-01", stageSince: "2026-04-02", lastActivity: "2026-06-01", due: "2026-07-31", product: "P", pushCount: 0 },
  { id: "D", name: "only begun", owner: "Bob", account: "X", source: "Web", stage: "线索识别", amount: 70, created: "2026-06-01", stageSince: "2026-06-01", pushCount: 0 },
  { id: "E", name: "won", owner: "Bob", stage: "成交", outcome: "won", amount: 10, created: "2026-01-01", closed: "2026-02-01" },
];

function planOf(making: Partial<Making> = {}): WorkbookPlan {
  const context = made({ deals, stages, asOf: "2026-07-01", ...making });
  return bookOf(context, gatesEntry.make(context), ...(gatesEntry.more?.(context) ?? []));
}

function memoryOf(tables: readonly (readonly [string, RememberedTable])[], inputs: readonly (readonly [string, CellValue])[] = []): Memory {
  return { inputs: new Map(inputs), tables: new Map(tables) };
}

describe("the article's five stages", () => {
  const plan = planOf();
  const of = (table: string, name: string) => columnOf(plan, table, name);
  const missed = new Map(of("GateMisses", en.misses.id).map((id, at) => [id, [of("GateMisses", en.misses.missing)[at], of("GateMisses", en.misses.what)[at]]]));

  it("have entry and exit criteria, each bound to the column that proves it", () => {
    const rows = of("GateCriteria", en.criteria.stage).map((stage, at) => [stage, ...(["gate", "field", "operator", "state"] as const).map((name) => of("GateCriteria", en.criteria[name])[at])].join(" | "));
    expect(rows).toContain("线索识别 | Exit | Contact | is not blank | by its column");
    expect(rows).toContain("方案演示 | Entry |  |  | by hand");
    expect(rows).toContain("方案演示 | Exit |  |  | by hand");
    expect(rows).toContain("商务谈判 | Entry | Expected close | not past | by its column");
    expect(rows).toContain("成交 | Entry |  |  | by hand, when it closes");
    for (const [stage, outcome] of stages) if (outcome === "open") for (const gate of ["Entry", "Exit"]) expect(rows.filter((row) => row.startsWith(`${stage} | ${gate}`)).length).toBeGreaterThan(0);
  });

  it("name what each deal misses: a contact asked for on leaving the first stage, an amount at the presentation", () => {
    expect(missed.get("A")).toBeUndefined();
    expect(missed.get("B")).toEqual([3, [en.asked.contact, en.asked.notPast, en.asked.agreedStep].join(en.separator)]);
    expect(missed.get("C")).toEqual([1, en.asked.amount]);
    expect(missed.get("D")).toBeUndefined();
  });

  it("sum what is at risk by stage and by rep", () => {
    // Missing: B (50, Ann, 商务谈判) and C (no amount, Bob, 方案演示). Open: A 100, B 50, D 70.
    expect(of("GateStages", en.stages.missing)).toEqual([0, 0, 1, 1]);
    expect(of("GateStages", en.stages.risk)).toEqual([0, 0, "", 50]);
    expect(of("GateStages", en.stages.share)).toEqual([0, "", 1, 0.5]);
    expect(of("GateReps", en.reps.rep)).toEqual(["Ann", "Bob"]);
    expect(of("GateReps", en.reps.risk)).toEqual([50, ""]);
    expect(wordsOf(sheetOf(plan, "gates"))).toContain("2 of 4 open deals miss something their stage asks for: 50 of 220 is at risk.");
  });

  it("say why a deal stands still, with days and limits", () => {
    // A is 20 days in a stage whose limit is 20: not longer. B 21 days, due yesterday, quiet for 31 days, pushed twice. C is 90 days in: not longer than 90, quiet for 30: not more than 30.
    expect(of("GateStill", en.stillList.id)).toEqual(["B"]);
    expect(of("GateStill", en.stillList.why)).toEqual(["21 days in its stage, limit 20; expected close 1 day ago; no activity for 31 days; pushed 2×"]);
    expect(of("GateReps", en.reps.still)).toEqual([1, 0]);
  });
});

it("takes a waived deal out of what is at risk and keeps what was agreed, also of a deal that is complete or closed by now", () => {
  const { misses } = en;
  const columns = [misses.deal, misses.waived, misses.by, misses.agreed, misses.id];
  const rows = [["b", "Yes", 46_300, "ask Zoe", "B"], ["a", null, null, "thank them", "A"], ["e", null, null, "won it", "E"]];
  const plan = planOf({ memory: memoryOf([["GateMisses", { columns, rows }]]) });
  expect(columnOf(plan, "GateMisses", misses.id)).toEqual(["B", "C", "A", "E"]);
  expect(columnOf(plan, "GateMisses", misses.agreed)).toEqual(["ask Zoe", null, "thank them", "won it"]);
  expect(columnOf(plan, "GateMisses", misses.what).slice(2)).toEqual([en.settled, en.closed]);
  expect(columnOf(plan, "GateStages", en.stages.missing)).toEqual([0, 0, 1, 0]);
  expect(columnOf(plan, "GateStages", en.stages.risk)).toEqual([0, 0, "", 0]);
});

it("checks criteria as they were typed, and says of each how it is checked", () => {
  const { criteria, states } = en;
  const columns = [criteria.stage, criteria.gate, criteria.field, criteria.operator, criteria.value, criteria.active, criteria.asked];
  const row = (stage: string, gate: string, field: string | null, operator: string | null, value: CellValue, active = "Yes") => [stage, gate, field, operator, value, active, "asked"];
  const rows = [
    row("线索识别", "Entry", "Amount", "at least", 60), row("线索识别", "Entry", "Product", "is", "p"), row("线索识别", "Entry", "Account", "contains", "*"), row("需求确认", "Entry", "Last activity", "within days", 30),
    row("商务谈判", "Exit", "Amount", "above", 1e9), row("线索识别", "Entry", "Amount", "at least", "much"), row("线索识别", "Entry", "Nobody's column", "is not blank", null),
    row("线索识别", "Entry", "Amount", "above", 1e9, "No"), row("Elsewhere", "Entry", "Amount", "above", 1), row("成交", "Entry", "Amount", "above", 1), row("方案演示", "Entry", null, null, null),
  ];
  const plan = planOf({ memory: memoryOf([["GateCriteria", { columns, rows }]]) });
  const of = (name: keyof typeof criteria) => columnOf(plan, "GateCriteria", criteria[name]).slice(0, rows.length);
  // Amount: B 50 and C none. Product: D has none. No account has a star. Activity in the last 30 days from the second stage on: B is 31 days quiet.
  expect(of("missing")).toEqual([2, 1, 4, 1, "", "", "", "", "", "", ""]);
  expect(of("state")).toEqual([states.column, states.column, states.column, states.column, states.column, states.noValue, states.waits, states.off, states.noStage, states.close, states.hand]);
});

it("asks what Setup says of a stage", () => {
  const plan = planOf({ stages: [["New", "open", { entryCriteria: "Budget is known" }], ["Won", "won"]], deals: [{ id: "1", stage: "New", amount: 1 }] });
  expect(columnOf(plan, "GateCriteria", en.criteria.asked)[0]).toBe("Budget is known");
});

it("takes the longer of Setup's days and twice the median of won deals", () => {
  const moves = ["w1", "w2", "w3"].flatMap((deal, at) => [{ deal, to: "New", on: "2026-01-01" }, { deal, to: "Won", on: ["2026-03-02", "2026-03-12", "2026-12-31"][at]! }]);
  const won = ["w1", "w2", "w3"].map((id): MadeDeal => ({ id, stage: "Won", outcome: "won" }));
  const making: Making = { asOf: "2026-07-01", stages: [["New", "open", { longestStay: 90 }], ["Won", "won"]], moves, deals: [...won, { id: "o", stage: "New", stageSince: "2026-02-01", amount: 1 }] };
  // 60, 70 and 364 days: the median is 70, twice that 140; the open deal is 150 days in.
  const plan = planOf(making);
  expect(columnOf(plan, "GateLimits", en.limits.median)).toEqual([70]);
  expect(columnOf(plan, "GateLimits", en.limits.limit)).toEqual([140]);
  expect(columnOf(plan, "GateStages", en.stages.still)).toEqual([1]);
  const later = planOf({ ...making, memory: memoryOf([], [["GateMedianTimes", 3]]) });
  expect(columnOf(later, "GateLimits", en.limits.limit)).toEqual([210]);
  expect(columnOf(later, "GateStages", en.stages.still)).toEqual([0]);
});

it("tells in one sentence what is missing where there is little", () => {
  const said = (making: Partial<Making>) => wordsOf(sheetOf(planOf(making), "gates"));
  expect(said({ deals: [] })).toContain(en.needs.deals);
  expect(said({ deals: [{ id: "1", stage: "Won", outcome: "won" }], stages: [["Won", "won"]] })).toContain(en.needs.open);
  expect(said({ deals: [{ id: "1", amount: 4 }], stages: [] })).toContain(en.needs.stages);
  const bare = said({ deals: [{ id: "1", stage: "New" }, { id: "2", stage: "Other" }], stages: [["New", "open"]] });
  for (const line of [en.nothingChecked, en.noReps, en.unknown.long, en.unknown.due, en.unknown.quiet, en.unknown.pushes]) expect(bare).toContain(line);
});

it("lists fifty deals and says how many there are", () => {
  const many = Array.from({ length: 70 }, (_, at): MadeDeal => ({ id: `M${at}`, account: at === 0 ? "x" : null, stage: "New", amount: at + 1 }));
  const plan = planOf({ deals: many, stages: [["New", "open"]] });
  expect(tableOf(plan, "GateMisses").rows).toBe(50);
  expect(columnOf(plan, "GateMisses", en.misses.amount)[0]).toBe(70);
  expect(wordsOf(sheetOf(plan, "gates"))).toContain("69 in all");
});

const odd = ["=x", ">5", "A*", "?", "~", "TRUE", "00123", "#N/A", "<>", "Zoë \"Q\"", "x".repeat(300)];
const oddDeals = odd.flatMap((name, at): readonly MadeDeal[] => [
  { id: name, name, owner: name, account: name, stage: odd[at % 4]!, amount: 10 * at, created: "2026-01-01", due: "2026-05-01", contact: at % 2 ? name : null, product: name, competitor: name, pushCount: at % 3 },
]);

describe("LibreOffice computes the same", () => {
  it.each<readonly [string, Partial<Making>]>([
    ["of the worked example", {}],
    ["of odd names", { deals: oddDeals, stages: [["=x", "open"], [">5", "open"], ["A*", "open"], ["?", "open"], ["Won", "won"]] }],
    ["of twenty-five stages and sixty reps", {
      stages: [...Array.from({ length: 25 }, (_, at) => [`Stage ${at + 1}`, "open"] as const), ["Won", "won"]],
      deals: Array.from({ length: 180 }, (_, at): MadeDeal => ({ id: `N${at}`, owner: `Rep ${at % 60}`, stage: `Stage ${(at % 25) + 1}`, amount: at % 7 ? at : null, created: "2026-01-01", contact: at % 3 ? "c" : null, nextStep: at % 4 ? "n" : null, product: at % 5 ? "p" : null, due: at % 2 ? "2026-06-01" : "2026-08-01" })),
    }],
    ["of deals with nothing but a stage", { deals: [{ id: "1", stage: "New" }, { id: "2", stage: "Other" }], stages: [["New", "open"]] }],
    ["of typed criteria and notes", {
      memory: memoryOf([
        ["GateCriteria", { columns: ["Stage", "Gate", "Field", "Operator", "Value", "Active", "What is asked"].map(String), rows: [
          ["线索识别", "Entry", "Product", "is", "~p*", "Yes", "a"], ["线索识别", "Entry", "Product", "contains", "P", "Yes", "b"], ["线索识别", "Entry", "Product", "is not", "P", "Yes", "c"], ["线索识别", "Entry", "Amount", "at most", 60, "Yes", "d"],
          ["线索识别", "Entry", "Amount", "below", 0.5, "Yes", "e"], ["Gone", "Exit", "Amount", "is", 50, "Yes", "f"], ["线索识别", "Exit", "Amount", "is", 50, "Yes", "g"], ["线索识别", "Exit", "Last activity", "within days", 30, "Yes", "h"], ["线索识别", "Exit", "Pro*", "filled", null, "Yes", "i"], ["线索识别", "Exit", "~", "filled", null, "Yes", "j"], [null, null, null, null, 7, null, null],
        ] }],
        ["GateMisses", { columns: ["Deal", "Waived", "Agreed next step", "Deal ID"], rows: [["b", "Yes", "note", "B"], ["gone", "Yes", "note", "Z"]] }],
      ]),
    }],
  ])("%s", async (_, making) => {
    if (!isInstalled("soffice")) return;
    expect(await disagreements(await writeXlsxInNode(planOf(making)))).toEqual([]);
  }, 120_000);
});

it("translates what it made itself when the language changes, and keeps what was typed", async () => {
  const first = report({ imports: everything("en"), memory: emptyMemory, asOf: everythingAsOf, language: "en", sheets: ["gates"] });
  const memory = recallXlsx(await writeXlsxInNode(first), remembered);
  const again = report({ imports: everything("en", undefined, memory), memory, asOf: everythingAsOf, language: "zh-CN", sheets: ["gates"] });
  const zh = wholeTextIn("zh-CN").gates;
  expect(again.sheets.some(({ id }) => id === "kept")).toBe(false);
  expect(columnOf(again, "GateCriteria", zh.criteria.asked)[0]).toBe(zh.asked.customer);
  expect(columnOf(again, "GateCriteria", zh.criteria.missing)).toEqual(columnOf(first, "GateCriteria", en.criteria.missing));
});

it("counts pushes from the snapshots of the workbook where the export does not", async () => {
  const csv = (due: string) => `Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date\n1,a,Ann,Proposal,100,2026-01-01,${due}\n2,b,Ann,Proposal,50,2026-01-01,2026-12-01\n`;
  const build = (due: string, asOf: string, memory: Memory) => report({ imports: [readExport(csvTable(csv(due)), { object: "deal" })], memory, asOf: dayOfIso(asOf) as Day, language: "en", sheets: ["gates"] });
  const recalled = async (plan: WorkbookPlan) => recallXlsx(await writeXlsxInNode(plan), remembered);
  const first = build("2026-06-30", "2026-03-01", emptyMemory);
  expect(wordsOf(sheetOf(first, "gates"))).toContain(en.unknown.pushes);
  const second = build("2026-07-31", "2026-03-08", await recalled(first));
  const third = build("2026-08-31", "2026-03-15", await recalled(second));
  expect(columnOf(second, "GateChecks", en.checks.pushes)).toEqual([1, 0]);
  expect(columnOf(third, "GateChecks", en.checks.pushes)).toEqual([2, 0]);
  expect(columnOf(third, "GateReps", en.reps.pushed)).toEqual([1]);
  expect(wordsOf(sheetOf(third, "gates"))).toContain(en.unknown.log);
});

it("checks deals by a column of the company's own, numbers as numbers", () => {
  const csv = "Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Budget confirmed,Fit Points\n1,a,Ann,Proposal,100,2026-01-01,Yes,70\n2,b,Ann,Proposal,50,2026-01-01,No,8\n3,c,Ann,Proposal,50,2026-01-01,,\n";
  const { criteria } = en;
  const columns = [criteria.stage, criteria.gate, criteria.field, criteria.operator, criteria.value, criteria.active, criteria.asked];
  const rows = [["Proposal", "Entry", "Budget confirmed", "is", "yes", "Yes", "budget"], ["Proposal", "Entry", "Fit Points", "at least", 30, "Yes", "fit"]];
  const plan = report({ imports: [readExport(csvTable(csv), { object: "deal" })], memory: memoryOf([["GateCriteria", { columns, rows }]]), asOf: dayOfIso("2026-02-01") as Day, language: "en", sheets: ["gates"] });
  expect(columnOf(plan, "GateCriteria", criteria.missing).slice(0, 2)).toEqual([2, 2]);
  expect(columnOf(plan, "GateMisses", en.misses.what)).toEqual(["budget; fit", "budget; fit"]);
});

withOffice("checks amounts in the reporting currency at the rates typed", async () => {
  const plan = ratesPlan("en");
  expect(columnOf(plan, "GateStages", en.stages.amount)).toEqual([300]);
  expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 120_000);

function csvTable(text: string): CrmTable {
  const table = parseTable({ file: "deals.csv", text });
  if (isProblem(table)) throw new Error(table.problem);
  return table;
}

/** 100 EUR and 20 USD at ten EUR each. */
function ratesPlan(language: Language): WorkbookPlan {
  const csv = "Deal ID,Deal Name,Owner,Stage,Amount,Currency,Created Date,Close Date\n1,a,Ann,Proposal,100,EUR,2026-01-01,2026-09-01\n3,c,Ann,Proposal,,EUR,2026-01-01,2026-09-01\n2,b,Ann,Proposal,20,USD,2026-01-01,2026-09-01\n";
  const text = textIn(language);
  const { rates } = text.tables;
  const memory = memoryOf([["Rates", { columns: [rates.currency, rates.rate], rows: [["USD", 10]] }]], [["Currency", "EUR"]]);
  return report({ imports: [readExport(csvTable(csv), { object: "deal" })], memory, asOf: dayOfIso("2026-07-01") as Day, language, sheets: ["gates"] });
}

describeWithShared("against the shared data", () => {
  it.each(languages)("has Salesforce's open pipeline by stage, in %s", async (language) => {
    const plan = await shared(language, "2026-11-23", "salesforce_export/Opportunity.csv", "salesforce_export/User.csv");
    const words = wholeTextIn(language).gates;
    const found = new Map(columnOf(plan, "GateStages", words.stages.stage).map((stage, at) => [stage, [columnOf(plan, "GateStages", words.stages.open)[at], columnOf(plan, "GateStages", words.stages.amount)[at]]]));
    for (const { StageName, n, amount } of expected("salesforce_export", "pipeline_by_stage_open")) expect([StageName, found.get(StageName as string)]).toEqual([StageName, [n, amount]]);
    const [all] = expected("salesforce_export", "weighted_pipeline");
    expect(tableOf(plan, "GateChecks").rows).toBe(all?.["n"]);
    expect(wordsOf(sheetOf(plan, "gates"))).toContain(words.unknown.sameDay);
  });

  it("has Maven's deals that stand longer than 90 days, by rep", () => {
    const plan = planOf(maven());
    const [all] = expected("maven_crm", "stalled_open_deals_2017_12_31");
    const still = columnOf(plan, "GateStages", en.stages.still).reduce<number>((sum, value) => sum + Number(value), 0);
    expect(still).toBe(all?.["stalled_over_90"]);
    const reps = new Map(columnOf(plan, "GateReps", en.reps.rep).map((rep, at) => [rep, columnOf(plan, "GateReps", en.reps.still)[at]]));
    for (const { sales_agent, stalled_over_90 } of expected("maven_crm", "stalled_over_90_by_rep")) expect([sales_agent, reps.get(sales_agent as string)]).toEqual([sales_agent, stalled_over_90]);
  });

  it("takes the two deals of the Chinese car dealer", async () => {
    const plan = await shared("zh-CN", "2023-12-01", "cn_auto_crm/交易.csv");
    const words = wholeTextIn("zh-CN").gates;
    expect(columnOf(plan, "GateStages", words.stages.stage)).toEqual(["01创建交易"]);
    expect(columnOf(plan, "GateStages", words.stages.amount)).toEqual([93_000]);
  });
});

async function shared(language: Language, asOf: string, ...files: readonly string[]): Promise<WorkbookPlan> {
  const text = textIn(language);
  const read = await readFiles(files.map((file) => ({ path: sharedData(file) ?? file, object: null })), text);
  return report({ imports: linked(recordsOf(read, text, () => undefined)), memory: emptyMemory, asOf: dayOfIso(asOf) as Day, language, sheets: ["gates"] });
}

function expected(set: string, name: string): readonly Readonly<Record<string, unknown>>[] {
  const { results } = JSON.parse(readFileSync(sharedData(`${set}/expected.json`) ?? "", "utf8")) as { readonly results: Readonly<Record<string, { readonly rows: readonly Readonly<Record<string, unknown>>[] }>> };
  return results[name]?.rows ?? [];
}
