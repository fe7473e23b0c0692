// Score review: bands, threshold, rules by what they earn, what came after the conversion, and the shared leads with known answers.

import { readFileSync } from "node:fs";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { report } from "../../src/report";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { CellValue } from "../../src/values";
import { everythingAsOf } from "../everything";
import { isInstalled } from "../office";
import { disagreements, recalculate } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { memoryOf, rowsOf, rule, scored, tableOf, textsOf, valuesOf } from "./scoring-made";

const withOffice = isInstalled("soffice") ? it : it.skip;

/** 100 leads: 40 saw the webinar, of whom 30 converted; of the other 60, 20 did. */
const hundred = leadsOf([["Yes", "Yes", 30], ["Yes", "No", 10], ["No", "Yes", 20], ["No", "No", 40]]);
const webinar = [rule(1, "Engagement", "Webinar", "is", "Yes", 20, { Rule: "Webinar" })];

describe("bands and threshold", () => {
  const plan = scored(hundred, { rules: webinar, inputs: { ScoreReviewFrom: 0, ScoreReviewWidth: 10 } });

  it("count leads, conversions, lift and shares from the top", () => {
    const bands = rowsOf(plan, "ScoreBands").map((row) => [row["Score"], row["Leads"], row["Converted"], row["Conversion"], row["Lift"], row["Leads so far"], row["Converted so far"]]);
    expect(bands).toEqual([["20 and more", 40, 30, 0.75, 1.5, 0.4, 0.6], ["10 to below 20", 0, 0, "", "", 0.4, 0.6], ["below 10", 60, 20, 1 / 3, 1 / 3 / 0.5, 1, 1]]);
  });

  it("suggests the threshold with the highest Youden's J and what it would hand over", () => {
    // J = 30/50 − 10/50 = 0.4
    expect(valuesOf(plan, "ScoreBands", "Youden J")[0]).toBeCloseTo(0.4, 12);
    expect(textsOf(plan, "scoringReview")).toContain("Suggested threshold: 20 points. It would hand 10 open leads to sales; so far 75% of the leads from there on converted (1.5× the average), and they hold 60% of all converted leads. It parts converted leads from the others best (Youden's J 0.4).");
  });

  it("warns below the data weights want, and suggests nothing below ten conversions", () => {
    expect(textsOf(plan, "scoringReview").some((text) => text.startsWith("⚠ Few data: 100 leads, 50 converted."))).toBe(true);
    const few = scored(leadsOf([["Yes", "Yes", 9], ["No", "No", 40]]), { rules: webinar });
    expect(textsOf(few, "scoringReview").some((text) => text.startsWith("⚠ Only 9 of 49 leads converted"))).toBe(true);
    expect(textsOf(few, "scoringReview")).toContain("No threshold is suggested: too few leads converted, or too few did not.");
    expect(valuesOf(few, "ScoreRuleReview", "Suggested")).toEqual([""]);
    expect(valuesOf(few, "ScoreRuleReview", "What the data say")).toEqual(["too few data"]);
    const enough = scored(leadsOf([["Yes", "Yes", 120], ["No", "No", 880]]), { rules: webinar });
    expect(textsOf(enough, "scoringReview").some((text) => text.startsWith("✓ Enough data"))).toBe(true);
  });

  withOffice("shows further values of a field in one row, so that all leads stand in its table", async () => {
    // 30 industries: 20 twice, 10 once.
    const plan = scored(leadsOf([["Yes", "Yes", 30], ["Yes", "No", 20]], (at) => `Industry ${String(at % 30).padStart(2, "0")}`), { rules: webinar });
    const rows = tableRows(plan, "Industry 00");
    expect(rows).toHaveLength(26);
    expect(rows.at(-1)).toMatchObject({ Value: "(5 further values)", Leads: 5, Converted: 5, Conversion: 1 });
    expect(rows.reduce((sum, row) => sum + Number(row["Leads"]), 0)).toBe(50);
    expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  });

  it("says that a score which is the same for all tells nothing", () => {
    const same = scored(hundred, { rules: [rule(1, "Engagement", "Webinar", "is not blank", null, 20)] });
    expect(textsOf(same, "scoringReview").some((text) => text.startsWith("No threshold parts converted leads"))).toBe(true);
  });
});

describe("rules", () => {
  it("show conversion with and without, log-odds and points that keep the sum", () => {
    const plan = scored(leadsOf([["Yes", "Yes", 30], ["Yes", "No", 10], ["No", "Yes", 20], ["No", "No", 40]], (at) => (at % 2 === 0 ? "Retail" : "Media")), { rules: [...webinar, rule(2, "Fit", "Industry", "is", "Retail", 20)], inputs: { ScoreReviewShrinkage: 10 } });
    const [first, second] = rowsOf(plan, "ScoreRuleReview");
    expect([first?.["Leads"], first?.["Converted"], first?.["With it"], first?.["Without"], first?.["Lift"], first?.["Points now"]]).toEqual([40, 30, 0.75, 1 / 3, 1.5, 20]);
    // ln(30.5/10.5) − ln(20.5/40.5) = 1.7473, × 40 ÷ (40 + 10)
    expect(first?.["Log-odds"]).toBeCloseTo(1.3978, 3);
    // Retail: half of each, so nothing: both of its 40 points go to the webinar
    expect(second?.["Log-odds"]).toBeCloseTo(0, 12);
    expect([first?.["Suggested"], second?.["Suggested"]]).toEqual([40, 0]);
    expect([first?.["What the data say"], second?.["What the data say"]]).toEqual(["earns more than it gets", "points the wrong way"]);
  });

  it("that point the wrong way are named", () => {
    const plan = scored(hundred, { rules: [rule(1, "Engagement", "Webinar", "is", "Yes", -5), rule(2, "Engagement", "Webinar", "is", "Yes", 0), rule(3, "Engagement", "Webinar", "is", "Yes", 20)] });
    expect(valuesOf(plan, "ScoreRuleReview", "What the data say")).toEqual(["points the wrong way", "gets no points, could", "earns less than it gets"]);
  });
});

describe("what came after the conversion", () => {
  /** Of 60 converted leads 20 were active after it, all of whom saw the webinar. */
  const late = ["Lead ID,Lead Name,Company,Webinar,Converted,Converted Date,Last Activity,Lead Status,Deal closed"];
  for (let at = 0; at < 20; at += 1) late.push(`A${at},a,Acme,Yes,Yes,2026-05-01,2026-06-01,Won,2026-05-01`);
  for (let at = 0; at < 40; at += 1) late.push(`B${at},b,Acme,${at < 20 ? "Yes" : "No"},Yes,2026-05-01,2026-04-01,Won,2026-05-01`);
  for (let at = 0; at < 40; at += 1) late.push(`C${at},c,Acme,${at < 20 ? "Yes" : "No"},No,,2026-06-01,New,`);
  const csv = late.join("\n");

  it("is left out of bands, grades and rules of engagement, and the sheet says how many", () => {
    const plan = scored(csv, { rules: [...webinar, rule(2, "Fit", "Company", "is", "Acme", 5)] });
    const [engaged, fit] = rowsOf(plan, "ScoreRuleReview").map((row) => [row["Rule"], row["Leads"], row["Converted"]]);
    // Without the 20 late ones the webinar tells nothing: 20 of 40 with it, 20 of 40 without.
    expect(engaged).toEqual(["Webinar", 40, 20]);
    expect(fit).toEqual(["Company is Acme", 100, 60]);
    expect(valuesOf(plan, "ScoreRuleReview", "Log-odds")[0]).toBeCloseTo(0, 12);
    expect(valuesOf(plan, "ScoreBands", "Leads").reduce<number>((sum, count) => sum + Number(count), 0)).toBe(80);
    expect(textsOf(plan, "scoringReview").some((text) => text.startsWith("Left out: 20 of 60 converted leads"))).toBe(true);
  });

  withOffice("is counted as soon as the user says so", async () => {
    const plan = scored(csv, { rules: webinar });
    const sheet = plan.sheets.find(({ id }) => id === "scoringReview")!;
    const guard = plan.names.find(({ name }) => name === "ScoreReviewGuard")!.area;
    const off = { ...plan, sheets: plan.sheets.map((one) => (one.id !== "scoringReview" ? one : { ...one, cells: one.cells.map((cell) => (cell.row === guard.top && cell.column === guard.left ? { ...cell, value: "No" } : cell)) })) };
    const values = await recalculate(await writeXlsxInNode(off));
    const table = tableOf(plan, "ScoreRuleReview");
    const at = (header: string) => String.fromCharCode(65 + table.left + table.columns.findIndex(({ name }) => name === header));
    expect([values.get(`${sheet.name}!${at("Leads")}${table.top + 2}`), values.get(`${sheet.name}!${at("Converted")}${table.top + 2}`)]).toEqual([60, 40]);
    const other = rowsOf(scored(csv, { rules: webinar, inputs: { ScoreReviewGuard: "No" } }), "ScoreRuleReview")[0];
    expect([other?.["Leads"], other?.["Converted"]]).toEqual([60, 40]);
  }, 120_000);

  it("names columns that give the answer away, and whether a rule uses one", () => {
    const plan = scored(csv, { rules: [...webinar, rule(2, "Fit", "Deal closed", "is not blank", null, 10), rule(3, "Fit", "Lead Status", "is", "Won", 0)] });
    const leaks = Object.fromEntries(rowsOf(plan, "ScoreLeaks").map((row) => [row["Column"], row["In a rule"]]));
    expect(leaks["Deal closed"]).toBe("⚠ yes");
    // “Lead Status” is what the export calls our “Status”.
    expect(leaks["Status"]).toBe("⚠ yes");
    expect(leaks["Converted on"]).toBe("no");
    expect(Object.keys(leaks)).not.toContain("Webinar");
    expect(valuesOf(plan, "ScoreRuleReview", "Caution")).toContain("speaks of the deal that came of it");
  });

  it("tells a column by its values alone", () => {
    // “x” stands at 30 leads that all converted, of 50 converted ones.
    const plan = scored(leadsOf([["Yes", "Yes", 30], ["Yes", "No", 10], ["No", "Yes", 20], ["No", "No", 40]], (at) => (at < 30 ? "x" : "y")), { rules: webinar });
    expect(rowsOf(plan, "ScoreLeaks").find((row) => row["Column"] === "Industry")?.["Why"]).toBe("values whose leads nearly all converted hold 60% of the conversions");
  });
});

withOffice("computes the same in LibreOffice where nothing converted, one lead stands alone, or values are odd", async () => {
  expect(await disagreements(await writeXlsxInNode(scored(leadsOf([["Yes", "No", 3]]), { rules: webinar })))).toEqual([]);
  expect(await disagreements(await writeXlsxInNode(scored("Lead ID,Lead Name,Webinar\n1,=x,Yes", { rules: webinar })))).toEqual([]);
  expect(await disagreements(await writeXlsxInNode(scored(hundred, { rules: webinar, inputs: { ScoreReviewWidth: 7, ScoreReviewFrom: -3 }, language: "zh-CN" })))).toEqual([]);
}, 240_000);

withOffice("keeps its log and settings where no leads were brought", async () => {
  const plan = report({ imports: [], memory: { ...memoryOf({ rules: webinar }), tables: new Map([["ScoreReviewLog", { columns: ["Date", "Attended", "What was changed, and why"], rows: [[46_000, "Kim, Lou", "webinar 20 to 25"]] }]]) }, asOf: everythingAsOf, language: "zh-CN", sheets: [] });
  expect(valuesOf(plan, "ScoreReviewLog", "参加人")[0]).toBe("Kim, Lou");
  expect(textsOf(plan, "scoringReview")).toContain("还没有线索数据：请导入能看出哪些线索已转化的导出。下面的复盘记录会保留。");
  expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 120_000);

describeWithShared("leads of an education company (ground truth)", () => {
  const read = (path: string) => readFileSync(sharedData(`xeducation_leads/${path}`) ?? "", "utf8");
  type Row = Readonly<Record<string, number | string | null>>;
  const expected = (JSON.parse(read("expected.json")) as { results: Record<string, { rows: readonly Row[] }> }).results;
  const rows = (name: string): readonly Row[] => expected[name]?.rows ?? [];
  const rules = [
    rule(1, "Fit", "What is your current occupation", "is", "Working Professional", 15), rule(2, "Fit", "Lead Origin", "is", "Lead Add Form", 10),
    rule(3, "Engagement", "Total Time Spent on Website", "above", 1000, 20), rule(4, "Engagement", "Last Activity", "is", "SMS Sent", 20),
    rule(5, "Engagement", "TotalVisits", "at least", 5, 10), rule(6, "Engagement", "Do Not Email", "is", "Yes", -10),
  ];
  const grades = [["MQL", 50, "from the limit on", "hand to sales"], ["SQL", 30, "from the limit on", "nurture"], ["Lead", null, "from the limit on", "leave for now"]];
  const plan = scored(read("Leads.csv"), { rules, grades, inputs: { ScoreReviewFrom: -10, ScoreReviewWidth: 5 } });

  it("have the scores and grades of the stated rule, lead by lead and in all", () => {
    const scores = valuesOf(plan, "LeadScores", "Score");
    const first = rows("lead_score_rule_v1_first_20");
    expect(scores.slice(0, 20)).toEqual(first.map((row) => row["score"]));
    expect(valuesOf(plan, "LeadScores", "Grade").slice(0, 20)).toEqual(first.map((row) => row["grade"]));
    const histogram = new Map<number, number>();
    for (const score of scores) histogram.set(Number(score), (histogram.get(Number(score)) ?? 0) + 1);
    expect([...histogram].sort((a, b) => a[0] - b[0])).toEqual(rows("lead_score_rule_v1_histogram").map((row) => [row["score"], row["leads"]]));
  });

  it("convert by grade as expected", () => {
    const shown = rowsOf(plan, "ScoreGradeReview").map((row) => [row["Grade"], row["Leads"], row["Converted"], row["Conversion"], row["Lowest score"], row["Highest score"]]);
    expect(shown).toEqual(rows("lead_score_rule_v1").map((row) => [row["grade"], row["leads"], row["converted"], row["conversion_rate"], row["min_score"], row["max_score"]]));
    rowsOf(plan, "ScoreGradeReview").forEach((row, at) => expect(row["Mean score"]).toBeCloseTo(Number(rows("lead_score_rule_v1")[at]?.["mean_score"]), 9));
  });

  it("lie in the bands of the histogram", () => {
    const counts = new Map(rows("lead_score_rule_v1_histogram").map((row) => [row["score"], row["leads"]]));
    const bands = rowsOf(plan, "ScoreBands");
    expect(bands.map((row) => row["Leads"])).toEqual(bands.map((row) => counts.get(Number(row["From"])) ?? 0));
    expect(bands.reduce((sum, row) => sum + Number(row["Leads"]), 0)).toBe(9240);
  });

  it("convert by source, origin and occupation as expected", () => {
    const all = plan.sheets.flatMap(({ tables }) => tables).filter(({ name }) => /^ScoreValues\d$/.test(name));
    const shown = all.map(({ name }) => rowsOf(plan, name).map((row) => [String(row["Value"]).toLowerCase(), row["Leads"], row["Converted"], row["Conversion"]]));
    const wanted = (name: string, key: string) => rows(name).map((row) => [row[key] === null ? "(empty)" : String(row[key]).toLowerCase(), row["leads"], row["converted"], row["conversion_rate"]]);
    const sorted = (table: readonly (readonly unknown[])[]) => [...table].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    const tables = shown.map(sorted);
    expect(tables).toContainEqual(sorted(wanted("conversion_by_source_casefolded", "source_folded")));
    expect(tables).toContainEqual(sorted(wanted("conversion_by_origin", "origin")));
    expect(tables).toContainEqual(sorted(wanted("conversion_by_occupation", "occupation")));
  });

  it("name the columns sales filled as likely leaks", () => {
    expect(rowsOf(plan, "ScoreLeaks").map((row) => row["Column"])).toEqual(expect.arrayContaining(["Tags", "Rating", "Last Activity", "Last Notable Activity"]));
  });

  withOffice("are computed the same by LibreOffice, all of them", async () => {
    expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  }, 300_000);
});

/** Leads by webinar, converted and how many; the industry by place. */
/** Of the table of values that has this one. */
function tableRows(plan: WorkbookPlan, value: string): readonly Readonly<Record<string, CellValue>>[] {
  const names = plan.sheets.flatMap(({ tables }) => tables).map(({ name }) => name).filter((name) => /^ScoreValues\d$/.test(name));
  return names.map((name) => rowsOf(plan, name)).find((rows) => rows.some((row) => row["Value"] === value)) ?? [];
}

function leadsOf(groups: readonly (readonly [webinar: string, converted: string, count: number])[], industry: (at: number) => string = () => "Media"): string {
  const lines = groups.flatMap(([seen, converted, count]) => Array.from({ length: count }, () => [seen, converted] as const));
  return ["Lead ID,Lead Name,Industry,Webinar,Converted", ...lines.map(([seen, converted], at) => `L${at},n${at},${industry(at)},${seen},${converted}`)].join("\n");
}
