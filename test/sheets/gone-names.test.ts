// A formula of the user's may name a table, sheet or name of ours that the next export no longer gives: no file may hold it.

import { emptyMemory } from "../../src/sheets/memory";
import { recalled } from "../../src/sheets/recall";
import { remembered } from "../../src/sheets/remembered";
import { smallReport } from "../hosts/office/small-reports";
import { addColumn, bookOfPlan, columnIn, formulaIn, foundIn, put, sheetIn, tableIn, typeInName, typeInTable, valueIn, type Book } from "./found-book";

const [withCalls, without] = [smallReport({ deals: [1, 2, 3], calls: [1, 2] }), smallReport({ deals: [1, 2, 3] })];

function refreshed(book: Book, planOf: typeof without): Book {
  return bookOfPlan(planOf(recalled(foundIn(book), remembered)));
}

/** A workbook with calls, and a column of the user's with a formula in each row. */
function withFormula(formula: string): Book {
  const book = bookOfPlan(withCalls(emptyMemory));
  addColumn(book, "Deals", "Mine");
  for (let row = 0; row < 3; row += 1) typeInTable(book, "Deals", row, "Mine", 2, formula);
  return book;
}

/** What is kept aside, without the day. */
function aside(book: Book): readonly (readonly unknown[])[] {
  if (!book.sheets.some(({ tables }) => tables.some(({ name }) => name === "Unmatched"))) return [];
  return columnIn(book, "Unmatched", "Where").map((where, at) => [where, ...["Row", "Column", "Content", "Formula"].map((header) => valueIn(book, "Unmatched", at, header))]);
}

describe.each([
  ["a column of a table", "COUNTIFS(Activities[Account],[@Account])", "COUNTIFS(Activities[Account],Deals[[#This Row],[Account]])"],
  ["a table", "ROWS(Activities)", "ROWS(Activities)"],
  ["all of a table", "ROWS(Activities[#All])", "ROWS(Activities[#All])"],
  ["a cell of a sheet", "Activities!$A$1", "Activities!R1C1"],
  ["a column of a sheet", "COUNTA(Activities!$A:$A)", "COUNTA(Activities!C1)"],
])("a formula that names %s", (_, formula, kept) => {
  it("waits aside while that is gone, and is back with it", () => {
    const gone = refreshed(withFormula(formula), without);
    const still = refreshed(gone, without);
    expect([0, 1, 2].map((row) => formulaIn(still, "Deals", row, "Mine"))).toEqual([undefined, undefined, undefined]);
    for (const book of [gone, still]) expect(aside(book)).toEqual([["Deals", null, "Mine", null, kept]]);
    const back = refreshed(still, withCalls);
    expect(formulaIn(back, "Deals", 2, "Mine")).toBe(formula.replace("[@Account]", "Deals[[#This Row],[Account]]"));
    expect(aside(back)).toEqual([]);
  });
});

it("waits with a cell beside our blocks as well", () => {
  const book = bookOfPlan(withCalls(emptyMemory));
  put(sheetIn(book, "Goals"), 2, 20, 2, "ROWS(Activities)");
  const still = refreshed(refreshed(book, without), without);
  expect(sheetIn(still, "Goals").cells.get(2)?.get(20)).toBeUndefined();
  expect(aside(still)).toEqual([["Goals!U3", null, null, 2, "ROWS(Activities)"]]);
  const back = refreshed(still, withCalls);
  expect([sheetIn(back, "Goals").cells.get(2)?.get(20), aside(back)]).toEqual([{ value: 2, formula: "ROWS(Activities)" }, []]);
});

it("keeps the value of a cell to type in, and its formula aside", () => {
  const book = bookOfPlan(withCalls(emptyMemory));
  typeInName(book, "WindowMonths", 2, "ROWS(Activities)");
  const still = refreshed(refreshed(book, without), without);
  const { sheet, area } = still.names.find(({ name }) => name === "WindowMonths")!;
  expect(sheet?.cells.get(area.top)?.get(area.left)).toEqual({ value: 2 });
  expect(aside(still)).toEqual([["WindowMonths", null, null, null, "ROWS(Activities)"]]);
});

it("waits for a name that stood on a sheet that is gone", () => {
  const book = withFormula("SUM(MyCalls)");
  const { sheet } = tableIn(book, "Activities");
  book.names.push({ name: "MyCalls", sheet, area: { top: 1, left: 0, bottom: 2, right: 0 }, formula: "" });
  const still = refreshed(refreshed(book, without), without);
  expect(aside(still)).toEqual([["Deals", null, "Mine", null, "SUM(MyCalls)"]]);
});

it("leaves formulas alone that name sheets, tables and names of the user's, and variables of their own", () => {
  const formula = "SUM(OwnTable[Rate])+Mine!$A$1*OwnRate+_xlfn.LET(_xlpm.a,1,_xlpm.a)+NOTMADEYET";
  const book = withFormula(formula);
  const mine = { name: "Mine", cells: new Map(), tables: [{ name: "OwnTable", area: { top: 4, left: 0, bottom: 6, right: 0 }, columns: ["Rate"], totals: 0 }] };
  book.sheets.push(mine);
  book.names.push({ name: "OwnRate", sheet: mine, area: { top: 0, left: 1, bottom: 0, right: 1 }, formula: "" });
  const next = refreshed(book, without);
  expect([formulaIn(next, "Deals", 0, "Mine"), aside(next)]).toEqual([formula, []]);
});

it("keeps the sheet of things kept aside while a formula of the user's names it", () => {
  const book = withFormula("ROWS(Activities)");
  const gone = refreshed(book, without);
  addColumn(gone, "Deals", "Waiting");
  typeInTable(gone, "Deals", 0, "Waiting", 1, "ROWS(Unmatched)");
  const back = refreshed(refreshed(gone, withCalls), withCalls);
  expect([formulaIn(back, "Deals", 0, "Waiting"), formulaIn(back, "Deals", 0, "Mine")]).toEqual(["ROWS(Unmatched)", "ROWS(Activities)"]);
  expect(back.sheets.map(({ name }) => name)).toContain("Kept aside");
});
