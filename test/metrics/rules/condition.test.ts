// Conditions of rules on single cells: every operator, and what blanks, words, codes, numbers and dates mean.

import { testOf, type Condition, type Operator, type Verdict } from "../../../src/metrics/rules/condition";
import { readOperator } from "../../../src/functions/given/rules";
import { Refusal } from "../../../src/metrics/refusal";
import type { RuleCell } from "../../../src/metrics/rules/reading";

const met = (operator: Operator, value: Condition["values"][number] | Condition["values"], cell: RuleCell) => testOf({ operator, values: typeof value === "object" ? value : [value] })!(cell);
const operators: Operator[] = ["=", "<>", ">", ">=", "<", "<=", "in", "not in", "contains", "not contains", "starts with", "ends with", "between", "is not blank"];

it.each<[Operator, Condition["values"][number] | Condition["values"], RuleCell, Verdict]>([
  ["=", "Technology", " technology ", true],
  ["=", "科技", "科技", true],
  ["=", "ＡＢＣ", "abc", true],
  ["=", 1001, "1,001", true],
  ["=", "1001", 1001, true],
  ["=", "00123", "123", false],
  ["=", "00123", "00123", true],
  ["=", "3D", "3", false],
  ["=", "3D", 3, false],
  ["=", "1,000", "1000", true],
  ["=", "5%", 0.05, true],
  ["=", 5, "five", false],
  ["<>", "Retail", "Finance", true],
  ["<>", "Retail", "RETAIL", false],
  ["<>", 5, 6, true],
  [">", 1000, 1001, true],
  [">", 1000, 1000, false],
  [">=", 1000, "1,000", true],
  ["<", 10, "1.2万", false],
  ["<", 10, -3, true],
  ["<=", "10", 10, true],
  ["between", [5, 10], 10, true],
  ["between", ["5", "10"], 11, false],
  ["in", ["Tech", "Finance"], "finance", true],
  ["in", ["Tech", "Finance"], "Fin", false],
  ["in", [1, 2], "2", true],
  ["not in", ["Tech", "Finance"], "Retail", true],
  ["not in", ["Tech", "Finance"], "TECH", false],
  ["contains", "head", "Head of Sales", true],
  ["contains", "00", 1001, true],
  ["not contains", "head", "CEO", true],
  ["starts with", "VP", "vp Sales", true],
  ["ends with", "总监", "销售总监", true],
  ["ends with", "总监", "总监助理", false],
])("%s %s met by %s: %s", (operator, value, cell, verdict) => expect(met(operator, value, cell)).toBe(verdict));

it.each(operators)("%s is not met by nothing", (operator) => {
  const values = operator === "between" ? [1, 2] : [1];
  for (const cell of [null, undefined, "", "  ", "-", "n/a", "待定"]) expect(testOf({ operator, values })!(cell)).toBe(false);
  for (const cell of [null, "-"]) expect(testOf({ operator, values: operator === "between" ? ["1", "2"] : operator.startsWith(">") || operator.startsWith("<") ? ["1"] : ["word"] })!(cell)).toBe(false);
});
it("takes nothing and placeholders as blank", () => expect([null, "", "n/a", "-", 0, "None"].map((cell) => met("is blank", [], cell))).toEqual([true, true, true, true, false, false]));
it("meets a placeholder the rule itself names", () => expect([met("=", "Unknown", "unknown"), met("<>", "Unknown", "unknown"), met("in", ["Select", "Other"], "Select")]).toEqual([true, false, true]));
it("takes NA and None as words in texts, as nothing among numbers", () => expect([met("=", "NA", "NA"), met("<>", "EMEA", "NA"), met(">", 5, "NA"), met(">", 5, "none")]).toEqual([true, true, false, false]));

describe("yes and no", () => {
  it.each<[string | boolean, RuleCell, Verdict]>([
    ["Yes", true, true], ["Yes", "是", true], ["Yes", 1, true], ["是", "Y", true], ["是", "已下载", true], ["是", "未下载", false], ["有", "无", false], ["否", "无", true], ["No", 0, true], ["No", false, true], [true, "TRUE", true],
    [true, "2026-03-04", "no-word"], ["Yes", 5, "no-word"], ["Yes", "Unclear", false], ["Yes", "未知", false], [true, "未知", false], ["No", "未知", false], ["Y", "X", false], ["Yes", "☑", true], ["Yes", "1", true],
  ])("= %s on %s: %s", (value, cell, verdict) => expect(met("=", value, cell)).toBe(verdict));
  it("does not take Won, Closed and Converted for the same", () => expect([met("=", "Won", "Closed"), met("=", "Lost", "Open"), met("=", "Closed", "Won")]).toEqual([false, false, false]));
  it("takes neither 无 nor an empty cell as other than 是", () => expect([met("<>", "是", "无"), met("<>", "是", ""), met("<>", "是", "否")]).toEqual([false, false, true]));
  it("takes 1 and 0 as yes and no beside such words", () => expect([met("=", 1, "Yes"), met("=", 0, "Yes"), met("=", 1, true), met("=", 0, "否"), met("=", 5, "No"), met("=", 0.5, "No")]).toEqual([true, false, true, true, false, false]));
});

describe("dates", () => {
  it.each<[Operator, string | number, RuleCell, Verdict]>([
    [">=", "2026-01-01", 46023, true], [">", "2026-01-01", 46023.5, false], ["=", "2026-01-01", 46023.5, true], ["<", "2026年1月1日", "2025-12-31 18:00", true],
    [">", 46023, "2026-01-02", true], ["=", 46023, "2026-01-01", true], [">", 46023, "03/04/2026", "open-day-order"], [">", 46023, "25/12/2026", true], [">", 46023, "soon", "no-number"],
    [">", "2026-01-01", "soon", "no-day"], [">", "2026-01-01", true, "no-day"], [">", 1000, "2026-01-02", "no-number"],
  ])("%s %s on %s: %s", (operator, value, cell, verdict) => expect(met(operator, value, cell)).toBe(verdict));
});

it("says which cell no number can be read from, rather than not fire", () => expect([met(">", 1000, "1001-5000"), met(">", 5, true), met("=", 5, { code: "#REF!" }), met("is blank", [], { code: "#N/A" })]).toEqual(["no-number", "no-number", "error-cell", "error-cell"]));

it.each<[Condition, boolean]>([
  [{ operator: ">", values: ["lots"] }, false],
  [{ operator: ">", values: [true] }, false],
  [{ operator: "=", values: [] }, false],
  [{ operator: "=", values: [" "] }, false],
  [{ operator: "between", values: [1] }, false],
  [{ operator: "between", values: [9, 1] }, false],
  [{ operator: "between", values: [1, "2026-01-01"] }, false],
  [{ operator: "between", values: ["2026-01-01", "2026-03-31"] }, true],
  [{ operator: ">", values: ["03/04/2026"] }, false],
  [{ operator: "=", values: ["03/04/2026"] }, false],
  [{ operator: "is blank", values: [] }, true],
])("can compare by %o: %s", (condition, can) => expect(testOf(condition) !== null).toBe(can));

it.each([
  ["==", "="], ["≠", "<>"], ["≥", ">="], ["＞", ">"], ["大于等于", ">="], ["不属于", "not in"], ["Not  In", "not in"], ["is_blank", "is blank"], ["不为空", "is not blank"], ["介于", "between"], ["开头是", "starts with"], ["like", null],
])("reads the operator %s as %s", (word, operator) => {
  const read = readOperator(word, { argument: "rules", row: 2 });
  expect(read instanceof Refusal ? null : read).toBe(operator);
});

it.each<[Operator, readonly (string | number | boolean)[], string | number | null, unknown]>([
  ["=", ["123"], "00123", false], ["=", ["1000"], "1,000", true], ["=", ["2026-01-02"], "2026/1/2", true], ["=", ["2026-01-02"], "2026-01-03", false], ["=", ["2026-04-03"], "03/04/2026", "open-day-order"],
  ["in", ["x", "2026-04-03"], "x", true], ["not in", ["x", "2026-04-03"], "03/04/2026", "open-day-order"],
])("%s %j says of %p: %p", (operator, values, cell, verdict) => expect(testOf({ operator, values })!(cell)).toBe(verdict));

it.each<[Operator, readonly (string | number)[]]>([["in", ["a", " "]], ["in", ["a", "03/04/2026"]], ["between", [5, "x"]], ["between", ["x", 5]], ["between", [9, 5]], [">", ["x"]]])("%s %j is no condition", (operator, values) => expect(testOf({ operator, values })).toBeNull());
