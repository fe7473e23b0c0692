import { column, columnsBetween, isFirstOfText, rowsByText, rowsOfText, textIndex, thisRow } from "../../src/formula/column";
import { entryAt, lookup, lookupNumber, lookupSure, rowOf } from "../../src/formula/lookup";
import { keyOfQuestion, type Question } from "../../src/formula/question";
import { literal, reference } from "../../src/formula/term";

const name = column("T", "Name", ["Bo", "ann", "ANN", null, 5, "", "bo", "Ann"]);

it.each([["Amount", "T[Amount]"], ["Next step", "T[Next step]"], ["a,b", "T[[a,b]]"], ["[x]", "T[['[x']]]"], ["50%", "T[[50%]]"], ["it's", "T[[it''s]]"], ["a@b", "T[a'@b]"], ["客户", "T[客户]"]])("names the column %s %s", (header, text) => {
  expect(column("T", header, []).text).toBe(text);
});

it("names the cell of the same row, and columns beside each other", () => {
  expect(thisRow("T", "No. #1")).toBe("T[[#This Row],[No. '#1]]");
  expect(columnsBetween("T", "Stage", "A#")).toBe("T[[Stage]:[A'#]]");
  expect(columnsBetween("T", "Stage", "Amount", "#This Row")).toBe("T[[#This Row],[Stage]:[Amount]]");
  expect(columnsBetween("T", "[", "Amount", "#Headers")).toBe("T[[#Headers],['[]:[Amount]]");
});

it("finds the rows of a text however it is written, in their order", () => {
  expect([...rowsOfText(name, "Ann")]).toEqual([1, 2, 7]);
  expect([...rowsOfText(name, "BO")]).toEqual([0, 6]);
  expect([...rowsOfText(name, "")]).toEqual([5]);
  expect([...rowsOfText(name, "5")]).toEqual([]);
  expect([...rowsByText(name)].map(([text, rows]) => [text, [...rows]])).toEqual([["bo", [0, 6]], ["ann", [1, 2, 7]], ["", [5]]]);
});

it("gives each text a code, and none to what is no text", () => {
  const { codes, codeOf } = textIndex(name);
  expect([...codeOf].map((code) => [...codes].find(([, one]) => one === code)?.[0] ?? null)).toEqual(["bo", "ann", "ann", null, null, "", "bo", "ann"]);
  expect(codeOf[3]).toBe(-1);
  expect(textIndex(column("Other", "Name", name.values))).toBe(textIndex(name));
});

it("tells the first row of each text", () => {
  expect(name.values.map((_, row) => isFirstOfText(name, row))).toEqual([true, true, false, false, false, true, false, false]);
  expect(isFirstOfText(name, 99)).toBe(false);
});

describe("looking up", () => {
  const size = column("T", "Size", [7, 1, 2, 3, "x", null, 9, 8]);
  it("shows what stands beside a text", () => {
    expect(lookup(size, reference("A1", "ann"), name)).toMatchObject({ value: 1, text: 'IFERROR(IF(INDEX(T[Size],MATCH(A1,T[Name],0))="","",INDEX(T[Size],MATCH(A1,T[Name],0))),"")' });
    expect(lookup(size, reference("A1", ""), name).value).toBe("");
    expect(entryAt(size, reference("B1", 5))).toMatchObject({ value: "x", text: 'IF(B1="","",IF(INDEX(T[Size],B1)="","",INDEX(T[Size],B1)))' });
    expect(entryAt(size, reference("B1", 1)).value).toBe(7);
    expect(entryAt(size, reference("B1", 9)).value).toBe("");
  });
  it("takes only numbers where numbers are meant", () => {
    const words = column("T", "Word", ["one", 2]);
    const keys = column("T", "Key", ["a", "b"]);
    expect([lookupNumber(words, literal("a"), keys).value, lookupNumber(words, literal("b"), keys).value]).toEqual(["", 2]);
    expect(lookupSure(words, literal("a"), keys)).toMatchObject({ value: "", text: 'IFERROR(INDEX(T[Word],MATCH("a",T[Key],0)),"")' });
    expect(lookupSure(words, literal("b"), keys).value).toBe(2);
  });
  it.each(["a*", "a?", "a~"])("takes %s as it stands", (text) => {
    const keys = column("T", "Key", ["ab", text]);
    expect(rowOf(literal(text), keys)).toMatchObject({ value: 2, text: `IFERROR(MATCH(SUBSTITUTE(SUBSTITUTE(SUBSTITUTE("${text}","~","~~"),"*","~*"),"?","~?"),T[Key],0),"")` });
  });
  it("finds no text longer than MATCH takes, wildcards counted twice", () => {
    const at = (text: string) => rowOf(literal(text), column("T", "Key", [text])).value;
    expect([at("x".repeat(255)), at("x".repeat(256)), at(`${"x".repeat(253)}*`), at(`${"x".repeat(254)}*`)]).toEqual([1, "", 1, ""]);
  });
});

describe("keys of questions", () => {
  const ask = (more: Partial<Question>): string => keyOfQuestion({ object: "deal", ask: "count", field: null, where: [], ...more });
  it("say what is asked, of which field and under which conditions", () => {
    expect(ask({})).toBe("deal count");
    expect(ask({ ask: "median", field: "cycle" })).toBe("deal median cycle");
    expect(ask({ where: [{ field: "outcome", operator: "is", operand: "won", isDay: false }, { field: "source", operator: "empty", operand: null, isDay: false }, { field: "amount", operator: "filled", operand: null, isDay: false }] }))
      .toBe("deal count|outcome=won|source empty|amount filled");
  });
  it("have days as days and other numbers in thousandths", () => {
    expect(ask({ where: [{ field: "closed", operator: "<", operand: 46000, isDay: true }, { field: "amount", operator: ">=", operand: 0.0625, isDay: false }] })).toBe("deal count|closed<46000|amount>=63/1000");
  });
  it("say by what a table counts", () => {
    expect(ask({ ask: "table", by: [{ field: "source", cuts: null }, { field: "amount", cuts: [0, 10] }] })).toBe("deal table|source|amount at 0 10");
  });
});
