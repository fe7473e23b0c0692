// Lifetime value, loyalty and health say the same from groups of orders, accounts and spend as from the records.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import type { ObjectKind } from "../../src/crm/reading";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import { customerDays } from "../../src/sheets/customer-days";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { wholeTextIn } from "../../src/text/whole";
import type { Language } from "../../src/text/language";
import { addMonths, dayOfIso, type Day } from "../../src/values";
import { everything, everythingAsOf, importsOf } from "../everything";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { describeWithShared } from "../shared-data";
import { awkwardOrders, cdnowOrders, wonDeals } from "./customers-made";
import { answerRows, groupRows } from "./group-rows";
import { differences, plannedWithAnswers } from "./same-numbers";

const day = (iso: string): Day => dayOfIso(iso)!;
const sheetsHere = ["value", "customerValue", "loyalty", "loyaltyCohorts", "loyaltyCustomers", "health", "healthScores", "goals"] as const;

interface Grouping {
  readonly imports: readonly Import[];
  readonly asOf: Day;
  readonly grouped: readonly ObjectKind[];
  readonly limits: Partial<RollupLimits>;
  readonly language?: Language;
  readonly memory?: Memory;
  /** What was typed when the database was asked; the memory where absent. */
  readonly askedWith?: Memory;
}

/** Limits that make the main tables short, so that products and customers are told elsewhere. */
const short = { rows: 60, newestWon: 20 } as const;

function plans({ imports, asOf, grouped, limits, language = "en", memory = emptyMemory, askedWith = memory }: Grouping): { readonly rows: WorkbookPlan; readonly groups: WorkbookPlan } {
  const breaks = [asOf, asOf + 1, addMonths(asOf, -12)] as Day[];
  const groupedImports = imports.map((one) => {
    if (!grouped.includes(one.recognition.object)) return one;
    const days = ((one.reading.columns as unknown as Record<string, readonly (number | null)[]>)["on"] ?? []).filter((value) => value !== null);
    const until = days.length === 0 ? [asOf] : customerDays(askedWith, asOf, Math.min(...days) as Day, Math.max(...days) as Day);
    return groupRows(one, { breaks, limits: { ...short, ...limits }, customerDays: { asOf, until } });
  });
  const base = { memory, asOf, language, sheets: ["value", "loyalty", "health", "goals"] as const, withoutLog: true as const };
  return {
    rows: plannedWithAnswers({ ...base, imports }, () => new Map()).plan,
    groups: plannedWithAnswers({ ...base, imports: groupedImports }, (questions) => new Map(questions.flatMap((one) => [...answerRows(imports.find(({ recognition }) => recognition.object === one.object)!, [one])]))).plan,
  };
}

function found(grouping: Grouping): readonly string[] {
  const { rows, groups } = plans(grouping);
  return differences(rows, groups, sheetsHere.filter((id) => rows.sheets.some((sheet) => sheet.id === id) || groups.sheets.some((sheet) => sheet.id === id)));
}

const perCustomer = { customerDays: 0 } as const;

describe.each<[Language]>([["en"], ["zh-CN"]])("everything in %s", (language) => {
  const all = { imports: everything(language), asOf: everythingAsOf, language };
  it.each<[string, readonly ObjectKind[], Partial<RollupLimits>]>([
    ["orders by days of customers", ["order"], {}], ["orders by customers", ["order"], perCustomer], ["spend", ["spend"], { rows: 5 }],
    ["orders and spend in shortest tables", ["order", "spend"], { rows: 3 }],
  ])("is the same from %s", (_, grouped, limits) => expect(found({ ...all, grouped, limits })).toEqual([]));
  it("counts who left the same from accounts in short tables", () => {
    const { rows, groups } = plans({ ...all, grouped: ["account"], limits: { rows: 6 } });
    expect(differences(rows, groups, ["value", "loyalty"])).toEqual([]);
  });
});

it.each<[string, Partial<RollupLimits>]>([["by days", {}], ["by customers", perCustomer]])("counts awkward orders %s, with margins of lines", (_, limits) => {
  expect(found({ imports: importsOf({ order: awkwardOrders }), asOf: day("2026-06-30"), grouped: ["order"], limits: { rows: 5, ...limits } })).toEqual([]);
});

describe("orders, accounts and spend in two currencies", () => {
  const { rates } = wholeTextIn("en").tables;
  const name = (at: number) => `C${at % 9}`;
  const texts = {
    order: ["Order ID,Customer,Order Date,Product,Amount,Cost,Currency", ...Array.from({ length: 60 }, (_, at) => `O${at},${name(at)},2026-0${1 + (at % 6)}-1${at % 9},P${at % 4},${10 + at},${at % 3 ? 5 + at : ""},${at % 3 ? "USD" : "EUR"}`)].join("\n"),
    account: ["Account ID,Account Name,Segment,Monthly Revenue,Currency,Churned,Tenure", ...Array.from({ length: 9 }, (_, at) => `${at},${name(at)},S${at % 2},${100 + at},${at % 2 ? "USD" : "EUR"},${at % 4 ? "No" : "Yes"},${at + 1}`)].join("\n"),
    spend: ["Campaign,Channel,Start Date,Actual Cost,Currency,Customers", ...Array.from({ length: 12 }, (_, at) => `c${at},W${at % 3},2026-0${1 + (at % 6)}-01,${50 + at},${at % 4 ? "USD" : "EUR"},${at}`)].join("\n"),
  };
  const rated: Memory = { ...emptyMemory, tables: new Map([["Rates", { columns: [rates.currency, rates.rate], rows: [["EUR", 2]] }]]) };
  it.each<[string, Memory, readonly ObjectKind[]]>([["at a rate, orders", rated, ["order"]], ["without a rate, orders", emptyMemory, ["order"]], ["at a rate, spend", rated, ["spend"]], ["at a rate, accounts", rated, ["account"]]])("are the same in groups %s", (_, memory, grouped) => {
    const { rows, groups } = plans({ imports: importsOf(texts), asOf: day("2026-06-30"), grouped, limits: {}, memory });
    // Of accounts in groups nobody tells by their names who left.
    expect(differences(rows, groups, grouped.includes("account") ? ["value"] : ["value", "loyalty"])).toEqual([]);
  });
});

it("values customers by won deals in two currencies at the rates typed", () => {
  const { rates } = wholeTextIn("en").tables;
  const memory: Memory = { ...emptyMemory, inputs: new Map([["Currency", "EUR"]]), tables: new Map([["Rates", { columns: [rates.currency, rates.rate], rows: [["EUR", 1], ["USD", 0.5]] }]]) };
  const { rows, groups } = plans({ imports: importsOf({ deal: wonDeals, spend: "Campaign Name,Channel,Start Date,Actual Cost\nSpring,Web,2026-01-01,100" }), asOf: day("2026-06-30"), grouped: ["deal"], limits: {}, memory });
  expect(rows.sheets.map(({ id }) => id)).toContain("customerValue");
  expect(differences(rows, groups, ["customerValue"])).toEqual([]);
});

describeWithShared("the customers of CDNOW", () => {
  it.each<[string, Partial<RollupLimits>]>([["days", {}], ["a row each", { customerDays: 100 }]])("have the same model, value and retention by %s", (_, limits) => {
    expect(found({ imports: importsOf({ order: cdnowOrders() }), asOf: day("1998-06-30"), grouped: ["order"], limits })).toEqual([]);
  });
});

it.each<[string, Partial<RollupLimits>, Memory | undefined, "tooManyCustomers" | "otherDays"]>([
  ["customers are too many", { customerDays: 0, customers: 10 }, undefined, "tooManyCustomers"],
  ["months were typed since the database was asked", perCustomer, { ...emptyMemory, inputs: new Map([["LoyaltyMonths", 5], ["ValueHorizon", 7]]) }, "otherDays"],
])("says why customers are left out where %s, and shows no figure of theirs", (_, limits, memory = emptyMemory, why) => {
  const { groups } = plans({ imports: everything("en"), asOf: everythingAsOf, grouped: ["order"], limits, memory, askedWith: emptyMemory });
  expect(groups.sheets.map(({ id }) => id).filter((id) => ["customerValue", "loyaltyCustomers"].includes(id))).toEqual([]);
  for (const id of ["value", "loyalty"]) expect(groups.sheets.find((sheet) => sheet.id === id)!.cells.map(({ value }) => value)).toContain(wholeTextIn("en").tables.groups[why]);
});

const withOffice = isInstalled("soffice") ? it : it.skip;
if (!isInstalled("soffice")) console.warn("recalculation of grouped orders: not run, install LibreOffice with: apt-get install libreoffice-calc");

withOffice("LibreOffice computes the same over groups", async () => {
  const { groups } = plans({ imports: everything("en"), asOf: everythingAsOf, grouped: ["order", "spend", "account"], limits: { rows: 6, ...perCustomer } });
  expect(await disagreements(await writeXlsxInNode(groups))).toEqual([]);
}, 240_000);
