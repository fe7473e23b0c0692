import { foundIn } from "../../src/hosts/xlsx/found";
import { openXlsx } from "../../src/hosts/xlsx/open";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { convert, isInstalled } from "../office";
import { withParts } from "./package";
import { samplePlan, sheet } from "./plans";

/** Cells with formulas on the sheet A of ours whose rows are written so. */
async function formulasIn(rows: string): Promise<Record<string, unknown>> {
  const names = [{ name: "_salesbook.a", sheet: "A", area: { top: 0, left: 0, bottom: 0, right: 0 }, input: false, hidden: true }] as const;
  const bytes = await writeXlsxInNode({ ...samplePlan(), names, sheets: [sheet({ id: "a", name: "A" })] });
  const book = foundIn(openXlsx(withParts(bytes, (path, xml) => (path.endsWith("sheet1.xml") ? xml.replace(/<sheetData>.*<\/sheetData>|<sheetData\/>/s, `<sheetData>${rows}</sheetData>`) : xml))));
  return Object.fromEntries([...(book.cells.get("A") ?? [])].map(({ row, column, formula, value }) => [`${row},${column}`, formula ?? value]));
}

describe("what is found in an .xlsx", () => {
  it("says a shared formula in full for each cell, wherever its references lead", async () => {
    const rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:C2" si="0">A1*$A$1+\'It\'\'s\'!A:A+Deals[[#This Row],[A1]]&amp;"A1"</f><v>1</v></c><c r="C1"><f t="shared" si="0"/><v>2</v></c></row>' +
      '<row r="2"><c r="B2"><f t="shared" si="0"/></c></row>';
    expect(await formulasIn(rows)).toEqual({
      "0,0": 1, "0,1": "A1*$A$1+'It''s'!A:A+Deals[[#This Row],[A1]]&\"A1\"", "0,2": "B1*$A$1+'It''s'!B:B+Deals[[#This Row],[A1]]&\"A1\"", "1,1": "A2*$A$1+'It''s'!A:A+Deals[[#This Row],[A1]]&\"A1\"",
    });
  });

  it("gives array formulas as they are, errors as text, and a formula without a value", async () => {
    const rows = '<row r="1"><c r="A1"><f t="array" ref="A1">SUM(B1:B2*C1:C2)</f><v>3</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>_xlfn.XLOOKUP(1,B:B,C:C)</f></c><c r="D1" s="1"/></row>';
    expect(await formulasIn(rows)).toEqual({ "0,0": "SUM(B1:B2*C1:C2)", "0,1": "#REF!", "0,2": "_xlfn.XLOOKUP(1,B:B,C:C)" });
  });

  it("knows names with their places, hidden ones too, and constants without", async () => {
    const { names, tables, sheets, cells } = foundIn(openXlsx(await writeXlsxInNode(samplePlan())));
    expect(names.find(({ name }) => name === "_salesbook.texts")?.place).toEqual({ sheet: "It's awkward", area: { top: 0, left: 0, bottom: 0, right: 0 } });
    expect(names.find(({ name }) => name === "SALES_LTVCAC")?.place).toBeNull();
    expect([tables.find(({ name }) => name === "Deals")?.area.bottom, sheets.length, cells.size]).toEqual([40, 6, 6]);
  });

  const noOffice = isInstalled("soffice") ? null : "NOT RUN, no soffice: ";
  (noOffice ? it.skip : it)(`${noOffice ?? ""}is the same after LibreOffice saved the file`, async () => {
    const bytes = await writeXlsxInNode(samplePlan());
    const [ours, saved] = [foundIn(openXlsx(bytes)), foundIn(openXlsx(await convert(bytes, "xlsx")))];
    const cells = (book: typeof ours, name: string) => [...(book.cells.get(name) ?? [])].filter(({ value }) => value !== "").map(({ row, column, value }) => [row, column, typeof value === "number" ? Number(value.toPrecision(12)) : value]);
    expect(saved.sheets).toEqual(ours.sheets);
    expect(cells(saved, "Deals")).toEqual(cells(ours, "Deals"));
    const places = (book: typeof ours) => book.names.filter(({ place }) => place).map(({ name, place }) => [name, place] as const).sort();
    expect(places(saved)).toEqual(places(ours));
  }, 120_000);
});
