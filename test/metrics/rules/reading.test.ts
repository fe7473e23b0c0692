import { bareNumberIn, cellFlag, dayOf, figureOf, plainFlag, reader, saysNothing } from "../../../src/metrics/rules/reading";
import { isArgumentProblem, limitCells, Refusal, shown } from "../../../src/metrics/refusal";

it.each<[unknown, boolean]>([[null, true], [undefined, true], ["", true], ["  ", true], ["-", true], ["n/a", true], [0, false], [false, false], ["0", false]])("%p says nothing: %p", (cell, expected) => {
  expect(saysNothing(cell as string)).toBe(expected);
});

it.each([["yes", true], ["Y", true], ["✓", true], ["对", true], ["no", false], ["没有", false], ["✗", false], ["1", null], ["yesterday", null], ["已下载", null]])("the word %s is %p", (word, said) => expect(plainFlag(word)).toBe(said));
it.each([["1", true], [1, true], ["10", null], ["已下载", true], ["下载已", null], ["0", false], [0, false], ["05", null], ["未下载", false], ["不用", false], ["没买", false], ["还未下载", null], ["", null], [null, null]])("beside yes or no %p is %p", (cell, said) => expect(cellFlag(cell)).toBe(said));

it.each([["123", 123], ["1,000", 1000], ["007", null], ["0", 0], ["0.5", 0.5], ["3D", null], ["Web", null]])("the text %s alone is the number %p", (text, number) => expect(bareNumberIn(text)).toBe(number));

it("takes a text that is a day for one only where a day may be meant", () => {
  const beside = (value: number, isDay = false) => figureOf("2026-01-02", { value, isDay });
  expect([beside(19_999), beside(20_000), beside(80_000), beside(80_001), beside(1, true)]).toEqual(["no-number", 46024, 46024, "no-number", 46024]);
  expect([figureOf("03/04/2026", { value: 46000, isDay: false }), figureOf("x", { value: 1, isDay: true }), figureOf(7, { value: 1, isDay: false }), figureOf(null, { value: 1, isDay: true })]).toEqual(["open-day-order", "no-day", 7, false]);
});

it.each([[0.99, null], [1, 1], [46000.75, 46000], [2_958_465, 2_958_465], [2_958_466, null], [true, null]])("the number %p is the day %p", (cell, day) => expect(dayOf(cell)).toBe(day));

it("reads error cells as such, and every other cell as told", () => {
  const read = reader((cell) => `<${String(cell)}>`);
  expect([read({ code: "#N/A" }), read("a"), read("a"), read("b"), read(5), read(null)]).toEqual(["error-cell", "<a>", "<a>", "<b>", "<5>", "<null>"]);
});

it("refuses more cells than a column of Excel has", () => {
  expect(() => limitCells(1_048_576, { argument: "orders" })).not.toThrow();
  let refusal: unknown;
  try {
    limitCells(1_048_577, { argument: "orders" });
  } catch (thrown) {
    refusal = thrown;
  }
  expect(refusal).toEqual(new Refusal("too-large", { argument: "orders", found: 1_048_577, expected: 1_048_576 }));
  expect([isArgumentProblem("too-large"), isArgumentProblem("blank")]).toEqual([true, false]);
});

it("quotes forty characters at most", () => {
  expect([shown("x".repeat(40)), shown("x".repeat(41)), shown(true), shown(null), shown({ code: "#REF!" })]).toEqual(["x".repeat(40), `${"x".repeat(39)}…`, "TRUE", "", "#REF!"]);
});
