// Cells through office.js: what Excel makes of what is written, shapes, formats, inserting and deleting.

import { startExcel, type StartedExcel } from "./node-bridge";

let excel: StartedExcel;
beforeEach(() => { excel = startExcel(); });

/** Runs on the active sheet, with a sync at the end. */
async function on(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown): Promise<void> {
  await excel.Excel.run(async (context) => {
    await act(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
  });
}

const code = (run: Promise<unknown>) => run.then(() => "done", (error: OfficeExtension.Error) => error.code);

async function read<Name extends "values" | "formulas" | "text" | "valueTypes" | "numberFormat" | "formulasR1C1">(address: string, property: Name): Promise<Excel.Range[Name]> {
  let read: Excel.Range[Name] = [];
  await on(async (sheet, context) => {
    const range = sheet.getRange(address).load(property);
    await context.sync();
    read = range[property];
  });
  return read;
}

it.each([
  ["00123", 123, "General"], ["1-2", 46024, "d-mmm"], ["2026-11-23", 46349, "m/d/yyyy"], ["TRUE", true, "General"], ["50%", 0.5, "0%"], ["1e3", 1000, "0.00E+00"], ["$1,200", 1200, "$#,##0"],
  ["1/2/2026", 46024, "m/d/yyyy"], ["Nov 23", 46349, "d-mmm"], ["10:30", 0.4375, "h:mm"], ["'00123", "00123", "General"], ["(5)", -5, "General"], ["#N/A", "#N/A", "General"],
  ["Acme 5", "Acme 5", "General"], ["1-2-3-4", "1-2-3-4", "General"], ["555-1234", "555-1234", "General"], ["Mr. 7", "Mr. 7", "General"], ["  ", "  ", "General"],
])("reads %j as Excel does", async (text, value, format) => {
  await on((sheet) => { sheet.getRange("A1").values = [[text]]; });
  expect([await read("A1", "values"), await read("A1", "numberFormat")]).toEqual([[[value]], [[format]]]);
});

it("leaves text as it is where the cell is formatted as text", async () => {
  await on((sheet) => {
    sheet.getRange("A1:A3").numberFormat = [["@"], ["@"], ["@"]];
    sheet.getRange("A1:A3").values = [["00123"], ["=1+1"], ["1-2"]];
  });
  expect(await read("A1:A3", "values")).toEqual([["00123"], ["=1+1"], ["1-2"]]);
  expect(await read("A1:A3", "formulas")).toEqual([["00123"], ["=1+1"], ["1-2"]]);
});

it("leaves cells alone where null is written, and empties them with an empty text", async () => {
  await on((sheet) => {
    sheet.getRange("A1:C1").values = [[1, 2, 3]];
    sheet.getRange("A1:C1").values = [[null, "", 4]];
  });
  expect(await read("A1:C1", "values")).toEqual([[1, "", 4]]);
  expect(await read("A1:C1", "valueTypes")).toEqual([["Double", "Empty", "Double"]]);
});

it("clears everything where it is not told what", async () => {
  await on((sheet) => {
    sheet.getRange("A1:E1").values = [[1, 2, 3, 4, 5]];
    sheet.getRange("A1:E1").numberFormat = [["0.0", "0.0", "0.0", "0.0", "0.0"]];
    sheet.getRange("A1").clear();
    sheet.getRanges("C1,E1").clear();
  });
  expect([await read("A1:E1", "values"), await read("A1:E1", "numberFormat")]).toEqual([[["", 2, "", 4, ""]], [["General", "0.0", "General", "0.0", "General"]]]);
});

it("refuses arrays that do not have the shape of the range, and whole columns", async () => {
  expect(await code(on((sheet) => { sheet.getRange("A1:B2").values = [[1, 2]]; }))).toBe("InvalidArgument");
  expect(await code(on((sheet) => { sheet.getRange("A:A").values = 5 as never; }))).toBe("InvalidArgument");
});

it("shows values as they are formatted", async () => {
  await on((sheet) => {
    sheet.getRange("A1:B1").numberFormat = [["#,##0.0", "yyyy-mm-dd"]];
    sheet.getRange("A1:B1").values = [[1234.56, 46349]];
  });
  expect(await read("A1:B1", "text")).toEqual([["1,234.6", "2026-11-23"]]);
});

it("refuses formulas that are none, or that name sheets and tables which are not there", async () => {
  for (const formula of ["=SUM(1", "=Nowhere!A1", "=SUM(Deals[Amount])", "=[@Amount]"]) {
    expect([formula, await code(on((sheet) => { sheet.getRange("A1").formulas = [[formula]]; }))]).toEqual([formula, "InvalidArgument"]);
  }
});

it("knows formulas relative to their cell", async () => {
  await on((sheet) => { sheet.getRange("B2:B3").formulasR1C1 = [["=RC[-1]*R1C1"], ["=RC[-1]*R1C1"]]; });
  expect(await read("B2:B3", "formulas")).toEqual([["=A2*$A$1"], ["=A3*$A$1"]]);
});

it("moves references, names, merged areas and formats when rows are inserted", async () => {
  await on((sheet, context) => {
    sheet.getRange("A2:A3").values = [[1], [2]];
    sheet.getRange("C1").formulas = [["=SUM(A2:A3)+A3"]];
    sheet.getRange("D2:E2").merge();
    sheet.getRange("A3").format.fill.color = "#FF0000";
    context.workbook.names.add("Second", sheet.getRange("A3"));
    sheet.getRange("3:4").insert("Down");
  });
  expect(await read("C1", "formulas")).toEqual([["=SUM(A2:A5)+A5"]]);
  expect(excel.book.Names.GetItem("Second").Formula).toBe("=Sheet1!$A$5");
  expect(excel.book.active.styleOf(4, 0, "fill.color")).toBe("#FF0000");
  expect(excel.book.active.merges).toEqual([{ top: 1, left: 3, bottom: 1, right: 4 }]);
});

it("makes #REF! of what is deleted, and shrinks what is deleted in part", async () => {
  await on((sheet) => {
    sheet.getRange("C1").formulas = [["=SUM(A2:A5)+A3"]];
    sheet.getRange("3:3").delete("Up");
  });
  expect(await read("C1", "formulas")).toEqual([["=SUM(A2:A4)+#REF!"]]);
});

it("moves only the columns beside cells that are inserted", async () => {
  await on((sheet) => {
    sheet.getRange("A1:B3").values = [[1, "a"], [2, "b"], [3, "c"]];
    sheet.getRange("A2").insert("Down");
    sheet.getRange("B1").delete("Left");
  });
  expect(await read("A1:B4", "values")).toEqual([[1, ""], ["", "b"], [2, "c"], [3, ""]]);
});

it("keeps ranges of the add-in on their cells", () => on(async (sheet, context) => {
  const range = sheet.getRange("B2");
  range.values = [[7]];
  await context.sync();
  sheet.getRange("1:1").insert("Down");
  range.load("address,values");
  await context.sync();
  expect([range.address, range.values]).toEqual(["Sheet1!B3", [[7]]]);
}));

it("gives a format only where all cells share it", () => on(async (sheet, context) => {
  sheet.getRange("A1:B2").format.font.bold = true;
  sheet.getRange("B2").format.font.bold = false;
  sheet.getRanges("A1:A2,C1").format.fill.color = "#00FF00";
  sheet.getRange("A1:B1").format.borders.getItem("EdgeBottom").style = "Continuous";
  sheet.getRange("A:A").format.columnWidth = 100;
  const [row, all, below] = [sheet.getRange("A1:B1"), sheet.getRange("A1:B2"), sheet.getRange("A1")];
  row.load("format/font/bold");
  all.load("format/font/bold,format/columnWidth");
  below.load("format/borders/items/style,format/borders/items/sideIndex,format/fill/color,format/columnWidth");
  await context.sync();
  expect([row.format.font.bold, all.format.font.bold, all.format.columnWidth]).toEqual([true, null, null]);
  expect([below.format.fill.color, below.format.columnWidth]).toEqual(["#00FF00", 100]);
  expect(below.format.borders.items.filter(({ style }) => style !== "None").map(({ sideIndex }) => sideIndex)).toEqual(["EdgeBottom"]);
}));

it("formats cell by cell with setCellProperties", async () => {
  await on((sheet) => sheet.getRange("A1:B1").setCellProperties([[{ format: { font: { bold: true }, borders: { top: { style: "Double" as Excel.BorderLineStyle } } } }, { format: { fill: { color: "#123456" } } }]]));
  expect(["font.bold", "top.style"].map((name) => excel.book.active.styleOf(0, 0, name))).toEqual([true, "Double"]);
  expect(excel.book.active.styleOf(0, 1, "fill.color")).toBe("#123456");
});

it("finds the used range, with or without formats", () => on(async (sheet, context) => {
  sheet.getRange("B2").values = [[1]];
  sheet.getRange("D5").format.fill.color = "#FF0000";
  const [values, all] = [sheet.getUsedRangeOrNullObject(true).load("address"), sheet.getUsedRange().load("address")];
  const none = context.workbook.worksheets.add("Empty").getUsedRangeOrNullObject();
  await context.sync();
  expect([values.address, all.address, none.isNullObject]).toEqual(["Sheet1!B2", "Sheet1!B2:D5", true]);
}));

it("keeps the first value of merged cells and takes none in the others", async () => {
  await on((sheet) => {
    sheet.getRange("A1:B1").values = [["a", "b"]];
    sheet.getRange("A1:B1").merge();
    sheet.getRange("A1:B1").values = [["c", "d"]];
  });
  expect(await read("A1:B1", "values")).toEqual([["c", ""]]);
});

it("links a cell, shows its text and dresses it as a link", async () => {
  await on((sheet) => { sheet.getRange("A1").hyperlink = { documentReference: "'Sheet1'!A5", textToDisplay: "down" }; });
  expect([await read("A1", "values"), excel.book.active.styleOf(0, 0, "font.underline")]).toEqual([[["down"]], "Single"]);
});

it("refuses to write into a protected sheet, but for cells that are not locked", async () => {
  await on((sheet) => { sheet.getRange("B1").format.protection.locked = false; sheet.protection.protect(); });
  expect(await code(on((sheet) => { sheet.getRange("A1").values = [[1]]; }))).toBe("AccessDenied");
  expect(await code(on((sheet) => { sheet.getRange("B1").values = [[1]]; }))).toBe("done");
  expect(await code(on((sheet) => { sheet.getRange("A1").format.fill.color = "#FF0000"; }))).toBe("AccessDenied");
});

it("clears contents and looks of a range and of several, when it is not told what", async () => {
  await on((sheet) => {
    for (const address of ["A1", "B2", "C3"]) Object.assign(sheet.getRange(address), { values: [["x"]], numberFormat: [["0.0"]] });
    sheet.getRange("A1").clear();
    sheet.getRanges("B2,C3").clear();
  });
  expect([await read("A1:C3", "values"), await read("C3", "numberFormat")]).toEqual([[["", "", ""], ["", "", ""], ["", "", ""]], [["General"]]]);
});
