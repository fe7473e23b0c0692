// Reading what is selected, and making a workbook ready for others.

import { officeBook } from "../../../src/hosts/office/book";
import { callsFunctions } from "../../../src/hosts/office/share";
import { journalParts } from "../../../src/sheets/journal";
import { emptyMemory } from "../../../src/sheets/memory";
import type { StartedExcel } from "../../excel-host/node-bridge";
import { samplePlan } from "../plans";
import { inNewExcel } from "./excel";

function fill({ book }: StartedExcel, address: string, values: (string | number | boolean)[][]): void {
  book.active.range(address).Values = values;
}

describe("the selection", () => {
  it("is the block around one cell, with days, quotes and codes", () => inNewExcel(async (excel) => {
    fill(excel, "B2:D4", [["Deal", "Closed", "Rate"], ["a \"b\"\tc", "2026-01-05", 0.25], ["'00123", "", true]]);
    excel.book.active.range("D3").NumberFormat = "0%";
    excel.user.select("Sheet1!C3");
    expect(await officeBook().selection()).toEqual({
      name: "Sheet1", sheet: "Sheet1", area: { top: 1, left: 1, bottom: 3, right: 3 }, text: "Deal\tClosed\tRate\n\"a \"\"b\"\"\tc\"\t2026-01-05\t25%\n00123\t\tTRUE",
    });
  }));

  it.each([
    ["[h]:mm", 1.5, "1.5"], ["[hh]:mm:ss", 30.25, "30.25"], ["[mm]:ss", 2, "2"], ["[s]", 1.25, "1.25"], ["[$-409]d-mmm-yy", 46027, "2026-01-05"], ["[Red]yyyy/m/d", 46027, "2026-01-05"],
    ["[h]:mm;@", 1.5, "1.5"], ["d \"h\" hh:mm", 46027.5, "2026-01-05 12:00:00"],
  ])("says a number shown as %s by what it is", (format, value, text) => inNewExcel(async (excel) => {
    fill(excel, "B2:C3", [["Deal", "When"], ["a", value]]);
    excel.book.active.range("C3").NumberFormat = format;
    excel.user.select("Sheet1!B2:C3");
    expect((await officeBook().selection()).text).toBe(`Deal\tWhen\na\t${text}`);
  }));

  it("is the table around one cell, by its name", () => inNewExcel(async (excel) => {
    fill(excel, "A1:B3", [["Deal", "Amount"], ["a", 1], ["b", 2]]);
    excel.book.active.Tables.Add("A1:B3", true).Name = "Export";
    excel.user.select("Sheet1!A2");
    expect(await officeBook().selection()).toMatchObject({ name: "Export", area: { top: 0, left: 0, bottom: 2, right: 1 } });
  }));

  it("of whole columns is what they hold", () => inNewExcel(async (excel) => {
    fill(excel, "A1:B2", [["Deal", "Amount"], ["a", 1]]);
    excel.user.select("Sheet1!A:B");
    expect((await officeBook().selection()).text).toBe("Deal\tAmount\na\t1");
  }));

  it("of nothing is said to be none", () => inNewExcel(async (excel) => {
    excel.user.select("Sheet1!F9");
    await expect(officeBook().selection()).rejects.toMatchObject({ troubles: [{ kind: "no-selection" }] });
  }));
});

it("shows a sheet and a cell of it", () => inNewExcel(async ({ book, user }) => {
  user.addSheet("Other");
  await officeBook().activate("Other", { row: 4, column: 2 });
  expect(book.GetActiveCell().Address).toBe("Other!C5");
}));

it("puts a formula into an empty active cell, and into no other", () => inNewExcel(async (excel) => {
  excel.user.select("Sheet1!B2");
  expect(await officeBook().insertFormula("=1+1")).toBe("Sheet1!B2");
  expect(excel.book.active.grid.formula(1, 1)).toBe("=1+1");
  await expect(officeBook().insertFormula("=2")).rejects.toMatchObject({ troubles: [{ kind: "cell-taken" }] });
}));

describe("our functions", () => {
  it.each([["SALES.WINRATE(A1)", true], ["1+_xldudf_SALES_LTV(2)", true], ["\"SALES.X\"", false], ["MYSALES.X(1)", false], ["SUM(SALES)", false], ["SALES.A1+'SALES.B'!C1", false], ["SUM(SALES.Deals!A1:B2)", false], ["'SALES.B (2)'!C1", false], ["sales.winRate (A1)", true]])("are in %s: %s", (formula, is) => {
    expect(callsFunctions(formula)).toBe(is);
  });

  it("become their values, other formulas stay", () => inNewExcel(async ({ book }) => {
    const { grid } = book.active;
    grid.set(0, 0, "00123", "=SALES.CODE(1)");
    grid.set(1, 0, 0.5, "=_xldudf_SALES_WINRATE(A1)");
    grid.set(2, 0, 7, "=3+4");
    expect(await officeBook().freezeFunctions()).toEqual({ frozen: 2, left: 0 });
    expect([0, 1, 2].map((row) => [grid.value(row, 0), grid.formula(row, 0)])).toEqual([["00123", undefined], [0.5, undefined], [7, "=3+4"]]);
  }));

  it.each(["#BUSY!", "#NAME?", "#N/A", "#VALUE!", "#GETTING_DATA", "#DIV/0!"])("stay formulas while they show %s, and are counted", (error) => inNewExcel(async ({ book }) => {
    const { grid } = book.active;
    grid.set(0, 0, error, "=SALES.CODE(1)");
    grid.set(1, 0, "#1 in the league", "=SALES.CODE(2)");
    expect(await officeBook().freezeFunctions()).toEqual({ frozen: 1, left: 1 });
    expect([0, 1].map((row) => [grid.value(row, 0), grid.formula(row, 0)])).toEqual([[error, "=SALES.CODE(1)"], ["#1 in the league", undefined]]);
  }));

  it("are entered again where they show #NAME?", () => inNewExcel(async ({ book }) => {
    const { grid } = book.active;
    grid.set(0, 0, "#NAME?", "=_xldudf_SALES_WINRATE(B1)");
    grid.set(1, 0, "#NAME?", "=OTHER(1)");
    grid.set(2, 0, 5, "=SALES.LTV(1)");
    expect(await officeBook().repairFunctions()).toBe(1);
    expect(grid.formula(0, 0)).toBe("=SALES.WINRATE(B1)");
  }));

  it("are carried as names, as a person types them, once", () => inNewExcel(async ({ book }) => {
    const functions = [{ name: "SALES_LTVCAC", formula: "_xlfn.LAMBDA(_xlpm.ltv,_xlpm.cac,_xlpm.ltv/_xlpm.cac)" }];
    expect(await officeBook().addFunctionNames(functions)).toBe(1);
    expect(await officeBook().addFunctionNames(functions)).toBe(0);
    expect(book.names.map(({ Name, Formula }) => [Name, Formula])).toEqual([["SALES_LTVCAC", "=LAMBDA(ltv,cac,ltv/cac)"]]);
  }));
});

it("hides names, addresses and numbers, the same person by the same word", () => inNewExcel(async ({ book }) => {
  const plan = samplePlan();
  const office = officeBook();
  await office.render(plan);
  const notes = book.sheet("Setup")!;
  notes.range("A9").Values = [["Call +49 30 1234567 or 13812345678 or ada@example.com on 2026-11-23 about 00123"]];
  const done = await office.anonymise([{ table: "Deals", column: "Owner" }], "Person");
  const owners = book.table("Deals")!.Columns.GetItem("Owner").Values!.flat().slice(1);
  const goals = book.table("GoalTable")!.Columns.GetItem("Owner").Values!.flat().slice(1);
  expect(done).toEqual({ names: 4, emails: 1, phones: 2 });
  expect(new Set(owners).size).toBe(4);
  expect([...owners, ...goals].every((name) => /^Person [1-4]$/.test(String(name)))).toBe(true);
  expect(notes.grid.value(8, 0)).toBe("Call *** or *** or ***@*** on 2026-11-23 about 00123");
}));

it("hides nobody while what a run that died had read still names them, and changes nothing", () => inNewExcel(async ({ book }) => {
  const office = officeBook();
  await office.render(samplePlan());
  const left = journalParts({ memory: { ...emptyMemory, inputs: new Map([["Note", "Ada Lovelace"]]) }, day: "2026-11-23" });
  for (const xml of left) book.CustomXmlParts.Add(xml);
  const owners = () => book.table("Deals")!.Columns.GetItem("Owner").Values!.flat();
  const before = owners();
  await expect(office.anonymise([{ table: "Deals", column: "Owner" }], "Person")).rejects.toMatchObject({ troubles: [{ kind: "left" }] });
  expect(owners()).toEqual(before);
}));
