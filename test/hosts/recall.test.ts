import { foreignSheets, isSalesbook, recallXlsx } from "../../src/hosts/xlsx/recall";
import { writeXlsx } from "../../src/hosts/xlsx/write";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import type { Remembered } from "../../src/sheets/memory";
import type { SheetPlan } from "../../src/sheets/plan";
import type { CellValue } from "../../src/values";
import { convert, isInstalled } from "../office";
import { partsIn, withParts } from "./package";
import { samplePlan, sheet } from "./plans";

const remembered: Remembered = {
  inputs: ["CompanyName", "AsOf", "GoodRate", "Region", "Note", "NotThere"], tables: ["GoalTable", "Deals", "Awkward", "NoTable"],
};

/** What the sample plan says of a table. */
function planned(name: string, plan = samplePlan()): { columns: string[]; rows: CellValue[][] } {
  const table = plan.sheets.flatMap((one: SheetPlan) => one.tables).find((one) => one.name === name);
  if (!table) throw new Error(`no table ${name}`);
  return { columns: table.columns.map((one) => one.name), rows: Array.from({ length: table.rows }, (_, row) => table.columns.map((one) => one.values[row] ?? null)) };
}

const inputs = new Map<string, CellValue>([
  ["CompanyName", "ACME & Söhne <GmbH>"], ["AsOf", 46203], ["GoodRate", 0.3], ["Region", "Ada Lovelace"], ["Note", "Your notes: line one\nline two"],
]);

describe("recalling a workbook we wrote", () => {
  it.each([["fflate", writeXlsx], ["zlib", writeXlsxInNode]])("gives back every input as it was (%s)", async (_, write) => {
    const memory = recallXlsx(await write(samplePlan()), remembered);
    expect(memory.inputs).toEqual(inputs);
  });

  it.each(["GoalTable", "Deals", "Awkward"])("gives back every row of the table %s", async (name) => {
    const memory = recallXlsx(await writeXlsxInNode(samplePlan()), remembered);
    expect(memory.tables.get(name)).toMatchObject(planned(name));
  });

  it("leaves out names and tables that are not there", async () => {
    const memory = recallXlsx(await writeXlsxInNode(samplePlan()), remembered);
    expect([memory.inputs.has("NotThere"), memory.tables.has("NoTable")]).toEqual([false, false]);
  });

  it("finds sheets that are not ours, and ours under new names", async () => {
    const bytes = await writeXlsxInNode(samplePlan());
    expect(foreignSheets(bytes)).toEqual([]);
    const renamed = withParts(bytes, (path, xml) => (path === "xl/workbook.xml" ? xml.replaceAll("Goals", "Ziele &amp; 目标") : xml));
    expect([isSalesbook(renamed), foreignSheets(renamed)]).toEqual([true, []]);
    const unmarked = withParts(bytes, (path, xml) => (path === "xl/workbook.xml" ? xml.replace(/<definedName name="_salesbook[^>]*>'Goals'!.*?<\/definedName>/g, "") : xml));
    expect([isSalesbook(unmarked), foreignSheets(unmarked)]).toEqual([true, ["Goals"]]);
  });

  it("refuses what is not a workbook", async () => {
    const bytes = await writeXlsxInNode(samplePlan());
    for (const wrong of [new TextEncoder().encode("Deal ID,Amount\n1,2"), new Uint8Array(), bytes.subarray(0, bytes.length - 30), bytes.subarray(bytes.length - 30)]) {
      expect(() => recallXlsx(wrong, remembered)).toThrow("not an .xlsx file");
    }
  });
});

describe("recalling a workbook of other programs", () => {
  it("reads prefixed tags, cells without addresses, totals rows and numeric entities", async () => {
    const bytes = await writeXlsxInNode({
      ...samplePlan(), names: [{ name: "_salesbook.a", sheet: "A", area: { top: 0, left: 0, bottom: 0, right: 0 }, input: false, hidden: true }],
      sheets: [sheet({ id: "a", name: "A", tables: [{ name: "T", kind: "form", key: ["k"], top: 0, left: 0, rows: 3, filter: false, style: "form", columns: [
        { name: "k", owner: "user", format: "text", look: "input", values: ["a", "b", "Total"] }, { name: "v", owner: "user", format: "count", look: "input", values: [1, null, 3] },
      ] }] })],
    });
    const changed = withParts(bytes, (path, xml) => {
      if (path.endsWith("table1.xml")) return xml.replace('totalsRowShown="0"', 'totalsRowCount="1"').replace('name="k"', 'name="k&#10;k"');
      if (!path.endsWith("sheet1.xml")) return xml;
      return xml.replace(/ r="[A-Z]*\d+"/g, "").replace(/<(\/?)(\w)/g, "<$1x:$2").replace("<x:worksheet xmlns=", "<x:worksheet xmlns:x=").replace(">a<", "><![CDATA[a & b]]><");
    });
    expect(partsIn(changed).get("xl/worksheets/sheet1.xml")).toContain("<x:row><x:c ");
    expect(recallXlsx(changed, { inputs: [], tables: ["t"] }).tables.get("t")).toEqual({ columns: ["k\nk", "v"], rows: [["a & b", 1], ["b", null]] });
  });

  const noOffice = isInstalled("soffice") ? null : "NOT RUN, no soffice: ";
  (noOffice ? it.skip : it)(`${noOffice ?? ""}gives back what was typed after LibreOffice saved the file`, async () => {
    const saved = await convert(await writeXlsxInNode(samplePlan()), "xlsx");
    const memory = recallXlsx(saved, remembered);
    expect(memory.inputs).toEqual(inputs);
    const typed = (rows: readonly (readonly CellValue[])[] = [], columns: number[]) => rows.map((row) => columns.map((at) => row[at]));
    expect(memory.tables.get("GoalTable")?.columns).toEqual(planned("GoalTable").columns);
    expect(typed(memory.tables.get("GoalTable")?.rows, [0, 1, 5])).toEqual(typed(planned("GoalTable").rows, [0, 1, 5]));
    expect(typed(memory.tables.get("Deals")?.rows, [0, 9])).toEqual(typed(planned("Deals").rows, [0, 9]));
    expect(isSalesbook(saved)).toBe(true);
    expect(foreignSheets(saved)).toEqual([]);
  }, 120_000);
});
