// Log-odds of a rule and Youden's J, against numbers worked by hand.

import { literal, reference } from "../../src/formula/term";
import { shrunkLogOdds, youden } from "../../src/metrics/lead-review";

const of = (value: number) => literal(value);
const odds = (matched: number, matchedConverted: number, all: number, converted: number, k: number) =>
  shrunkLogOdds({ matched: of(matched), matchedConverted: of(matchedConverted), all: of(all), converted: of(converted) }, of(k)).value;

it("takes the log of the odds with a rule over the odds without, each count with a half", () => {
  // With: 30 of 40 convert, without: 20 of 60. ln(30.5/10.5) − ln(20.5/40.5) = 1.0664 − (−0.6809) = 1.7473
  expect(odds(40, 30, 100, 50, 0)).toBeCloseTo(1.7473, 3);
});

it("holds back a rule few leads meet", () => {
  // 40 ÷ (40 + 10) = 0.8 of 1.7473
  expect(odds(40, 30, 100, 50, 10)).toBeCloseTo(1.3978, 3);
});

it("is finite where every lead of a rule converted, and negative where fewer do", () => {
  // ln(5.5/0.5) − ln(5.5/10.5) = 2.3979 + 0.6466
  expect(odds(5, 5, 20, 10, 0)).toBeCloseTo(3.0445, 3);
  expect(odds(5, 0, 20, 10, 0)).toBeLessThan(0);
});

it("says nothing of a rule that all or no leads meet", () => {
  expect(odds(0, 0, 20, 10, 0)).toBe("");
  expect(odds(20, 10, 20, 10, 0)).toBe("");
});

it("takes the share of others above a threshold from the share of converted leads above it", () => {
  // 30 of 50 converted above, 10 of 50 others above: 0.6 − 0.2
  expect(youden(of(40), of(30), of(100), of(50)).value).toBeCloseTo(0.4, 12);
  expect(youden(of(4), of(0), of(10), of(0)).value).toBe("");
});

it("has the formula one would type", () => {
  const [n, a, m, c, k] = [reference("N1", 40), reference("A1", 30), reference("M1", 100), reference("C1", 50), reference("K1", 10)];
  expect(shrunkLogOdds({ matched: n, matchedConverted: a, all: m, converted: c }, k).text)
    .toBe('IF(OR(N1=0,N1=M1),"",(LN((A1+0.5)/(N1-A1+0.5))-LN((C1-A1+0.5)/(M1-N1-C1+A1+0.5)))*N1/(N1+K1))');
  expect(youden(n, a, m, c).text).toBe('IF(OR(C1=0,M1=C1),"",A1/C1-(N1-A1)/(M1-C1))');
  expect(youden(of(4), of(4), of(10), of(10)).value).toBe("");
});
