// The definitions compared against figures worked out by hand, and against the shared data's own answers.

import { readFileSync } from "node:fs";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { linkImports, readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import { languages, type Language } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type CellValue, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { columnOf, sheetOf, wordsOf } from "./made";
import { cut } from "./refreshing";

const withOffice = isInstalled("soffice") ? it : it.skip;

/** The period is 2025-07-01 to 2026-06-30; the matured one 2025-01-02 to 2026-01-01, 180 days before. */
const asOf = "2026-06-30";
const deals = [
  "Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date,Lost Reason",
  "1,a,Ann,Closed Won,100,2025-08-01,2025-09-30,", // 60 days
  "2,b,Ann,Closed Won,300,2025-01-03,2025-07-10,", // 188 days
  "3,c,Ben,Closed Lost,600,2025-10-01,2025-10-21,Price", // 20 days
  "4,d,Ben,Closed Lost,200,2025-11-01,2025-12-01,Duplicate", // 30 days
  "5,e,Ben,Closed Won,500,2024-01-01,2024-06-29,", // 180 days
  "6,f,Ann,Proposal,1000,2026-05-01,2026-08-15,",
  "7,g,Ann,Proposal,400,2024-09-01,2026-06-15,",
  "8,h,Ben,Closed Lost,100,2024-08-01,2024-08-11,Price", // 10 days
].join("\n");

const quota: Memory = { inputs: new Map([["ComparedQuota", 1300]]), tables: new Map() };

const expected: Readonly<Record<string, number | "">> = {
  "winRate.periodCount": 2 / 4, "winRate.periodAmount": 400 / (400 + 800), "winRate.excluding": 2 / 3,
  "winRate.createdClosed": 1 / 3, "winRate.maturedCohort": 2 / 4, "winRate.createdAll": 1 / 4,
  "winRate.lastYear": 2 / 4, "winRate.everCount": 3 / 6, "winRate.everAmount": 900 / 1800, "winRate.allDeals": 3 / 8,
  "cycle.wonMean": (60 + 188) / 2, "cycle.wonMedian": (60 + 188) / 2, "cycle.closedMean": (60 + 188 + 20 + 30) / 4, "cycle.closedMedian": (30 + 60) / 2,
  "cycle.firstStage": "", "cycle.everMean": (60 + 188 + 180) / 3, "cycle.everMedian": 180,
  "funnel.snapshot": 3 / 8, "funnel.back-filled": 3 / 5, "funnel.ever-entered": "", "funnel.cohort": "", "funnel.strict": "",
  "velocity.openPeriod": (2 * 0.5 * 200) / 124, "velocity.closedPeriod": (4 * 0.5 * 200) / 124, "velocity.openEver": (2 * 0.5 * 300) / (428 / 3), "velocity.wonPerDay": 400 / 365,
  "average.wonMean": 200, "average.wonMedian": 200, "average.everWonMean": 300, "average.openMean": 700, "average.openMedian": 700, "average.allMean": 3200 / 8,
  "forecast.commit": 400, "forecast.open": 1400, "forecast.simple": 2 * 0.5 * 300, "forecast.runRate": 0,
  "coverage.openLeft": 1400 / 1300, "coverage.dueLeft": 1400 / 1300, "coverage.openWhole": 1400 / 1300,
};

describe.each(languages)("in %s", (language) => {
  const { comparison: words } = wholeTextIn(language);
  const plan = planOf(deals, asOf, language, quota);

  it.each(Object.entries(expected))("gives %s as worked out by hand", (id, value) => {
    const found = valueOf(plan, id, language);
    if (value === "") expect(found ?? "").toBe("");
    else expect(found).toBeCloseTo(value, 9);
  });

  it("says in a sentence how far the definitions are apart", () => {
    const { says, families } = words;
    const { name, definitions } = families.winRate;
    const said = says.replace("{kpi}", name).replace("{first}", "50%").replace("{firstName}", definitions.periodCount.name).replace("{low}", "25%").replace("{lowName}", definitions.createdAll.name)
      .replace("{high}", "66.7%").replace("{highName}", definitions.excluding.name);
    expect(wordsOf(sheetOf(plan, "comparison"))).toContain(said);
  });

  it("says why a definition is empty, and only then", () => {
    const names = columnOf(plan, "ComparedDefinitions", words.table.definition);
    const why = columnOf(plan, "ComparedDefinitions", words.table.why);
    const values = columnOf(plan, "ComparedDefinitions", words.table.value);
    expect(why.map((text) => text !== "")).toEqual(values.map((value) => (value ?? "") === ""));
    expect(why[names.indexOf(words.families.cycle.definitions.firstStage.name)]).toBe(words.families.cycle.definitions.firstStage.why);
  });

  it("names every definition once", () => {
    const names = Object.values(words.families).flatMap(({ definitions }) => Object.values(definitions).map(({ name }) => name));
    expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  });

  withOffice("LibreOffice computes the same", async () => {
    expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  }, 120_000);
});

it.each(languages)("calls no funnel that holds a snapshot a conversion in %s", (language) => {
  const { comparison, dashboard, funnel } = wholeTextIn(language);
  const said = [comparison.families.funnel.name, comparison.families.funnel.definitions.snapshot.name, dashboard.missing.conversion, dashboard.charts.conversion, ...Object.values(funnel.modes.snapshot)];
  for (const text of said) expect(text).not.toMatch(/conversion|转化/i);
});

it("keeps what the team agreed on, and translates it", async () => {
  const en = wholeTextIn("en").comparison;
  const zh = wholeTextIn("zh-CN").comparison;
  const agreed = (choice: string): Memory => ({
    inputs: new Map<string, CellValue>([["ComparedMonths", 6], ["ComparedEnd", dayOfIso("2025-12-31")]]),
    tables: new Map([
      ["AgreedDefinitions", { columns: [en.agreed.kpi, en.agreed.choice, en.agreed.by], rows: [["Win rate", choice, "Board"], ["Our own KPI", null, "Ann"]] }],
      ["ComparedLostReasons", { columns: [en.reasons.reason, en.reasons.counts], rows: [["Price", "No"], ["Gone reason", "No"]] }],
    ]),
  });
  const own = planOf(deals, asOf, "en", agreed(en.families.winRate.definitions.periodAmount.name));
  // From 2025-07-01 to 2025-12-31 the same four deals closed.
  expect(columnOf(own, "AgreedDefinitions", en.agreed.value)[0]).toBeCloseTo(1 / 3, 9);
  expect(columnOf(own, "AgreedDefinitions", en.agreed.state).slice(0, 2)).toEqual([en.states.agreed, en.states.open]);
  expect(columnOf(own, "AgreedDefinitions", en.agreed.by)).toEqual(["Board", ...Array.from({ length: 9 }, () => null), "Ann"]);
  // Price does not count now, Duplicate (as proposed) neither: no lost deal is left.
  expect(valueOf(own, "winRate.excluding", "en")).toBe(1);
  expect(columnOf(own, "ComparedLostReasons", en.reasons.reason)).toContain("Gone reason");
  const other = planOf(deals, asOf, "en", agreed(en.families.cycle.definitions.wonMean.name));
  expect(columnOf(other, "AgreedDefinitions", en.agreed.state)[0]).toBe(en.states.other);
  const again = planOf(deals, asOf, "zh-CN", recallXlsx(await writeXlsxInNode(own), remembered));
  expect(columnOf(again, "AgreedDefinitions", zh.agreed.choice)[0]).toBe(zh.families.winRate.definitions.periodAmount.name);
  expect(columnOf(again, "AgreedDefinitions", zh.agreed.state)[0]).toBe(zh.states.agreed);
  expect(valueOf(again, "winRate.excluding", "zh-CN")).toBe(1);
});

it("keeps what was agreed where this refresh brings no deals", () => {
  const en = wholeTextIn("en").comparison;
  const memory: Memory = { inputs: new Map(), tables: new Map([["AgreedDefinitions", { columns: [en.agreed.kpi, en.agreed.by], rows: [["Win rate", "Board"]] }]]) };
  const plan = report({ imports: [], memory, asOf: dayOfIso(asOf) as Day, language: "en", sheets: ["comparison"] });
  expect(columnOf(plan, "AgreedDefinitions", en.agreed.by)[0]).toBe("Board");
  expect(wordsOf(sheetOf(plan, "comparison"))).toContain(en.noDeals);
});

it("follows the fiscal year, and rates of currencies", async () => {
  const inputs = new Map<string, CellValue>([["FiscalYearStart", 2], ["ComparedQuota", 2000], ["Currency", "EUR"]]);
  const { rates } = wholeTextIn("en").tables;
  const tables: Memory["tables"] = new Map([["Rates", { columns: [rates.currency, rates.rate], rows: [["EUR", 1], ["USD", 0.5]] }]]);
  const head = "Deal ID,Deal Name,Stage,Amount,Currency,Created Date,Close Date\n";
  const rows = "1,a,Closed Won,100,EUR,2026-01-05,2026-03-01\n2,b,Closed Won,400,USD,2026-01-05,2026-03-11\n3,c,Proposal,1000,USD,2026-01-05,2026-07-31\n4,d,Proposal,50,EUR,2026-01-05,2026-08-01\n5,e,Closed Lost,300,EUR,2025-09-01,2026-01-31";
  const plan = planOf(head + rows, asOf, "en", { inputs, tables });
  // The fiscal quarter runs from May to July, the fiscal year from February: 100 + 400 × 0.5 won in it.
  expect(valueOf(plan, "forecast.commit", "en")).toBe(500);
  expect(valueOf(plan, "coverage.openLeft", "en")).toBeCloseTo(550 / (2000 - 300), 12);
  expect(valueOf(plan, "winRate.periodAmount", "en")).toBeCloseTo(300 / 600, 12);
  if (isInstalled("soffice")) expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 60_000);

it("says what is missing where the export has neither amounts nor dates", async () => {
  const plan = planOf("Deal ID,Deal Name,Stage\n1,=x,Proposal\n2,A*,Closed Won\n3,>5,Closed Lost", asOf, "en", emptyMemory);
  expect(valueOf(plan, "winRate.everCount", "en")).toBe(0.5);
  expect(valueOf(plan, "winRate.periodCount", "en") ?? "").toBe("");
  expect(wordsOf(sheetOf(plan, "comparison"))).toContain("Sales cycle: cannot be worked out");
  if (isInstalled("soffice")) expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 60_000);

describeWithShared("the shared data", () => {
  const answers = (set: string) => JSON.parse(readFileSync(sharedData(`${set}/expected.json`) ?? "", "utf8")).results as Readonly<Record<string, { readonly rows: readonly Readonly<Record<string, number>>[] }>>;
  const row = (set: string, name: string, at = 0) => answers(set)[name]?.rows[at] ?? {};
  const file = (path: string) => readFileSync(sharedData(path) ?? "", "utf8");

  it("agrees with the answers to the Maven deals", () => {
    const plan = planOf(file("maven_crm/sales_pipeline.csv"), "2017-12-31", "en", emptyMemory);
    const [lostDays, wonDays, bothDays] = [0, 1, 2].map((at) => row("maven_crm", "sales_cycle_days", at));
    const found = (id: string) => Number(valueOf(plan, id, "en"));
    expect(found("winRate.everCount")).toBeCloseTo(row("maven_crm", "win_rate")["win_rate_closed"]!, 12);
    expect(found("winRate.allDeals")).toBeCloseTo(row("maven_crm", "win_rate")["win_share_all"]!, 12);
    expect(lostDays!["n"]! + wonDays!["n"]!).toBe(bothDays!["n"]!);
    expect(found("cycle.everMean")).toBeCloseTo(wonDays!["mean_days"]!, 9);
    expect(found("cycle.everMedian")).toBe(wonDays!["median_days"]);
    // Every deal of the data was closed in 2017, the last twelve months.
    expect(found("cycle.closedMean")).toBeCloseTo(bothDays!["mean_days"]!, 9);
    expect(found("cycle.closedMedian")).toBe(bothDays!["median_days"]);
    expect(found("funnel.snapshot")).toBeCloseTo(row("maven_crm", "funnel_reached", 3)["overall_conversion"]!, 12);
    expect(found("forecast.simple")).toBeCloseTo(row("maven_crm", "forecast_simple")["expected_amount"]!, 4);
    expect(found("forecast.runRate")).toBeCloseTo(row("maven_crm", "forecast_simple")["run_rate_next_month"]!, 6);
    expect(found("average.everWonMean")).toBeCloseTo(row("maven_crm", "forecast_simple")["mean_won"]!, 9);
    expect(found("completeness.fillable")).toBeCloseTo(row("maven_crm", "completeness_overall")["fair_overall"]!, 12);
    expect(found("completeness.cells")).toBeCloseTo(row("maven_crm", "completeness_overall")["cells_overall"]!, 12);
    expect(found("completeness.rows")).toBeCloseTo(row("maven_crm", "completeness_overall")["complete_rows_overall"]!, 12);
  });

  it("agrees with the answers to the Salesforce export", () => {
    const plan = planOf(file("salesforce_export/Opportunity.csv"), "2026-11-23", "en", emptyMemory);
    const found = (id: string) => valueOf(plan, id, "en") ?? "";
    expect(found("winRate.everCount")).toBeCloseTo(row("salesforce_export", "win_rate")["win_rate"]!, 12);
    expect(found("winRate.everAmount")).toBeCloseTo(row("salesforce_export", "win_rate")["win_rate_by_amount"]!, 12);
    expect(found("forecast.weighted")).toBeCloseTo(row("salesforce_export", "weighted_pipeline")["weighted"]!, 4);
    expect(found("forecast.open")).toBe(row("salesforce_export", "weighted_pipeline")["amount"]);
    // All closes lie in the future, and all deals have one created day: nothing can be said of the period, and of no cycle.
    expect(found("winRate.periodCount")).toBe("");
    expect(found("cycle.everMean")).toBe("");
  });
});

function planOf(text: string, day: string, language: Language, memory: Memory): WorkbookPlan {
  return report({ imports: linkImports([readExport(cut(text), { memory })]), memory, asOf: dayOfIso(day) as Day, language, sheets: ["comparison"] });
}

/** The value of `winRate.periodCount` in the table. */
function valueOf(plan: WorkbookPlan, id: string, language: Language): CellValue | undefined {
  const { families, table } = wholeTextIn(language).comparison;
  const [family = "", one = ""] = id.split(".");
  const texts = families[family as keyof typeof families].definitions as Readonly<Record<string, { readonly name: string }>>;
  const at = columnOf(plan, "ComparedDefinitions", table.definition).indexOf(texts[one]?.name ?? "");
  if (at < 0) throw new Error(`no such definition: ${id}`);
  return columnOf(plan, "ComparedDefinitions", table.value)[at];
}
