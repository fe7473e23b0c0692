// The sheet Customer value against answers computed elsewhere and figures worked out by hand.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { languages } from "../../src/text/language";
import { wholeTextIn } from "../../src/text/whole";
import { addMonths, dayOfIso, type CellValue, type Day } from "../../src/values";
import { call } from "../functions/call";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared } from "../shared-data";
import { besideLabel, built, sharedText, typed, type Building } from "./built";
import { columnOf, sheetOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
const { value: words, tables } = wholeTextIn("en");
const { names } = words.methods;

const valued = (texts: Building["texts"], more: Partial<Building> = {}) => built({ texts, asOf: "2026-11-20", sheets: ["value"], ...more });

describeWithShared("telco customers", () => {
  const text = sharedText("telco_churn/IBM_Cognos_Data.csv");
  const { ltv, ltv_by_contract: byContract, churn_and_retention: churn, churn_by_contract: churnBy } = JSON.parse(sharedText("telco_churn/expected.json")).results;
  const [expected] = ltv.rows;

  it.each(languages)("are worth what was computed elsewhere, in %s", (language) => {
    const { value: said } = wholeTextIn(language);
    const plan = valued({ account: text }, { language });
    const at = (label: string) => besideLabel(plan, "value", label);
    expect(at(said.assumptions.labels.revenue)).toBeCloseTo(expected.arpu, 9);
    expect(at(said.assumptions.labels.churn)).toBeCloseTo(churn.rows[0].churn_rate, 12);
    expect(at(said.methods.names.marginChurn)).toBeCloseTo(expected.ltv_margin_70, 9);
    expect(at(said.methods.names.revenueChurn)).toBeCloseTo(expected.ltv_simple, 9);
    expect(at(said.methods.names.soFar)).toBeCloseTo(expected.realised_revenue_mean, 8);
    const { columns } = said.segments;
    const of = (header: string) => columnOf(plan, "ValueBySegment", header);
    for (const { Contract, arpu, ltv_simple } of byContract.rows) {
      const row = of(columns.name).indexOf(Contract);
      expect([of(columns.revenue)[row], of(columns.value)[row]].map((one) => Number(one).toFixed(6))).toEqual([arpu, ltv_simple].map((one: number) => one.toFixed(6)));
    }
    for (const { Contract, customers, churned, churn_rate } of churnBy.rows) {
      const row = of(columns.name).indexOf(Contract);
      expect([of(columns.customers)[row], of(columns.left)[row], of(columns.churn)[row]]).toEqual([customers, churned, churn_rate]);
    }
  });

  it("earn back a typed cost", () => {
    const plan = valued({ account: text }, { memory: typed({ ValueCac: 150 }) });
    expect(besideLabel(plan, "value", names.marginChurn, 2)).toBeCloseTo(expected.ltv_to_cac_at_150, 9);
    expect(besideLabel(plan, "value", words.methods.payback)).toBeCloseTo(expected.payback_months_at_150, 9);
    expect(besideLabel(plan, "value", names.marginChurn, 3)).toBe(words.verdicts.thin);
    expect(besideLabel(plan, "value", words.methods.payback, 2)).toBe(words.verdicts.soon);
  });

  it("have paid far more than so high a churn would let them, which is said", () => {
    const plan = valued({ account: text });
    expect(wordsOf(sheetOf(plan, "value"))).toContain(words.methods.why.mixed);
  });
});

describeWithShared("the campaigns of the Chinese dealer", () => {
  const { cac } = JSON.parse(sharedText("cn_auto_crm/expected.json")).results;
  const { value: said } = wholeTextIn("zh-CN");
  const texts = { lead: sharedText("cn_auto_crm/线索.csv"), spend: sharedText("cn_auto_crm/市场活动.csv"), deal: sharedText("cn_auto_crm/交易.csv") };
  const plan = valued(texts, { language: "zh-CN", asOf: "2024-01-31" });

  it("cost what was computed elsewhere", () => {
    const [expected] = cac.rows;
    expect(besideLabel(plan, "value", said.acquisition.labels.spend)).toBe(expected.total_budget);
    expect(besideLabel(plan, "value", said.acquisition.countings.leads)).toBe(expected.converted);
    expect(besideLabel(plan, "value", said.acquisition.countings.leads, 2)).toBeCloseTo(expected.cac, 9);
    expect(besideLabel(plan, "value", said.assumptions.labels.cac)).toBeCloseTo(expected.cac, 9);
  });
  it("are shared among the campaigns without a rest", () => {
    const sum = (values: readonly CellValue[]) => values.reduce<number>((total, one) => total + Number(one || 0), 0);
    expect(sum(columnOf(plan, "ChannelValue", said.channels.columns.spend))).toBe(cac.rows[0].total_budget);
    expect(sum(columnOf(plan, "ChannelValue", said.channels.columns.customers))).toBe(cac.rows[0].converted);
  });
  withOffice("are recalculated to the same", async () => expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]), 120_000);
});

describeWithShared("the customers of CDNOW", () => {
  const lines = sharedText("cdnow_sample/CDNOW_sample.txt").trim().split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const day = (date: string) => `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`;
  const order = ["Customer,Order Date,Amount", ...lines.map(([, id, date, , dollars]) => `C${id},${day(date!)},${dollars}`)].join("\n");
  const { results } = JSON.parse(sharedText("cdnow_sample/expected.json"));
  const fitted = JSON.parse(sharedText("cdnow_sample/expected_bgnbd.json"));
  const plan = valued({ order }, { asOf: "1997-09-30" });
  const { labels } = words.honesty;
  const { columns } = words.customers;
  const of = (header: string) => columnOf(plan, "CustomerValue", header);

  it("give the parameters that were fitted elsewhere", () => {
    for (const [name, value] of Object.entries<number>({ ...fitted.bgnbd_fit }).filter(([key]) => key !== "loglik")) expect(Number(besideLabel(plan, "value", `BG/NBD ${name}`)) / value).toBeCloseTo(1, 4);
    for (const name of ["p", "q", "v"]) expect(Number(besideLabel(plan, "value", `Gamma-Gamma ${name}`)) / fitted.gamma_gamma_fit[name]).toBeCloseTo(1, 3);
    expect(besideLabel(plan, "value", labels.repeaters)).toBe(results.repeat_buyers.rows[0].repeat_customers);
    expect(besideLabel(plan, "value", labels.correlation)).toBeCloseTo(0.113884, 4);
  });
  it("are worth on the sheet what the function CLV says", () => {
    const orders = [["Customer", "Order Date", "Amount"], ...lines.map(([, id, date, , dollars]) => [`C${id}`, day(date!), Number(dollars)])];
    const clv = new Map(call("CLV", [orders, dayOfIso("1997-09-30")!, 12, "1%"]).slice(1).map((row) => [row[0], row]));
    of(columns.customer).forEach((customer, row) => {
      const ours = [columns.alive, columns.purchases, columns.orderValue, columns.expected].map((header) => of(header)[row]);
      expect([customer, ...ours]).toEqual([customer, ...clv.get(String(customer))!.slice(5, 9)]);
    });
    const rfm = new Map(call("RFM", [orders, dayOfIso("1997-09-30")!]).slice(1).map((row) => [row[0], row[7]]));
    of(columns.customer).forEach((customer, row) => expect(of(columns.rfm)[row]).toBe(rfm.get(String(customer))));
  });
  it("follow the margin", () => expect(of(columns.value)[0]).toBeCloseTo(Number(of(columns.expected)[0]) * 0.7, 9));
  it("have paid by the end what was counted elsewhere, and the second half was foreseen as published", () => {
    const whole = valued({ order }, { asOf: "1998-06-30" });
    expect(besideLabel(whole, "value", names.soFar)).toBeCloseTo(results.revenue_per_customer.rows[0].mean_ltv, 8);
    expect(besideLabel(whole, "value", labels.happened)).toBe(fitted.aggregate_actual_purchases_1997_10_01_to_1998_06_30);
    expect(Number(besideLabel(whole, "value", labels.foreseen)) / fitted.aggregate_expected_purchases_next_39_weeks).toBeCloseTo(1, 3);
  });
  withOffice("are recalculated to the same", async () => expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]), 120_000);
});

describe("by hand", () => {
  const accounts = (churned: readonly string[]) => ["Account Name,Monthly Revenue,Churned,Tenure", ...churned.map((is, at) => `A${at},100,${is},${10 + at}`)].join("\n");

  it("turns the churn of a year into that of a month", () => {
    // Half of them left within 12 months: 1 − 0.5^(1/12) a month.
    const plan = valued({ account: accounts(["Yes", "No"]) }, { memory: typed({ ValueChurnMonths: 12, ValueMargin: 0.5 }) });
    const monthly = 1 - 0.5 ** (1 / 12);
    expect(besideLabel(plan, "value", words.assumptions.labels.churn)).toBeCloseTo(monthly, 12);
    expect(besideLabel(plan, "value", names.marginChurn)).toBeCloseTo((100 * 0.5) / monthly, 6);
    // One lost in 10 + 11 months together.
    expect(besideLabel(plan, "value", names.perCustomerMonth)).toBeCloseTo((100 * 0.5) / (1 / 21), 6);
    expect(besideLabel(plan, "value", names.lifetime)).toBe(100 * 0.5 * 10);
    expect(besideLabel(plan, "value", names.discounted)).toBeCloseTo((100 * 0.5 * (1 - monthly)) / (monthly + 0.01), 6);
  });
  it("refuses churn 0 and a negative margin, and says why", () => {
    const loyal = valued({ account: accounts(["No", "No"]) });
    expect([besideLabel(loyal, "value", names.marginChurn), besideLabel(loyal, "value", names.marginChurn, 7)]).toEqual(["", words.methods.why.zeroChurn]);
    const loss = valued({ account: accounts(["Yes", "No"]) }, { memory: typed({ ValueMargin: -0.2 }) });
    expect([besideLabel(loss, "value", names.marginChurn), besideLabel(loss, "value", names.marginChurn, 7)]).toEqual(["", words.methods.why.noMargin]);
    const emptied = valued({ account: accounts(["Yes", "No"]) }, { memory: typed({ ValueMarginAssumed: null }) });
    expect(besideLabel(emptied, "value", names.marginChurn, 7)).toBe(words.methods.why.margin);
  });
  it("derives the article's longer lifetime", () => {
    const plan = valued({ account: accounts(["Yes", "No"]) });
    expect(besideLabel(plan, "value", words.derivation.labels.change)).toBeCloseTo(1 / 3, 12);
    expect(besideLabel(plan, "value", words.derivation.labels.enough)).toBeCloseTo(18 * 1.3, 12);
    expect(besideLabel(plan, "value", words.derivation.labels.worthAfter)).toBeCloseTo(24 * 100 * 0.7, 9);
  });

  const spend = ["Campaign,Channel,Start Date,Actual Cost", "a,Web,2026-06-01,600", "b,web ads,2026-06-15,200", "c,Fair,2025-12-01,900", "d,Web,2026-11-10,100"].join("\n");
  const deal = [
    "Deal ID,Deal Name,Stage,Amount,Created Date,Close Date,Lead Source", ...["Web", "Web", "web ads", "Fair", "Fair"].map((source, at) => `D${at},x${at},Closed Won,10,2026-0${at + 1}-01,2026-0${at + 3}-01,${source}`),
  ].join("\n");
  const mapped: Memory = { ...emptyMemory, tables: new Map([["ChannelMap", { columns: [words.channels.map.source, words.channels.map.channel], rows: [["Web", "Online"], ["web ads", "Online"], ["Fair", "Fair"]] }]]) };

  it("adds up sources of one channel, over everything and shifted by the cycle", () => {
    // The cycle's median is 59 to 61 days; typed as 60. New customers after 2026-05-20 (6 months): closed June (x3) and July (x4).
    const memory: Memory = { ...mapped, inputs: new Map(Object.entries({ ValueCycleShift: 60, ValueCacMonths: 6 })) };
    const plan = valued({ spend, deal }, { memory });
    const { columns } = words.channels;
    const rows = columnOf(plan, "ChannelValue", columns.channel).map((name, row) => [name, ...[columns.spend, columns.customers, columns.blended, columns.spendLately, columns.customersLately, columns.shifted].map((header) => columnOf(plan, "ChannelValue", header)[row])]);
    // Online: 900 of spend and 3 deals in all; spend from 2026-03-21 to 2026-09-21: 800; no deal of its after 2026-05-20. Fair: 900 and 2; no spend in that time.
    expect(rows).toContainEqual(["Online", 900, 3, 300, 800, 0, ""]);
    expect(rows).toContainEqual(["Fair", 900, 2, 450, 0, 2, ""]);
    expect(besideLabel(plan, "value", words.acquisition.countings.deals, 4)).toBe(800 / 2);
  });
  it.each([[12.6, 13], [0.4, 12], [500, 12], ["many", 12]])("takes %p months typed for %d, at the build and in its formulas", async (typed, months) => {
    const memory: Memory = { ...emptyMemory, inputs: new Map(Object.entries({ ValueCacMonths: typed, ValueLtvCacTarget: 5000, ValueChurnMonths: 0 })) };
    const plan = valued({ spend, deal, account: accounts(["Yes", "No"]) }, { memory });
    expect(besideLabel(plan, "value", words.acquisition.labels.after)).toBe(addMonths(dayOfIso("2026-11-20") as Day, -months));
    if (typed === 12.6 && isInstalled("soffice")) expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  }, 120_000);
  withOffice("costs a customer who buys twice once, where deals tell the customer", async () => {
    const named = deal.split("\n").map((line, at) => `${line},${["Account Name", "Acme", "acme", "Bolt", "Bolt", "Cove"][at]}`).join("\n");
    for (const language of languages) {
      const plan = valued({ spend, deal: named }, { language, memory: typed({ ValueCycleShift: 60, ValueCacMonths: 6 }) });
      const { countings } = wholeTextIn(language).value.acquisition;
      // 1,800 of spend; Acme came in March, Bolt in May, Cove in July: one after 2026-05-20.
      expect([1, 2, 3, 4].map((place) => besideLabel(plan, "value", countings.firstDeals, place))).toEqual([3, 600, 1, 800]);
      expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
    }
  });
  it("keeps the channels when the language changes", () => {
    const plan = valued({ spend, deal }, { memory: mapped, language: "zh-CN" });
    const { value: said } = wholeTextIn("zh-CN");
    expect(columnOf(plan, "ChannelMap", said.channels.map.channel)).toEqual(expect.arrayContaining(["Online", "Online", "Fair"]));
    expect(plan.sheets.some(({ id }) => id === "kept")).toBe(false);
  });
  it("says what CAC needs where there is no spend", () => expect(wordsOf(sheetOf(valued({ account: accounts(["Yes", "No"]) }), "value"))).toContain(words.acquisition.needs));

  const order = ["Customer,Order Date,Product,Amount,Cost", "A,2026-01-05,Pro,100,40", "B,2026-02-05,Pro,300,160", "A,2026-03-05,Basic,600,540", "B,2026-03-06,Basic,200,"].join("\n");
  it("takes the margin from lines whose cost is known", () => {
    const plan = valued({ order });
    const { columns } = words.mix;
    const of = (header: string) => columnOf(plan, "ProductMix", header);
    // Pro: 400 − 200 of 400. Basic: 600 − 540 of 600; the 200 without a cost earn nothing that is known.
    expect(of(columns.line)).toEqual(["Basic", "Pro"]);
    expect([of(columns.margin), of(columns.cost), of(columns.share)]).toEqual([[60, 200], [540, 200], [0.1, 0.5]]);
    expect([of(columns.ofSales), of(columns.ofProfit)]).toEqual([[800 / 1200, 400 / 1200], [60 / 260, 200 / 260]]);
    // All: 260 of 1,000; Pro is above it.
    expect(of(columns.high)).toEqual([tables.no, tables.yes]);
    expect(besideLabel(plan, "value", words.mix.labels.share)).toBeCloseTo(400 / 1200, 12);
    expect(besideLabel(plan, "value", words.assumptions.labels.margin)).toBeCloseTo(0.26, 12);
  });
  it("shows what was typed beside a source or a line of sales, however many are larger", () => {
    const names = Array.from({ length: 45 }, (_, at) => `n${String(at).padStart(2, "0")}`);
    const texts = {
      spend: ["Campaign,Channel,Start Date,Actual Cost", ...names.map((name, at) => `c${at},${name},2026-06-01,10`)].join("\n"), deal,
      order: ["Customer,Order Date,Product,Amount,Cost", ...names.map((name, at) => `A,2026-01-05,${name},${100 - at},10`)].join("\n"),
    };
    const memory: Memory = { ...emptyMemory, tables: new Map([
      ["ChannelMap", { columns: [words.channels.map.source, words.channels.map.channel], rows: [["n43", "n43"], ["n44", "Online"]] }],
      ["ProductMix", { columns: [words.mix.columns.line, words.mix.columns.high], rows: [["n43", tables.no], ["n44", tables.yes]] }],
    ]) };
    const sources = columnOf(valued(texts, { memory }), "ChannelMap", words.channels.map.source);
    expect([sources.length, sources.includes("n44"), sources.includes("n43")]).toEqual([41, true, false]);
    const lines = columnOf(valued(texts, { memory }), "ProductMix", words.mix.columns.line);
    expect([lines.length, lines.at(-1), lines.includes("n43")]).toEqual([31, "n44", false]);
  });
  it("falls back to the revenue of the last months where the sample is too small, and says so", () => {
    const plan = valued({ order });
    expect(columnOf(plan, "CustomerValue", words.customers.columns.expected)).toEqual([700, 500]);
    expect(besideLabel(plan, "value", words.honesty.labels.model)).toBe(words.honesty.tooFew);
    expect(besideLabel(plan, "value", names.orders, 7)).toBe(words.methods.why.few);
    expect(columnOf(plan, "TopCustomers", words.top.columns.cumulative)).toEqual([700 / 1200, 1]);
  });

  const odd = ["=x", ">5", "A*", "A?", "~", "1213", "007", "TRUE", "<>", '""a""'];
  const oddBook = (language: "en" | "zh-CN") => valued({
    order: ["Customer,Order Date,Product,Amount,Cost", ...odd.map((name, at) => `"${name}",2026-0${1 + (at % 8)}-05,"${name}",${100 + at},${40 + at}`)].join("\n"),
    spend: ["Campaign,Channel,Start Date,Actual Cost", ...odd.map((name, at) => `c${at},"${name}",2026-02-01,${10 * at}`)].join("\n"),
    deal: ["Deal ID,Deal Name,Account Name,Stage,Amount,Created Date,Close Date,Lead Source", ...odd.map((name, at) => `D${at},x,"${name}",Closed Won,5,2026-01-01,2026-05-0${1 + (at % 8)},"${name}"`)].join("\n"),
    account: ["Account Name,Segment,Monthly Revenue,Churned,Tenure", ...odd.map((name, at) => `"${name}","${name}",50,${at % 2 ? "Yes" : "No"},${at}`)].join("\n"),
  }, { language });
  it("takes odd names for names", () => {
    const plan = oddBook("en");
    expect(columnOf(plan, "ProductMix", words.mix.columns.count)).toEqual(odd.map(() => 1));
    expect(columnOf(plan, "ChannelMap", words.channels.map.customers)).toEqual(odd.map(() => 1));
    expect(columnOf(plan, "TopCustomers", words.top.columns.revenue).reduce<number>((sum, one) => sum + Number(one), 0)).toBe(10 * 100 + 45);
  });
  withOffice("recalculates them to the same", async () => expect(await disagreements(await writeXlsxInNode(oddBook("zh-CN")))).toEqual([]), 120_000);

  it.each<[string, Building["texts"]]>([
    ["accounts with nothing to tell", { account: "Account Name,Industry\nA,x\nB,y" }],
    ["orders without amounts", { order: "Customer,Order Date,Product\nA,2026-01-01,Pro" }],
    ["spend without dates, channels and customers", { spend: "Campaign,Actual Cost\na,100" }],
    ["spend and deals of which none is won", { spend: "Campaign,Channel,Actual Cost\na,Web,100", deal: "Deal ID,Stage,Amount,Lead Source\nD1,Proposal,5,Web" }],
    ["one order", { order: "Customer,Order Date,Amount\nA,2026-11-20,5" }],
  ])("says what is missing of %s", (_, texts) => {
    const sheet = sheetOf(valued(texts), "value");
    expect(wordsOf(sheet)).toMatch(/Needs|needs|Too few|No new customer/);
    expect(sheet.cells.filter(({ value }) => typeof value === "number" && !Number.isFinite(value))).toEqual([]);
  });
});
