// Tables through office.js and under the user's hand.

import { startExcel, type StartedExcel } from "./node-bridge";

let excel: StartedExcel;
beforeEach(async () => {
  excel = startExcel();
  await on(async (sheet) => {
    sheet.getRange("A1:C4").values = [["Key", "Stage", "Amount"], ["a", "Won", 30], ["b", "Lost", 10], ["c", "Won", 20]];
    sheet.tables.add("A1:C4", true).name = "Deals";
  });
});

async function on(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> {
  await excel.Excel.run(async (context) => {
    await act(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
  });
}

const code = (run: Promise<unknown>) => run.then(() => "done", (error: OfficeExtension.Error) => error.code);
const deals = () => excel.book.table("Deals")!;
const values = () => deals().GetRange().Values;
const formula = (address: string) => excel.book.active.range(address).Formulas![0]![0];

it("knows header, body, columns and rows", () => on(async (_, context) => {
  const table = context.workbook.tables.getItem("Deals").load("name,style,showBandedRows,showTotals");
  const parts = [table.getHeaderRowRange(), table.getDataBodyRange(), table.columns.getItem("Amount").getDataBodyRange(), table.rows.getItemAt(1).getRange()].map((range) => range.load("address"));
  table.columns.load("items/name,items/index");
  table.rows.load("count");
  await context.sync();
  expect(parts.map(({ address }) => address)).toEqual(["Sheet1!A1:C1", "Sheet1!A2:C4", "Sheet1!C2:C4", "Sheet1!A3:C3"]);
  expect([table.columns.items.map(({ name }) => name), table.rows.count, table.style]).toEqual([["Key", "Stage", "Amount"], 3, "TableStyleMedium2"]);
}));

it("refuses overlap, taken and wrong names, and styles there are not", async () => {
  expect(await code(on((sheet) => sheet.tables.add("C4:D6", true)))).toBe("InvalidArgument");
  expect(await code(on((sheet, context) => { context.workbook.names.add("Deals", sheet.getRange("A1")); }))).toBe("ItemAlreadyExists");
  expect(await code(on((sheet) => { sheet.tables.getItem("Deals").name = "A1"; }))).toBe("InvalidArgument");
  expect(await code(on((sheet) => { sheet.tables.getItem("Deals").style = "Blue"; }))).toBe("InvalidArgument");
});

it("makes headers texts that differ", async () => {
  await on((sheet) => {
    sheet.getRange("E1:G2").values = [["Name", "", "Name"], [1, 2, 3]];
    sheet.tables.add("E1:G2", true).name = "Other";
  });
  expect(excel.book.table("Other")!.columns.map(({ name }) => name)).toEqual(["Name", "Column1", "Name2"]);
  expect(excel.book.active.range("E1:G1").Values).toEqual([["Name", "Column1", "Name2"]]);
});

it("renames table and columns in formulas, by the add-in or in the header cell", async () => {
  await on((sheet, context) => {
    sheet.getRange("E1").formulas = [["=SUM(Deals[Amount])"]];
    sheet.tables.getItem("Deals").columns.add(undefined, [["Twice"], ["=[@Amount]*2"], ["=[@Amount]*2"], ["=[@Amount]*2"]] as never);
    context.workbook.names.add("Total", "=SUM(Deals[Amount])");
  });
  await on((sheet) => { sheet.getRange("C1").values = [["Sum"]]; sheet.tables.getItem("Deals").name = "Orders"; });
  expect(excel.book.table("Orders")!.columns.map(({ name }) => name)).toEqual(["Key", "Stage", "Sum", "Twice"]);
  expect([formula("D2"), excel.book.Names.GetItem("Total").Formula]).toEqual(["=[@Sum]*2", "=SUM(Orders[Sum])"]);
  // The formula stood right of the table: the new column moved it.
  expect(formula("F1")).toBe("=SUM(Orders[Sum])");
});

it("adds and deletes rows, and makes room below", async () => {
  await on((sheet) => {
    sheet.getRange("A6").values = [["note"]];
    const { rows } = sheet.tables.getItem("Deals");
    rows.add(undefined, [["d", "Open", 5], ["e", "Open", 6]]);
    rows.getItemAt(0).delete();
  });
  expect(values()).toEqual([["Key", "Stage", "Amount"], ["b", "Lost", 10], ["c", "Won", 20], ["d", "Open", 5], ["e", "Open", 6]]);
  expect(excel.book.active.range("A7").Values).toEqual([["note"]]);
});

it("does not tear a table that lies beside", async () => {
  await on((sheet) => { sheet.tables.add("B8:D9", true).name = "Below"; });
  expect(await code(on((sheet) => { sheet.tables.getItem("Deals").rows.add(undefined, [["d", "Open", 5]]); }))).toBe("InsertDeleteConflict");
});

it("resizes with its header in place", async () => {
  await on((sheet) => { sheet.tables.getItem("Deals").resize("A1:D6"); });
  expect([deals().area.bottom, deals().columns.at(-1)!.name]).toEqual([5, "Column1"]);
  expect(await code(on((sheet) => { sheet.tables.getItem("Deals").resize("A2:D6"); }))).toBe("InvalidArgument");
});

it("has a row of totals, which is no data", async () => {
  await on((sheet) => { sheet.tables.getItem("Deals").showTotals = true; });
  expect([deals().area.bottom, deals().body.bottom, excel.book.active.grid.value(4, 0)]).toEqual([4, 3, "Total"]);
  await on((sheet) => { sheet.tables.getItem("Deals").showTotals = false; });
  expect(deals().area.bottom).toBe(3);
});

it("filters and sorts, and forgets both", () => on(async (sheet, context) => {
  const table = sheet.tables.getItem("Deals");
  table.columns.getItem("Stage").filter.applyValuesFilter(["Won"]);
  table.sort.apply([{ key: 2, ascending: true }]);
  table.autoFilter.load("isDataFiltered,criteria");
  table.sort.load("fields");
  const hidden = sheet.getRange("A2:A2").load("rowHidden,values");
  await context.sync();
  expect([table.autoFilter.isDataFiltered, table.sort.fields, hidden.values]).toEqual([true, [{ key: 2, ascending: true }], [["b"]]]);
  table.reapplyFilters();
  const after = sheet.getRange("A2").load("rowHidden");
  await context.sync();
  expect(after.rowHidden).toBe(true);
  table.clearFilters();
  after.load("rowHidden");
  await context.sync();
  expect(after.rowHidden).toBe(false);
}));

it("leaves #REF! when it is deleted with its cells", async () => {
  await on((sheet) => { sheet.getRange("E1").formulas = [["=SUM(Deals[Amount])"]]; sheet.tables.getItem("Deals").delete(); });
  expect([formula("E1"), excel.book.tables.length, excel.book.active.grid.value(1, 0)]).toEqual(["=SUM(#REF!)", 0, ""]);
});

it("leaves addresses in formulas when it becomes a range", async () => {
  await on((sheet) => {
    sheet.getRange("C3").formulas = [["=ROW([@Key])"]];
    sheet.getRange("E1").formulas = [["=SUM(Deals[Amount])"]];
    sheet.tables.getItem("Deals").convertToRange();
  });
  expect([formula("C3"), formula("E1"), excel.book.active.grid.value(1, 0)]).toEqual(["=ROW(A3)", "=SUM(Sheet1!$C$2:$C$4)", "a"]);
});

describe("under the user's hand", () => {
  it("grows by a row with its formulas, and by a column", async () => {
    await on((sheet) => { sheet.tables.getItem("Deals").columns.add(undefined, [["Twice"], ["=[@Amount]*2"], ["=[@Amount]*2"], ["=[@Amount]*2"]] as never); });
    excel.user.type("A5", "d");
    excel.user.type("E3", "mine");
    expect([deals().area, deals().columns.at(-1)!.name, formula("D5")]).toEqual([{ top: 0, left: 0, bottom: 4, right: 4 }, "Column1", "=[@Amount]*2"]);
  });

  it("gets columns of the user's anywhere, renamed, sorted and filtered", () => {
    excel.user.addColumn("Deals", "Owner", ["Ann", "Bob", "Cy"], 1);
    excel.user.renameColumn("Deals", "Stage", "Phase");
    excel.user.sort("Deals", "Amount");
    excel.user.filter("Deals", "Owner", ["Ann"]);
    expect(values()).toEqual([["Key", "Owner", "Phase", "Amount"], ["b", "Bob", "Lost", 10], ["c", "Cy", "Won", 20], ["a", "Ann", "Won", 30]]);
    expect(excel.book.active.hidden("row", { top: 1, left: 0, bottom: 2, right: 0 })).toBe(true);
  });

  it("moves with rows and columns inserted before it", () => {
    excel.user.insert("1:2");
    excel.user.insert("A:A");
    expect(deals().area).toEqual({ top: 2, left: 1, bottom: 5, right: 3 });
    excel.user.delete("C:C");
    expect(deals().columns.map(({ name }) => name)).toEqual(["Key", "Amount"]);
  });
});
