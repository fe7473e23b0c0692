// GATECHECK: which entry and exit criteria a deal misses where it stands.

import fc from "fast-check";
import { call, callOne } from "./call";

type Row = (string | number | boolean | null)[];

const head: Row = ["stage", "gate", "field", "operator", "value"];
const criteria: Row[] = [head, ["Qualify", "entry", "Contact", null, null], ["Qualify", "exit", "Need", "is not blank", null], ["Demo", "entry", "Budget", ">=", 1000], ["Demo", "exit", "Demo held", "=", "Yes"], ["Negotiation", "entry", "Buyer", null, null], ["Negotiation", "exit", "Contract", "=", "signed"]];
const heading: Row = ["Deal", "Stage", "Contact", "Need", "Budget", "Demo held", "Buyer", "Contract"];
const deal = (stage: string | null, ...rest: Row): Row => ["x", stage, ...rest, ...Array<null>(6 - rest.length).fill(null)];
const check = (...deals: Row[]) => call("GATECHECK", [[heading, ...deals], criteria]).map((row) => row[0]);

it("wants entry criteria up to the deal's stage and exit criteria before it", () => {
  expect(check(deal("Qualify"), deal("Qualify", "Ada"), deal("Demo", "Ada", "CRM", 1000), deal("Demo", "Ada", "-", 999), deal("Negotiation", "Ada", "CRM", 5000, "No", "Eve"))).toEqual([1, 0, 0, 2, 1]);
});
it("wants all of a won deal and says nothing of a lost one", () => {
  expect(check(deal("Closed Won", "Ada", "CRM", 5000, "Yes", "Eve", "Signed"), deal("Closed Won", "Ada", "CRM", 5000, "Yes", "Eve"), deal("Closed Lost"), deal("输单"), deal("赢单"))).toEqual([0, 1, "", "", 6]);
});
it("treats an outcome that has criteria as a stage", () => expect(call("GATECHECK", [[["Stage", "A"], ["Won", "x"], ["Won", null]], [head, ["Open", "exit", "A", null, null], ["Won", "entry", "A", "=", "x"], ["Won", "exit", "A", "=", "y"]]])).toEqual([[0], [2]]));
it("names what is missed and what is needed to move on", () => {
  expect(call("GATECHECK", [[heading, deal("Demo", "Ada", null, 10), deal("Lost"), Array<null>(8).fill(null), deal("Demo", "Ada", "CRM", 2000, "Yes")], criteria, true])).toEqual([
    [2, "Qualify exit: Need is not blank; Demo entry: Budget >= 1000", "Demo exit: Demo held = Yes"], ["", "", ""], ["", "", ""], [0, "", ""],
  ]);
});
it("speaks Chinese where the criteria do", () => expect(call("GATECHECK", [
  [["商机", "阶段", "核心需求", "方案认可"], ["甲", "方案演示", null, "否"]],
  [["阶段", "准入/准出", "字段", "运算符", "值"], ["需求确认", "准出", "核心需求", null, null], ["方案演示", "进入", "核心需求", "不为空", null], ["方案演示", "退出", "方案认可", "等于", "是"]], "是",
])).toEqual([[2, "需求确认 准出: 核心需求; 方案演示 进入: 核心需求 不为空", "方案演示 退出: 方案认可 等于 是"]]));
it("does not mind numbers and case of stages", () => expect(check(deal("2 - demo", "Ada", "CRM", 1000), deal("02 DEMO"))).toEqual([0, 3]));
it("takes a value without an operator as wanted", () => expect(call("GATECHECK", [[["Stage", "A"], ["S", "x"], ["S", "y"]], [["stage", "gate", "field", "operator", "value"], ["S", "entry", "A", null, "x"]]])).toEqual([[0], [1]]));
it("takes criteria of fields only", () => expect(call("GATECHECK", [[["Stage", "A"], ["S", "x"], ["S", ""]], [["stage", "gate", "field"], ["S", "entry", "A"]]])).toEqual([[0], [1]]));
it("spoils only the deal whose stage or cell cannot be told", () => expect(check(deal("Somewhere"), deal(null, "Ada"), deal("Demo", "Ada", "CRM", "lots"), deal("Closed"), deal("Qualify", "Ada"))).toEqual([
  "#VALUE! deals, row 2: Somewhere (Stage) is not one of criteria: Qualify, Demo, Negotiation.", "#N/A deals, row 3: “Stage” is blank.", "#VALUE! deals, row 4: lots (Budget) is not a number.",
  "#VALUE! deals, row 5: Closed (Stage) is not one of criteria: Qualify, Demo, Negotiation.", 0,
]));
it("says the error of a stage cell", () => expect(call("GATECHECK", [[["Stage", "Contact", "Need", "Budget", "Demo held", "Buyer", "Contract"], [{ code: "#REF!" }, 1, 1, 1, 1, 1, 1]], criteria])).toEqual([["#VALUE! deals, row 2: the cell holds the error #REF! (Stage)."]]));
it("takes a row with only a stage for its place in the order", () => {
  const deals: Row[] = [["Stage", "A", "B"], ["Lead", null, null], ["Demo", null, null], ["Negotiation", null, null]];
  const table: Row[] = [[...head, "note"], ["Lead", null, null, null, null, "nothing to show"], ["Demo", "exit", "A", null, null, null], ["Lead", "exit", "B", null, null, null], ["Negotiation", null, null, null, null, null]];
  expect(call("GATECHECK", [deals, table, true])).toEqual([[0, "", "Lead exit: B"], [1, "Lead exit: B", "Demo exit: A"], [2, "Demo exit: A; Lead exit: B", ""]]);
  expect(call("GATECHECK", [deals, [["stage"], ["Lead"], ["Demo"], ["Negotiation"]]])).toEqual([[0], [0], [0]]);
});
it("drops the blank end of whole columns", () => expect(call("GATECHECK", [[["Stage", "A"], ["S", "x"], [null, null], [null, null]], [head, ["S", "entry", "A", null, null], [null, null, null, null, null]]])).toEqual([[0]]));
it.each<[string, Row[], string]>([
  ["an unknown field", [head, ["S", "entry", "Nowhere", null, null]], "deals has no column “Nowhere”"],
  ["a gate that is none", [head, ["S", "sideways", "Need", null, null]], "criteria, row 2: sideways (gate) is not one of entry, exit."],
  ["a blank gate", [head, ["S", null, "Need", null, null]], "criteria, row 2: “gate” is blank."],
  ["an operator without a gate and a field", [head, ["S", null, null, "=", 5]], "criteria, row 2: “field” is blank."],
  ["a filled column that nobody knows", [[...head, "owner"], ["S", "exit", "Need", null, null, "Ada"]], "criteria, row 1: owner is not one of stage, gate, field, operator, value, note."],
  ["a blank stage", [head, [null, "exit", "Need", null, null]], "criteria, row 2: “stage” is blank."],
  ["no gate column", [["stage", "field"], ["S", "Need"]], "criteria has no column “gate”"],
  ["no criteria", [head], "criteria has no headings, or no row below them."],
])("refuses %s", (_, table, sentence) => expect(String(callOne("GATECHECK", [heading, deal("Demo")], table))).toContain(sentence));
it("refuses deals without a stage", () => expect(callOne("GATECHECK", [["Deal"], ["x"]], criteria)).toBe("#VALUE! deals has no column “Stage”. Its columns: Deal."));

describe("properties", () => {
  const some = fc.option(fc.constantFrom("a", "b"));
  const any = fc.tuple(fc.constantFrom("Qualify", "Demo", "Negotiation", "Won"), some, some, fc.option(fc.integer({ min: 0, max: 2000 })), fc.option(fc.constantFrom("Yes", "No")), some, fc.option(fc.constantFrom("signed", "draft")));
  it("checks deals together as one by one", () => fc.assert(fc.property(fc.array(any, { minLength: 1, maxLength: 8 }), (deals) => {
    const rows = deals.map(([stage, ...rest]) => deal(stage, ...rest));
    expect(check(...rows)).toEqual(rows.flatMap((row) => check(row)));
  })));
  it("misses no fewer criteria further on, and none more with more filled in", () => fc.assert(fc.property(any, ([, ...rest]) => {
    const along = ["Qualify", "Demo", "Negotiation", "Won"].map((stage) => check(deal(stage, ...rest))[0] as number);
    expect(along).toEqual([...along].sort((one, other) => one - other));
    expect(check(deal("Won", rest[0] ?? "a", ...rest.slice(1)))[0]).toBeLessThanOrEqual(along[3]!);
  })));
});
