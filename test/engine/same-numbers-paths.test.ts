// What is made from activities and stage moves says the same from groups as from records.

import { planned, type ReportInput } from "../../src/report";
import { chosenSheets } from "../../src/sheets/chosen";
import { emptyMemory } from "../../src/sheets/memory";
import type { Import } from "../../src/sheets/data/import";
import type { WorkbookPlan } from "../../src/sheets/plan";
import type { ObjectKind } from "../../src/crm/reading";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { addMonths, type Day } from "../../src/values";
import { everythingAsOf, exportTexts, importsOf, small } from "../everything";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { answerRows, groupRows } from "./group-rows";
import { historyText, type HistoryOptions } from "./history-made";
import { differences, plannedWithAnswers } from "./same-numbers";
import { differentBlocks } from "./same-workbooks";

const asOf = everythingAsOf;
/** The settings' days and the day after each, and where 90 days and a year begin. */
const breaks = [asOf, asOf + 1, asOf - 89, asOf - 30, asOf - 364, addMonths(asOf, -3), addMonths(asOf, -6) - 1] as Day[];
const stages = {
  en: ["Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost"],
  "zh-CN": ["初步接洽", "需求确认", "方案报价", "商务谈判", "赢单", "输单"],
} as const;
type Language = keyof typeof stages;

function made(language: Language, history: HistoryOptions | null): readonly Import[] {
  const texts = exportTexts(language, { ...small, deal: 300 });
  return importsOf(history ? { ...texts, stageMove: historyText(300, stages[language], history) } : texts);
}

function inputOf(imports: readonly Import[], language: Language): ReportInput {
  return { memory: emptyMemory, asOf, language, sheets: chosenSheets, withoutLog: true, imports };
}

function plansOf(imports: readonly Import[], object: ObjectKind, language: Language, rows: number): { readonly records: WorkbookPlan; readonly groups: WorkbookPlan } {
  const grouped = imports.map((one) => (one.recognition.object === object ? groupRows(one, { breaks, limits: { rows } }) : one));
  const source = imports.find(({ recognition }) => recognition.object === object)!;
  return {
    records: planned(inputOf(imports, language)).plan,
    groups: plannedWithAnswers(inputOf(grouped, language), (questions) => answerRows(source, questions)).plan,
  };
}

/** Single activities are not in the groups. */
function isTimeline(line: string): boolean {
  return /^journey: “(No\.|序号)”/.test(line) || /^journey: “(Customer|客户)” column 4/.test(line) || /^journey: “\d+” /.test(line);
}

/** Nor is the order in which each deal went through its stages: one definition of the comparison. */
function isStrict(line: string): boolean {
  return /^comparison: ComparedDefinitions\[.*\] of (Funnel to won|漏斗：首个阶段到赢单) \(5\)/.test(line);
}

describe.each<Language>(["en", "zh-CN"])("in %s", (language) => {
  it.each([100, 10])("groups of activities, at most %d in the main table", (rows) => {
    const { records, groups } = plansOf(made(language, null), "activity", language, rows);
    const found = differences(records, groups, ["journey", "journeyCustomers", ...chosenSheets, "definitions", "importReport"]);
    expect(found.filter((line) => !isTimeline(line))).toEqual([]);
  });

  it.each<[string, HistoryOptions]>([["stages alone", {}], ["the stage before", { withFrom: true }], ["days in each stage", { withDays: true }]])("groups of a stage history with %s", (_, history) => {
    const { records, groups } = plansOf(made(language, history), "stageMove", language, 100);
    expect(differences(records, groups, [...chosenSheets, "definitions", "importReport"]).filter((line) => !isStrict(line))).toEqual([]);
  });
});

function withoutCreated(one: Import): Import {
  const columns = one.reading.columns as unknown as Readonly<Record<string, readonly unknown[]>>;
  return { ...one, reading: { ...one.reading, columns: { ...columns, created: columns["created"]!.map(() => null) } } } as unknown as Import;
}

/** As of a database whose rows of one day have no order. */
function withoutOrder(one: Import): Import {
  const { reached, entered } = one.reading.groups?.paths ?? {};
  const paths = { reached, entered };
  return one.recognition.object === "stageMove" ? ({ ...one, reading: { ...one.reading, groups: { ...one.reading.groups!, paths } } } as unknown as Import) : one;
}

describe("groups of a stage history without order", () => {
  /** Deals without a day of creation: months are those in which they entered their first stage. */
  const imports = made("en", {}).map((one) => (one.recognition.object === "deal" ? withoutCreated(one) : one));
  const grouped = imports.map((one) => (one.recognition.object === "stageMove" ? withoutOrder(groupRows(one, { breaks })) : one));
  const groups = plannedWithAnswers(inputOf(grouped, "en"), (questions) => answerRows(imports.find(({ recognition }) => recognition.object === "stageMove")!, questions)).plan;

  it("leave out what needs it, and nothing else", () => {
    const found = differences(planned(inputOf(imports, "en")).plan, groups, [...chosenSheets, "definitions", "importReport"]);
    expect(differentBlocks(found.filter((line) => !isStrict(line)))).toEqual([
      "funnel: FunnelStages: Mean days in stage, Mean days so far",
      expect.stringMatching(/^funnel: .*Mean days so far: of deals open in the stage now/),
      expect.stringMatching(/^funnel: .*Mean days: from entering the stage to entering the next/),
      "gates: GateLimits: Median won, Times median",
      expect.stringMatching(/^gates: “Left out: days by stage/),
      expect.stringMatching(/^history: StageMatrix: /),
      "history: “From stage to stage”",
      expect.stringMatching(/^history: “Left out: the stage history comes in groups/),
      expect.stringMatching(/^history: “Rows: the stage a deal came from/),
      expect.stringMatching(/^winLoss: WinLossStages: /),
      expect.stringMatching(/^winLoss: “Left out: days by stage/),
    ]);
  });

  it("say so", () => {
    const said = (id: string) => groups.sheets.find((one) => one.id === id)!.cells.map(({ value }) => String(value)).join("\n");
    expect(said("history")).toContain("the database cannot tell which stage each deal came from");
    expect(said("winLoss")).toContain("days or times that tell which move came first");
  });

  it("count each deal once in the months it entered its first stage", () => {
    const deals = groups.sheets.find(({ id }) => id === "history")!.tables.find(({ name }) => name === "MonthCohorts")!.columns[2]!.values;
    expect(deals.filter((value) => Number(value) > 0).length).toBeGreaterThan(8);
  });
});

it("compares figures that are there", () => {
  const { groups } = plansOf(made("en", {}), "stageMove", "en", 100);
  const sheet = (id: string) => groups.sheets.find((one) => one.id === id)!;
  const numbers = (id: string, table: string) => sheet(id).tables.find(({ name }) => name === table)!.columns.flatMap(({ values }) => values.filter((value) => typeof value === "number" && value > 0));
  expect(numbers("history", "StageMatrix").length).toBeGreaterThan(30);
  expect(numbers("funnel", "FunnelModes").length).toBeGreaterThan(30);
});

it("says what groups do not tell: too many ways, and moves of other days", () => {
  const imports = made("en", {});
  const grouped = imports.map((one) => (["activity", "stageMove"].includes(one.recognition.object) ? groupRows(one, { breaks: [asOf + 1] as Day[], limits: { paths: one.recognition.object === "activity" ? 10 : 200_000 } }) : one));
  const { plan } = plannedWithAnswers(inputOf(grouped, "en"), (questions) => new Map(questions.flatMap((question) => [...answerRows(imports.find((one) => one.recognition.object === question.object)!, [question])])));
  const said = (id: string) => plan.sheets.find((one) => one.id === id)!.cells.map(({ value }) => String(value)).join("\n");
  expect(said("journey")).toContain("too many customers to list the way of each");
  expect(said("history")).toContain("these days are not where they begin or end");
});

(isInstalled("soffice") ? it : it.skip)("computes the same in another spreadsheet", async () => {
  const imports = made("en", { withFrom: true });
  const grouped = imports.map((one) => (["activity", "stageMove"].includes(one.recognition.object) ? groupRows(one, { breaks }) : one));
  const { plan } = plannedWithAnswers({ ...inputOf(grouped, "en"), sheets: ["journey", "history", "funnel", "quality"] }, (questions) => new Map(questions.flatMap((question) => [...answerRows(imports.find((one) => one.recognition.object === question.object)!, [question])])));
  expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 240_000);
