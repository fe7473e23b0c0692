// Formulas of figures that are sums themselves: every part stands in brackets where it needs them.

import { add, literal, reference, type Term } from "../../src/formula/term";
import { perMonth } from "../../src/metrics/account-value";
import { scoreOf, weighedScore } from "../../src/metrics/balance";
import { shrunkLogOdds, youden } from "../../src/metrics/lead-review";
import { kpiStatus } from "../../src/metrics/shared-kpis";
import { isRight } from "./computed";

const cells = { A: 3, B: 4, C: 0.05, D: 20 };
/** 7 as a sum. */
const seven = add(reference("A", 3), reference("B", 4));
const forty = add(reference("D", 20), reference("D", 20));
const share = add(reference("C", 0.05), reference("C", 0.05));
const yes: Term<boolean> = reference("TRUE", true);
const words = { reached: "reached", close: "close", behind: "behind", noTarget: "", noActual: "" };

it.each<[string, Term]>([
  ["a share over several months", perMonth(share, seven)],
  ["a score against a sum", scoreOf(seven, forty, "higher")],
  ["days against a sum", scoreOf(forty, seven, "lower")],
  ["a weight", weighedScore([{ score: literal(80), weight: seven }, { score: literal(40), weight: literal(1) }])],
  ["a target that may not be passed", kpiStatus({ actual: forty, target: seven, atMost: yes, close: share }, words)],
  ["a target that is nearly reached", kpiStatus({ actual: literal(6.5), target: seven, atMost: reference<boolean>("FALSE", false), close: share }, words)],
  ["leads above a threshold", youden(literal(12), seven, forty, literal(9))],
])("is right with %s", (_, term) => {
  expect(isRight({ ...term, text: term.text.replaceAll("TRUE", "(1=1)").replaceAll("FALSE", "(1=2)") }, cells)).toBe(true);
});

it("holds odds of sums together", () => {
  const odds = shrunkLogOdds({ matched: seven, matchedConverted: literal(3), all: forty, converted: literal(9) }, seven);
  expect(odds.text).toContain("LN((9-3+0.5)/((D+D)-(A+B)-9+3+0.5))");
  expect(odds.text).toMatch(/\*\(A\+B\)\/\(\(A\+B\)\+\(A\+B\)\)\)$/);
});
