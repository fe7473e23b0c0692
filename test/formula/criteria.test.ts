// Which rows Excel's COUNTIFS finds, and which SUMPRODUCT finds where COUNTIFS would not take a text as it stands.

import { averageifs, countifs, knownSumifs, medianifs, newest, rowsOf, sumifs } from "../../src/formula/aggregate";
import { column, type Column } from "../../src/formula/column";
import { hasText, is, isEmpty, isFilled, isNot, isOdd, rowsWhere, than, type Criterion } from "../../src/formula/criteria";
import { add, literal, reference } from "../../src/formula/term";

const name = column("T", "Name", ["Ann", "ann", "Bob", "", null, 5, true, "Zoé"]);
const size = column("T", "Size", [1, -2, 0, null, "3", 8, 5, 5]);
const rows = (...criteria: Criterion[]) => [...rowsWhere(criteria)];

it.each<[string, () => Criterion, number[], string, string]>([
  ["equal text", () => is(name, literal("ANN")), [0, 1], '"ANN"', '(T[Name]="ANN")'],
  ["other text", () => isNot(name, literal("ANN")), [2, 3, 4, 5, 6, 7], '"<>"&"ANN"', '(T[Name]<>"ANN")'],
  ["any text", () => hasText(name), [0, 1, 2, 7], '"?*"', '(T[Name]<>"")'],
  ["empty cells", () => isEmpty(name), [3, 4], '""', '(T[Name]="")'],
  ["numbers", () => isFilled(size), [0, 1, 2, 5, 6, 7], '">-1E+99"', "ISNUMBER(T[Size])"],
  ["a number", () => than(size, "=", literal(5)), [6, 7], "5", "ISNUMBER(T[Size])*(T[Size]=5)"],
  ["less", () => than(size, "<", literal(1)), [1, 2], '"<1"', "ISNUMBER(T[Size])*(T[Size]<1)"],
  ["at most", () => than(size, "<=", literal(1)), [0, 1, 2], '"<=1"', "ISNUMBER(T[Size])*(T[Size]<=1)"],
  ["more", () => than(size, ">", literal(5)), [5], '">5"', "ISNUMBER(T[Size])*(T[Size]>5)"],
  ["at least", () => than(size, ">=", literal(5)), [5, 6, 7], '">=5"', "ISNUMBER(T[Size])*(T[Size]>=5)"],
])("finds %s", (_, made, found, argument, array) => {
  const criterion = made();
  expect(rows(criterion)).toEqual(found);
  expect(criterion.odd).toBe(false);
  expect([criterion.argument, criterion.array]).toEqual([argument, array]);
});

it("is the same on another column", () => {
  const other = column("T", "Other", ["x", "Ann", "", 5, -7, null, "ANN", "ann"]);
  expect(rows(is(name, literal("ann")).on(other))).toEqual([1, 6, 7]);
  expect(rows(isNot(name, literal("ann")).on(other))).toEqual([0, 2, 3, 4, 5]);
  expect(rows(hasText(name).on(other))).toEqual([0, 1, 6, 7]);
  expect(rows(isEmpty(name).on(other))).toEqual([2, 5]);
  expect(rows(isFilled(name).on(other))).toEqual([3, 4]);
  expect(rows(than(name, "<", literal(0)).on(other))).toEqual([4]);
});

it("finds the rows that meet all, whichever comes first", () => {
  const all = [is(name, literal("ann")), than(size, ">", literal(0)), hasText(name)];
  for (const order of [[0, 1, 2], [2, 1, 0], [1, 0, 2]]) expect(rows(...order.map((at) => all[at]!))).toEqual([0]);
  expect(rows(is(name, literal("ann")), is(name, literal("bob")))).toEqual([]);
  expect(rows(is(name, literal("ann")), is(column("T", "Side", ["b", "B", "b", "x", "x", "x", "x", "x"]), literal("B")))).toEqual([0, 1]);
  expect(rows(is(name, literal("ann")), is(column("T", "Side", ["b", "c", "d", "x", "x", "x", "x", "x"]), literal("nobody")))).toEqual([]);
  expect(rows()).toEqual([]);
  expect(rows(is(name, literal("Ann")), is(size, literal("gone")), is(name, literal("Ann")))).toEqual([]);
});

it.each(["A*", "5", "", ">x"])("does not trust COUNTIFS with anything but %p", (text) => {
  const criterion = isNot(name, literal(text));
  expect(criterion.odd).toBe(true);
  expect(countifs(criterion)).toMatchObject({ text: `SUMPRODUCT(--(T[Name]<>"${text}"))`, value: text === "" ? 6 : 8 });
});

it("tests a value as it finds rows", () => {
  const test = is(name, literal("Ann")).test;
  expect([test("ANN"), test("Bob"), test(null), test(5)]).toEqual([true, false, false, false]);
});

it.each([
  [reference("AsOf", 4), '">"&AsOf'], [reference("T[[#This Row],[Day]]", 4), '">"&T[[#This Row],[Day]]'], [literal(-12), '">-12"'], [literal(1.5), '">"&1.5'],
  [add(reference("AsOf", 4), literal(1)), '">"&(AsOf+1)'], [{ text: "EDATE(B1,-1)", value: 4, binds: 9 }, '">"&EDATE(B1,-1)'], [{ text: "-A1", value: 4, binds: 4 }, '">"&(-A1)'],
])("compares with %p as a person would type it", (operand, argument) => {
  expect(than(size, ">", operand).argument).toBe(argument);
});

it.each(["", "<5", ">a", "=x", "a*b", "a?", "~", "12", "-3", "+4", " 5", "$5", "€1.5", "(7)", ".5", ",5", "1-2", "12a", "true", "FALSE", "#N/A", "x".repeat(256), "May 5", "Jan-24", "12 March", "5may", "Sept. 2026", "10:30 AM", "5 pm", "上午10时", "下午 3:00", "5 März 2026", "3. Juni 26"])("does not trust COUNTIFS with %p", (text) => {
  expect(isOdd(text)).toBe(true);
});
it.each(["Ann", "a<b", "a=b", "5 deals", "01线索", "untrue", "trueish", "C#", "x".repeat(255), "- open", "(none)", "May", "Marketing 2", "Mayer 5", "Stage 1", "12 months", "5 Amigos", "Q1 2026 plan"])("trusts COUNTIFS with %p", (text) => {
  expect(isOdd(text)).toBe(false);
});

describe("texts of formulas", () => {
  const odd = is(name, literal("A*"));
  const plain = is(name, literal("Ann"));
  const list: Column = { text: "{1,2}", values: [1, 2], isArray: true };

  it("counts and adds up with COUNTIFS and SUMIFS", () => {
    expect(rowsOf(size)).toMatchObject({ text: "ROWS(T[Size])", value: 8 });
    expect(sumifs(size)).toMatchObject({ text: "SUM(T[Size])", value: 17 });
    expect(sumifs(size, plain, isFilled(size)).text).toBe('SUMIFS(T[Size],T[Name],"Ann",T[Size],">-1E+99")');
    expect(knownSumifs(size, plain)).toMatchObject({ text: 'IF(AND(COUNTIFS(T[Name],"Ann")>0,COUNTIFS(T[Name],"Ann",T[Size],">-1E+99")=0),"",SUMIFS(T[Size],T[Name],"Ann"))', value: -1 });
  });
  it("takes means and medians of numbers only", () => {
    expect(averageifs(size)).toMatchObject({ text: 'IF(COUNTIFS(T[Size],">-1E+99")=0,"",AVERAGE(T[Size]))', value: 17 / 6 });
    expect(averageifs(size, plain)).toMatchObject({ text: 'IF(COUNTIFS(T[Name],"Ann",T[Size],">-1E+99")=0,"",AVERAGEIFS(T[Size],T[Name],"Ann"))', value: -0.5 });
    expect(medianifs(size, plain)).toMatchObject({ text: 'IF(COUNTIFS(T[Name],"Ann",T[Size],">-1E+99")=0,"",MEDIAN(IF((T[Name]="Ann")*ISNUMBER(T[Size]),T[Size])))', value: -0.5 });
    expect(newest(size)).toMatchObject({ text: 'IF(COUNT(T[Size])=0,"",MAX(T[Size]))', value: 8 });
    expect(newest(column("T", "None", ["", null, "x"])).value).toBe("");
    expect(newest(column("T", "Days", [-9, -3, -7])).value).toBe(-3);
  });
  it("goes to SUMPRODUCT as soon as one text is odd", () => {
    expect(countifs(odd, plain).text).toBe('SUMPRODUCT((T[Name]="A*")*(T[Name]="Ann"))');
    expect(sumifs(size, plain, odd).text).toBe('SUMPRODUCT((T[Name]="Ann")*(T[Name]="A*"),T[Size])');
    expect(averageifs(size, odd, plain).text).toBe('IF(SUMPRODUCT((T[Name]="A*")*(T[Name]="Ann")*ISNUMBER(T[Size]))=0,"",SUMPRODUCT((T[Name]="A*")*(T[Name]="Ann"),T[Size])/SUMPRODUCT((T[Name]="A*")*(T[Name]="Ann")*ISNUMBER(T[Size])))');
    expect(countifs(than(list, ">", literal(1)))).toMatchObject({ text: "SUMPRODUCT(--ISNUMBER({1,2})*({1,2}>1))", value: 1 });
    expect(countifs(isFilled(list)).text).toBe("SUMPRODUCT(--ISNUMBER({1,2}))");
  });
  it("knows a sum where one of several rows has a number", () => {
    expect(knownSumifs(column("T", "Some", [null, 4, null, null, null, null, null, null]), plain).value).toBe(4);
    expect(() => countifs()).toThrow("no criterion to count by");
  });
});
