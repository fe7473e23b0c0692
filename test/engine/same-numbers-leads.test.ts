// Lead sheets from groups of leads: scores by what the rules read, and lists of the leads that are rows of their own.

import { readFileSync } from "node:fs";
import type { Answer } from "../../src/crm/groups";
import { keyOfQuestion, type Question } from "../../src/formula/question";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { isProblem, parseTable } from "../../src/crm/table";
import { linkImports, readExport } from "../../src/read-exports";
import { chosenSheets, type ChosenSheet } from "../../src/sheets/chosen";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { Language } from "../../src/text/language";
import { addMonths } from "../../src/values";
import { everything, everythingAsOf } from "../everything";
import { isInstalled } from "../office";
import { disagreements, recalculate } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { memoryOf, rowsOf, rule, tableOf, textsOf, typedInto, valuesOf } from "../sheets/scoring-made";
import { answerRows, groupRows } from "./group-rows";
import { differences, plannedWithAnswers } from "./same-numbers";

const withOffice = isInstalled("soffice") ? it : it.skip;
const asOf = everythingAsOf;
const breaks = [asOf, addMonths(asOf, -3), addMonths(asOf, -6)];
const sheets: readonly ChosenSheet[] = ["scoring", "scoringReview"];

interface Options {
  readonly language?: Language;
  readonly memory?: Memory;
  readonly limits?: { readonly rows?: number; readonly open?: number };
  readonly sheets?: readonly ChosenSheet[];
  readonly answer?: (question: Question, said: Answer) => Answer;
}

/** Plans from the records, and from groups of the leads among them. */
function bothPlans(imports: readonly Import[], { language = "en", memory = emptyMemory, limits = {}, sheets: chosen = sheets, answer = (_, said) => said }: Options = {}): readonly [records: WorkbookPlan, groups: WorkbookPlan] {
  const base = { asOf, language, memory, sheets: chosen, withoutLog: true as const };
  const leads = imports.find((one): one is Import<"lead"> => one.recognition.object === "lead")!;
  const grouped = imports.map((one): Import => (one === leads ? groupRows(leads, { breaks, limits }) : one));
  const says = (questions: readonly Question[]) => {
    const said = answerRows(leads, questions);
    return new Map(questions.map((question) => [keyOfQuestion(question), answer(question, said.get(keyOfQuestion(question)) ?? null)]));
  };
  return [plannedWithAnswers({ ...base, imports }, () => new Map()).plan, plannedWithAnswers({ ...base, imports: grouped }, says).plan];
}

function leadsOf(text: string, memory: Memory = emptyMemory): readonly Import[] {
  const table = parseTable({ file: "leads.csv", text });
  if (isProblem(table)) throw new Error(table.problem);
  return linkImports([readExport(table, { object: "lead", memory })]);
}

const fading = memoryOf({
  rules: [
    rule(1, "Fit", "Industry", "one of", "Technology;Finance", 15, { Group: "who", Cap: 20 }), rule(2, "Fit", "No. of Employees", "between", "100;2000", 10, { Group: "who" }),
    rule(3, "Engagement", "Attended webinar", "is", "Yes", 20, { "Half-life": 30, "Date field": "Last activity" }), rule(4, "Engagement", "Created", "at least", asOf - 100, 5),
    rule(5, "Engagement", "Pricing page visits", "above", 3, 12), rule(6, "Engagement", "Email", "contains", "7@", 3),
  ],
});

describe.each(["en", "zh-CN"] as const)("leads in groups (%s)", (language) => {
  it("make the same figures as leads on every sheet that shows any", () => {
    const [records, groups] = bothPlans(everything(language), { language, limits: { rows: 140 }, sheets: chosenSheets });
    expect(differences(records, groups, chosenSheets.filter((id) => id !== "quality"))).toEqual([]);
  });
});

it("have the same scores by rules that fade by a day, are capped, compare days, or read what only a few leads share", () => {
  const [records, groups] = bothPlans(everything("en"), { memory: fading, limits: { rows: 140 } });
  expect(differences(records, groups, sheets)).toEqual([]);
  expect(new Set(valuesOf(groups, "LeadScores", "Score")).size).toBeGreaterThan(20);
});

it("count alike where leads not converted are groups too, and the lists say why they name nobody", () => {
  const [records, groups] = bothPlans(everything("en"), { limits: { rows: 100, open: 10 } });
  const others = differences(records, groups, sheets).filter((line) => !/LeadHandOver|LeadNurture|LeadOwners\[Suggested/.test(line));
  // What stands beside and below the two lists.
  expect(others.filter((line) => /: \w+\[/.test(line))).toEqual([]);
  expect(textsOf(groups, "scoring").filter((text) => text === "Too many leads are not converted for each to have a row of its own, so no single leads are named here.")).toHaveLength(2);
  expect(tableOf(groups, "LeadScores").rows).toBeLessThan(tableOf(records, "LeadScores").rows);
});

it("have no score, and the sheets say so, where rules read too many different values", () => {
  const [, groups] = bothPlans(everything("en"), { answer: (question, said) => (question.ask === "table" && question.most === 50_000 ? null : said) });
  const said = "The rules read columns with too many different values together for groups of leads, so leads get no score here. Let rules read columns with fewer values, or leave out the date field of a rule, then make the rollup again.";
  expect(textsOf(groups, "scoring")).toContain(said);
  expect(textsOf(groups, "scoringReview")).toContain(said);
  expect(groups.sheets.some(({ id }) => id === "leadScores")).toBe(false);
  expect(rowsOf(groups, "ScoreRules").map((row) => row["Status"])).toContain("not counted: too many different values together");
});

it("are counted where no rule finds a column", () => {
  const csv = ["Lead Name,Converted", ...Array.from({ length: 30 }, (_, at) => `Lead ${at},${at % 3 === 0 ? "Yes" : "No"}`)].join("\n");
  const [records, groups] = bothPlans(leadsOf(csv), { limits: { rows: 25 } });
  expect(differences(records, groups, sheets)).toEqual([]);
  expect(tableOf(groups, "LeadScores").rows).toBe(21);
});

withOffice("are scored by LibreOffice as by us", async () => {
  const [, groups] = bothPlans(everything("zh-CN").filter(({ recognition }) => recognition.object === "lead"), { language: "zh-CN", limits: { rows: 140 } });
  expect(await disagreements(await writeXlsxInNode(groups))).toEqual([]);
}, 300_000);

describeWithShared("leads of an education company in groups", () => {
  const read = (path: string) => readFileSync(sharedData(`xeducation_leads/${path}`) ?? "", "utf8");
  type Row = Readonly<Record<string, number | string | null>>;
  const expected = (JSON.parse(read("expected.json")) as { results: Record<string, { rows: readonly Row[] }> }).results;
  const rows = (name: string): readonly Row[] => expected[name]?.rows ?? [];
  const memory = memoryOf({
    rules: [
      rule(1, "Fit", "What is your current occupation", "is", "Working Professional", 15), rule(2, "Fit", "Lead Origin", "is", "Lead Add Form", 10),
      rule(3, "Engagement", "Total Time Spent on Website", "above", 1000, 20), rule(4, "Engagement", "Last Activity", "is", "SMS Sent", 20),
      rule(5, "Engagement", "TotalVisits", "at least", 5, 10), rule(6, "Engagement", "Do Not Email", "is", "Yes", -10),
    ],
    grades: [["MQL", 50, "from the limit on", "hand to sales"], ["SQL", 30, "from the limit on", "nurture"], ["Lead", null, "from the limit on", "leave for now"]],
    inputs: { ScoreReviewFrom: -10, ScoreReviewWidth: 5 },
  });
  const [records, each] = bothPlans(leadsOf(read("Leads.csv"), memory), { memory });
  const [, groups] = bothPlans(leadsOf(read("Leads.csv"), memory), { memory, limits: { rows: 2_000, open: 100 } });

  it("have the same figures as the leads", () => {
    expect(differences(records, each, sheets)).toEqual([]);
  });

  it("are few rows", () => {
    expect(tableOf(each, "LeadScores").rows).toBeLessThan(9_240);
    expect(tableOf(groups, "LeadScores").rows).toBeLessThan(2_000);
    expect(valuesOf(groups, "LeadScores", "Records").reduce<number>((sum, each) => sum + Number(each), 0)).toBe(9_240);
  });

  it("have grades as the expected answers say", () => {
    const shown = rowsOf(groups, "ScoreGradeReview").map((row) => [row["Grade"], row["Leads"], row["Converted"], row["Conversion"], row["Lowest score"], row["Highest score"]]);
    expect(shown).toEqual(rows("lead_score_rule_v1").map((row) => [row["grade"], row["leads"], row["converted"], row["conversion_rate"], row["min_score"], row["max_score"]]));
    rowsOf(groups, "ScoreGradeReview").forEach((row, at) => expect(row["Mean score"]).toBeCloseTo(Number(rows("lead_score_rule_v1")[at]?.["mean_score"]), 9));
  });

  it("convert by source, origin and occupation as the expected answers say", () => {
    const all = groups.sheets.flatMap(({ tables }) => tables).filter(({ name }) => /^ScoreValues\d$/.test(name));
    const sorted = (table: readonly (readonly unknown[])[]) => [...table].sort((a, b) => (String(a[0]) < String(b[0]) ? -1 : 1));
    const tables = all.map(({ name }) => sorted(rowsOf(groups, name).map((row) => [String(row["Value"]).toLowerCase(), row["Leads"], row["Converted"], row["Conversion"]])));
    const wanted = (name: string, key: string) => sorted(rows(name).map((row) => [row[key] === null ? "(empty)" : String(row[key]).toLowerCase(), row["leads"], row["converted"], row["conversion_rate"]]));
    expect(tables).toContainEqual(wanted("conversion_by_source_casefolded", "source_folded"));
    expect(tables).toContainEqual(wanted("conversion_by_origin", "origin"));
    expect(tables).toContainEqual(wanted("conversion_by_occupation", "occupation"));
  });

  withOffice("are computed the same by LibreOffice, and no count is told once a limit that cuts groups is another", async () => {
    expect(await disagreements(await writeXlsxInNode(groups))).toEqual([]);
    const changed = await recalculate(await writeXlsxInNode(typedInto(groups, "ScoreRules", "Value", 2, 500)));
    const { address } = cellOf(groups, "ScoreGradeCounts", "Leads");
    expect(changed.get(address)).toBe("#N/A");
  }, 300_000);
});

describeWithShared("leads of a Chinese CRM in groups", () => {
  it("have the same figures as the leads", () => {
    const [records, groups] = bothPlans(leadsOf(readFileSync(sharedData("cn_auto_crm/线索.csv") ?? "", "utf8")), { language: "zh-CN", limits: { rows: 22 } });
    expect(differences(records, groups, sheets)).toEqual([]);
  });
});

/** The first cell of a column, as LibreOffice calls it. */
function cellOf(plan: WorkbookPlan, name: string, header: string): { readonly address: string } {
  const sheet = plan.sheets.find(({ tables }) => tables.some((table) => table.name === name))!;
  const table = tableOf(plan, name);
  const at = table.columns.findIndex((column) => column.name === header);
  const letter = String.fromCharCode(65 + table.left + at);
  return { address: `${sheet.name}!${letter}${table.top + 2}` };
}
