// Rules of the workbook decide as the rule language does, their value being live.

import fc from "fast-check";
import { literal, reference, type Figure } from "../../../src/formula/term";
import { testOf, type Operator } from "../../../src/metrics/rules/condition";
import { comparedWith } from "../../../src/metrics/rules/compared";
import { cutByCap, faded, fadeOf, isMet, readingKindOf, readingOf, whereMet } from "../../../src/metrics/rules/live";
import type { CellValue } from "../../../src/values";

/** Met or not, as the sheet decides; an unreadable cell is not met. */
function live(operator: Operator, value: CellValue, cell: CellValue): boolean {
  const kind = readingKindOf(operator, value, false);
  const said = readingOf(cell, kind, value);
  const compared = comparedWith(operator, kind, literal(value));
  const reading = typeof said === "object" && said !== null ? null : said;
  return isMet(operator, reading, compared.first.value, compared.second.value);
}

it.each<[Operator, CellValue, CellValue, boolean]>([
  ["=", "Finance", " FINANCE ", true], ["=", "Finance", "Fin", false], ["=", 1000, "1,000", true], ["=", 123, "00123", true], ["=", "123", "00123", false], ["=", 1, "yes", true], ["=", "是", "已下载", true], ["=", "Yes", "未下载", false], ["=", "No", "0", true],
  ["in", "科技；金融, Tech", "ｔｅｃｈ", true], ["in", "科技;金融", "科", false], ["in", "a;b", null, false], ["not in", "a;b", "c", true], ["not in", "a;b", null, false], ["not in", "a;b", "n/a", false],
  [">", 1000, "1,001", true], [">", 1000, 1000, false], [">=", 5, "5", true], ["<", 5, null, false], ["<", 5, "many", false], [">", "many", 7, false],
  ["between", "10;50", 50, true], ["between", "10至50", 9, false], ["between", "10;20;30", 15, false], ["contains", "chief", "Chief Buyer", true], ["contains", "*", "a", false], ["starts with", "Dr", "dr. No", true], ["ends with", "GmbH", "Acme gmbh", true],
  ["in", "Tech;;Finance;", null, false], ["in", ";Tech; ;,", null, false], ["in", "; ,", "x", false], ["not in", "; ,", "x", false], ["in", "a;;;;;b", "b", true], ["=", "  ", null, false],
  ["=", "ＡＢＣ　Ltd", "abc ltd", true], ["=", "A：B", "A：B", true], ["in", "科技；ＡＢＣ（中国）", "ABC(中国)", true], ["contains", "ＶＰ", "VP Sales", true], ["ends with", "ＧｍｂＨ", "Acme GmbH", true], ["=", "ＹＥＳ", "y", true], ["=", "\u3000", null, false],
  ["=", "1,000", 1000, true], ["=", "5%", 0.05, true], ["=", "5%", "5%", true], ["in", "1,000;5,000", "5000", true], ["in", "1,000;5,000", 1, false],
  ["between", "5%;10%", 0.07, true], ["between", "1,000;2,000", 1500, true], ["between", "0.5;0.7", 0.6, true], ["between", "10 - 20", 15, true], ["between", "1,5;3", 2, true], ["=", "Two  Words", "two  words", true], ["between", "2026-01-01;2026-03-31", 46050, true], ["between", "01/02/2026;03/04/2026", 46050, false],
  ["is blank", null, "-", true], ["is blank", null, 0, false], ["is not blank", null, "x", true], ["=", "?", "a", false], ["contains", null, "a", false], ["<>", "Web", "Referral", true], ["<>", "Web", null, false],
])("%s %s decides of %s: %s", (operator, value, cell, met) => expect(live(operator, value, cell)).toBe(met));

it("decides as LEADSCORE does wherever that reads the cell", () => {
  const words = ["Yes", "no", "是", "Tech", "Finance ", "retail", "5", "1,000", "00123", "-", "n/a", "Acme GmbH", "=x", ">5", "A*"];
  const cells = fc.oneof(fc.constantFrom<CellValue>(null, ...words), fc.integer({ min: -50, max: 2_000 }), fc.double({ min: 0, max: 100, noNaN: true }));
  const figures = fc.integer({ min: -50, max: 2_000 });
  const rules = fc.oneof(
    fc.tuple(fc.constantFrom<Operator>(">", ">=", "<", "<="), figures), fc.tuple(fc.constantFrom<Operator>("=", "<>"), fc.constantFrom<CellValue>("Tech", "finance", "Acme GmbH", "=x", ">5", "A*", 0, 1, 5, 1_000, 123)),
    fc.tuple(fc.constantFrom<Operator>("contains", "not contains", "starts with", "ends with"), fc.constantFrom<CellValue>("e", "acme", "GmbH", "fin", "*")), fc.tuple(fc.constantFrom<Operator>("is blank", "is not blank"), fc.constant(null)),
  );
  fc.assert(fc.property(rules, cells, ([operator, value], cell) => {
    const verdict = testOf({ operator, values: value === null ? [] : [value as string | number] })?.(cell);
    if (typeof verdict === "boolean") expect(live(operator, value, cell)).toBe(verdict);
  }), { numRuns: 3_000 });
});

it("lets points fade by both ways at once", () => {
  // 20 × (1 − 0.5 × 15.21875 ÷ 30.4375) × 0.5^(15.21875 ÷ 15.21875) = 20 × 0.75 × 0.5
  const fade = fadeOf(literal(0.5), literal(15.21875));
  expect(faded(literal(20), fade, literal(15.21875)).value).toBeCloseTo(7.5, 12);
  expect(faded(literal(20), fade, literal(-1)).value).toBe("");
  expect(faded(literal(20), fade, literal("")).value).toBe("");
  expect(faded(literal(20), fadeOf(literal(null), literal("")), literal("")).value).toBe(20);
});

it.each([[25, 40, -15], [25, 10, 0], [-10, -30, 20], [-10, 5, 0]])("a cap of %d takes from %d: %d", (cap, sum, cut) => expect(cutByCap(literal(cap), literal(sum)).value).toBe(cut));

describe("reading a cell", () => {
  it.each<[Operator, CellValue, boolean, string]>([
    [">", 5, true, "day"], ["between", "1;2", true, "day"], ["<=", 5, false, "figure"], ["not contains", "a", true, "words"], ["ends with", "a", false, "words"],
    ["=", 5, false, "number"], ["=", "yes", false, "flag"], ["<>", "web", false, "equal"], ["=", null, false, "equal"], ["not in", "a", false, "equal"], ["is blank", null, false, "equal"],
  ])("for %s %p, in a column of days %p, is by %s", (operator, value, isDay, kind) => expect(readingKindOf(operator, value, isDay)).toBe(kind));

  const unreadable = { unreadable: true };
  it("finds nothing in an empty cell, nor in one that stands for nothing, and no reading in an error", () => {
    expect([readingOf(null, "words", "a"), readingOf(undefined, "number", 1), readingOf("n/a", "figure", 1), readingOf({ code: "#REF!" }, "words", "a")]).toEqual([null, null, null, unreadable]);
  });
  it.each<[CellValue, ReturnType<typeof readingKindOf>, CellValue, unknown]>([
    [46000, "day", 46001, 46000], ["2026-01-01", "day", 46001, unreadable], [7, "figure", 5, 7], ["1,001", "figure", 5, 1001], ["many", "figure", 5, unreadable], ["-", "figure", null, null],
    ["2026-01-01", "figure", 46000, 46023], ["2026-01-01", "figure", null, unreadable], [5, "number", 1, 5], [true, "number", 1, 1], ["no", "number", 1, 0], ["1,000", "number", 1, 1000], ["Web", "number", 1, "web"],
    [5, "equal", "5", 5], ["1,000", "equal", "a", 1000], ["007", "equal", "7", "007"], [true, "equal", "a", "true"], [" Web ", "equal", "a", "web"], [12, "words", "a", "12"],
    ["Yes", "flag", "yes", "yes"], ["0", "flag", "yes", "no"], ["maybe", "flag", "yes", "maybe"],
  ])("%p by %s beside %p is %p", (cell, kind, value, said) => expect(readingOf(cell, kind, value)).toEqual(said));
});

describe("formulas of rules", () => {
  const value = (given: CellValue) => reference("V1", given);
  const met = (operator: Operator, kind: ReturnType<typeof readingKindOf>, given: CellValue, reading: CellValue) =>
    whereMet(operator, reference("R1", reading), { first: reference("W1", comparedWith(operator, kind, value(given)).first.value), second: reference("T1", comparedWith(operator, kind, value(given)).second.value) }, reference<Figure>("P1", 10));
  it.each<[Operator, ReturnType<typeof readingKindOf>, CellValue, CellValue, CellValue, string]>([
    ["=", "equal", "Web", "web", "fair", 'ISNUMBER(FIND("|"&R1&"|",W1))'], ["in", "equal", "Web;Fair", "fair", "tv", 'ISNUMBER(FIND("|"&R1&"|",W1))'],
    ["<>", "equal", "Web", "fair", "web", 'AND(R1<>"",W1<>"",ISERROR(FIND("|"&R1&"|",W1)))'], ["not in", "equal", "Web;Fair", "tv", "fair", 'AND(R1<>"",W1<>"",ISERROR(FIND("|"&R1&"|",W1)))'],
    ["contains", "words", "eb", "web", "fair", 'AND(W1<>"",ISNUMBER(FIND(W1,R1)))'], ["not contains", "words", "eb", "fair", "web", 'AND(R1<>"",W1<>"",ISERROR(FIND(W1,R1)))'],
    ["starts with", "words", "we", "web", "owe", 'AND(W1<>"",LEFT(R1,LEN(W1))=W1)'], ["ends with", "words", "eb", "web", "ebb", 'AND(W1<>"",RIGHT(R1,LEN(W1))=W1)'],
    [">", "figure", 5, 6, 5, "AND(COUNT(R1,W1)=2,R1>W1)"], [">=", "figure", 5, 5, 4, "AND(COUNT(R1,W1)=2,R1>=W1)"], ["<", "figure", 5, 4, 5, "AND(COUNT(R1,W1)=2,R1<W1)"], ["<=", "figure", 5, 5, 6, "AND(COUNT(R1,W1)=2,R1<=W1)"],
    ["between", "figure", "5;9", 5, 10, "AND(COUNT(R1,W1,T1)=3,R1>=W1,R1<=T1)"], ["is blank", "equal", null, "", "x", 'R1=""'], ["is not blank", "equal", null, "x", "", 'R1<>""'],
  ])("%s, by %s beside %p, earns for %p and not for %p", (operator, kind, given, fits, fails, test) => {
    expect(met(operator, kind, given, fits)).toMatchObject({ text: `IF(${test},P1,"")`, value: 10 });
    expect(met(operator, kind, given, fails).value).toBe("");
  });
  it.each<Operator>([">", ">=", "<", "<=", "between", "contains", "not contains", "starts with", "ends with", "<>", "in"])("%s meets nothing where nothing is compared with, and no text as a number", (operator) => {
    expect([isMet(operator, "x", "", ""), isMet(operator, 5, "", ""), isMet(operator, "", "", "")]).toEqual([false, false, false]);
    if (["between", ">", "<"].includes(operator)) expect([isMet(operator, "5", 1, 9), isMet(operator, 5, "1", 9), isMet("between", 5, 1, "9")]).toEqual([false, false, false]);
  });
  it("takes both ends of a range", () => expect([4, 5, 9, 10].map((one) => isMet("between", one, 5, 9))).toEqual([false, true, true, false]));

  it("fades and caps live", () => {
    const fade = fadeOf(reference("M1", 0.5), reference("H1", 20));
    expect(fade.perDay).toMatchObject({ text: "IF(ISNUMBER(M1),M1/30.4375,0)", value: expect.closeTo(0.5 / 30.4375, 12) });
    expect(fade.perHalf).toMatchObject({ text: "IF(ISNUMBER(H1),IF(H1>0,1/H1,0),0)", value: 0.05 });
    expect([-5, 0, "20"].map((half) => fadeOf(literal("0.5"), literal(half)).perHalf.value)).toEqual([0, 0, 0]);
    expect(fadeOf(literal("0.5"), literal(1)).perDay.value).toBe(0);
    const named = { perDay: reference("D1", 0.01), perHalf: reference("H2", 0.1) };
    expect(faded(reference("P1", 8), named, reference<Figure>("A1", 10))).toMatchObject({ value: expect.closeTo(8 * 0.9 * 0.5, 12), text: 'IF(D1+H2=0,P1,IF(ISNUMBER(A1),IF(A1<0,"",P1*MAX(0,1-D1*A1)*0.5^(H2*A1)),""))' });
    expect(faded(literal(8), named, literal(0)).value).toBe(8);
    expect(faded(literal(8), { perDay: literal(0.1), perHalf: literal(0.1) }, literal(10)).value).toBe(0);
    expect(cutByCap(reference("C1", 25), reference("S1", 40))).toMatchObject({ value: -15, text: "IF(ISNUMBER(C1),IF(C1<0,MAX(0,C1-S1),MIN(0,C1-S1)),0)" });
    expect([cutByCap(literal<Figure>(""), literal(40)).value, cutByCap(literal(0), literal(40)).value, cutByCap(literal(0), literal(-40)).value]).toEqual([0, -40, 0]);
  });
});
