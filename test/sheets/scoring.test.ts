// Lead scores: the article's scores, the same points as =SALES.LEADSCORE, what is live, lists, and what is odd or missing.

import { readFileSync } from "node:fs";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { report } from "../../src/report";
import { emptyMemory } from "../../src/sheets/memory";
import { dayOfIso, type CellValue } from "../../src/values";
import { call } from "../functions/call";
import { everything, everythingAsOf } from "../everything";
import { isInstalled } from "../office";
import { disagreements, recalculate } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { memoryOf, rowsOf, rule, scored, tableOf, textsOf, typedInto, valuesOf } from "./scoring-made";

const withOffice = isInstalled("soffice") ? it : it.skip;

const csv = [
  "Lead ID,Lead Name,Company,Lead Owner,Lead Source,Lead Status,Industry,No. of Employees,Region,Last Activity,Converted,Converted Date,Webinar,Visits",
  "L1,Ada,Acme,Kim,Web,New,Technology,1200,North,2026-11-20,No,,Yes,7",
  "L2,Ben,Bolt,,Referral,New,Retail,1000,South,2026-10-21,No,,Yes,0",
  "L3,Cho,Cove,,Web,New, FINANCE ,,North,2026-09-01,No,,No,3",
  "L4,Dee,Dune,Lou,Web,New,finance,5000,,,No,,Yes,12",
  "L5,Eve,Echo,Lou,Web,Qualified,Retail,20,South,2026-11-01,Yes,2026-10-01,No,1",
].join("\n");

const threeRules = [
  rule(1, "Fit", "Industry", "one of", "Technology; Finance", 15, { Rule: "Target industry" }),
  rule(2, "Fit", "Employees", "above", 1000, 10),
  rule(3, "Engagement", "Webinar", "is", "Yes", 20, { Rule: "Webinar" }),
];

describe("the score of each lead", () => {
  it("adds the points of the rules a lead meets and says why", () => {
    const plan = scored(csv, { rules: threeRules });
    // L1 15+10+20, L2 20, L3 15 (spaces and case say nothing, no size is not small), L4 15+10+20, L5 0
    expect(valuesOf(plan, "LeadScores", "Score")).toEqual([45, 20, 15, 45, 0]);
    expect(valuesOf(plan, "LeadScores", "Fit")).toEqual([25, 0, 15, 25, 0]);
    expect(valuesOf(plan, "LeadScores", "Engagement")).toEqual([20, 20, 0, 20, 0]);
    expect(valuesOf(plan, "LeadScores", "Why")).toEqual(["Target industry +15; Employees above 1000 +10; Webinar +20", "Webinar +20", "Target industry +15", "Target industry +15; Employees above 1000 +10; Webinar +20", ""]);
    expect(valuesOf(plan, "LeadScores", "Grade")).toEqual(["MQL", "Lead", "Lead", "MQL", "Lead"]);
  });

  it("holds a group within its cap, whichever row the cap stands in, and takes points off", () => {
    const plan = scored(csv, { rules: [
      rule(1, "Engagement", "Webinar", "is", "Yes", 20, { Group: "web" }), rule(2, "Engagement", "Visits", "at least", 5, 15, { Group: "Web", Cap: 25 }),
      rule(3, "Fit", "Industry", "is", "Retail", -10),
    ] });
    // L1 20+15=35 capped to 25, L2 20-10, L3 0, L4 capped, L5 -10
    expect(valuesOf(plan, "LeadScores", "Score")).toEqual([25, 10, 0, 25, -10]);
    expect(valuesOf(plan, "LeadScores", "Why")[0]).toBe("Webinar is Yes +20; Visits at least 5 +15; cap of web -10");
  });

  withOffice("knows a group by its name without spaces around it", async () => {
    const plan = scored(csv, { rules: [
      rule(1, "Engagement", "Webinar", "is", "Yes", 20, { Group: "web" }), rule(2, "Engagement", "Visits", "at least", 5, 15, { Group: " Web ", Cap: 25 }),
    ] });
    expect(valuesOf(plan, "LeadScores", "Score")).toEqual([25, 20, 0, 25, 0]);
    expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  });

  it("lets points fade by half-life and by month, and gives none without a date", () => {
    const recent = (more: object) => valuesOf(scored(csv, { rules: [rule(1, "Engagement", "Webinar", "is", "Yes", 20, { "Date field": "Last activity", ...more })] }), "LeadScores", "Score");
    // Half-life 30: L1 today 20, L2 30 days ago 10, L4 has no date
    expect(recent({ "Half-life": 30 })).toEqual([20, 10, 0, 0, 0]);
    // 50 % a month of 30.4375 days: 20 × (1 − 0.5 × 30 ÷ 30.4375) = 10.143737
    expect(recent({ "Decay per month": 0.5 })).toEqual([20, 10.143737, 0, 0, 0]);
    expect(recent({})).toEqual([20, 20, 0, 20, 0]);
  });

  it("puts fit and engagement in nine places by the typed limits", () => {
    const plan = scored(csv, { rules: threeRules, inputs: { ScoreFitA: 20, ScoreFitB: 10, ScoreEngagedFirst: 20, ScoreEngagedSecond: 10 } });
    expect(valuesOf(plan, "LeadScores", "Place")).toEqual(["A1", "C1", "B3", "A1", "C3"]);
    expect(valuesOf(plan, "ScoreNextSteps", "Open leads")).toEqual([2, 0, 0, 0, 0, 1, 1, 0, 0]);
  });

  it("gives the same points as =SALES.LEADSCORE over the same tables", () => {
    const rules = [
      ...threeRules, rule(4, "Engagement", "Visits", "between", "3;10", 7, { Group: "web", Cap: 20 }), rule(5, "Engagement", "Visits", "at least", 5, 15, { Group: "web" }),
      rule(6, "Fit", "Industry", "is none of", "Retail;Public", 3), rule(7, "Fit", "Company", "starts with", "d", 2), rule(8, "Fit", "Company", "ends with", "E", 1), rule(9, "Fit", "Company", "contains", "o", 4),
      rule(10, "Fit", "Company", "not contains", "o", 0.5), rule(11, "Fit", "Employees", "is blank", null, -3), rule(12, "Fit", "Owner", "is not blank", null, 6), rule(13, "Fit", "Source", "is not", "Web", 9), rule(14, "Fit", "Employees", "at most", 1000, 11), rule(15, "Fit", "Employees", "below", 1000, 13),
    ];
    const plan = scored(csv, { rules });
    const leads = wholeTable(plan, "Leads");
    const given = wholeTable(plan, "ScoreRules", "Field", "Note");
    expect(call("LEADSCORE", [leads, given]).map(([score]) => score)).toEqual(valuesOf(plan, "LeadScores", "Score"));
  });

  it("gives the same points as the function where they fade, and in Chinese", () => {
    const rules = [rule(1, "Engagement", "Webinar", "is", "Yes", 20, { "Date field": "Last activity", "Half-life": 30, Group: "web", Cap: 18 }), rule(2, "Engagement", "Visits", "at least", 5, 15, { "Date field": "Last activity", "Decay per month": 0.25, Group: "web" })];
    const plan = scored(csv, { rules });
    const answers = call("LEADSCORE", [wholeTable(plan, "Leads"), wholeTable(plan, "ScoreRules", "Field", "Note"), dayOfIso("2026-11-20")]).map(([score]) => score);
    // Of a lead without the date the function says so; the sheet gives it nothing and counts it in the status.
    valuesOf(plan, "LeadScores", "Score").forEach((score, at) => (at === 3 ? expect(answers[at]).toMatch(/^#N\/A/) : expect(score).toBeCloseTo(Number(answers[at]), 6)));
    expect(valuesOf(plan, "ScoreRules", "Status")[0]).toBe("counts; 1 lead has no date");
    const zh = report({ imports: everything("zh-CN"), memory: emptyMemory, asOf: everythingAsOf, language: "zh-CN", sheets: ["scoring"] });
    expect(valuesOf(zh, "LeadScores", "得分")).toEqual(call("LEADSCORE", [wholeTable(zh, "Leads"), wholeTable(zh, "ScoreRules", "字段", "备注")]).map(([score]) => score));
  });

  it("says which rules do not count and why", () => {
    const plan = scored(csv, { rules: [
      rule(1, "Fit", "Turnover", "above", 5, 10), rule(2, "Fit", "Employees", "about", 5, 10), rule(3, "Fit", "Employees", "above", null, 10), rule(4, "Fit", "Employees", "above", "many", 10),
      rule(5, "Fit", "Company", "above", 5, 10), rule(6, "Engagement", "Webinar", "is", "Yes", 10, { "Date field": "Company" }), rule(7, "Fit", "Industry", "is", "Mining", 10),
    ] });
    expect(valuesOf(plan, "ScoreRules", "Status")).toEqual([
      "not counted: no such column in this export", "not counted: choose an operator", "not counted: type a value, then refresh", "type the value as a number or date",
      "no lead meets it", "not counted: the date field is no column of dates", "no lead meets it",
    ]);
    expect(valuesOf(plan, "LeadScores", "Score")).toEqual([0, 0, 0, 0, 0]);
  });

  it("gives a new rule the next number and leaves the others theirs", () => {
    const plan = scored(csv, { rules: [rule(4, "Fit", "Industry", "is", "Retail", 1), rule(2, "Fit", "Industry", "is", "Finance", 2), [null, null, "Fit", "Webinar", "is", "Yes", 5]] });
    expect(valuesOf(plan, "ScoreRules", "No")).toEqual([4, 2, 5]);
  });
});

describe("what is live", () => {
  const plan = scored(csv, { rules: threeRules });

  withOffice("another value, points, limit or band changes scores, grades and reasons at once", async () => {
    const changed = [
      ["ScoreRules", "Value", 0, "retail；finance"], ["ScoreRules", "Points", 1, 12], ["ScoreRules", "Value", 2, "no"], ["ScoreRules", "Rule", 2, "No webinar"], ["ScoreGrades", "Limit", 1, 15],
    ] as const;
    const typed = changed.reduce((before, [table, header, row, value]) => typedInto(before, table, header, row, value), plan);
    const values = await recalculate(await writeXlsxInNode(typed));
    const rules = threeRules.map((row, at) => row.map((cell, place) => changed.find(([table, header, index]) => table === "ScoreRules" && index === at && ["No", "Rule", "Kind", "Field", "Operator", "Value", "Points"][place] === header)?.[3] ?? cell));
    const wanted = scored(csv, { rules, grades: [["SQL", 50, "from the limit on", "hand to sales"], ["MQL", 15, "from the limit on", "nurture"], ["Lead", null, "from the limit on", "leave for now"]], inputs: { ScoreFitA: 15, ScoreFitB: 8, ScoreEngagedFirst: 12, ScoreEngagedSecond: 6 } });
    for (const header of ["Score", "Grade", "Why", "Place"]) expect(computed(plan, values, "Lead score data", header)).toEqual(valuesOf(wanted, "LeadScores", header));
    // L3: Finance 15, no webinar 20
    expect(computed(plan, values, "Lead score data", "Score")).toEqual([12, 15, 35, 27, 35]);
  }, 120_000);

  withOffice("rules in another order give the same scores", async () => {
    const swapped = { ...plan, sheets: plan.sheets.map((sheet) => ({ ...sheet, tables: sheet.tables.map((table) => (table.name !== "ScoreRules" ? table : { ...table, columns: table.columns.map((one) => (one.owner === "formula" ? one : { ...one, values: [...one.values].reverse() })) })) })) };
    const values = await recalculate(await writeXlsxInNode(swapped));
    expect(computed(plan, values, "Lead score data", "Score")).toEqual([45, 20, 15, 45, 0]);
  }, 120_000);

  withOffice("another field or operator asks for a refresh", async () => {
    const values = await recalculate(await writeXlsxInNode(typedInto(plan, "ScoreRules", "Operator", 1, "below")));
    expect(computed(plan, values, "Lead scores", "Status", "ScoreRules")).toEqual(["counts", "changed: refresh to count it so", "counts"]);
  }, 120_000);
});

describe("limits that follow from the rules and the scores", () => {
  const inputsOf = (plan: ReturnType<typeof scored>) => Object.fromEntries(plan.names.flatMap(({ name, sheet, area: { top, left } }) => {
    if (!/^Score(Fit|Engaged|Review(From|Width))/.test(name)) return [];
    return [[name, plan.sheets.find((one) => one.name === sheet)!.cells.find((cell) => cell.row === top && cell.column === left)?.value ?? null]];
  }));

  it("are not taken for typed at the next refresh", () => {
    const first = inputsOf(scored(csv, { rules: threeRules }));
    // Fit 25 points, engagement 20.
    expect(first).toMatchObject({ ScoreFitA: null, ScoreFitB: null, ScoreFitAUsed: 15, ScoreFitBUsed: 8, ScoreEngagedFirst: null, ScoreEngagedFirstUsed: 12, ScoreReviewFrom: null, ScoreReviewWidth: null });
    const inputs = Object.fromEntries(Object.entries(first).filter(([name]) => !name.endsWith("Used")));
    const more = scored(csv, { rules: [...threeRules, rule(4, "Fit", "Company", "is not blank", null, 75)], inputs });
    expect(inputsOf(more)).toMatchObject({ ScoreFitA: null, ScoreFitAUsed: 60, ScoreFitBUsed: 30 });
    expect(inputsOf(scored(csv, { rules: threeRules, inputs: { ScoreFitA: 20, ScoreReviewWidth: 7 } }))).toMatchObject({ ScoreFitA: 20, ScoreFitAUsed: 20, ScoreReviewWidth: 7 });
  });

  withOffice("are computed alike in LibreOffice, typed or not", async () => {
    expect(await disagreements(await writeXlsxInNode(scored(csv, { rules: threeRules, inputs: { ScoreFitA: 20, ScoreReviewWidth: 7, ScoreReviewFrom: -3 } })))).toEqual([]);
  }, 120_000);
});

describe("grades", () => {
  it("begin with the usual order, and “above” leaves the limit itself out", () => {
    const rules = [rule(1, "Fit", "Employees", "at least", 1000, 50)];
    const grades = [["MQL", 50, "above the limit", "hand to sales"], ["SQL", 30, "from the limit on", "nurture"], ["Lead", null, null, "leave for now"]];
    expect(valuesOf(scored(csv, { rules }), "LeadScores", "Grade")).toEqual(["SQL", "SQL", "Lead", "SQL", "Lead"]);
    expect(valuesOf(scored(csv, { rules, grades }), "LeadScores", "Grade")).toEqual(["SQL", "SQL", "Lead", "SQL", "Lead"]);
    expect(valuesOf(scored(csv, { rules: [rule(1, "Fit", "Employees", "at least", 1000, 50.5)], grades }), "LeadScores", "Grade")).toEqual(["MQL", "MQL", "Lead", "MQL", "Lead"]);
  });

  it("are found by their limits, in whatever order they stand, and a score below all has none", () => {
    const rules = [rule(1, "Fit", "Employees", "at least", 1000, 50), rule(2, "Fit", "Industry", "is", "Retail", -5)];
    expect(valuesOf(scored(csv, { rules, grades: [["Cold", 0, null, null], ["Hot", 50, null, "hand to sales"], ["Warm", 20, null, null]] }), "LeadScores", "Grade")).toEqual(["Hot", "Warm", "Cold", "Hot", "–"]);
  });
});

describe("lists", () => {
  const grades = [["Hot", 15, null, "hand to sales"], ["Warm", 0, null, "nurture"]];

  it("hands over open leads by score, each to its owner, a rule of the user's or whoever has fewest open leads", () => {
    const plan = scored(csv, { rules: threeRules, grades, routing: [["South", "Zoe"]] });
    const rows = rowsOf(plan, "LeadHandOver");
    expect(rows.map((row) => row["Lead"])).toEqual(["Ada", "Dee", "Ben", "Cho"]);
    expect(rows.map((row) => row["Suggested owner"])).toEqual(["Kim", "Lou", "Zoe", "Kim"]);
    expect(rows.map((row) => row["Why this owner"])).toEqual(["owns it already", "owns it already", "your rule for South", "fewest open leads"]);
    expect(rows.map((row) => row["Now"])).toEqual(["✓", "✓", "✓", "✓"]);
  });

  it("nurtures the others with the next step of their place", () => {
    const plan = scored(csv, { rules: threeRules, grades: [["Hot", 45, null, "hand to sales"], ["Warm", 0, null, "nurture"]] });
    const rows = rowsOf(plan, "LeadNurture");
    expect(rows.map((row) => [row["Lead"], row["Place"], row["Missing"], row["Next step"]])).toEqual([["Ben", "C1", "Fit", "Ask for company and role"], ["Cho", "A3", "Engagement", "Send a case from their industry, then call"]]);
  });

  it("says so where nobody qualifies, and never names a converted lead", () => {
    const plan = scored(csv, { rules: threeRules });
    expect(textsOf(plan, "scoring")).toContain("No lead that is not converted reaches a grade that says “hand to sales”. Lower the limit of that grade, or give points to rules more leads meet.");
    const all = scored(csv, { rules: [rule(1, "Fit", "Company", "is not blank", null, 60)] });
    expect(rowsOf(all, "LeadHandOver").map((row) => row["Lead"])).toEqual(["Ada", "Ben", "Cho", "Dee"]);
  });
});

describe("the rules a workbook begins with", () => {
  it("are the article's, on the columns the export has; the others stay and say so", () => {
    const plan = scored("Lead ID,Industry,Company Size,Downloaded whitepaper,Pricing page visits,Converted\nL1,科技,1001,Yes,3,No\nL2,Retail,1000,No,0,Yes");
    expect(valuesOf(plan, "ScoreRules", "Points")).toEqual([15, 10, 10, 20, 20]);
    expect(valuesOf(plan, "ScoreRules", "Status")).toEqual(["counts", "counts", "counts", "not counted: no such column in this export", "counts"]);
    expect(valuesOf(plan, "LeadScores", "Score")).toEqual([55, 0]);
  });

  it("are fewer and say that nothing counts where no column fits", () => {
    const plan = scored("Lead ID,Lead Name,Phone\nL1,Ada,123\nL2,Ben,456");
    expect(textsOf(plan, "scoring").some((text) => text.startsWith("No rule finds its column in this export"))).toBe(true);
    expect(valuesOf(plan, "LeadScores", "Score")).toEqual([0, 0]);
  });
});

describe("odd data", () => {
  const odd = [
    "Lead ID,Lead Name,Company,Lead Owner,Lead Source,Industry,Converted,Webinar",
    '1,=x,">5",A*,?,=1+1,No,Yes', "2,?,A*,>5,~x,A*,Yes,No", '3,"say ""hi""","a;b|c",A*,,?,No,Yes', "3,A*,=x,,*,>5,No,Yes", ",,,,,,No,No", "7,Zed,Zig,A*,?,=1+1,Yes,Yes",
  ].join("\n");
  const rules = [rule(1, "Fit", "Industry", "one of", "=1+1;?", 15), rule(2, "Fit", "Company", "is", "A*", 30, { Group: "*", Cap: 20 }), rule(3, "Engagement", "Webinar", "is", true, 40)];
  const grades = [["A*", 50, null, "hand to sales"], [">5", 40, null, "nurture"], ["?", null, null, "leave for now"]];

  it("is only text, and a placeholder nothing", () => {
    const plan = scored(odd, { rules });
    expect(valuesOf(plan, "LeadScores", "Score")).toEqual([55, 20, 40, 40, 0, 55]);
  });

  withOffice("computes the same in LibreOffice", async () => {
    expect(await disagreements(await writeXlsxInNode(scored(odd, { rules, grades, routing: [["?", "A*"], ["=1+1", ">5"]] })))).toEqual([]);
    expect(await disagreements(await writeXlsxInNode(scored(csv, { rules: threeRules, language: "zh-CN" })))).toEqual([]);
    expect(await disagreements(await writeXlsxInNode(scored("Lead ID,Lead Name,Phone\nL1,Ada,123\nL2,Ben,456")))).toEqual([]);
  }, 240_000);

  it("keeps rules and grades where no leads were brought", () => {
    const plan = report({ imports: [], memory: memoryOf({ rules: threeRules, grades }), asOf: everythingAsOf, language: "en", sheets: [] });
    expect(valuesOf(plan, "ScoreRules", "Points")).toEqual([15, 10, 20]);
    expect(valuesOf(plan, "ScoreGrades", "Grade")).toEqual(["A*", ">5", "?"]);
    expect(textsOf(plan, "scoring")).toContain("No leads were brought. The rules and grades below are kept; bring an export of leads and every lead gets a score, a grade and the reasons.");
  });

  it("is said in the other language when the workbook's language changes", () => {
    const plan = scored(csv, { rules: threeRules, language: "zh-CN" });
    expect(valuesOf(plan, "ScoreRules", "运算符")).toEqual(["属于", "大于", "等于"]);
    expect(valuesOf(plan, "LeadScores", "得分")).toEqual([45, 20, 15, 45, 0]);
  });
});

it("stands on a sheet of its own for the review too, once", () => {
  const plan = report({ imports: everything("en"), memory: memoryOf({}), asOf: everythingAsOf, language: "en", sheets: ["scoringReview"] });
  expect(plan.sheets.filter(({ tables }) => tables.some(({ name }) => name === "LeadScores"))).toHaveLength(1);
});

describeWithShared("the article's leads (ground truth)", () => {
  const read = (path: string) => readFileSync(sharedData(`article_rules_shared/${path}`) ?? "", "utf8");
  const expected = (JSON.parse(read("expected.json")) as { results: { shared_scores: { rows: { score: number; grade_code: string; grade_prose: string }[] } } }).results.shared_scores.rows;
  const grades = (sign: string) => [["MQL", 50, sign, "hand to sales"], ["SQL", 30, "from the limit on", "nurture"], ["Lead", null, null, "leave for now"]];

  it("score as the article does, from the rules a workbook begins with", () => {
    expect(valuesOf(scored(read("leads.csv")), "LeadScores", "Score")).toEqual(expected.map(({ score }) => score));
    expect(valuesOf(scored(read("leads.csv"), { language: "zh-CN" }), "LeadScores", "得分")).toEqual(expected.map(({ score }) => score));
  });

  it("are graded as its code and as its text say, once the labels are typed so", () => {
    expect(valuesOf(scored(read("leads.csv"), { grades: grades("from the limit on") }), "LeadScores", "Grade")).toEqual(expected.map(({ grade_code }) => grade_code));
    expect(valuesOf(scored(read("leads.csv"), { grades: grades("above the limit") }), "LeadScores", "Grade")).toEqual(expected.map(({ grade_prose }) => grade_prose));
  });

  it("count by grade as expected", () => {
    const counts = Object.fromEntries(rowsOf(scored(read("leads.csv"), { grades: grades("from the limit on") }), "ScoreGradeCounts").map((row) => [row["Grade now"], row["Leads"]]));
    expect(counts).toEqual({ MQL: 9, SQL: 14, Lead: 9 });
  });
});

/** A table with its headings, from one column to another, as a function gets it. */
function wholeTable(plan: ReturnType<typeof scored>, name: string, from?: string, to?: string): CellValue[][] {
  const { columns, rows } = tableOf(plan, name);
  const at = (header: string | undefined, otherwise: number) => (header === undefined ? otherwise : columns.findIndex((one) => one.name === header));
  const shown = columns.slice(at(from, 0), at(to, columns.length - 1) + 1);
  return [shown.map((column) => column.name), ...Array.from({ length: rows }, (_, row) => shown.map((column) => column.values[row] ?? null))];
}

/** What LibreOffice computes in a column, empty text for nothing. */
function computed(plan: ReturnType<typeof scored>, values: ReadonlyMap<string, CellValue>, sheet: string, header: string, name = "LeadScores"): readonly CellValue[] {
  const table = tableOf(plan, name);
  const column = table.left + table.columns.findIndex((one) => one.name === header);
  return Array.from({ length: table.rows }, (_, row) => values.get(`${sheet}!${letters(column)}${table.top + row + 2}`) ?? "");
}

function letters(column: number): string {
  return column < 26 ? String.fromCharCode(65 + column) : letters(Math.floor(column / 26) - 1) + letters(column % 26);
}
