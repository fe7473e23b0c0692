// Criteria compared one by one, against the custom function's own check, and what pushes and stays count.

import { gateCheck } from "../../src/metrics/gates";
import { isComplete, meets, missedTests, type GateOperator, type GateTest } from "../../src/metrics/gate-checks";
import { pushesIn } from "../../src/metrics/pushes";
import { closedLately, valuesOf } from "../../src/metrics/reasons";
import { sizeLimits } from "../../src/metrics/size-limits";
import { testOf, type Operator } from "../../src/metrics/rules/condition";
import { stageTimes } from "../../src/metrics/stage-times";
import { column } from "../../src/formula/column";
import { is } from "../../src/formula/criteria";
import { literal } from "../../src/formula/term";
import type { CellValue, Day } from "../../src/values";
import { state } from "./states";

const asOf = 46_000;

it.each<readonly [CellValue, GateOperator, CellValue, boolean]>([
  ["Ann", "filled", null, true], [null, "filled", null, false], ["", "filled", null, false], [0, "filled", null, true],
  [10, "atLeast", 10, true], [9.99, "atLeast", 10, false], [10, "above", 10, false], [11, "above", 10, true],
  [10, "atMost", 10, true], [11, "atMost", 10, false], [9, "below", 10, true], [null, "below", 10, false], ["9", "below", 10, false],
  ["Pro", "is", "PRO", true], ["Pro", "is", "Basic", false], ["Pro", "isNot", "Basic", true], [null, "isNot", "Basic", false], [5, "is", 5, true],
  ["Enterprise Plus", "contains", "plus", true], ["Basic", "contains", "plus", false],
  [asOf - 30, "within", 30, true], [asOf - 31, "within", 30, false], [asOf, "notPast", null, true], [asOf - 1, "notPast", null, false], [null, "notPast", null, false],
])("%p %s %p: %p", (cell, operator, value, met) => {
  expect(meets(cell, operator, value, asOf)).toBe(met);
});

it("asks for a number or a text where the comparison needs one", () => {
  expect(isComplete("filled", null)).toBe(true);
  expect(isComplete("atLeast", "many")).toBe(false);
  expect(isComplete("is", null)).toBe(false);
  expect(isComplete("is", "x")).toBe(true);
});

it("finds what GATECHECK finds", () => {
  const words: Readonly<Partial<Record<GateOperator, Operator>>> = { filled: "is not blank", atLeast: ">=", above: ">", atMost: "<=", below: "<", is: "=", isNot: "<>", contains: "contains" };
  const stages = ["Qualify", "Propose", "Close"];
  const criteria = ([["Qualify", "entry", 0, "filled", null], ["Qualify", "exit", 1, "above", 1000], ["Propose", "entry", 2, "isNot", "None"], ["Propose", "exit", 0, "contains", "n"], ["Close", "entry", 1, "atLeast", 5000]] as const)
    .map(([stage, gate, cell, operator, value]) => ({ stage, gate, cell, operator, value }));
  const tests = criteria.map(({ stage, gate, cell, operator, value }): GateTest => ({ cell, operator, value, from: stages.indexOf(stage) + (gate === "exit" ? 2 : 1) }));
  const check = gateCheck(criteria.map(({ stage, gate, cell, operator, value }, at) => {
    const test = testOf({ operator: words[operator] as Operator, values: value === null ? [] : [value] });
    if (!test) throw new Error(`no test: ${operator}`);
    return { stage, gate, column: cell, heading: String(cell), test, says: String(at) };
  }), { column: 3, heading: "Stage" });
  const chance = (at: number) => (at * 7919) % 13;
  for (let at = 0; at < 200; at += 1) {
    const cells = [chance(at) < 4 ? null : ["Ann", "Bob"][at % 2]!, chance(at + 1) < 3 ? null : chance(at + 2) * 700, ["None", "Acme", null][chance(at + 3) % 3]!, stages[at % 3]!];
    expect(missedTests(tests, cells, (at % 3) + 1, asOf).map(String)).toEqual(check(cells)?.missed.map(({ says }) => says));
  }
});

it("counts a push for each move of the expected close to a later day, not for an earlier one", () => {
  const line = (day: number, due: number | null, isGone = false) => ({ day: day as Day, isGone, state: { ...state("D1"), outcome: "open" as const, due: due as Day | null } });
  expect(pushesIn([line(1, 100), line(2, 120), line(3, 110), line(4, null), line(5, 115), line(6, 115)]).get("D1")).toBe(2);
  expect(pushesIn([line(1, 100)]).size).toBe(0);
});

it("adds the stays of a deal in a stage up, and leaves out deals that do not count", () => {
  const times = stageTimes({ deal: ["a", "a", "b", "c", "a"], stage: ["X", "x", "X", "X", "Y"], days: [3, 4, 9, 100, null] }, (deal) => deal !== "c");
  expect(times.get("x")).toEqual({ deals: 2, mean: 8, median: 8 });
  expect(times.has("y")).toBe(false);
});

it("counts values without regard to case, most frequent first", () => {
  const counted = is(column("T", "D", ["yes", "yes", "yes", "yes", "yes", "Yes", "no"]), literal("yes"));
  expect(valuesOf(column("T", "C", ["Price", "price", "Budget", "", null, "Budget", "PRICE"]), counted)).toEqual([{ text: "Budget", deals: 2 }, { text: "Price", deals: 2 }]);
});

it("takes a third and two thirds of the amounts as limits of size, and none of too few", () => {
  expect(sizeLimits([10_400, 20_600, 31_000, 39_000, 52_000, 61_000])).toEqual([30_000, 50_000]);
  expect(sizeLimits([1, null, 2])).toBeNull();
  expect(sizeLimits([5, 5, 5, 5])).toBeNull();
});

it("parts the last three months from the three before at the same day of the month", () => {
  const settings = { asOf: { text: "AsOf", value: 46_346 as Day, binds: 9 } };
  const closed = column("Deals", "Closed", [46_346, 46_255, 46_254, 46_162, 46_163, 46_347]);
  const model = { settings, deals: { columns: { closed } } } as unknown as Parameters<typeof closedLately>[0];
  const hits = (before: boolean) => closed.values.filter((value) => closedLately(model, before).every((one) => one.test(value)));
  // 46346 is 2026-11-20; three months before it is 2026-08-20 (46254), six months before 2026-05-20 (46162).
  expect(hits(false)).toEqual([46_346, 46_255, 46_254]);
  expect(hits(true)).toEqual([46_162, 46_163]);
});
