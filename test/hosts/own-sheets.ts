// Workbooks of ours to which a user added things of their own, by exceljs or by LibreOffice.

import { Workbook, type Worksheet } from "exceljs";
import { withParts } from "./package";

/** One red point. */
const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The book opened by exceljs, changed and saved: it writes all parts anew and leaves our charts out. */
export async function changedByExcelJs(bytes: Uint8Array, change: (book: Workbook) => void): Promise<Uint8Array> {
  const book = await openedByExcelJs(bytes);
  change(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

export async function openedByExcelJs(bytes: Uint8Array): Promise<Workbook> {
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(bytes) as unknown as ArrayBuffer);
  return book;
}

/** A sheet with one of everything a user puts on one; its formulas point at our tables, sheets and names. */
export function addOwnSheet(book: Workbook, name = "My plan"): Worksheet {
  const sheet = book.addWorksheet(name, { properties: { tabColor: { argb: "FF00AA00" } }, views: [{ state: "frozen", xSplit: 1, ySplit: 1 }] });
  sheet.getColumn(2).width = 33;
  sheet.getRow(7).hidden = true;
  sheet.getCell("A1").value = { richText: [{ text: "Rich", font: { bold: true, size: 20 } }, { text: " text" }] };
  sheet.getCell("A2").value = { formula: "SUM(Deals[Amount])", result: 17 };
  sheet.getCell("A3").value = { formula: "Goals!A1", result: "Goals" };
  sheet.getCell("A4").value = { formula: "AsOf+1", result: 46204 };
  sheet.getCell("A4").numFmt = 'yyyy"y" mm"m"';
  sheet.getCell("B2").value = "plain & <simple>";
  sheet.getCell("B2").font = { name: "Courier New", size: 20, color: { argb: "FFFF0000" } };
  sheet.getCell("B3").value = 0.25;
  sheet.getCell("B3").numFmt = "0.000%";
  sheet.getCell("B4").value = true;
  sheet.mergeCells("C1:D2");
  sheet.getCell("C1").value = "merged";
  sheet.getCell("C1").fill = { type: "pattern", pattern: "solid", fgColor: { argb: "FFFFEE00" } };
  sheet.getCell("A5").value = "noted";
  sheet.getCell("A5").note = "My own comment";
  sheet.getCell("A6").value = { text: "site", hyperlink: "https://example.org/?a=1&b=2" };
  sheet.getCell("B6").dataValidation = { type: "list", formulae: ['"yes,no"'], allowBlank: true };
  sheet.addConditionalFormatting({ ref: "B2:B9", rules: [{ type: "expression", formulae: ["$B2=1"], priority: 1, style: { fill: { type: "pattern", pattern: "solid", bgColor: { argb: "FF00FF00" } } } }] });
  sheet.addTable({ name: "OwnTable", ref: "A10", headerRow: true, columns: [{ name: "Who" }, { name: "What" }], rows: [["Ada", 1], ["Grace", 2]] });
  addPicture(book, sheet);
  sheet.pageSetup = { orientation: "landscape", paperSize: 9, printArea: "A1:F12" };
  return sheet;
}

export function addPicture(book: Workbook, sheet: Worksheet): void {
  sheet.addImage(book.addImage({ base64: picture, extension: "png" }), "E1:F4");
}

/** A sheet of ours without its marks is a sheet of the user's, with all that is on it. */
export function unmarked(bytes: Uint8Array, id: string, sheet: string): Uint8Array {
  const marks = new RegExp(`<definedName[^>]*name="_salesbook\\.(${id}[."]|[^>]*>'?${sheet}'?!)[\\s\\S]*?</definedName>`, "g");
  return withParts(bytes, (path, xml) => (path === "xl/workbook.xml" ? xml.replace(marks, "") : xml));
}
