// Lead scores from groups that DuckDB makes of a file, beside those of the file read row by row.

import { DuckDBInstance } from "@duckdb/node-api";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { isProblem, parseTable } from "../../src/crm/table";
import { duckFiles } from "../../src/engine/duckdb";
import { rollup } from "../../src/engine/rollup";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import { linkImports, readExport } from "../../src/read-exports";
import { planned, type ReportInput } from "../../src/report";
import { withAnswers } from "../../src/sheets/data/answers";
import type { Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { addMonths } from "../../src/values";
import { exportTexts, everythingAsOf } from "../everything";
import { describeWithShared, sharedData } from "../shared-data";
import { memoryOf, rowsOf, rule, tableOf, valuesOf } from "../sheets/scoring-made";
import { differences } from "./same-numbers";

const asOf = everythingAsOf;
const sheets = ["scoring", "scoringReview"] as const;
const breaks = [asOf, addMonths(asOf, -3)];

async function planOf(input: Omit<ReportInput, "imports">, path: string, limits: Partial<RollupLimits>): Promise<WorkbookPlan> {
  const engine = await duckFiles([path], { known: { object: "lead", memory: input.memory } });
  try {
    const made = await rollup(engine, await engine.table(path), { breaks, at: "2026-11-28T12:00:00Z", object: "lead", memory: input.memory, limits, mostRows: 0 });
    let imports = linkImports([made.import]);
    for (let round = 0; round < 5; round += 1) {
      const { plan, questions } = planned({ ...input, imports });
      if (questions.length === 0) return plan;
      imports = withAnswers(imports, await made.answer(questions));
    }
  } finally {
    await engine.close();
  }
  throw new Error("questions without end");
}

/** `asText` is the same as a CSV file, where the file is none. */
async function bothPlans(path: string, memory: Memory, limits: Partial<RollupLimits>, asText = path): Promise<readonly [records: WorkbookPlan, groups: WorkbookPlan]> {
  const table = parseTable({ file: "leads.csv", text: readFileSync(asText, "utf8") });
  if (isProblem(table)) throw new Error(table.problem);
  const input = { asOf, language: "en" as const, memory, sheets, withoutLog: true as const };
  return [planned({ ...input, imports: linkImports([readExport(table, { object: "lead", memory })]) }).plan, await planOf(input, path, limits)];
}

/** Which of equally frequent values, or of leads with equal points, come first is by their order, which an engine does not have. */
function figures(records: WorkbookPlan, groups: WorkbookPlan): readonly string[] {
  return differences(records, groups, sheets).filter((line) => !/LeadFields\[Examples|LeadHandOver\[|LeadNurture\[|LeadOwners\[Suggested/.test(line));
}

/** Scores of the leads not converted, by lead; and the points on the lists. */
function singles(plan: WorkbookPlan): readonly unknown[] {
  const open = rowsOf(plan, "LeadScores").filter((row) => row["Converted"] === "No").map((row) => ["Lead key", "Lead", "Score", "Grade", "Place", "Fit", "Engagement", "Why"].map((header) => row[header]));
  return [open.sort((one, other) => (String(one[0]) < String(other[0]) ? -1 : 1)), ...["LeadHandOver", "LeadNurture"].map((name) => (plan.sheets.some(({ tables }) => tables.some((table) => table.name === name)) ? valuesOf(plan, name, "Score") : "none"))];
}

describe("leads of a made company by duckdb", () => {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-leads-"));
  const path = join(folder, "leads.csv");
  writeFileSync(path, exportTexts("en")["lead"]!);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("have the scores of the rules a workbook begins with, and of rules that fade, are capped and compare days", async () => {
    const rules = memoryOf({
      rules: [
        rule(1, "Fit", "Industry", "one of", "Technology;Finance", 15, { Group: "who", Cap: 20 }), rule(2, "Fit", "No. of Employees", "between", "100;2000", 10, { Group: "who" }),
        rule(3, "Engagement", "Attended webinar", "is", "Yes", 20, { "Half-life": 30, "Date field": "Last activity" }), rule(4, "Engagement", "Created", "at least", asOf - 100, 5),
        rule(5, "Engagement", "Pricing page visits", "above", 3, 12), rule(6, "Engagement", "Email", "contains", "7@", 3),
      ],
    });
    for (const memory of [memoryOf({}), rules]) {
      const [records, groups] = await bothPlans(path, memory, {});
      expect(figures(records, groups)).toEqual([]);
      expect(singles(groups)).toEqual(singles(records));
    }
  }, 60_000);

  it.each(["minutes.jsonl", "minutes.parquet"])("are cut at the limits of rules where a column holds numbers, whole or not, and some cells none (%s)", async (file) => {
    const rows = Array.from({ length: 300 }, (_, at) => ({ "Lead Name": `Lead ${at}`, Minutes: at % 7 === 0 ? null : (at * 37) % 211 + (at % 3) / 4, Converted: at % 4 === 0 ? "Yes" : "No" }));
    const [json, csv] = [join(folder, "minutes.jsonl"), join(folder, "minutes.csv")];
    writeFileSync(json, rows.map((row) => JSON.stringify(row)).join("\n"));
    writeFileSync(csv, ["Lead Name,Minutes,Converted", ...rows.map((row) => `${row["Lead Name"]},${row.Minutes ?? ""},${row.Converted}`)].join("\n"));
    const parquet = join(folder, "minutes.parquet");
    await (await (await DuckDBInstance.create()).connect()).run(`copy (select "Lead Name", Minutes::double as Minutes, Converted from read_json('${json}')) to '${parquet}' (format parquet)`);
    const memory = memoryOf({ rules: [rule(1, "Engagement", "Minutes", "above", 100, 20), rule(2, "Engagement", "Minutes", "between", "20;50", 7), rule(3, "Engagement", "Minutes", "at most", 20, -5)] });
    const [records, groups] = await bothPlans(join(folder, file), memory, { open: 10 }, csv);
    expect(figures(records, groups).filter((line) => !/scoring: “/.test(line))).toEqual([]);
    expect(tableOf(groups, "LeadScores").rows).toBeLessThan(20);
  }, 60_000);
});

describeWithShared("leads of an education company by duckdb", () => {
  const memory = memoryOf({
    rules: [
      rule(1, "Fit", "What is your current occupation", "is", "Working Professional", 15), rule(2, "Fit", "Lead Origin", "is", "Lead Add Form", 10),
      rule(3, "Engagement", "Total Time Spent on Website", "above", 1000, 20), rule(4, "Engagement", "Last Activity", "is", "SMS Sent", 20),
      rule(5, "Engagement", "TotalVisits", "at least", 5, 10), rule(6, "Engagement", "Do Not Email", "is", "Yes", -10),
    ],
    grades: [["MQL", 50, "from the limit on", "hand to sales"], ["SQL", 30, "from the limit on", "nurture"], ["Lead", null, "from the limit on", "leave for now"]],
    inputs: { ScoreReviewFrom: -10, ScoreReviewWidth: 5 },
  });
  const path = sharedData("xeducation_leads/Leads.csv") ?? "";
  const expected = () => (JSON.parse(readFileSync(sharedData("xeducation_leads/expected.json") ?? "", "utf8")) as { results: Record<string, { rows: readonly Readonly<Record<string, number | string | null>>[] }> }).results;

  it("have the figures of the leads", async () => {
    const [records, groups] = await bothPlans(path, memory, {});
    expect(figures(records, groups)).toEqual([]);
    expect(singles(groups)).toEqual(singles(records));
  }, 120_000);

  it("are few rows where all are groups, and their grades are as the expected answers say", async () => {
    const [, groups] = await bothPlans(path, memory, { open: 100 });
    expect(tableOf(groups, "LeadScores").rows).toBeLessThan(2_000);
    expect(valuesOf(groups, "LeadScores", "Records").reduce<number>((sum, each) => sum + Number(each), 0)).toBe(9_240);
    const shown = rowsOf(groups, "ScoreGradeReview").map((row) => [row["Grade"], row["Leads"], row["Converted"], row["Conversion"], row["Lowest score"], row["Highest score"]]);
    expect(shown).toEqual(expected()["lead_score_rule_v1"]!.rows.map((row) => [row["grade"], row["leads"], row["converted"], row["conversion_rate"], row["min_score"], row["max_score"]]));
  }, 120_000);
});
