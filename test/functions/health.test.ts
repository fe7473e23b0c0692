// HEALTHSCORE: scores between poor and good, weights, blanks, exceptions, bands.

import fc from "fast-check";
import { call, callOne } from "./call";

type Row = (string | number | boolean | null)[];

const customers: Row[] = [["Customer", "Logins", "Tickets", "Notice"], ["Ada", 15, 2, "No"], ["Ben", 30, 12, "No"], ["Cho", 10, null, "Yes"]];
const measures: Row[] = [["measure", "weight", "poor", "good"], ["Logins", 60, 0, 20], ["Tickets", 40, 10, 0]];
const notice: Row[] = [["field", "operator", "value", "score"], ["Notice", "=", "Yes", 0]];
const health = (given: Row[], table: Row[], ...more: (string | boolean | null | Row[])[]) => call("HEALTHSCORE", [given, table, ...more]);

it("weighs the measures, from 0 at poor to 100 at good, where less may be better", () => expect(health(customers, measures)).toEqual([[77], [60], [50]]));
it("leaves a blank measure out, counts it 0 or gives no score", () => {
  const cho = [customers[0]!, customers[3]!];
  expect(health(cho, measures, "skip")).toEqual([[50]]);
  expect(health(cho, measures, "按 0 计")).toEqual([[30]]);
  expect(health(cho, measures, "refuse")).toEqual([["#N/A customers, row 2: “Tickets” is blank."]]);
  expect(health(cho, measures, "drop")[0]![0]).toMatch(/^#VALUE! missing, row 1: drop is not one of/);
});
it.each(["skip", "zero"])("has no score where all measures are blank (%s)", (missing) => expect(health([["Customer", "Logins", "Tickets"], ["Dan", "-", null]], measures, missing)).toEqual([["#N/A customers, row 2: “Logins, Tickets” is blank."]]));
it("gives no more than an exception allows", () => expect(health(customers, measures, null, notice)).toEqual([[77], [60], [0]]));
it("takes the strictest exception, and none that does not lower", () => {
  const table: Row[] = [...notice.slice(0, 1), ["Logins", "<", 20, 70], ["Tickets", ">=", 2, 65], ["Notice", "=", "No", 90]];
  expect(health(customers, measures, null, table, true)).toEqual([[65, "yellow", "Tickets >= 2: at most 65"], [60, "yellow", "weakest: Tickets 0"], [50, "red", "weakest: Logins 50; without: Tickets"]]);
});
it("lets an exception reach a customer without a mean", () => {
  const given: Row[] = [customers[0]!, ["Dan", null, "-", "Yes"], ["Eva", null, null, "No"], ["Fay", 10, null, "Yes"], ["Gus", 20, null, "No"]];
  expect(health(given, measures, null, notice, true)).toEqual([[0, "red", "Notice = Yes: at most 0; without: Logins, Tickets"], Array(3).fill("#N/A customers, row 3: “Logins, Tickets” is blank."), [0, "red", "Notice = Yes: at most 0; without: Tickets"], [100, "green", "weakest: Logins 100; without: Tickets"]]);
  expect(health(given, measures, "refuse", notice)).toEqual([[0], ["#N/A customers, row 3: “Logins, Tickets” is blank."], [0], ["#N/A customers, row 5: “Tickets” is blank."]]);
  expect(health(given.slice(0, 2), measures, "zero", [notice[0]!, ["Notice", "=", "Yes", 80], ["Logins", "is blank", null, 60]], true)).toEqual([[60, "yellow", "Logins is blank: at most 60"]]);
});
it("gives no endless score", () => {
  const sentence = "#N/A Row 2: numbers too large or too small to compute with.";
  expect(health([["A", "B"], [1, 1]], [measures[0]!, ["A", 1e308, 0, 1], ["B", 1e308, 0, 1]], null, null, true)).toEqual([Array(3).fill(sentence)]);
  expect(health([["A"], [1.5e308]], [measures[0]!, ["A", 1, -1.5e308, 1.5e308]], null, null, true)).toEqual([Array(3).fill(sentence)]);
});
it("explains by band and the weakest measure or the exception", () => expect(health(customers, measures, null, notice, true)).toEqual([
  [77, "green", "weakest: Logins 75"], [60, "yellow", "weakest: Tickets 0"], [0, "red", "Notice = Yes: at most 0; without: Tickets"],
]));
it("speaks Chinese where the customers' headings do", () => expect(health(
  [["客户", "登录次数", "解约"], ["甲", 10, "否"], ["乙", 20, "是"]],
  [["指标", "权重", "差", "优"], ["登录次数", 1, 0, 20]], "跳过", [["字段", "运算符", "值", "得分"], ["解约", "等于", "是", 0]], "是",
)).toEqual([[50, "红", "最弱: 登录次数 50"], [0, "红", "解约 等于 是: 最高 0"]]));
it.each([[0, "red"], [50, "red"], [50.1, "yellow"], [75, "yellow"], [75.1, "green"], [100, "green"]])("puts %s into %s", (score, band) => expect(health([["N", "M"], ["a", score]], [["measure", "weight", "poor", "good"], ["M", 0.1, 0, 100]], null, null, true)[0]!.slice(0, 2)).toEqual([score, band]));
it("is red at 50 whatever binary fractions say", () => {
  const table: Row[] = [["measure", "weight", "poor", "good"], ["A", 0.1, 0, 1], ["B", 0.2, 0, 1], ["C", 0.3, 0, 1]];
  expect(health([["A", "B", "C"], [0.5, 0.5, 0.5], [0.2, 0.8, 0.4]], table, null, null, true).map(([score, band]) => [score, band])).toEqual([[50, "red"], [50, "red"]]);
});
it("spoils only the customer whose measure cannot be read", () => expect(call("HEALTHSCORE", [[["Logins", "Tickets"], ["many", 1], [20, { code: "#DIV/0!" }], [null, null], [20, 0], [null, null]], measures])).toEqual([
  ["#VALUE! customers, row 2: many (Logins) is not a number."], ["#VALUE! customers, row 3: the cell holds the error #DIV/0! (Tickets)."], [""], [100],
]));
it("spoils only the customer whose exception cannot be told", () => expect(health([["Logins", "Tickets", "Debt"], [20, 0, "some"], [20, 0, 5]], measures, null, [["field", "operator", "value", "score"], ["Debt", ">", 1, 10]])).toEqual([
  ["#VALUE! customers, row 2: some (Debt) is not a number."], [10],
]));
it.each<[string, Row[], string]>([
  ["an unknown measure", [measures[0]!, ["Calls", 1, 0, 1]], "customers has no column “Calls”"],
  ["equal limits", [measures[0]!, ["Logins", 1, 5, 5]], "measures, row 2: 5 (good) is out of range (≠ 5)."],
  ["a direction against its limits", [[...measures[0]!, "direction"], ["Logins", 1, 0, 5, "lower"]], "measures, row 2: 5 (good) is out of range (< 0)."],
  ["a better side against its limits", [[...measures[0]!, "Better"], ["Tickets", 1, 10, 0, "higher"]], "measures, row 2: 0 (good) is out of range (> 10)."],
  ["equal limits with a direction", [[...measures[0]!, "direction"], ["Logins", 1, 5, 5, "lower"]], "measures, row 2: 5 (good) is out of range (< 5)."],
  ["a filled column that nobody knows", [[...measures[0]!, "target"], ["Logins", 1, 0, 5, 9]], "measures, row 1: target is not one of field, weight, poor, direction, good, note."],
  ["a blank limit", [measures[0]!, ["Logins", 1, null, 5]], "measures, row 2: “poor” is blank."],
  ["a negative weight", [measures[0]!, ["Logins", -1, 0, 5]], "measures, row 2: -1 (weight) is out of range (> 0)."],
  ["weights of nothing", [measures[0]!, ["Logins", 0, 0, 5]], "measures, row 2: 0 (weight) is out of range (> 0)."],
  ["no measures", [measures[0]!], "measures has no headings, or no row below them."],
  ["no poor column", [["measure", "weight", "good"], ["Logins", 1, 2]], "measures has no column “poor”"],
])("refuses %s", (_, table, sentence) => expect(String(health(customers, table)[0]![0])).toContain(sentence));
it("refuses an exception beyond 100 or without a score", () => {
  expect(callOne("HEALTHSCORE", customers, measures, null, [notice[0]!, ["Notice", "=", "Yes", 101]])).toBe("#VALUE! exceptions, row 2: 101 (score) is out of range (0 – 100).");
  expect(callOne("HEALTHSCORE", customers, measures, null, [notice[0]!, ["Notice", "=", "Yes", null]])).toBe("#N/A exceptions, row 2: “score” is blank.");
});

describe("properties", () => {
  const customer = fc.tuple(fc.integer({ min: -10, max: 40 }), fc.option(fc.integer({ min: 0, max: 30 })));
  const heading: Row = ["Logins", "Tickets"];
  const scoreOf = (row: Row, table: Row[] = measures) => health([heading, row], table)[0]![0] as number;
  it("stays from 0 to 100, the same together as one by one and with all weights scaled", () => fc.assert(fc.property(fc.array(customer, { minLength: 1, maxLength: 8 }), fc.integer({ min: 1, max: 9 }), (rows, factor) => {
    const together = health([heading, ...rows], measures).map(([score]) => score as number);
    const scaled = measures.map((row, at) => (at === 0 ? row : [row[0]!, (row[1] as number) * factor, ...row.slice(2)]));
    rows.forEach((row, at) => {
      expect(together[at]).toBe(scoreOf(row));
      expect(together[at]).toBeCloseTo(scoreOf(row, scaled), 9);
      expect(together[at]).toBeGreaterThanOrEqual(0);
      expect(together[at]).toBeLessThanOrEqual(100);
    });
  })));
  it("never falls with more logins nor rises with more tickets", () => fc.assert(fc.property(customer, fc.nat(20), ([logins, tickets], more) => {
    expect(scoreOf([logins + more, tickets])).toBeGreaterThanOrEqual(scoreOf([logins, tickets]));
    if (tickets !== null) expect(scoreOf([logins, tickets + more])).toBeLessThanOrEqual(scoreOf([logins, tickets]));
  })));
});
