// What fuzzing found, each in the smallest input that showed it. What once took minutes is held by the time a test may take.

import { strToU8, zipSync } from "fflate";
import { isProblem, parsePaste, parseTable } from "../../src/crm/table";
import { writeXlsx } from "../../src/hosts/xlsx/write";
import { readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { chosenAtFirst } from "../../src/sheets/chosen";
import { emptyMemory } from "../../src/sheets/memory";
import { dayOf, type Day } from "../../src/values";
import { smallParts } from "../fuzz/inputs/workbooks";
import { issuesOf } from "./tables";
import { openTable } from "./open-table";

function imported(text: string) {
  const table = parseTable({ file: "x.csv", text });
  if (isProblem(table)) throw new Error(`no table: ${table.problem}`);
  return readExport(table);
}

function workbook(change: (sheet: string) => string): Uint8Array {
  const parts = smallParts([["Deal", "Amount"], ["A", "1"]]);
  const path = "xl/worksheets/sheet1.xml";
  return zipSync(Object.fromEntries(Object.entries({ ...parts, [path]: change(parts[path]!.replace(/<row r="3">.*?<\/row>/, "")) }).map(([name, text]) => [name, strToU8(text)])));
}

it.each(["1e400", "-1E400", "9".repeat(59), "$-5constructor", "5 toString", "5__proto__"])("reads %s as no number, or as one that is finite", (cell) => {
  const { reading } = imported(`Deal ID,Stage,Amount,Probability (%)\n1,Won,"${cell}","${cell}"\n2,Won,5,50\n`);
  for (const values of [valuesOf(reading, "amount"), valuesOf(reading, "probability")]) expect(values.every((value) => value === null || Number.isFinite(value))).toBe(true);
});

it("says that a number without end could not be read", () => {
  expect(issuesOf(imported("Deal ID,Stage,Amount\n1,Won,1e400\n2,Won,5\n").reading.issues, "unreadable", "Amount")).toMatchObject([{ found: "1e400" }]);
});

it("names thousands of columns of one header", () => {
  const table = parseTable({ file: "x.csv", text: `${Array.from({ length: 16_000 }, () => "Amount").join(",")}\n${"1,2\n".repeat(3)}` });
  expect(isProblem(table) ? [] : [table.header[0], table.header[15_999]]).toEqual(["Amount", "Amount (16000)"]);
});

it("reads a cell of a hundred thousand paragraphs", () => {
  const table = parsePaste({ html: `<table><tr><td>Deal<td>Note<tr><td>A<td>${"<p>x</p>".repeat(100_000)}</table>` });
  expect(isProblem(table) ? 0 : table.rows[0]![1]!.split("\n").length).toBe(100_000);
});

it("accounts for a hundred thousand empty rows in few words", () => {
  const table = parseTable({ file: "x.csv", text: `Deal,Amount\nA,1\n${",\n".repeat(100_000)}B,2\n` });
  const empty = isProblem(table) ? [] : issuesOf(table.issues, "empty-row");
  expect(isProblem(table) ? 0 : table.rowsRead).toBe(100_002);
  expect([empty.length, empty.reduce((sum, { count }) => sum + count, 0), empty.at(-1)?.row]).toEqual([1001, 100_000, 1003]);
});

it.each([
  ["elements that never close", `${"<b>".repeat(200_000)}${"</i>".repeat(100_000)}`, "too-deep"],
  ["tables in tables", "<table><tr><td>".repeat(60_000), "too-deep"],
  ["spans over everything", "<table>" + "<tr><td colspan=16384 rowspan=16384>a".repeat(30_000), "too-wide"],
])("refuses a page of %s", (_, html, problem) => {
  expect(parsePaste({ html })).toEqual({ problem, file: "clipboard" });
});

it("finds the table beside a cell in the last corner of the sheet", async () => {
  const table = await openTable("x.xlsx", workbook((sheet) => sheet.replace("</sheetData>", '<row r="1048576"><c r="A1048576"><v>7</v></c><c r="XFD1048576"><v>9</v></c></row></sheetData>')));
  expect(table).toMatchObject({ header: ["Deal", "Amount", "Column 16384"], rows: [["A", expect.anything(), ""], ["7", "", "9"]], lines: Int32Array.of(2, 1_048_576), rowsRead: 1_048_575 });
});

it.each([
  ["behind the cells", (sheet: string) => sheet.replace('<hyperlink ref="A1" r:id="rId9"/>', '<hyperlink ref="A1:XFD1048576" location="x"/>')],
  ["before the cells", (sheet: string) => sheet.replace("<sheetData>", '<hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks><sheetData>')],
  ["behind cells that end twice", (sheet: string) => sheet.replace("</sheetData>", '</sheetData><hyperlinks><hyperlink ref="A1:XFD1048576" location="x"/></hyperlinks><sheetData></sheetData>')],
])("reads a sheet with a link over all of it %s", async (_, change) => {
  expect(await openTable("x.xlsx", workbook(change))).toMatchObject({ header: ["Deal", "Amount"] });
});

it.each([
  ["no column that is known", '--n \na time",5,6\n7,8,9\n'],
  ["a stage, an owner, a reason and a currency of 40,000 characters", `Deal ID,Stage,Opportunity Owner,Loss Reason,Currency,Amount,Close Date,Created Date\n${["1,Closed Won", "2,Closed Lost", "3,Proposal"].map((start) => `${start}${"中".repeat(40_000)},${"o".repeat(40_000)},${"r".repeat(40_000)},${"c".repeat(40_000)},5,2026-01-02,2025-01-02`).join("\n")}\n`],
  ["a header of 40,000 characters", `Deal ID,Stage,Amount,${"h".repeat(40_000)}\n1,Won,5,x\n`],
  ["amounts that no sum could hold", "Deal ID,Stage,Amount\n1,Won,9e307\n2,Won,9e307\n"],
])("makes a workbook of an export with %s", async (_, text) => {
  const read = imported(text);
  const plan = report({ imports: [read], asOf: dayOf(2026, 11, 23) as Day, language: "en", memory: emptyMemory, sheets: chosenAtFirst(new Set([read.recognition.object])) });
  expect((await writeXlsx(plan)).length).toBeGreaterThan(0);
});

function valuesOf(reading: object, field: string): readonly (number | null)[] {
  return (reading as { columns: Readonly<Record<string, readonly (number | null)[]>> }).columns[field] ?? [];
}
