// Orders, accounts and spend in several currencies: one counts at once, the others at the rates typed in Setup, and none is added to another.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { worthOf } from "../../src/sheets/history/since-last";
import { contextOf } from "../../src/sheets/make-context";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { wholeTextIn } from "../../src/text/whole";
import { dayOfIso, type Day } from "../../src/values";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { besideLabel, built, importsOf } from "./built";
import { rowOf } from "./csv-made";
import { columnOf, sheetOf, wordsOf } from "./made";

const withOffice = isInstalled("soffice") ? it : it.skip;
const { value: words, loyalty, tables, health } = wholeTextIn("en");

const order = ["Order ID,Customer,Order Date,Product,Amount,Cost,Currency", "O1,Ada,2026-05-01,Pro,100,40,USD", "O2,Ben,2026-06-01,Pro,1000,400,EUR", "O3,Ada,2026-07-01,Basic,300,100,USD", "O4,Cho,2026-08-01,Basic,50,20,USD"].join("\n");
const account = ["Account ID,Account Name,Monthly Revenue,Currency,Churned,Tenure", "1,Ada,10,USD,No,12", "2,Ben,500,EUR,No,12", "3,Cho,30,USD,Yes,3"].join("\n");
const spend = ["Campaign,Channel,Start Date,Actual Cost,Currency,Customers", "a,Web,2026-06-01,60,USD,2", "b,Fair,2026-06-01,900,EUR,1"].join("\n");
const survey = ["Account,Date,Survey,Score", "Ada,2026-06-01,CSAT,5", "Ben,2026-06-01,CSAT,4"].join("\n");
const rated: Memory = { ...emptyMemory, tables: new Map([["Rates", { columns: [tables.rates.currency, tables.rates.rate], rows: [["EUR", 2]] }]]) };
const planOf = (memory: Memory = emptyMemory, texts = {}) => built({ texts: { order, account, spend, survey, ...texts }, asOf: "2026-11-20", memory, sheets: ["value", "loyalty", "health"] });

describe.each<[string, Memory, number]>([["without a rate", emptyMemory, 0], ["at the rate typed", rated, 2]])("%s", (_, memory, rate) => {
  const plan = planOf(memory);

  it("shows what is written beside what counts", () => {
    expect(columnOf(plan, "Rates", tables.rates.currency)).toEqual(["USD", "EUR"]);
    expect(columnOf(plan, "Orders", "Amount as written")).toEqual([100, 1000, 300, 50]);
    expect(columnOf(plan, "Orders", "Amount")).toEqual([100, rate ? 1000 * rate : "", 300, 50]);
    expect(columnOf(plan, "Accounts", "Monthly revenue")).toEqual([10, rate ? 500 * rate : "", 30]);
    expect(wordsOf(sheetOf(plan, "start")).includes(tables.rates.note("USD"))).toBe(rate === 0);
  });

  it("counts what customers bought", () => {
    const { columns } = words.top;
    expect(columnOf(plan, "TopCustomers", columns.revenue)).toEqual(rate ? [1000 * rate, 400, 50] : [400, 50]);
    expect(columnOf(plan, "LoyaltyTopCustomers", loyalty.top.revenue)).toEqual(rate ? [1000 * rate, 400, 50] : [400, 50]);
    const ben = rowOf(plan, "HealthScores", health.scores.customer, "Ben");
    expect(ben["Orders last 12 months"]).toBe(rate ? 1000 * rate : null);
  });

  it("counts the mean revenue of an account, margins and spend", () => {
    expect(besideLabel(plan, "value", words.assumptions.labels.revenue)).toBeCloseTo(rate ? (10 + 500 * rate + 30) / 3 : 20, 9);
    expect(besideLabel(plan, "value", words.acquisition.labels.spend)).toBe(60 + 900 * rate);
    expect(columnOf(plan, "ProductMix", words.mix.columns.sales)).toEqual(rate ? [100 + 1000 * rate, 350] : [350, 100]);
    expect(columnOf(plan, "ProductMix", words.mix.columns.margin)).toEqual(rate ? [60 + 600 * rate, 230] : [230, 60]);
  });

  it("says the column of amounts is as full as it is written", () => {
    expect(rowOf(plan, "Completeness", tables.completeness.column, "Amount")[tables.completeness.missing]).toBe(0);
  });

  withOffice("LibreOffice computes the same", async () => expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]), 120_000);
});

withOffice("LibreOffice counts the budget where the last rows have no cost", async () => {
  const planned = ["Campaign,Channel,Start Date,Budget,Actual Cost,Currency,Customers", "a,Web,2026-06-01,10,60,USD,2", "b,Fair,2026-06-01,20,,EUR,1", "c,Fair,2026-06-02,30,,USD,1", "d,Web,2026-06-03,40,,USD,1"].join("\n");
  const plan = planOf(rated, { spend: planned });
  expect(besideLabel(plan, "value", words.acquisition.labels.spend)).toBe(60 + 20 * 2 + 30 + 40);
  expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
  const one = built({ texts: { spend: planned.replace("EUR", "USD") }, asOf: "2026-11-20", sheets: ["value"] });
  expect(await disagreements(await writeXlsxInNode(one))).toEqual([]);
}, 120_000);

it("leaves amounts alone where all are in one currency, and those of deals where only others are not", () => {
  const dollars = (text: string) => text.replaceAll("EUR", "USD");
  const one = planOf(emptyMemory, { order: dollars(order), account: dollars(account), spend: dollars(spend) });
  expect(one.sheets.flatMap(({ tables: all }) => all).some(({ name }) => name === "Rates")).toBe(false);
  const deal = "Deal ID,Deal Name,Stage,Amount,Currency,Close Date\nD1,a,Closed Won,70,USD,2026-05-01";
  const mixed = planOf(emptyMemory, { deal });
  expect(columnOf(mixed, "Deals", "Amount")).toEqual([70]);
  expect(() => columnOf(mixed, "Deals", tables.deals.amountAsWritten)).toThrow();
});

it("takes the currency of most deals for the reporting one, whatever other exports are in", () => {
  const deal = "Deal ID,Deal Name,Stage,Amount,Currency,Close Date\nD1,a,Closed Won,70,EUR,2026-05-01";
  expect(columnOf(planOf(emptyMemory, { deal }), "Orders", "Amount")).toEqual(["", 1000, "", ""]);
});

it("tells changes of deals in one currency at the rate they count at, where another export brings the reporting one", () => {
  const deal = "Deal ID,Deal Name,Stage,Amount,Currency,Close Date\nD1,a,Proposal,70,EUR,2027-05-01";
  const memory: Memory = { ...rated, inputs: new Map([["Currency", "USD"]]) };
  const { context } = contextOf({ imports: importsOf({ deal, order }), asOf: dayOfIso("2026-11-20") as Day, language: "en", memory });
  expect(columnOf(planOf(memory, { deal }), "Deals", "Amount")).toEqual([70 * 2]);
  expect(worthOf(context)(70, "EUR")).toBe(70 * 2);
  expect(worthOf(context)(5, "USD")).toBe(5);
});
