// CLV, RFM and COHORT: against the published CDNOW sample, counts made another way, and properties.

import { readFileSync } from "node:fs";
import { utils, write } from "@e965/xlsx";
import fc from "fast-check";
import type { Cell } from "../../src/functions/given/cells";
import { dayOf, dayOfIso } from "../../src/values";
import { recalculate } from "../recalculate";
import { describeWithShared, sharedData } from "../shared-data";
import { call, callOne, type Shown } from "./call";

const headed = (...rows: readonly (readonly Cell[])[]) => [["Customer", "Order Date", "Amount"], ...rows];
const few = headed(["Ada", "2026-01-10", 100], ["Ben", "2026-02-01", 50], ["Ada", "2026-03-20", 200], ["Cem", "2026-03-30", 80], ["Dan", "2025-12-01", 20], ["Eve", "2026-02-20", 400], ["Ben", "2026-02-25", 70]);
const byHand: Shown[][] = [["Ada", 11, 2, 300, 4, 4, 4, "444"], ["Ben", 34, 2, 120, 3, 4, 3, "343"], ["Cem", 1, 1, 80, 5, 1, 2, "512"], ["Dan", 120, 1, 20, 1, 1, 1, "111"], ["Eve", 39, 1, 400, 2, 1, 5, "215"]];
const rfmOf = (orders: readonly (readonly Cell[])[], asOf: Cell = "2026-03-31") => call("RFM", [orders, asOf]).slice(1);

describe("orders", () => {
  it("are found by their headings, wherever they stand", () => {
    const mixed = few.map(([who, when, much], at) => [at === 0 ? "Order No" : at, much, who, at === 0 ? "Note" : "", when]);
    expect(rfmOf(mixed)).toEqual(byHand);
  });
  it("prefer the customer's ID to its name", () => {
    expect(rfmOf([["Customer Name", "Customer ID", "Date", "Sales"], ["Ada", 7, 46000, 5], ["Ada", 8, 46000, 5]], 46000).map(([who]) => who)).toEqual([7, 8]);
  });
  it("take Excel's days, texts and times of day for the same day", () => {
    expect(rfmOf(headed(["Ada", 46100.75, "¥1,200"], ["Ada", "2026-03-19", "1.2万"]), 46101)).toEqual([["Ada", 1, 1, 13200, 1, 1, 1, "111"]]);
  });
  it("know a customer by number or by the same digits as text", () => expect(rfmOf(headed([7, 46000, 1], ["7 ", 46001, 1]), 46001)).toEqual([[7, 0, 2, 2, 1, 1, 1, "111"]]));
  it("pass over blank rows and the rest of whole columns", () => {
    const blank = ["", "", ""];
    expect(rfmOf([...few.slice(0, 3), blank, ...few.slice(3), ...Array.from({ length: 5000 }, () => blank)])).toEqual(byHand);
  });
  it.each<[string, readonly (readonly Cell[])[], string]>([
    ["a blank customer", headed(["Ada", 46000, 1], ["", 46000, 1]), "#N/A orders, row 3: “Customer” is blank."],
    ["a customer nobody knows", headed(["unknown", 46000, 1]), "#N/A orders, row 2: “Customer” is blank."],
    ["a blank date", headed(["Ada", null, 1]), "#N/A orders, row 2: “Order Date” is blank."],
    ["a blank amount", headed(["Ada", 46000, "-"]), "#N/A orders, row 2: “Amount” is blank."],
    ["an error cell", headed(["Ada", 46000, { code: "#N/A" }]), "#VALUE! orders, row 2: the cell holds the error #N/A."],
    ["a text that is no date", headed(["Ada", "soon", 1]), "#VALUE! orders, row 2: soon is not a date. Type it as 2026-11-20."],
    ["a date that could be two", headed(["Ada", "03/04/2026", 1]), "#VALUE! orders, row 2: 03/04/2026 could be day/month or month/day. Type it as 2026-11-20."],
    ["a text that is no number", headed(["Ada", 46000, "lots"]), "#VALUE! orders, row 2: lots is not a number."],
    ["two columns for one thing", [["Customer", "Order Date", "Invoice Date", "Amount"], ["Ada", 46000, 46000, 1]], "#VALUE! orders has two columns for “Order Date”, the other is “Invoice Date”."],
    ["a missing column", [["Customer", "Order Date"], ["Ada", 46000]], "#VALUE! orders has no column “Amount”. Its columns: Customer, Order Date."],
    ["a heading that says nothing", [["Amount", "Customer", "When"], [1, "Ada", 46000]], "#VALUE! orders has no column “Order Date”. Its columns: Amount, Customer, When."],
    ["headings only", [["Customer", "Order Date", "Amount"]], "#VALUE! orders has no headings, or no row below them."],
  ])("refuse %s", (_, orders, sentence) => expect(callOne("RFM", orders, 46200)).toBe(sentence));
  it("are missed where they are left out", () => expect(callOne("RFM", null, 46000)).toBe("#N/A orders, row 1: the cell is blank."));
});

describe("RFM", () => {
  it("ranks as computed by hand", () => expect(call("RFM", [few, "2026-03-31"])).toEqual([["customer", "recency in days", "orders", "amount", "R", "F", "M", "segment"], ...byHand]));
  it("answers in Chinese where the headings are", () => {
    expect(call("RFM", [[["客户", "下单日期", "金额"], ["安达", 46000, 5]], 46000])).toEqual([["客户", "距今天数", "订单数", "金额", "R", "F", "M", "分组"], ["安达", 0, 1, 5, 1, 1, 1, "111"]]);
  });
  it("counts the orders of a day once, and nets refunds", () => {
    expect(rfmOf(headed(["Ada", 46000, 10], ["Ada", 46000, 5], ["Ada", 46010, -3], ["Ada", 46001, 8], ["Ada", 46001, -2]), 46010)).toEqual([["Ada", 9, 2, 18, 1, 1, 1, "111"]]);
  });
  it("scores no customer with refunds only", () => expect(rfmOf(headed(["Ada", 46000, 10], ["Ben", 46000, -5]), 46000)).toEqual([["Ada", 0, 1, 10, 1, 1, 1, "111"], ["Ben", "", 0, -5, "", "", "", ""]]));
  it("leaves out later orders, and who has no others", () => expect(rfmOf(headed(["Ada", 46000, 10], ["Ada", 46005, 10], ["Ben", 46003, 5]), 46002)).toEqual([["Ada", 2, 1, 10, 1, 1, 1, "111"]]));
  it("says when there is no order yet", () => expect(callOne("RFM", headed(["Ada", 46000, 1]), 45000)).toBe("#N/A orders: there is nothing to compute from."));
  it("wants an as-of day", () => expect(callOne("RFM", few, null)).toBe("#N/A asOf, row 1: the cell is blank."));
  it("takes one as-of day", () => expect(callOne("RFM", few, [[46000, 46001]])).toBe("#VALUE! asOf has 1 × 2 cells where 1 × 1 are needed."));

  const order = fc.tuple(fc.constantFrom("a", "b", "c", "d", "e", "f", "g", "h"), fc.integer({ min: 45000, max: 45100 }), fc.integer({ min: 0, max: 50 }));
  it("scores as Excel's COUNTIF and COUNT would, whatever the order of the rows", () => {
    fc.assert(fc.property(fc.array(order, { minLength: 1, maxLength: 40 }), (orders) => {
      const rows = rfmOf(headed(...orders), 45100);
      const numbers = (at: number) => rows.map((row) => row[at] as number);
      const score = (at: number, value: number, isBelow: (one: number) => boolean) => Math.min(5, 1 + Math.trunc((5 * numbers(at).filter(isBelow).length) / rows.length) + 0 * value);
      for (const [, recency, count, amount, r, f, m, segment] of rows as [string, number, number, number, number, number, number, string][]) {
        expect([r, f, m]).toEqual([score(1, recency, (one) => one > recency), score(2, count, (one) => one < count), score(3, amount, (one) => one < amount)]);
        expect(segment).toBe(`${r}${f}${m}`);
      }
      const sorted = (all: Shown[][]) => [...all].sort((left, right) => String(left[0]).localeCompare(String(right[0])));
      expect(sorted(rfmOf(headed(...[...orders].reverse()), 45100))).toEqual(sorted(rows));
    }));
  });
  it("scores as the formulas of its help do in LibreOffice", async () => {
    const orders = Array.from({ length: 90 }, (_, at): [string, number, number] => [`c${(at * at) % 37}`, 45000 + ((at * 31) % 83), ((at * 17) % 23) + 0.1]);
    const rows = rfmOf(headed(...orders), 45100);
    const score = (column: string, row: number, sign: string) => `MIN(5,1+INT(5*COUNTIF(${column}$1:${column}$${rows.length},"${sign}"&${column}${row})/COUNT(${column}$1:${column}$${rows.length})))`;
    const sheet = utils.aoa_to_sheet(rows.map((row) => row.slice(1, 4)));
    utils.sheet_add_aoa(sheet, rows.map((_, at) => [{ t: "n", f: score("A", at + 1, ">") }, { t: "n", f: score("B", at + 1, "<") }, { t: "n", f: score("C", at + 1, "<") }]), { origin: "D1" });
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, "RFM");
    const values = await recalculate(new Uint8Array(write(book, { type: "array", bookType: "xlsx" })));
    rows.forEach((row, at) => expect(["D", "E", "F"].map((column) => values.get(`RFM!${column}${at + 1}`))).toEqual(row.slice(4, 7)));
  }, 60_000);
  it("scores alike when all amounts double", () => {
    fc.assert(fc.property(fc.array(order, { minLength: 1, maxLength: 40 }), (orders) => {
      const doubled = rfmOf(headed(...orders.map(([who, when, much]) => [who, when, much * 2])), 45100);
      expect(doubled.map((row) => row[7])).toEqual(rfmOf(headed(...orders), 45100).map((row) => row[7]));
    }));
  });
});

describe("COHORT", () => {
  const orders = [["Customer", "Order Date"], ["Ada", "2026-01-10"], ["Ben", "2026-01-20"], ["Ada", "2026-02-03"], ["Cem", "2026-02-11"], ["Ada", "2026-03-05"], ["Cem", "2026-03-09"]];
  it("is a triangle of shares", () => expect(call("COHORT", [orders, null, null, null])).toEqual([["cohort", "customers", 0, 1, 2], ["2026-01", 2, 1, 0.5, 0.5], ["2026-02", 1, 1, 1, ""]]));
  it("counts customers", () => expect(call("COHORT", [orders, "month", "客户数", null])).toEqual([["cohort", "customers", 0, 1, 2], ["2026-01", 2, 2, 1, 1], ["2026-02", 1, 1, 1, ""]]));
  it("adds up amounts", () => {
    expect(call("COHORT", [headed(["Ada", "2026-01-10", 5], ["Ada", "2026-01-11", 7], ["Ben", "2026-02-01", 1], ["Ada", "2026-03-01", -2]), "month", "amount", null])).toEqual([["cohort", "customers", 0, 1, 2], ["2026-01", 1, 12, 0, -2], ["2026-02", 1, 1, 0, ""]]);
  });
  it("reaches to the as-of day, and leaves later orders out", () => {
    expect(call("COHORT", [orders, null, null, "2026-02-28"])).toEqual([["cohort", "customers", 0, 1], ["2026-01", 2, 1, 0.5], ["2026-02", 1, 1, ""]]);
    expect(call("COHORT", [orders, null, null, "2026-04-30"])[1]).toEqual(["2026-01", 2, 1, 0.5, 0.5, 0]);
  });
  it("has quarters and years too", () => {
    const rows = [["Customer", "Date"], ["Ada", "2025-11-10"], ["Ada", "2026-03-31"], ["Ben", "2026-04-01"]];
    expect(call("COHORT", [rows, "quarter", null, null])).toEqual([["cohort", "customers", 0, 1, 2], ["2025-Q4", 1, 1, 1, 0], ["2026-Q2", 1, 1, "", ""]]);
    expect(call("COHORT", [rows, "年", null, null])).toEqual([["cohort", "customers", 0, 1], ["2025", 1, 1, 1], ["2026", 1, 1, ""]]);
  });
  it("answers in Chinese where the headings are", () => expect(call("COHORT", [[["客户", "日期"], ["安达", 46000]], null, null, null])[0]).toEqual(["同期群", "客户数", 0]));
  it("refuses a period it does not know", () => expect(callOne("COHORT", orders, "week", null, null)).toBe("#VALUE! period, row 1: week is not one of month, quarter, year."));
  it("wants amounts only for amounts", () => expect(callOne("COHORT", orders, null, "amount", null)).toMatch(/^#VALUE! orders has no column “Amount”/));
  it("says when there is no order yet", () => expect(callOne("COHORT", orders, null, null, 40000)).toBe("#N/A orders: there is nothing to compute from."));

  it("keeps every customer in one cohort, and shares within 0 and 1", () => {
    const order = fc.tuple(fc.constantFrom("a", "b", "c", "d"), fc.integer({ min: 45000, max: 45700 }));
    fc.assert(fc.property(fc.array(order, { minLength: 1, maxLength: 40 }), fc.constantFrom("month", "quarter", "year"), (rows, period) => {
      const [headings, ...triangle] = call("COHORT", [[["Customer", "Date"], ...rows], period, null, null]);
      expect(triangle.reduce((sum, row) => sum + (row[1] as number), 0)).toBe(new Set(rows.map(([who]) => who)).size);
      for (const row of triangle) {
        expect(row).toHaveLength(headings!.length);
        expect(row[2]).toBe(1);
        expect(row.slice(2).every((share) => share === "" || ((share as number) >= 0 && (share as number) <= 1))).toBe(true);
      }
      expect(call("COHORT", [[["Customer", "Date"], ...[...rows].reverse()], period, null, null])).toEqual([headings, ...triangle]);
    }));
  });
});

describe("CLV", () => {
  it("refuses too few customers", () => expect(callOne("CLV", few, 46200, 12, null)).toBe("#N/A orders: 5, 2 customers and repeat customers are too few, the model needs 100, 30."));
  it("refuses too few who came back", () => {
    expect(callOne("CLV", headed(...Array.from({ length: 150 }, (_, at) => [`c${at}`, 46000 + at, 10])), 46200, 12, null)).toMatch(/150, 0 customers and repeat customers are too few, the model needs 100, 30\.$/);
  });
  it.each<[string, readonly [Cell, Cell, Cell], string]>([
    ["no as-of day", [null, 12, null], "#N/A asOf, row 1: the cell is blank."], ["no months", [46000, null, null], "#N/A months, row 1: the cell is blank."],
    ["half months", [46000, 1.5, null], "#VALUE! months, row 1: 1.5 is not a whole number."], ["too many months", [46000, 121, null], "#VALUE! months, row 1: 121 is out of range (≤ 120)."],
    ["a rate that could be 1 % or 100 %", [46000, 12, 1], "#VALUE! discountRate, row 1: 1 could be a share or hundredths. Write it with a percent sign."],
  ])("refuses %s", (_, given, sentence) => expect(callOne("CLV", few, ...given)).toBe(sentence));
});

it.each([
  ["a column of currencies", [["Customer", "Date", "Amount", "Currency"], ["Ada", 45000, 5, "USD"], ["Ada", 45001, 700, "JPY"]], "orders, row 3: JPY beside USD"],
  ["signs in the amounts", [["Customer", "Date", "Amount"], ["Ada", 45000, "$5"], ["Ada", 45001, "€5"]], "orders, row 3: € beside $"],
])("refuses several currencies by %s", (_, orders, said) => expect(callOne("RFM", orders, 45010)).toContain(said));

it("says that the models did not settle, and which parameters ran away, where customers are all alike", () => {
  const alike = headed(...Array.from({ length: 200 }, (_, customer) => Array.from({ length: 6 }, (__, order) => [`C${customer}`, 45_000 + order * 30, 100 + (customer % 3)])).flat());
  const panel = new Map(call("CLV", [alike, 45_200, 12, null]).map((row) => [row[10], row[11]]));
  expect(panel.get("BG/NBD and Gamma-Gamma converged")).toBe(false);
  expect(panel.get("parameters at their limit")).toMatch(/r/);
});

describeWithShared("CDNOW", () => {
  const lines = readFileSync(sharedData("cdnow_sample/CDNOW_sample.txt")!, "utf8").trim().split(/\r?\n/).map((line) => line.trim().split(/\s+/));
  const orders = headed(...lines.map(([, id, date, , dollars]) => [Number(id), dayOf(Number(date!.slice(0, 4)), Number(date!.slice(4, 6)), Number(date!.slice(6)))!, Number(dollars)]));
  const { results } = JSON.parse(readFileSync(sharedData("cdnow_sample/expected.json")!, "utf8"));
  const fitted = JSON.parse(readFileSync(sharedData("cdnow_sample/expected_bgnbd.json")!, "utf8"));
  const asOf = dayOfIso("1997-09-30")!;
  const clv = call("CLV", [orders, asOf, 12, "1%"]);
  const panel = new Map(clv.map((row) => [row[10], row[11]]));

  it("gives a row for each customer, and the models beside them", () => {
    expect(clv).toHaveLength(2358);
    expect(clv[0]).toEqual(["customer", "repeat orders", "recency in weeks", "age in weeks", "mean repeat order", "probability alive", "expected orders", "expected order value", "value", "", "BG/NBD and Gamma-Gamma converged", true]);
    expect(clv.every((row) => row.length === 12)).toBe(true);
    expect(clv.at(-1)!.slice(9)).toEqual(["", "", ""]);
  });
  it("sees the customers as the summary published with the data does", () => {
    const summary = readFileSync(sharedData("cdnow_sample/cdnow_customers_summary_with_transactions.csv")!, "utf8").trim().split(/\r?\n/).slice(1).map((line) => line.split(",").map(Number));
    summary.forEach(([id, x, recency, age, mean], at) => {
      const row = clv[at + 1]! as number[];
      expect([row[0], row[1]]).toEqual([id, x]);
      expect(Math.abs(row[2]! - recency!)).toBeLessThan(0.0051);
      expect(Math.abs(row[3]! - age!)).toBeLessThan(0.0051);
      if (x === 0) expect(row[4]).toBe("");
      else expect(Math.abs(row[4]! - mean!)).toBeLessThan(0.0051);
    });
  });
  it("fits the published parameters", () => {
    for (const [name, value] of Object.entries({ ...fitted.bgnbd_fit, ...fitted.gamma_gamma_fit })) if (["r", "alpha", "a", "b", "p", "q", "v"].includes(name)) expect((panel.get(name) as number) / (value as number)).toBeCloseTo(1, 3);
  });
  it("says how far to trust them", () => {
    expect([panel.get("BG/NBD and Gamma-Gamma converged"), panel.get("customers"), panel.get("repeat customers")]).toEqual([true, 2357, 946]);
    expect(panel.get("correlation of orders and value (±0.3 at most)")).toBeCloseTo(0.113884, 4);
    expect(panel.get("later orders left out")).toBe(lines.filter(([, , date]) => date! > "19970930").length);
  });
  it("expects 39 weeks as the independent computation does, nine months being 39.1", () => {
    const [, , ...rows] = call("CLV", [orders, asOf, 9, null]);
    const expected = rows.reduce((sum, row) => sum + (row[6] as number), 0);
    expect(expected / fitted.aggregate_expected_purchases_next_39_weeks).toBeCloseTo(1, 1);
  });
  it("values a customer at order value × orders without discount, and less with it", () => {
    const plain = call("CLV", [orders, asOf, 12, null]);
    plain.slice(1).forEach((row, at) => {
      expect((row[8] as number) / ((row[6] as number) * (row[7] as number))).toBeCloseTo(1, 9);
      expect(row[8]).toBeGreaterThan(clv[at + 1]![8] as number);
    });
  });
  it("scales with the amounts and is the same for permuted orders", () => {
    const cents = call("CLV", [orders.map(([who, when, much], at) => [who, when, at === 0 ? much : (much as number) * 100]), asOf, 12, "1%"]);
    const reversed = new Map(call("CLV", [[orders[0]!, ...orders.slice(1).reverse()], asOf, 12, "1%"]).map((row) => [row[0], row[8] as number]));
    clv.slice(1).forEach((row, at) => {
      expect((cents[at + 1]![8] as number) / (row[8] as number) / 100).toBeCloseTo(1, 3);
      expect(reversed.get(row[0])! / (row[8] as number)).toBeCloseTo(1, 3);
    });
  });
  it("names the models in Chinese where the headings are", () => {
    const chinese = call("CLV", [[["客户编号", "下单日期", "订单金额"], ...orders.slice(1)], asOf, 12, "1%"]);
    expect(chinese[0]!.slice(0, 3)).toEqual(["客户", "复购次数", "首末次间隔周数"]);
    expect(chinese[2]!.slice(10)).toEqual(["客户数", 2357]);
    expect(chinese[5]![8]).toBe(clv[5]![8]);
  });
  it("ranks by RFM as counted one by one", () => {
    const day = dayOfIso("1998-06-30")!;
    const rows = call("RFM", [orders, day]).slice(1) as [number, number, number, number, number, number, number, string][];
    expect(rows).toHaveLength(2357);
    expect(rows.reduce((sum, row) => sum + row[3], 0)).toBeCloseTo(results.shape.rows[0].dollars, 4);
    expect(rows.reduce((sum, row) => sum + row[2], 0)).toBe(results.shape.rows[0].purchase_days);
    for (const [who, recency, count, amount, r, f, m] of rows.filter((_, at) => at % 97 === 0)) {
      const own = orders.slice(1).filter((row) => row[0] === who) as [number, number, number][];
      expect(recency).toBe(day - Math.max(...own.map((row) => row[1])));
      const below = [rows.filter((row) => row[1] > recency), rows.filter((row) => row[2] < count), rows.filter((row) => row[3] < amount)].map((found) => Math.min(5, 1 + Math.floor((5 * found.length) / 2357)));
      expect([r, f, m]).toEqual(below);
    }
  });
  it("retains the cohort of January 1997 as counted in SQL", () => {
    const january: { active: number; retention: number }[] = results.monthly_retention_jan_1997_cohort.rows;
    const shares = call("COHORT", [orders, null, null, null])[1]!;
    const active = call("COHORT", [orders, null, "customers", "1998-06-30"])[1]!;
    expect(shares.slice(0, 2)).toEqual(["1997-01", january[0]!.active]);
    expect(shares).toHaveLength(january.length + 2);
    january.forEach((month, at) => {
      expect(shares[at + 2]).toBeCloseTo(month.retention, 12);
      expect(active[at + 2]).toBe(month.active);
    });
  });
  it("spreads all customers and all dollars over the cohorts", () => {
    const cohorts = call("COHORT", [orders, "quarter", "amount", null]).slice(1);
    expect(cohorts.map((row) => row[0])).toEqual(["1997-Q1"]);
    expect(cohorts[0]!.slice(2).reduce<number>((sum, one) => sum + (one as number), 0)).toBeCloseTo(results.shape.rows[0].dollars, 4);
  });
});
