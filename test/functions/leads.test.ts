// LEADSCORE and LEADGRADE: the article's rules, rules as a table, caps and decay, and what spoils a call or only a lead.

import { readFileSync } from "node:fs";
import fc from "fast-check";
import Papa from "papaparse";
import { describeWithShared, sharedData } from "../shared-data";
import { literal, reference } from "../../src/formula/term";
import { grade, gradeThresholds } from "../../src/metrics/lead-grade";
import { call, callOne, cellsOf, column } from "./call";

type Row = (string | number | boolean | null)[];

const article: Row = ["Name", "Industry", "Company Size", "Whitepaper", "Webinar", "Pricing page"];
const leads: Row[] = [["Lead", "Industry", "Size", "Web", "Seen"], ["Ada", "Technology", 1200, "Yes", 46000], ["Ben", "Retail", 1000, "Yes", 46000], ["Cho", "Finance", null, "No", 46000]];
const head: Row = ["field", "operator", "value", "points"];
const rules: Row[] = [head, ["Industry", "in", "Technology; Finance", 15], ["Size", ">", 1000, 10], ["Web", "=", "Yes", 20]];
const scores = (given: readonly Row[], table: readonly Row[], ...more: (string | number | boolean | null)[]) => call("LEADSCORE", [given, table, ...more]).map((row) => row[0]);
const one = (rule: Row, cell: Row[number]) => scores([["Field"], [cell]], [head, ["Field", ...rule]])[0];

describe("LEADSCORE", () => {
  it("adds the points of the rules that fit", () => expect(scores(leads, rules)).toEqual([45, 20, 15]));
  it("gives the rules that fired and the grade", () => {
    expect(call("LEADSCORE", [leads, rules, null, true])).toEqual([
      [45, "MQL", "Industry = Technology +15; Size > 1000 +10; Web = Yes +20"], [20, "Lead", "Web = Yes +20"], [15, "Lead", "Industry = Finance +15"],
    ]);
    expect(call("LEADSCORE", [[["A"], ["x"]], [head, ["A", "=", "y", 5]], null, "是"])).toEqual([[0, "Lead", "no rule fired"]]);
  });
  it("takes thresholds instead of TRUE", () => {
    expect(call("LEADSCORE", [leads, rules, null, [["Hot", 40], ["Cold", null]]]).map((row) => row[1])).toEqual(["Hot", "Cold", "Cold"]);
    expect(call("LEADSCORE", [[article, ["A", "Tech", 2000, "Yes", "Yes", "No"]], null, null, "article"])).toEqual([[55, "MQL", "Industry = Tech +15; Company Size > 1000 +10; Whitepaper = TRUE +10; Webinar = TRUE +20"]]);
    expect(call("LEADSCORE", [leads, rules, null, false])[0]).toHaveLength(1);
  });
  it("finds fields without regard to case and signs, the exact heading first", () => {
    expect(scores([["Company_Size"], [5]], [head, ["company size", ">", 1, 3]])).toEqual([3]);
    expect(scores([["Revenue (USD)", "Revenue (EUR)"], [5, 0]], [head, ["Revenue (EUR)", ">", 1, 3]])).toEqual([0]);
  });
  it("names an unknown field and the columns there are", () => {
    expect(scores(leads, [head, ["Size", ">", 1, 1], ["Country", "=", "DE", 5]])).toEqual(["#VALUE! leads has no column “Country”. Its columns: Lead, Industry, Size, Web, Seen."]);
  });
  it("speaks Chinese, in tables and in refusals", () => {
    const given = [["行业", "规模"], ["科技", 1500], ["零售", "很大"]];
    const table = [["字段", "条件", "值", "分值"], ["行业", "属于", "科技、金融", "+15"], ["规模", "大于", 1000, 10]];
    expect(call("LEADSCORE", [given, table, null, "是"], "zh-CN")).toEqual([[25, "Lead", "行业 = 科技 +15; 规模 大于 1000 +10"], Array(3).fill("#VALUE! 线索第 3 行：很大 (规模) 不是数字。")]);
  });
  it("gives negative points, and lists in any dress", () => {
    expect(one(["=", "x", -10], "X")).toBe(-10);
    expect(["DE", "at", "CH", "US"].map((cell) => one(["in", "DE, AT\nCH", 5], cell))).toEqual([5, 5, 5, 0]);
    expect(one(["in", "1,000;5,000", 5], 5000)).toBe(5);
    expect(one(["in", "100,200", 5], 100)).toMatch(/^#VALUE! rules, row 2: 100,200 is no clear value for this operator/);
    expect([100, 99].map((cell) => one(["between", "100-500", 5], cell))).toEqual([5, 0]);
    expect(one(["between", "2026-01-01 to 2026-03-31", 5], 46030)).toBe(5);
  });
  it("adds nothing for empty cells and placeholders", () => expect(call("LEADSCORE", [[["A", "B"], ["x", null], ["x", "-"], ["x", "n/a"]], [head, ["B", "<>", "y", 5], ["B", ">", 1, 5], ["B", "not in", "y;z", 5], ["B", "为空", null, 1]]])).toEqual([[1], [1], [1]]));
  it("spoils only the lead whose cell cannot be compared", () => {
    const given = [["Size"], [2000], ["many"], [{ code: "#N/A" }], [3000]];
    expect(call("LEADSCORE", [given, [head, ["Size", ">", 1000, 10]]])).toEqual([
      [10], ["#VALUE! leads, row 3: many (Size) is not a number."], ["#VALUE! leads, row 4: the cell holds the error #N/A (Size)."], [10],
    ]);
  });
  it("does not mind trouble in columns no rule looks at", () => expect(call("LEADSCORE", [[["A", "B"], ["x", { code: "#REF!" }]], [head, ["A", "=", "x", 1]]])).toEqual([[1]]));
  it("leaves blank rows blank and drops the blank end of whole columns", () => {
    expect(call("LEADSCORE", [[["A"], ["x"], [null], ["x"], [""], [null]], [head, ["A", "=", "x", 1], [null, null, null, null]]])).toEqual([[1], [""], [1]]);
    expect(call("LEADSCORE", [[["A"], ["x"], [null], ["x"]], [head, ["A", "=", "x", 1]], null, true])[1]).toEqual(["", "", ""]);
  });
  it.each<[string, Row[], string]>([
    ["an operator that is none", [head, ["Size", "like", 1, 1]], "rules, row 2: like (operator) is not one of =, <>, >"],
    ["values without a column of operators", [["field", "value", "points"], ["Size", 1, 1]], "rules has no column “operator”"],
    ["points that are no number", [head, ["Size", ">", 1, "many"]], "rules, row 2: many (points) is not a number"],
    ["a text to compare with", [head, ["Size", ">", "lots", 1]], "rules, row 2: lots is no clear value for this operator."],
    ["no value", [head, ["Size", "=", null, 1]], 'rules, row 2: "" is no clear value'],
    ["no points column", [["field", "operator", "value"], ["Size", "=", 1]], "rules has no column “points”"],
    ["no rules", [head], "rules has no headings, or no row below them."],
    ["a cap without a group", [[...head, "cap"], ["Size", ">", 1, 1, 5]], "rules has no column “group”"],
    ["two caps of a group", [[...head, "group", "cap"], ["Size", ">", 1, 1, "g", 5], ["Size", ">", 2, 1, "g", 6]], "rules, row 3: 6 (cap) is out of range (g: cap 5)."],
    ["a decay beyond 100 %", [[...head, "decay", "date field"], ["Size", ">", 1, 1, 50, "Seen"]], "rules, row 2: 50 (decay) is out of range (0% – 100%)."],
    ["decay without a date field", [[...head, "half-life"], ["Size", ">", 1, 1, 30]], "rules has no column “date field”"],
    ["a half-life of 0", [[...head, "half-life", "date field"], ["Size", ">", 1, 1, 0, "Seen"]], "rules, row 2: 0 (half-life) is out of range (> 0)."],
    ["decay without a day", [[...head, "half-life", "date field"], ["Size", ">", 1, 1, 30, "Seen"]], "asOf is needed with decay."],
    ["a filled column that nobody knows", [[...head, "half lives", "date field"], ["Size", ">", 1, 1, 30, "Seen"]], "rules, row 1: half lives is not one of field, operator, value, points, group, decay per month, half-life, date field, cap, note."],
    ["a filled column of another table", [[...head, "weight"], ["Size", ">", 1, 1, 30]], "rules, row 1: weight is not one of field"],
    ["a filled column without a heading", [[...head, null], ["Size", ">", 1, 1, 30]], 'rules, row 1: "" is not one of field'],
    ["a date field that is none of the leads', also without a decay", [[...head, "date field"], ["Size", ">", 1, 1, "Nowhen"]], "leads has no column “Nowhen”"],
    ["an error cell of a rule", [head, ["Size", ">", 1, { code: "#REF!" } as unknown as string]], "rules, row 2: the cell holds the error #REF! (points)."],
  ])("refuses %s", (_, table, sentence) => expect(scores(leads, table)[0]).toContain(`#VALUE! ${sentence}`));
  it("says in Chinese which headings there are", () => expect(call("LEADSCORE", [[["行业"], ["科技"]], [["字段", "条件", "值", "分值", "权重"], ["行业", "等于", "科技", 1, 2]]], "zh-CN")[0]![0]).toBe("#VALUE! 规则第 1 行：权重 不在可选范围内（字段, 运算符, 值, 分值, 组, 每月衰减, 半衰期, 日期字段, 上限, 备注）。"));
  it.each(["note", "Notes", "Comment", "Description", "备注", "说明"])("lets notes stand under %s", (heading) => expect(scores(leads, [[...head, heading], ["Size", ">", 1, 1, "big"]])).toEqual([1, 1, 0]));
  it("does not mind empty columns and a date field without a decay", () => expect(scores(leads, [[...head, "weight", null, "date field"], ["Size", ">", 1, 1, null, " ", "Seen"]])).toEqual([1, 1, 0]));
  it("takes the words HubSpot has", () => {
    const hub = ["Property", "Op", "Value", "Points"];
    const by = (operator: string, value: Row[number], cell: Row[number]) => scores([["Field"], [cell]], [hub, ["Field", operator, value, 1]])[0];
    expect(["is any of", "is equal to", "is known", "is not equal to", "is none of"].map((operator) => by(operator, operator === "is known" ? null : "DE; AT", "AT"))).toEqual([1, 0, 1, 1, 0]);
    expect([by("is unknown", null, "-"), by("is empty", null, "x"), by("is not empty", null, "x")]).toEqual([1, 0, 1]);
    expect(["is greater than", "is greater than or equal to", "is less than", "is less than or equal to", "高于", "低于"].map((operator) => by(operator, 5, 5))).toEqual([0, 1, 0, 1, 0, 0]);
  });

  it("says which rule has no points, and which cap no group", () => {
    expect(scores(leads, [head, ["Size", ">", 1, null]])).toEqual(["#N/A rules, row 2: “points” is blank."]);
    expect(scores(leads, [[...head, "group", "cap"], ["Size", ">", 1, 1, null, 5]])).toEqual(["#N/A rules, row 2: “group” is blank."]);
  });
  it("takes a blank operator for =, and for is not blank without a value", () => expect(scores(leads, [head, ["Web", null, "Yes", 5], ["Size", null, null, 1]])).toEqual([6, 6, 0]));

  describe("groups", () => {
    const capped = (cap: number) => call("LEADSCORE", [[["A", "B"], ["x", "x"]], [[...head, "group", "group cap"], ["A", "=", "x", cap < 0 ? -20 : 20, "web", cap], ["B", "=", "x", cap < 0 ? -15 : 15, "web", null], ["A", "=", "x", 1, null, null]], null, true])[0];
    it("are the same whatever their case", () => expect(call("LEADSCORE", [[["A"], ["x"]], [[...head, "group", "limit"], ["A", "=", "x", 20, "G", 25], ["A", "=", "x", 20, " g ", null]], null, true])).toEqual([[25, "Lead", "A = x +20; A = x +20; G: cap 25 -15"]]));
    it.each(["Group limit", "Limit", "Max", "组上限"])("have their cap under %s", (heading) => expect(scores([["A"], ["x"]], [[...head, "group", heading], ["A", "=", "x", 20, "g", 5]])).toEqual([5]));
    it("count no more than the cap", () => expect(capped(30)).toEqual([31, "MQL", "A = x +20; B = x +15; A = x +1; web: cap 30 -5"]));
    it("count no less than a negative cap", () => expect(capped(-30)).toEqual([-29, "Lead", "A = x -20; B = x -15; A = x +1; web: cap -30 +5"]));
    it("without a cap change nothing", () => expect(scores([["A"], ["x"]], [[...head, "group"], ["A", "=", "x", 20, "web"], ["A", "=", "x", 15, "web"]])).toEqual([35]));
  });

  describe("decay", () => {
    const linear: Row[] = [[...head, "decay per month", "date field"], ["Web", "=", "Yes", 10, "50%", "Seen"]];
    const halved: Row[] = [[...head, "half-life (days)", "date field"], ["Web", "=", "Yes", 10, 30, "Seen"]];
    const after = (table: Row[], daysAfter: number) => scores([["Web", "Seen"], ["Yes", 46000]], table, 46000 + daysAfter)[0];
    it("is linear: 10 points at 50 % a month are 5 after a month, 0 after two and later", () => {
      expect(after(linear, 0)).toBe(10);
      expect(after(linear, 30)).toBeCloseTo(10 * (1 - 0.5 * 30 / 30.4375), 9);
      expect([after(linear, 61), after(linear, 400)]).toEqual([0, 0]);
    });
    it("halves by the half-life", () => expect([after(halved, 0), after(halved, 30), after(halved, 60)]).toEqual([10, 5, 2.5]));
    it.each(["Half-life days", "半衰期天数"])("takes a half-life under %s", (heading) => expect(after([[...head, heading, "date"], ["Web", "=", "Yes", 10, "30 days", "Seen"]], 30)).toBe(5));
    it.each(["Decay rate", "Decay %", "月衰减"])("takes a decay under %s", (heading) => expect(after([[...head, heading, "date"], ["Web", "=", "Yes", 10, "50%", "Seen"]], 61)).toBe(0));
    it("takes a half-life in days only", () => {
      const by = (halfLife: string | number) => after([[...head, "half-life", "date"], ["Web", "=", "Yes", 10, halfLife, "Seen"]], 30);
      expect(["30", "30 d", "30 Day", "30天", "30 日"].map(by)).toEqual([5, 5, 5, 5, 5]);
      for (const text of ["3 months", "3个月", "1 year", "2 h"]) expect(by(text)).toBe(`#VALUE! rules, row 2: ${text} (half-life) is not a number.`);
    });
    it("takes both decays together", () => expect(after([[...head, "decay", "half-life", "date"], ["Web", "=", "Yes", 10, 0.5, 30, "Seen"]], 30)).toBeCloseTo(5 * (1 - 0.5 * 30 / 30.4375), 9));
    it("gives nothing for an event that has not happened yet", () => expect(call("LEADSCORE", [[["Web", "Seen"], ["Yes", 46010]], halved, 46000, true])).toEqual([[0, "Lead", "no rule fired"]]));
    it("shows what is left of the points", () => expect(call("LEADSCORE", [[["Web", "Seen"], ["Yes", "2025-12-09"]], halved, "2026-01-08", true])[0]).toEqual([5, "Lead", "Web = Yes +5"]));
    it("refuses a lead whose event has no date, and only where the rule fires", () => {
      expect(scores([["Web", "Seen"], ["Yes", null], ["No", null], ["Yes", "soon"], ["Yes", "03/04/2026"]], halved, 46000)).toEqual([
        "#N/A leads, row 2: “Seen” is blank.", 0, "#VALUE! leads, row 4: soon (Seen) is not a date. Type it as 2026-11-20.",
        "#VALUE! leads, row 5: 03/04/2026 (Seen) could be day/month or month/day. Type it as 2026-11-20.",
      ]);
    });
    it("never adds as time goes on", () => fc.assert(fc.property(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 }), (a, b) => {
      for (const table of [linear, halved]) expect(after(table, Math.max(a, b)) as number).toBeLessThanOrEqual(after(table, Math.min(a, b)) as number);
    })));
  });

  it("gives no endless score", () => {
    const huge: Row[] = [[...head, "group", "cap"], ["Web", "=", "Yes", 1e308, "g", 5], ["Web", "=", "Yes", 1e308, "g", null]];
    const sentence = "#N/A Row 2: numbers too large or too small to compute with.";
    for (const table of [huge, huge.map((row) => row.slice(0, 4))]) expect([scores(leads, table)[0], ...call("LEADSCORE", [leads, table, null, true])[0]!]).toEqual(Array(4).fill(sentence));
    expect(scores(leads, huge)[2]).toBe(0);
  });
  it("says that an argument is an error", () => {
    expect(callOne("LEADSCORE", { code: "#REF!" })).toBe("#VALUE! leads, row 1: the cell holds the error #REF!.");
    expect(callOne("LEADSCORE", leads, { code: "#NAME?" })).toBe("#VALUE! rules, row 1: the cell holds the error #NAME?.");
  });

  describe("without rules", () => {
    it("scores by the article, in English too", () => expect(call("LEADSCORE", [[article, ["A", "Financial services", "1,001", true, 1, "y"], ["B", "Retail", 1000, "No", 0, false]]])).toEqual([[75], [0]]));
    it("names the columns that are missing", () => {
      expect(callOne("LEADSCORE", [["Name", "Industry", "Employees"], ["A", "Tech", 5]])).toBe("#VALUE! leads has no column “Downloaded Whitepaper”. Its columns: Name, Industry, Employees.");
      expect(call("LEADSCORE", [[["名称", "行业"], ["甲", "科技"]]], "zh-CN")[0]![0]).toBe("#VALUE! 线索没有“公司规模”这一列。现有列：名称, 行业。");
    });
    it("does not take a date for a yes or a no", () => expect(callOne("LEADSCORE", [article, ["A", "Tech", 5, "2026-03-01", "No", "No"]])).toBe("#VALUE! leads, row 2: 2026-03-01 (Whitepaper) is not one of yes, no."));
  });

  describe("properties", () => {
    const lead = fc.record({ industry: fc.constantFrom("Tech", "Retail", ""), size: fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.constantFrom(null, "n/a", "many")), web: fc.constantFrom("Yes", "No", null) });
    const table: Row[] = [head, ["Industry", "=", "tech", 15], ["Size", ">", 1000, 10], ["Web", "=", "Yes", 20], ["Size", "is blank", null, -1]];
    const rowOf = ({ industry, size, web }: { industry: string; size: string | number | null; web: string | null }): Row => ["n", industry, size, web];
    const heading: Row = ["Name", "Industry", "Size", "Web"];
    it("scores leads together as one by one, whatever their order and that of the rules", () => fc.assert(fc.property(fc.array(lead, { minLength: 1, maxLength: 12 }), (given) => {
      const rows = given.map(rowOf);
      const together = scores([heading, ...rows], table);
      const plainly = (shown: unknown) => (typeof shown === "string" ? shown.replace(/row \d+/, "row") : shown);
      rows.forEach((row, at) => expect(plainly(together[at])).toEqual(plainly(scores([heading, row], table)[0])));
      expect(scores([heading, ...[...rows].reverse()], table).map(plainly)).toEqual([...together].reverse().map(plainly));
      expect(scores([heading, ...rows], [head, ...table.slice(1).reverse()])).toEqual(together);
    })));
    it("scales with the points", () => fc.assert(fc.property(fc.array(lead, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 50 }), (given, factor) => {
      const rows = [heading, ...given.map(rowOf)];
      const scaled = scores(rows, table.map((rule, at) => (at === 0 ? rule : [...rule.slice(0, 3), Number(rule[3]) * factor])));
      scores(rows, table).forEach((score, at) => expect(scaled[at]).toEqual(typeof score === "number" ? score * factor : score));
    })));
    it("explains parts that add up to the score", () => fc.assert(fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 6 }), fc.integer({ min: -20, max: 20 }), (points, cap) => {
      const [[score, , fired]] = call("LEADSCORE", [[["A"], ["x"]], [[...head, "group", "cap"], ...points.map((one): Row => ["A", "=", "x", one, "g", cap])], null, true]) as [[number, string, string]];
      expect([...fired.matchAll(/ ([+-]\d+)(?=;|$)/g)].reduce((sum, [, part]) => sum + Number(part), 0)).toBe(score);
    })));
  });
});

describe("LEADGRADE", () => {
  it("is SQL from 50 and MQL from 30, as commonly", () => expect(call("LEADGRADE", [column(75, 50, 49.9, 30, 29, 0, -5)])).toEqual([["SQL"], ["SQL"], ["MQL"], ["MQL"], ["Lead"], ["Lead"], ["Lead"]]));
  it("has the article's code and its prose as presets", () => {
    expect(call("LEADGRADE", [[[51, 50, 30, 29]], "article"])).toEqual([["MQL", "MQL", "SQL", "Lead"]]);
    expect(call("LEADGRADE", [[[51, 50, 30, 29]], "文章正文"])).toEqual([["MQL", "SQL", "SQL", "Lead"]]);
    expect(callOne("LEADGRADE", 50, "文章代码")).toBe("MQL");
    expect(callOne("LEADGRADE", 50, "b2b")).toMatch(/^#VALUE! thresholds, row 1: b2b is not one of/);
  });
  it.each<[string, Row[]]>([
    ["label, minimum", [["A", 80], ["B", 50], ["C", null]]],
    ["minimum, label", [[80, "A"], [50, "B"], [null, "C"]]],
    ["any order of rows", [["C", null], ["B", "50"], ["A", 80]]],
    ["headings", [["grade", "minimum"], ["A", 80], ["B", 50], ["C", null]]],
    ["Chinese headings the other way round", [["最低分", "等级"], [80, "A"], [50, "B"], [null, "C"]]],
    ["other headings", [["Grade", "Threshold"], ["A", 80], ["B", 50], ["C", null]]],
    ["headings over three columns", [["Min score", "Sign", "Label"], [80, ">=", "A"], [50, null, "B"], [null, null, "C"]]],
    ["Chinese headings", [["等级", "分数线"], ["A", 80], ["B", 50], ["C", null]]],
    ["an operator", [["A", ">=", 80], ["B", "≥", 50], ["C", null, null]]],
    ["blank rows", [["A", 80], [null, null], ["B", 50], ["C", null], [null, null]]],
  ])("takes a table by %s", (_, table) => expect(call("LEADGRADE", [[[80, 79, 50, 0]], table])).toEqual([["A", "B", "B", "C"]]));
  it("takes no row with a number for headings, and says where there is nothing", () => {
    expect(callOne("LEADGRADE", 60, [["Score", 50], ["Rest", null]])).toBe("Score");
    expect(callOne("LEADGRADE", 60, [["A", null], ["B", null]])).toBe("#VALUE! thresholds has no column “label, minimum”. Its columns: A, .");
  });
  it("takes > and >= at the same score", () => expect(call("LEADGRADE", [[[51, 50, 49]], [["top", ">", 50], ["edge", ">=", 50], ["rest", "", ""]]])).toEqual([["top", "edge", "rest"]]));
  it("refuses numbers as labels, for the minimum could be either", () => expect(callOne("LEADGRADE", 60, [[1, 50], [2, 0]])).toBe("#VALUE! thresholds has no column “label, minimum”. Its columns: 1, 50."));
  it.each([false, 0, 60])("refuses %s for thresholds", (given) => {
    expect(callOne("LEADGRADE", 60, given)).toBe(`#VALUE! thresholds, row 1: ${String(given).toUpperCase()} is not one of default, article, article-prose.`);
  });
  it("refuses a sign that is no minimum's", () => expect(callOne("LEADGRADE", 60, [["A", "<", 50], ["B", ">=", 0]])).toBe("#VALUE! thresholds, row 1: < is not one of >=, >."));
  it("says when a score is below all", () => expect(callOne("LEADGRADE", 10, [["A", 80], ["B", 50]])).toBe("#VALUE! score, row 1: 10 is out of range (≥ 50)."));
  it("says when a score must be above the least", () => expect(callOne("LEADGRADE", 50, [["A", ">", 50], ["B", ">", 80]])).toBe("#VALUE! score, row 1: 50 is out of range (> 50)."));
  it("names the row of a minimum that is no number, also the first", () => {
    expect(callOne("LEADGRADE", 10, [["A", "8O"], ["B", 50]])).toMatch(/^#VALUE! thresholds, row 1: 8O is not a number/);
    expect(callOne("LEADGRADE", 10, [["A", 80], ["B", 80]])).toBe("#VALUE! thresholds, row 2: 80 is out of range (A: 80).");
    expect(callOne("LEADGRADE", 10, [["A", 80], [null, 50]])).toBe("#N/A thresholds, row 2: the cell is blank.");
  });
  it("keeps the shape, blanks and troubles of the scores", () => expect(call("LEADGRADE", [[[60, null], ["x", { code: "#N/A" }]]])).toEqual([
    ["SQL", ""], ["#VALUE! score, row 2: x is not a number.", "#VALUE! score, row 2: the cell holds the error #N/A."],
  ]));
  it("does not miss a threshold by a binary fraction", () => expect(callOne("LEADGRADE", 0.1 + 0.2, [["A", 0.3], ["B", null]])).toBe("A"));
  it("never falls as the score rises", () => fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 0, max: 100, noNaN: true }), (score, more) => {
    const rank = (grade: unknown) => ["Lead", "MQL", "SQL"].indexOf(String(grade));
    expect(rank(callOne("LEADGRADE", score + more))).toBeGreaterThanOrEqual(rank(callOne("LEADGRADE", score)));
  })));
  it("is a formula a person could type", () => {
    expect(grade(reference("A2", 50), gradeThresholds["article-prose"])).toMatchObject({ text: 'IF(A2>50,"MQL",IF(A2>=30,"SQL","Lead"))', value: "SQL" });
    expect(grade(literal(1), [{ label: "A", minimum: 5, isIncluded: true }]).text).toBe('IF(1>=5,"A",NA())');
  });
});

describeWithShared("shared answers", () => {
  const results = (folder: string) => JSON.parse(readFileSync(sharedData(`${folder}/expected.json`)!, "utf8")).results;

  it("gives the article's 32 scores and both grades", () => {
    const given = cellsOf(readFileSync(sharedData("article_rules_shared/leads.csv")!, "utf8"));
    const expected: { score: number; grade_code: string; grade_prose: string }[] = results("article_rules_shared").shared_scores.rows;
    expect(call("LEADSCORE", [given])).toEqual(expected.map(({ score }) => [score]));
    expect(call("LEADSCORE", [given, null, null, "文章"]).map((row) => row[1])).toEqual(expected.map((row) => row.grade_code));
    const grades = (preset: string) => call("LEADGRADE", [expected.map(({ score }) => [score]), preset]);
    expect(grades("article")).toEqual(expected.map((row) => [row.grade_code]));
    expect(grades("article-prose")).toEqual(expected.map((row) => [row.grade_prose]));
    expect(call("LEADSCORE", [given, null, null, true]).at(-1)).toEqual([75, "SQL", "行业 = 科技 +15; 公司规模 > 1000 +10; 下载白皮书 = TRUE +10; 参加网络研讨会 = TRUE +20; 访问定价页 = TRUE +20"]);
  });

  it("gives the scores of 9,240 leads by a table of rules", () => {
    const { data } = Papa.parse<string[]>(readFileSync(sharedData("xeducation_leads/Leads.csv")!, "utf8"), { skipEmptyLines: true });
    const table: Row[] = [head, ["What is your current occupation", "=", "Working Professional", 15], ["Lead Origin", "=", "Lead Add Form", 10], ["Total Time Spent on Website", ">", 1000, "+20"],
      ["Last Activity", "=", "SMS Sent", 20], ["TotalVisits", ">=", 5, 10], ["Do Not Email", "=", "Yes", -10]];
    const { lead_score_rule_v1: byGrade, lead_score_rule_v1_histogram: histogram, lead_score_rule_v1_first_20: first } = results("xeducation_leads");
    const given = call("LEADSCORE", [data, table, null, "article"]) as [number, string, string][];
    const count = (fits: (row: [number, string, string]) => boolean) => given.filter(fits).length;
    expect(given).toHaveLength(9240);
    for (const { score, leads: many } of histogram.rows) expect([score, count((row) => row[0] === score)]).toEqual([score, many]);
    for (const { grade: label, leads: many } of byGrade.rows) expect([label, count((row) => row[1] === label)]).toEqual([label, many]);
    expect(given.slice(0, 20).map(([score, label]) => ({ score, grade: label }))).toEqual(first.rows.map(({ score, grade: label }: { score: number; grade: string }) => ({ score, grade: label })));
  });
});
