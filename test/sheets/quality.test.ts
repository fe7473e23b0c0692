// The sheet Data quality against answers computed elsewhere and figures worked out by hand.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { wholeTextIn } from "../../src/text/whole";
import type { CellValue } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared } from "../shared-data";
import { besideLabel, built, sharedText, typed, type Building } from "./built";
import { columnOf, sheetOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
const { quality: words, tables, report } = wholeTextIn("en");
const { objects, low, keyFields, risk, worst, reps, fresh, timely, found, shared } = words;

const checked = (texts: Building["texts"], more: Partial<Building> = {}) => built({ texts, asOf: "2026-11-20", sheets: ["quality"], ...more });
const rowOf = (plan: ReturnType<typeof built>, table: string, key: string, name: CellValue, header: string) => columnOf(plan, table, header)[columnOf(plan, table, key).indexOf(name)];

describeWithShared("the Maven export", () => {
  const { completeness_overall: overall, completeness_by_column: byColumn, join_misses: misses, duplicates } = JSON.parse(sharedText("maven_crm/expected.json")).results;
  const products = sharedText("maven_crm/products.csv").trim().split(/\r?\n/).slice(1).map((line) => line.split(",")[0]!);
  const plan = checked({ deal: sharedText("maven_crm/sales_pipeline.csv"), account: sharedText("maven_crm/accounts.csv"), rep: sharedText("maven_crm/sales_teams.csv") }, { asOf: "2017-12-31", products });

  it("is as complete as was counted elsewhere", () => {
    const at = (header: string) => rowOf(plan, "ObjectCompleteness", objects.columns.object, tables.sheets.deal, header);
    expect([at(objects.columns.plain), at(objects.columns.filled), at(objects.columns.verdict)]).toEqual([overall.rows[0].cells_overall, overall.rows[0].fair_overall, words.verdicts.onTarget]);
    const account = byColumn.rows.find(({ col }: { readonly col: string }) => col === "account");
    expect([rowOf(plan, "LowFields", low.columns.column, "account", low.columns.filled), rowOf(plan, "LowFields", low.columns.column, "account", low.columns.missing)]).toEqual([account.filled, account.missing]);
  });
  it("has the doubles and join misses counted elsewhere", () => {
    const count = (kind: "duplicate" | "join-miss") => rowOf(plan, "QualityFindings", found.columns.finding, report.importReport.kinds[kind], found.columns.count);
    expect([count("duplicate"), count("join-miss")]).toEqual([duplicates.rows[0].duplicate_ids, misses.rows[0].product_not_found]);
  });
  it("puts deals at risk, but no amount where open deals have none", () => {
    expect([besideLabel(plan, "quality", risk.labels.lacking), besideLabel(plan, "quality", risk.labels.worth), besideLabel(plan, "quality", risk.labels.share)]).toEqual([1425, "", ""]);
    expect(wordsOf(sheetOf(plan, "quality"))).toContain(words.headline.noAmount);
  });
  withOffice("is recalculated to the same", async () => expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]), 180_000);
});

describeWithShared("the Salesforce export", () => {
  const { completeness_overall: overall, pipeline_by_stage_open: open, duplicates } = JSON.parse(sharedText("salesforce_export/expected.json")).results;
  const texts = { deal: sharedText("salesforce_export/Opportunity.csv"), account: sharedText("salesforce_export/Account.csv"), rep: sharedText("salesforce_export/User.csv") };
  const total = open.rows.reduce((sum: number, { amount }: { readonly amount: number }) => sum + amount, 0);

  it("is as complete as was counted elsewhere", () => {
    const plan = checked(texts);
    expect(rowOf(plan, "ObjectCompleteness", objects.columns.object, tables.sheets.deal, objects.columns.plain)).toBeCloseTo(overall.rows[0].overall, 12);
    expect(besideLabel(plan, "quality", risk.labels.worth)).toBe(total);
    expect(rowOf(plan, "SharedNames", shared.columns.what, `${tables.sheets.deal} · ${shared.labels.name}`, shared.columns.more)).toBe(duplicates.rows[0].dup_name);
  });
  it("puts everything at risk once a field nobody fills is called a key field", () => {
    const plan = checked(texts);
    expect(besideLabel(plan, "quality", risk.labels.atRisk)).toBe(0);
    expect(wordsOf(sheetOf(plan, "quality"))).toContain(keyFields.unused.replace("{fields}", [words.fields.nextStep, words.fields.competitor].join(words.separator)));
    const memory: Memory = { ...emptyMemory, tables: new Map([["KeyFields", { columns: [keyFields.columns.field, keyFields.columns.isKey], rows: [[words.fields.nextStep, tables.yes]] }]]) };
    expect(besideLabel(checked(texts, { memory }), "quality", risk.labels.atRisk)).toBe(total);
  });
});

describeWithShared("the Chinese leads", () => {
  const { completeness, duplicates } = JSON.parse(sharedText("cn_auto_crm/expected.json")).results;
  const { quality: said, tables: zh } = wholeTextIn("zh-CN");
  const plan = checked({ lead: sharedText("cn_auto_crm/线索.csv") }, { language: "zh-CN" });

  it("are as complete, and as often entered twice, as was counted elsewhere", () => {
    const all = completeness.rows.find(({ col }: { readonly col: string }) => col === "全部");
    expect(columnOf(plan, "ObjectCompleteness", said.objects.columns.plain)[0]).toBeCloseTo(all.filled, 12);
    expect(columnOf(plan, "ObjectCompleteness", said.objects.columns.missing)[0]).toBe(all.missing);
    expect(columnOf(plan, "LowFields", said.low.columns.column)).toEqual(["职业"]);
    const row = columnOf(plan, "SharedNames", said.shared.columns.what).indexOf(`${zh.sheets.lead} · ${said.shared.labels.name}`);
    const of = (header: string) => columnOf(plan, "SharedNames", header)[row];
    expect([of(said.shared.columns.distinct), of(said.shared.columns.more)]).toEqual([duplicates.rows[0].distinct_names, duplicates.rows[0].dup_by_name]);
  });
  it("say that key fields need deals", () => expect(wordsOf(sheetOf(plan, "quality"))).toContain(said.keyFields.needs));
});

describe("by hand", () => {
  const deal = [
    "Deal ID,Deal Name,Owner,Stage,Amount,Created Date,Close Date,Next Step,Contact,Last Activity Date,Budget code",
    "D1,one,Ann,Proposal,100,2026-09-01,2026-12-20,Call,X,2026-11-20,b1", "D2,two,Ann,Proposal,40,2026-09-01,2026-12-20,,Y,2026-11-15,",
    "D3,=1+1,Ben,Proposal,60,2026-09-01,2026-12-20,,,2026-10-01,b3", "D4,four,>5,Proposal,,2026-09-01,2026-12-20,Demo,Z,,b4", "D5,five,Ben,Closed Won,900,2026-08-01,2026-09-20,,,2026-09-20,",
  ].join("\n");
  const plan = checked({ deal });

  it("adds up what gaps put at risk, by rep and in all", () => {
    // D2 lacks the next step, D3 next step and contact, D4 the amount.
    expect([besideLabel(plan, "quality", risk.labels.lacking), besideLabel(plan, "quality", risk.labels.worth), besideLabel(plan, "quality", risk.labels.atRisk), besideLabel(plan, "quality", risk.labels.share)]).toEqual([3, 200, 100, 0.5]);
    const of = (rep: string, header: string) => rowOf(plan, "RepQuality", reps.columns.rep, rep, header);
    // Key fields: owner, contact, amount, expected close, next step: Ann fills 9 of 10, Ben 3 of 5, the third rep 4 of 5.
    expect([of("Ann", reps.columns.filled), of("Ben", reps.columns.filled), of(">5", reps.columns.filled)]).toEqual([0.9, 0.6, 0.8]);
    expect([of("Ann", reps.columns.atRisk), of("Ben", reps.columns.atRisk), of(">5", reps.columns.atRisk)]).toEqual([40, 60, 0]);
    expect(fresh.ages && [of("Ann", fresh.ages.day), of("Ann", fresh.ages.week), of("Ben", fresh.ages.older), of(">5", fresh.ages.none)]).toEqual([1, 1, 1, 1]);
  });
  it("lists the deals with what each lacks, the largest first", () => {
    const of = (header: string) => columnOf(plan, "DealsAtRisk", header);
    expect(of(worst.columns.id)).toEqual(["D3", "D2", "D4"]);
    expect(of(worst.columns.name)).toEqual(["=1+1", "two", "four"]);
    expect(of(worst.columns.lacking)).toEqual([[words.fields.contact, words.fields.nextStep].join(words.separator), words.fields.nextStep, words.fields.amount]);
  });
  it("keeps a key field that was typed, however many columns stand before it", () => {
    const { columns } = keyFields;
    const many = Array.from({ length: 9 }, (_, at) => `Own ${at + 1}`);
    const csv = [`Deal ID,Stage,Amount,${many.join(",")}`, `D1,Proposal,10,${many.map(() => "x").join(",")}`, `D2,Proposal,20,${many.map(() => "").join(",")}`].join("\n");
    expect(columnOf(checked({ deal: csv }), "KeyFields", columns.field).filter((name) => /^Own/.test(String(name)))).toEqual(many.slice(0, 6));
    const memory: Memory = { ...emptyMemory, tables: new Map([["KeyFields", { columns: [columns.field, columns.isKey], rows: [["Own 9", tables.yes]] }]]) };
    const again = checked({ deal: csv }, { memory });
    expect(rowOf(again, "KeyFields", columns.field, "Own 9", columns.isKey)).toBe(tables.yes);
    expect(rowOf(again, "FieldRisk", keyFields.risk.field, "Own 9", keyFields.risk.amount)).toBe(20);
  });
  it("offers columns of the export that some deals lack, and keeps what was said of them", () => {
    const { columns } = keyFields;
    expect(rowOf(plan, "KeyFields", columns.field, "Budget code", columns.isKey)).toBe(tables.no);
    const rows = columnOf(plan, "KeyFields", columns.field).map((field) => [field, field === "Budget code" ? tables.yes : tables.no]);
    const memory: Memory = { ...emptyMemory, tables: new Map([["KeyFields", { columns: [columns.field, columns.isKey], rows: [...rows, ["Favourite colour", tables.yes]] }]]) };
    const again = checked({ deal }, { memory });
    expect([besideLabel(again, "quality", risk.labels.lacking), besideLabel(again, "quality", risk.labels.atRisk)]).toEqual([1, 40]);
    expect(columnOf(again, "KeyFields", columns.field).at(-1)).toBe("Favourite colour");
    expect(again.sheets.some(({ id }) => id === "kept")).toBe(false);
    const { quality: said } = wholeTextIn("zh-CN");
    const chinese = checked({ deal }, { memory, language: "zh-CN" });
    expect(besideLabel(chinese, "quality", said.risk.labels.atRisk)).toBe(40);
    expect(chinese.sheets.some(({ id }) => id === "kept")).toBe(false);
  });
  it("holds completeness against typed targets", () => {
    const easy = checked({ deal }, { memory: typed({ QualityTarget: 0.5, QualityHighTarget: 0.6 }) });
    expect(columnOf(easy, "ObjectCompleteness", objects.columns.verdict)).toEqual([words.verdicts.high]);
    expect(columnOf(plan, "ObjectCompleteness", objects.columns.verdict)).toEqual([words.verdicts.below]);
  });
  it("sees which activities were recorded in time", () => {
    const activity = ["Activity ID,Activity Type,Owner,Date,Created Date", "1,Call,Ann,2026-11-02,2026-11-02", "2,Call,Ann,2026-11-02,2026-11-03", "3,Call,Ben,2026-11-02,2026-11-09", "4,Call,Ben,2026-11-02,2026-10-28"].join("\n");
    const timed = checked({ activity });
    expect([besideLabel(timed, "quality", timely.labels.share), besideLabel(timed, "quality", timely.labels.of)]).toEqual([2 / 3, 3]);
    expect(wordsOf(sheetOf(plan, "quality"))).toContain(timely.needs);
    const done = checked({ activity: activity.replace(",Date,", ",Completed Date,") });
    expect([besideLabel(done, "quality", timely.labels.share), besideLabel(done, "quality", timely.labels.of)]).toEqual([2 / 3, 3]);
  });
  it("has nothing at risk without open deals", () => {
    const closed = checked({ deal: deal.split("\n").filter((line, at) => at === 0 || line.includes("Closed Won")).join("\n") });
    expect(wordsOf(sheetOf(closed, "quality"))).toContain(words.headline.noOpen);
    expect(besideLabel(closed, "quality", risk.labels.share)).toBe("");
  });
  withOffice("is recalculated to the same", async () => {
    const activity = ["Activity ID,Activity Type,Owner,Date,Created Date,Last Modified Date", "1,Call,Ann,2026-11-02,2026-11-02,2026-11-09", "2,Call,Ann,2026-11-02,2026-10-28,2026-11-03", "3,Call,Ben,2026-11-02,,2026-11-09", "4,Call,Ben,2026-11-30,2026-11-30,"].join("\n");
    const whole = checked({ deal, activity });
    // Same day; planned, changed a day later; changed a week later; the fourth is yet to come.
    expect([besideLabel(whole, "quality", timely.labels.share), besideLabel(whole, "quality", timely.labels.of)]).toEqual([2 / 3, 3]);
    expect(await disagreements(await writeXlsxInNode(whole))).toEqual([]);
  }, 120_000);
});
