// What a formula says and what it gives: the values are those Excel shows for the text beside them.

import { add, and, call, cell, choose, compare, isNumber, join, literal, literalText, maximum, minimum, multiply, or, ratio, reference, subtract, whenNumbers, type Comparison, type Figure, type Term } from "../../src/formula/term";
import type { CellValue } from "../../src/values";

const a = reference("A1", 6);
const b = reference("B1", 4);
const shown = ({ text, value }: Term): [string, CellValue] => [text, value];
const array: Term<number> = { ...a, array: true };

it("adds, subtracts and multiplies from left to right", () => {
  expect(shown(add(a, b, literal(1)))).toEqual(["A1+B1+1", 11]);
  expect(shown(subtract(a, b))).toEqual(["A1-B1", 2]);
  expect(shown(multiply(a, b, literal(2)))).toEqual(["A1*B1*2", 48]);
});

it("puts brackets only where Excel would read it otherwise", () => {
  expect(shown(multiply(add(a, b), b))).toEqual(["(A1+B1)*B1", 40]);
  expect(shown(add(multiply(a, b), b))).toEqual(["A1*B1+B1", 28]);
  expect(shown(subtract(a, subtract(a, b)))).toEqual(["A1-(A1-B1)", 4]);
  expect(shown(subtract(subtract(a, b), b))).toEqual(["A1-B1-B1", -2]);
  expect(shown(multiply(a, literal(-3)))).toEqual(["A1*(-3)", -18]);
  expect(shown(multiply(a, literal(0)))).toEqual(["A1*0", 0]);
  expect(shown(compare(add(a, b), ">", literal(9)))).toEqual(["A1+B1>9", true]);
  expect(shown(ratio(add(a, b), multiply(b, literal(5))))).toEqual(['IF(B1*5=0,"",(A1+B1)/(B1*5))', 0.5]);
});

it.each([["", '""'], [null, '""'], ['a "b"', '"a ""b"""'], [true, "TRUE"], [false, "FALSE"], [-2.5, "-2.5"]])("types %p as %s", (value, text) => {
  expect(literalText(value)).toBe(text);
});

it("gives nothing for a share of nothing", () => {
  expect(shown(ratio(a, b))).toEqual(['IF(B1=0,"",A1/B1)', 1.5]);
  expect(ratio(a, literal(0)).value).toBe("");
  expect(ratio(literal<Figure>(""), b).value).toBe("");
  expect(ratio(a, literal<Figure>("")).value).toBe("");
  expect(ratio(literal(0), b).value).toBe(0);
});

it("guards a share against parts that may show nothing", () => {
  const guarded = ratio(a, b);
  expect(ratio(guarded, b).text).toBe(`IF(COUNT(${guarded.text})<1,"",IF(B1=0,"",${guarded.text}/B1))`);
  expect(ratio(cell("x", 1), reference("T[[#This Row],[n]]", 2)).text).toBe('IF(COUNT(⟦x⟧,T[[#This Row],[n]])<2,"",IF(T[[#This Row],[n]]=0,"",⟦x⟧/T[[#This Row],[n]]))');
});

it("computes only where all parts are numbers", () => {
  const both = (left: Figure, right: Figure) => whenNumbers([reference("A1", left), reference("B1", right)], (x, y) => add(x!, y!));
  expect(shown(both(6, 4))).toEqual(['IF(COUNT(A1,B1)<2,"",A1+B1)', 10]);
  expect([both("", 4).value, both(6, "").value, both(0, 0).value]).toEqual(["", "", 0]);
  expect(whenNumbers([reference<Figure>("A1", "")], (x) => subtract(literal(5), x!)).value).toBe("");
});

it("chooses by a test", () => {
  const test = (value: boolean) => choose(reference("T1", value), literal("yes"), a);
  expect(shown(test(true))).toEqual(['IF(T1,"yes",A1)', "yes"]);
  expect(test(false).value).toBe(6);
});

it.each<[CellValue, Comparison, CellValue, boolean]>([
  [1, "=", 1, true], [1, "=", 2, false], [1, "<>", 1, false], [1, "<>", 2, true],
  [1, "<", 1, false], [1, "<", 2, true], [2, "<", 1, false], [1, "<=", 1, true], [1, "<=", 2, true], [2, "<=", 1, false],
  [1, ">", 1, false], [2, ">", 1, true], [1, ">", 2, false], [1, ">=", 1, true], [2, ">=", 1, true], [1, ">=", 2, false],
  ["Ann", "=", "ANN", true], ["ann", "<", "Bob", true], [null, "=", "", true], [null, "=", "x", false], [true, "=", true, true],
])("%p %s %p is %p", (left, operator, right, expected) => {
  const term = compare(reference("A1", left), operator, reference("B1", right));
  expect(shown(term)).toEqual([`A1${operator}B1`, expected]);
});

it("joins tests and texts", () => {
  const [yes, no] = [reference("Y1", true), reference("N1", false)];
  expect([shown(and(yes, no)), and(yes, yes).value]).toEqual([["AND(Y1,N1)", false], true]);
  expect([shown(or(yes, no)), or(no, no).value]).toEqual([["OR(Y1,N1)", true], false]);
  expect(shown(join(literal("a"), reference("B1", "b")))).toEqual(['"a"&B1', "ab"]);
  expect([shown(isNumber(a)), isNumber(literal("6")).value]).toEqual([["ISNUMBER(A1)", true], false]);
});

it("takes the largest and the smallest", () => {
  expect([shown(maximum(a, b)), shown(minimum(a, b))]).toEqual([["MAX(A1,B1)", 6], ["MIN(A1,B1)", 4]]);
});

it("is entered as an array where a part of it is", () => {
  for (const term of [add(b, array), compare(array, "=", b), and(reference("Y1", true), { ...reference("A1", true), array: true }), maximum(b, array), choose(reference("Y1", true), array, b)]) {
    expect(term.array).toBe(true);
  }
  expect(add(a, b)).not.toHaveProperty("array");
});

it("refuses what is no number in Excel", () => {
  expect(() => call("A1/0", Infinity)).toThrow("formula gives no number: A1/0");
  expect(() => add(a, literal(NaN))).toThrow(RangeError);
  expect(call("A1", "text").value).toBe("text");
});
