// Workbooks of ours to which a user added things of their own, by exceljs or by LibreOffice.

import { Workbook, type Worksheet } from "exceljs";
import { utils } from "@e965/xlsx";
import { partsIn, withParts } from "./package";

/** One red point. */
const picture = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

/** The book opened by exceljs, changed and saved: it writes all parts anew and leaves our charts out. Tables and names it cannot read are put back. */
export async function changedByExcelJs(bytes: Uint8Array, change: (book: Workbook) => void): Promise<Uint8Array> {
  const book = await openedByExcelJs(bytes);
  change(book);
  return withWhatExcelJsLost(new Uint8Array(await book.xlsx.writeBuffer()), bytes);
}

/** It stops reading a table at the first calculated column, and drops names that are constants. */
function withWhatExcelJsLost(saved: Uint8Array, before: Uint8Array): Uint8Array {
  const was = partsIn(before);
  const sheets = new Set([...(partsIn(saved).get("xl/workbook.xml") ?? "").matchAll(/<sheet [^>]*name="([^"]*)"/g)].map(([, name]) => name));
  const tables = new Map([...was.values()].map((xml) => [/ displayName="([^"]*)"/.exec(xml)?.[1], xml]));
  const names = ((was.get("xl/workbook.xml") ?? "").match(/<definedName [\s\S]*?<\/definedName>/g) ?? []).filter((name) => !name.includes("localSheetId"));
  return withParts(saved, (path, xml) => {
    const id = / id="\d+"/.exec(xml)?.[0] ?? "";
    if (path.startsWith("xl/tables/")) return tables.get(/ displayName="([^"]*)"/.exec(xml)?.[1])?.replace(/ id="\d+"/, id) ?? xml;
    if (path !== "xl/workbook.xml") return xml;
    const kept = names.filter((name) => {
      const sheet = />'((?:[^']|'')+)'!/.exec(name)?.[1];
      return sheet === undefined || sheets.has(sheet.replaceAll("''", "&apos;"));
    });
    const known = new Set(kept.map((name) => / name="([^"]*)"/.exec(name)?.[1]));
    return xml.replace(/<definedName name="([^"]*)"(?! localSheetId)[^>]*>[^<]*<\/definedName>/g, (whole, name: string) => (known.has(name) ? "" : whole)).replace("</definedNames>", `${kept.join("")}</definedNames>`);
  });
}

/** A number typed into a cell of a sheet of ours, in a file as we write it. */
export function withTyped(bytes: Uint8Array, sheet: number, address: string, value: number): Uint8Array {
  return withParts(bytes, (path, xml) => (path === `xl/worksheets/sheet${sheet}.xml` ? xml.replace(new RegExp(`(<c r="${address}" s="\\d+")[^>]*>(?:<v>[^<]*</v></c>)?`), `$1><v>${value}</v></c>`) : xml));
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

/** A column of the user's at the right of a table, in a file as we write it: its cells take what `contentOf` says for each row, and the style given. */
export function withOwnColumn(bytes: Uint8Array, table: string, name: string, style: number, contentOf: (row: number) => string): Uint8Array {
  const parts = partsIn(bytes);
  const [path, xml = ""] = [...parts].find(([, text]) => text.includes(`displayName="${table}"`)) ?? [];
  const sheet = [...parts].find(([rels, text]) => rels.includes("worksheets/_rels") && text.includes(`../tables/${path?.replace(/.*\//, "")}"`))?.[0].replace("_rels/", "").replace(".rels", "");
  const [, left, top = "", right = "", bottom = ""] = / ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"/.exec(xml) ?? [];
  const next = utils.encode_col(utils.decode_col(right) + 1);
  return withParts(bytes, (part, text) => {
    if (part === path) {
      const count = Number(/<tableColumns count="(\d+)"/.exec(text)?.[1]);
      return text.replaceAll(`${left}${top}:${right}${bottom}`, `${left}${top}:${next}${bottom}`).replace(/<tableColumns count="\d+"/, `<tableColumns count="${count + 1}"`).replace("</tableColumns>", `<tableColumn id="${count + 1}" name="${name}"/></tableColumns>`);
    }
    if (part !== sheet) return text;
    return text.replace(/<dimension[^>]*>/, "").replace(/(<row r="(\d+)"[^>]*>)([\s\S]*?)<\/row>/g, (whole, tag: string, number: string, cells: string) => {
      const row = Number(number);
      if (row < Number(top) || row > Number(bottom)) return whole;
      const content = row === Number(top) ? ` t="inlineStr"><is><t>${name}</t></is>` : ` s="${style}">${contentOf(row)}`;
      return `${tag}${cells}<c r="${next}${row}"${content}</c></row>`;
    });
  });
}

/** A sheet of ours without its marks is a sheet of the user's, with all that is on it. */
export function unmarked(bytes: Uint8Array, id: string, sheet: string): Uint8Array {
  const marks = new RegExp(`<definedName[^>]*name="_salesbook\\.(${id}[."]|[^>]*>'?${sheet}'?!)[\\s\\S]*?</definedName>`, "g");
  return withParts(bytes, (path, xml) => (path === "xl/workbook.xml" ? xml.replace(marks, "") : xml));
}
