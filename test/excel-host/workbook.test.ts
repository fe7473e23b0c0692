// Sheets, names, settings, charts, rules and validations through office.js.

import { startExcel, type StartedExcel } from "./node-bridge";
import { printout } from "./printout";
import { recalculated } from "./to-xlsx";
import { isInstalled } from "../office";

let excel: StartedExcel;
beforeEach(() => { excel = startExcel(); });

async function on(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown, started = excel): Promise<void> {
  await started.Excel.run(async (context) => {
    await act(context.workbook.worksheets.getActiveWorksheet(), context);
    await context.sync();
  });
}

const code = (run: Promise<unknown>) => run.then(() => "done", (error: OfficeExtension.Error) => error.code);
const formula = (address: string) => excel.book.active.range(address).Formulas![0]![0];

describe("sheets", () => {
  it.each([["", "InvalidArgument"], ["a/b", "InvalidArgument"], ["x".repeat(32), "InvalidArgument"], ["'a", "InvalidArgument"], ["sheet1", "ItemAlreadyExists"], ["Ümlaut (2)", "done"]])("named %j: %s", async (name, expected) => {
    const run = name === "" ? on((sheet) => { sheet.name = ""; }) : on((_, context) => context.workbook.worksheets.add(name));
    expect(await code(run)).toBe(expected);
  });

  it("renames itself in formulas, names and charts", async () => {
    await on((sheet, context) => {
      const data = context.workbook.worksheets.add("Data");
      data.getRange("A1:B3").values = [["k", "v"], ["a", 1], ["b", 2]];
      sheet.getRange("A1").formulas = [["=SUM(Data!B2:B3)"]];
      context.workbook.names.add("All", data.getRange("A1:B3"));
      sheet.charts.add("ColumnClustered", data.getRange("A1:B3"), "Columns");
    });
    excel.user.renameSheet("Data", "My data");
    expect([formula("A1"), excel.book.Names.GetItem("All").Formula, excel.book.active.charts[0]!.series[0]!.shown]).toEqual([
      "=SUM('My data'!B2:B3)", "='My data'!$A$1:$B$3", { name: "='My data'!$B$1", values: "='My data'!$B$2:$B$3", categories: "='My data'!$A$2:$A$3" },
    ]);
  });

  it("leave #REF! when they are deleted; the last one that shows stays", async () => {
    await on((sheet, context) => {
      context.workbook.worksheets.add("Data");
      sheet.getRange("A1").formulas = [["=Data!B2"]];
      context.workbook.worksheets.getItem("Data").delete();
    });
    expect(formula("A1")).toBe("=#REF!");
    expect(await code(on((sheet) => sheet.delete()))).toBe("InvalidOperation");
    expect(await code(on((sheet) => { sheet.visibility = "VeryHidden"; }))).toBe("InvalidOperation");
  });

  it("cannot be added, renamed or deleted while the structure is protected", async () => {
    excel.user.addSheet("Two");
    excel.user.protectStructure();
    expect(await code(on((_, context) => context.workbook.worksheets.add()))).toBe("AccessDenied");
    expect(await code(on((_, context) => { context.workbook.worksheets.getItem("Two").name = "Three"; }))).toBe("AccessDenied");
    expect(await code(on((_, context) => context.workbook.worksheets.getItem("Two").delete()))).toBe("AccessDenied");
  });

  it("freeze panes and lay out pages", () => on(async (sheet, context) => {
    sheet.freezePanes.freezeAt(sheet.getRange("A1:B3"));
    sheet.pageLayout.orientation = "Landscape";
    sheet.pageLayout.zoom = { horizontalFitToPages: 1, verticalFitToPages: 0 };
    sheet.pageLayout.setPrintTitleRows("1:3");
    const frozen = sheet.freezePanes.getLocationOrNullObject().load("address");
    const titles = sheet.pageLayout.getPrintTitleRowsOrNullObject().load("address");
    sheet.pageLayout.load("orientation,zoom");
    await context.sync();
    expect([frozen.address, titles.address, sheet.pageLayout.orientation, sheet.pageLayout.zoom]).toEqual(["Sheet1!A1:B3", "Sheet1!1:3", "Landscape", { horizontalFitToPages: 1, verticalFitToPages: 0 }]);
  }));
});

describe("names", () => {
  it("stand for ranges, constants and functions, shown or hidden", () => on(async (sheet, context) => {
    const { names } = context.workbook;
    names.add("Goal", sheet.getRange("B2"), "typed by the user");
    names.add("Language", '="en"');
    names.add("Twice", "=LAMBDA(x,x*2)").visible = false;
    sheet.names.add("Goal", "=5");
    await context.sync();
    names.load("items/name,items/type,items/value,items/visible,items/formula,items/scope");
    const [place, none] = [names.getItem("Goal").getRangeOrNullObject().load("address"), names.getItem("Twice").getRangeOrNullObject()];
    await context.sync();
    expect(names.items.map(({ name, type, value, visible }) => [name, type, value, visible])).toEqual([["Goal", "Range", "Sheet1!$B$2", true], ["Language", "String", "en", true], ["Twice", "Error", "#CALC!", false]]);
    expect([place.address, none.isNullObject, names.items[0]!.formula]).toEqual(["Sheet1!B2", true, "=Sheet1!$B$2"]);
  }));

  it.each([["A1", "InvalidArgument"], ["R1C1", "InvalidArgument"], ["has space", "InvalidArgument"], ["1st", "InvalidArgument"], ["_salesbook.x", "done"], ["销售", "done"]])("%j: %s", async (name, expected) => {
    expect(await code(on((sheet, context) => context.workbook.names.add(name, sheet.getRange("A1"))))).toBe(expected);
  });

  it("are lost with their cells, and come back for nobody", async () => {
    await on((sheet, context) => { context.workbook.names.add("Goal", sheet.getRange("B2")); sheet.getRange("2:2").delete("Up"); });
    expect([excel.book.Names.GetItem("Goal").Formula, excel.book.Names.GetItem("Goal").GetRangeOrNullObject()]).toEqual(["=Sheet1!#REF!", null]);
    expect(await code(on((_, context) => context.workbook.names.add("goal", "=1")))).toBe("ItemAlreadyExists");
  });
});

it("keeps settings, XML parts and properties", () => on(async (_, context) => {
  const { settings, customXmlParts, properties } = context.workbook;
  settings.add("language", "zh");
  customXmlParts.add('<?xml version="1.0"?><j xmlns="urn:salesbook:journal">x</j>');
  properties.custom.add("version", 3);
  await context.sync();
  const setting = settings.getItem("language").load("value");
  const part = customXmlParts.getByNamespace("urn:salesbook:journal").getOnlyItemOrNullObject().load("id");
  const none = customXmlParts.getByNamespace("urn:other").getOnlyItemOrNullObject();
  const version = properties.custom.getItem("version").load("value");
  await context.sync();
  const xml = part.getXml();
  part.setXml('<j xmlns="urn:salesbook:journal">y</j>');
  const after = part.getXml();
  await context.sync();
  expect([setting.value, none.isNullObject, version.value, xml.value, after.value]).toEqual(["zh", true, 3, '<?xml version="1.0"?><j xmlns="urn:salesbook:journal">x</j>', '<j xmlns="urn:salesbook:journal">y</j>']);
}));

it("has an application, a culture and events that can be stopped", () => on(async (_, context) => {
  const { application } = context.workbook;
  application.suspendApiCalculationUntilNextSync();
  application.suspendScreenUpdatingUntilNextSync();
  application.calculationMode = "Manual";
  context.runtime.enableEvents = false;
  application.cultureInfo.load("name,numberFormat/numberDecimalSeparator");
  context.runtime.load("enableEvents");
  await context.sync();
  expect([application.cultureInfo.name, application.cultureInfo.numberFormat.numberDecimalSeparator, context.runtime.enableEvents]).toEqual(["en-US", ".", false]);
}));

it("takes nothing while it is read-only", async () => {
  excel.book.readOnly = true;
  expect(await code(on((sheet) => { sheet.getRange("A1").values = [[1]]; }))).toBe("AccessDenied");
  expect(await code(on((_, context) => context.workbook.worksheets.add()))).toBe("AccessDenied");
});

it("knows what the user selected", async () => {
  excel.user.select("B2:C3");
  await on(async (_, context) => {
    const [selected, active] = [context.workbook.getSelectedRange().load("address"), context.workbook.getActiveCell().load("address")];
    const chart = context.workbook.getActiveChartOrNullObject();
    await context.sync();
    expect([selected.address, active.address, chart.isNullObject]).toEqual(["Sheet1!B2:C3", "Sheet1!B2", true]);
  });
});

it("draws charts whose series follow their cells", async () => {
  await on(async (sheet, context) => {
    sheet.getRange("A1:C3").values = [["", "Won", "Lost"], ["Jan", 1, 2], ["Feb", 3, 4]];
    const chart = sheet.charts.add("ColumnClustered", sheet.getRange("A1:C3"), "Columns");
    chart.name = "Months";
    chart.title.text = "By month";
    chart.legend.position = "Bottom";
    chart.setPosition("E2", "H10");
    chart.axes.valueAxis.minimum = 0;
    chart.axes.valueAxis.majorGridlines.visible = false;
    const own = chart.series.add("Goal");
    own.setValues(sheet.getRange("C2:C3"));
    own.chartType = "Line";
    own.axisGroup = "Secondary";
    own.format.line.color = "#FF0000";
    chart.series.getItemAt(0).format.fill.setSolidColor("#00FF00");
    chart.series.getItemAt(0).points.getItemAt(1).format.fill.setSolidColor("#0000FF");
    chart.series.load("items/name,items/chartType");
    chart.load("left,top,width,height");
    await context.sync();
    expect(chart.series.items.map(({ name, chartType }) => [name, chartType])).toEqual([["Won", "ColumnClustered"], ["Lost", "ColumnClustered"], ["Goal", "Line"]]);
    expect([chart.left, chart.top, chart.width, chart.height]).toEqual([192, 15, 192, 135]);
    chart.series.getItemAt(1).delete();
    sheet.getRange("1:1").insert("Down");
    await context.sync();
  });
  expect(excel.book.active.charts[0]!.series.map(({ shown }) => shown.values)).toEqual(["=Sheet1!$B$3:$B$4", "=Sheet1!$C$3:$C$4"]);
  expect(await code(on((sheet) => { sheet.charts.getItem("Months").series.getItemAt(0).points.getItemAt(2).hasDataLabel = true; }))).toBe("InvalidArgument");
});

it("formats by rules, which move with their cells and are cut where they are cleared", async () => {
  await on(async (sheet, context) => {
    const { conditionalFormats } = sheet.getRange("A2:A9");
    const custom = conditionalFormats.add("Custom").custom;
    custom.rule.formula = "=$B2>A$1";
    custom.format.fill.color = "#FF0000";
    custom.format.font.bold = true;
    const cellValue = conditionalFormats.add("CellValue").cellValue;
    cellValue.rule = { formula1: '="Won"', operator: "EqualTo" };
    const bar = conditionalFormats.add("DataBar").dataBar;
    bar.positiveFormat.fillColor = "#0000FF";
    bar.lowerBoundRule = { type: "Number", formula: "0" };
    const icons = conditionalFormats.add("IconSet").iconSet;
    icons.style = "ThreeArrows";
    const text = conditionalFormats.add("ContainsText").textComparison;
    text.rule = { operator: "Contains", text: "x" };
    await context.sync();
    conditionalFormats.load("items/type,items/priority");
    await context.sync();
    expect(conditionalFormats.items.map(({ type }) => type)).toEqual(["ContainsText", "IconSet", "DataBar", "CellValue", "Custom"]);
    sheet.getRange("2:2").insert("Down");
    sheet.getRange("A5").conditionalFormats.clearAll();
    await context.sync();
  });
  const rule = excel.book.active.rules.find(({ Type }) => Type === "Custom")!;
  expect([rule.address, rule.part.settings()]).toEqual(["A3:A4,A6:A10", { rule: { formula: "=$B3>A$1" }, format: { fill: { color: "#FF0000" }, font: { bold: true } } }]);
});

it("validates what is typed", async () => {
  await on(async (sheet, context) => {
    const { dataValidation } = sheet.getRange("A2:A5");
    dataValidation.rule = { list: { inCellDropDown: true, source: "Won,Lost" } };
    dataValidation.prompt = { title: "Stage", message: "Choose one", showPrompt: true };
    sheet.getRange("A3").dataValidation.rule = { wholeNumber: { formula1: 1, formula2: 9, operator: "Between" } };
    const [all, one, none] = ["A2:A5", "A3", "B1"].map((address) => sheet.getRange(address).dataValidation.load("type,rule,prompt"));
    await context.sync();
    expect([all!.type, one!.type, none!.type]).toEqual(["Inconsistent", "WholeNumber", "None"]);
    sheet.getRange("A2:A5").dataValidation.clear();
    await context.sync();
  });
  expect(excel.book.active.validations).toEqual([]);
  expect(await code(on((sheet) => { sheet.getRange("A1").dataValidation.rule = { list: { inCellDropDown: true, source: "x".repeat(256) } }; }))).toBe("InvalidArgument");
});

it("prints itself the same way whichever way it was made", async () => {
  const other = startExcel();
  const make = (wholes: boolean) => (sheet: Excel.Worksheet, context: Excel.RequestContext) => {
    if (wholes) sheet.getRange("A1:B2").values = [["k", "v"], ["a", 1]];
    else [["A1", "k"], ["B1", "v"], ["A2", "a"], ["B2", 1]].forEach(([address, value]) => { sheet.getRange(String(address)).values = [[value]]; });
    sheet.getRange("B2").numberFormat = [["0.0"]];
    sheet.tables.add("A1:B2", true).name = "T";
    context.workbook.names.add("N", sheet.getRange("B2"));
  };
  await on(make(true));
  await on(make(false), other);
  expect(printout(excel.book)).toEqual(printout(other.book));
  expect(printout(excel.book)).toEqual(["sheet Sheet1", 'A1 "k"', 'B1 "v"', 'A2 "a"', "B2 1 numberFormat=0.0", "table T A1:B2 k|v TableStyleMedium2", "name N =Sheet1!$B$2"]);
});

const noOffice = isInstalled("soffice") ? null : "NOT RUN, no soffice: ";
(noOffice ? it.skip : it)(`${noOffice ?? ""}gets its numbers from LibreOffice`, async () => {
  await on((sheet, context) => {
    sheet.getRange("A1:C3").values = [["Key", "Amount", "Twice"], ["a", 1, "=[@Amount]*2"], ["b", 2, "=[@Amount]*2"]].map((row) => row.map((cell) => (String(cell).startsWith("=") ? "" : cell)));
    sheet.tables.add("A1:C3", true).name = "Deals";
    sheet.getRange("C2:C3").formulas = [["=[@Amount]*2"], ["=[@Amount]*2"]];
    context.workbook.names.add("Total", "=SUM(Deals[Amount])");
    sheet.getRange("E1:E3").formulas = [["=Total*10"], ['=IFERROR(INDEX(Deals[Twice],MATCH("b",Deals[Key],0)),"-")'], ["=1/0"]];
  });
  await recalculated(excel.book);
  expect(excel.book.active.range("C2:C3").Values).toEqual([[2], [4]]);
  expect(excel.book.active.range("E1:E3").Values).toEqual([[30], [4], ["#DIV/0!"]]);
}, 120_000);
