// Does the real office.js work against the host?
import { startExcel } from "./node-bridge";

it("answers the real library", async () => {
  const { Excel, traffic, book } = startExcel();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.add("Data");
    const range = sheet.getRange("A1:B3");
    range.values = [["Key", "Amount"], ["a", 1], ["b", 2]];
    range.format.fill.color = "#ff0000";
    const table = sheet.tables.add("A1:B3", true);
    table.name = "Deals";
    const chart = sheet.charts.add("ColumnClustered", range, "Auto");
    chart.title.text = "Hi";
    context.workbook.names.add("Total", "=SUM(Deals[Amount])");
    await context.sync();
    range.load("values,address,format/fill/color,text");
    table.columns.load("items/name");
    const nothing = context.workbook.worksheets.getItemOrNullObject("zz");
    await context.sync();
    expect(range.values).toEqual([["Key", "Amount"], ["a", 1], ["b", 2]]);
    expect(range.format.fill.color).toBe("#FF0000");
    expect(table.columns.items.map(({ name }) => name)).toEqual(["Key", "Amount"]);
    expect(nothing.isNullObject).toBe(true);
    sheet.getRange("2:2").insert("Down");
    table.columns.getItem("Amount").name = "Sum";
    table.load("name");
    const name = context.workbook.names.getItem("Total");
    name.load();
    await context.sync();
    expect(name.formula).toBe("=SUM(Deals[Sum])");
  });
  expect(traffic.syncs).toBe(3);
  expect(book.table("Deals")!.area).toEqual({ top: 0, left: 0, bottom: 3, right: 1 });
});

it("writes and reads many cells", async () => {
  const { Excel } = startExcel();
  const rows = Array.from({ length: 4000 }, (_, row) => Array.from({ length: 20 }, (_, column) => row * column));
  const start = performance.now();
  await Excel.run(async (context) => {
    const sheet = context.workbook.worksheets.getActiveWorksheet();
    for (let at = 0; at < 15; at += 1) {
      sheet.getRangeByIndexes(at * 4000, 0, 4000, 20).values = rows;
      await context.sync();
    }
    for (let at = 0; at < 15; at += 1) {
      const range = sheet.getRangeByIndexes(at * 4000, 0, 4000, 20).load("values");
      await context.sync();
      expect(range.values[3999]![19]).toBe(3999 * 19);
    }
  });
  console.log(performance.now() - start);
});
