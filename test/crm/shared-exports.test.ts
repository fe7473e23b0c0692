import { joinNames, joinOwners, unknownProducts } from "../../src/crm/join";
import { recognise } from "../../src/crm/recognise";
import type { Deal } from "../../src/crm/objects/deal";
import type { Reading } from "../../src/crm/reading";
import { guessStages } from "../../src/crm/stages";
import { columnOf } from "../../src/crm/readers/column";
import { describeWithShared } from "../shared-data";
import { issuesOf, readAs, sharedTable } from "./tables";

function sum(values: readonly (number | null)[]): number {
  return values.reduce<number>((total, value) => total + (value ?? 0), 0);
}

function countOf(deals: Reading<Deal>, outcome: string): number {
  return deals.columns.outcome.filter((one) => one === outcome).length;
}

/** Sums of one column by the values of another, biggest first. */
function sumsBy(keys: readonly (string | null)[], values: readonly (number | null)[]): [string, number][] {
  const sums = new Map<string, number>();
  keys.forEach((key, at) => key !== null && sums.set(key, (sums.get(key) ?? 0) + (values[at] ?? 0)));
  return [...sums].sort((left, right) => right[1] - left[1]);
}

describeWithShared("whole exports", () => {
  it.each([
    ["maven_crm/sales_pipeline.csv", "deal", "other"],
    ["maven_crm/accounts.csv", "account", "other"],
    ["maven_crm/sales_teams.csv", "rep", "other"],
    ["salesforce_export/Opportunity.csv", "deal", "salesforce"],
    ["salesforce_export/Account.csv", "account", "salesforce"],
    ["salesforce_export/User.csv", "rep", "salesforce"],
    ["xeducation_leads/Leads.csv", "lead", "other"],
    ["cn_auto_crm/线索.csv", "lead", "other"],
    ["cn_auto_crm/线索_gb18030.csv", "lead", "other"],
    ["cn_auto_crm/交易.csv", "deal", "other"],
    ["cn_auto_crm/客户.csv", "account", "other"],
    ["cn_auto_crm/市场活动.csv", "spend", "other"],
    ["article_rules_shared/bonus.csv", "rep", "other"],
    ["article_rules_shared/leads.csv", "lead", "other"],
    ["sales_targets/monthly_targets.csv", "rep", "other"],
    ["nps_airlines/airlines.csv", "survey", "other"],
    ["telco_churn/IBM_Cognos_Data.csv", "account", "other"],
  ])("recognises %s as %s", (path, object, crm) => {
    expect(recognise(sharedTable(path))).toMatchObject({ object, crm });
  });

  it("maps all eight columns of the maven pipeline", () => {
    expect(recognise(sharedTable("maven_crm/sales_pipeline.csv")).mapping).toEqual({
      id: "opportunity_id", owner: "sales_agent", product: "product", account: "account", stage: "deal_stage", created: "engage_date", closeDate: "close_date", amount: "close_value",
    });
  });

  it("reads both spellings of the maven dates alike", () => {
    const iso = readAs("deal", sharedTable("maven_crm/sales_pipeline.csv")).reading;
    const slashed = readAs("deal", sharedTable("maven_crm/sales_pipeline_us_dates.csv")).reading;
    expect(slashed).toEqual(iso);
    expect([countOf(iso, "won"), countOf(iso, "lost"), countOf(iso, "open")]).toEqual([4238, 2473, 2089]);
    expect(sum(iso.columns.amount)).toBe(10_005_534);
    const cycles = iso.columns.closed.flatMap((closed, at) => (closed === null || iso.columns.created[at] === null ? [] : [closed - iso.columns.created[at]!]));
    expect(cycles).toHaveLength(6711);
    expect(sum(cycles) / cycles.length).toBeCloseTo(47.98539710922366, 10);
    expect(issuesOf(iso.issues, "missing", "close_value")).toMatchObject([{ count: 2089 }]);
    expect(issuesOf(iso.issues, "unreadable")).toEqual([]);
  });

  it("puts the maven stages into order", () => {
    const { reading } = readAs("deal", sharedTable("maven_crm/sales_pipeline.csv"));
    expect(guessStages(reading, "other").map(({ stage }) => stage)).toEqual(["Prospecting", "Engaging", "Won", "Lost"]);
  });

  it("names the product the maven list spells otherwise, and corrects nothing", () => {
    const { reading } = readAs("deal", sharedTable("maven_crm/sales_pipeline.csv"));
    const products = columnOf(sharedTable("maven_crm/products.csv"), "product")!.cells;
    expect(unknownProducts(reading, products)).toMatchObject([{ kind: "join-miss", found: "GTXPro → GTX Pro", count: 1480 }]);
    const joined = joinNames(reading, readAs("rep", sharedTable("maven_crm/sales_teams.csv")).reading, readAs("account", sharedTable("maven_crm/accounts.csv")).reading);
    expect(issuesOf(joined.issues, "join-miss")).toEqual([]);
    expect(joined.columns).toEqual(reading.columns);
  });

  it("avoids Salesforce's traps", () => {
    const { mapping } = recognise(sharedTable("salesforce_export/Opportunity.csv"));
    expect(mapping).toMatchObject({
      id: "Id", name: "Name", account: "AccountId", stage: "StageName", amount: "Amount", probability: "Probability", weightedAmount: "ExpectedRevenue", closeDate: "CloseDate",
      created: "CreatedDate", owner: "OwnerId", source: "LeadSource", isClosed: "IsClosed", isWon: "IsWon", type: "Type", forecastCategory: "ForecastCategoryName",
      modified: "LastModifiedDate", lastActivity: "LastActivityDate", nextStep: "NextStep", isDeleted: "IsDeleted",
    });
    expect(Object.values(mapping)).not.toContain("TotalOpportunityQuantity");
  });

  it("reads Salesforce's dates day first, its rates as hundredths, and its flags without contradiction", () => {
    const { reading } = readAs("deal", sharedTable("salesforce_export/Opportunity.csv"));
    expect([countOf(reading, "won"), countOf(reading, "lost"), countOf(reading, "open")]).toEqual([396, 119, 191]);
    expect(Math.min(...reading.columns.closed.map((day) => day!))).toBe(46903);
    expect(reading.columns.closed).not.toContain(null);
    expect(issuesOf(reading.issues, "outcome-contradicts-stage")).toEqual([]);
    expect(issuesOf(reading.issues, "one-created-date")).toMatchObject([{ count: 706 }]);
    const open = reading.columns.outcome.flatMap((outcome, at) => (outcome === "open" ? [at] : []));
    expect(sum(open.map((at) => (reading.columns.amount[at] ?? 0) * reading.columns.probability[at]!))).toBeCloseTo(91_240_221.3, 3);
    expect(guessStages(reading, "salesforce").map(({ stage, probability }) => [stage, probability])).toEqual([
      ["Prospecting", 0.1], ["Qualification", 0.1], ["Needs Analysis", 0.2], ["Value Proposition", 0.5], ["Perception Analysis", 0.7], ["Proposal/Price Quote", 0.75], ["Negotiation/Review", 0.9],
      ["Closed Won", 1], ["Closed Lost", 0],
    ]);
  });

  it("joins Salesforce's ids to the names of users and accounts", () => {
    const { reading } = readAs("deal", sharedTable("salesforce_export/Opportunity.csv"));
    const users = readAs("rep", sharedTable("salesforce_export/User.csv")).reading;
    const accounts = joinOwners(readAs("account", sharedTable("salesforce_export/Account.csv")).reading, users);
    const joined = joinNames(reading, users, accounts);
    expect(sumsBy(joined.columns.owner, joined.columns.amount).slice(0, 2)).toEqual([["Irene Kelley", 77_031_092], ["Bruce Kennedy", 51_966_390]]);
    expect(joined.columns.account.filter((name) => name === "Fowler322 Inc")).toHaveLength(5);
    const ownerOf = new Map(accounts.columns.name.map((name, at) => [name, accounts.columns.owner[at]!]));
    expect(sumsBy(joined.columns.account.map((name) => ownerOf.get(name) ?? null), joined.columns.amount)[0]).toEqual(["Laura Garza", 102_876_959]);
  });

  it("reads the leads of xeducation with their placeholders as nothing", () => {
    const { reading, recognition } = readAs("lead", sharedTable("xeducation_leads/Leads.csv"));
    expect(recognition.mapping).toMatchObject({ id: "Prospect ID", source: "Lead Source", channel: "Lead Origin", rating: "Lead Quality", converted: "Converted", country: "Country", city: "City" });
    expect(recognition.columns).toBe(37);
    expect(reading.count).toBe(9240);
    expect(reading.columns.isConverted.filter((converted) => converted)).toHaveLength(3561);
    const profile = reading.extras.find(({ header }) => header === "Lead Profile")!;
    expect(profile.values.filter((value) => value === null)).toHaveLength(6855);
    expect(reading.extras.map(({ header }) => header)).toEqual(expect.arrayContaining(["Last Activity", "Lead Number", "Total Time Spent on Website"]));
    expect(reading.extras.map(({ header }) => header)).not.toContain("Column 38");
  });

  it("reads the Chinese leads, deals and campaigns", () => {
    const leads = readAs("lead", sharedTable("cn_auto_crm/线索.csv")).reading;
    expect(leads.columns.isConverted.filter((converted) => converted)).toHaveLength(9);
    expect(readAs("lead", sharedTable("cn_auto_crm/线索_gb18030.csv")).reading.columns).toEqual(leads.columns);
    const deals = readAs("deal", sharedTable("cn_auto_crm/交易.csv"));
    expect(deals.recognition.mapping).toMatchObject({ id: "交易ID", amount: "交易金额", expectedClose: "预计成交日期", stage: "交易所处阶段", account: "客户ID", created: "创建时间", nextActivity: "下次联系时间" });
    expect(deals.reading.columns.outcome).toEqual(["won", "open"]);
    const spend = readAs("spend", sharedTable("cn_auto_crm/市场活动.csv"));
    expect(spend.recognition.mapping).toMatchObject({ budget: "活动预算", start: "活动开始时间", name: "活动名称", owner: "负责人" });
    expect(sum(spend.reading.columns.amount)).toBe(2_464_169);
  });

  it("reads the article's bonus table as ratios", () => {
    const { columns } = readAs("rep", sharedTable("article_rules_shared/bonus.csv")).reading;
    expect(columns.attainment.slice(0, 3)).toEqual([1, 1.2, 0]);
    expect(columns.bonusBase.slice(0, 3)).toEqual([10000, 10000, 8000]);
  });
});
