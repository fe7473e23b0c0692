// A workbook of ours that something has broken: nothing typed may be taken for empty.

import { DamagedXlsx } from "../../src/hosts/xlsx/damaged";
import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { writeXlsx } from "../../src/hosts/xlsx/write";
import { withParts } from "./package";
import { samplePlan } from "./plans";

const remembered = { inputs: ["CompanyName", "AsOf"], tables: ["GoalTable", "Deals"] };
const isSheet = (path: string) => /sheets\/sheet\d+\.xml$/.test(path);

async function recalled(change: (path: string, xml: string) => string) {
  return recallXlsx(withParts(await writeXlsx(samplePlan()), change), remembered);
}

it.each<[string, (path: string, xml: string) => string]>([
  ["its texts are missing", (path, xml) => (path === "xl/sharedStrings.xml" ? "" : xml)],
  ["its texts are cut off", (path, xml) => (path === "xl/sharedStrings.xml" ? xml.slice(0, 500) : xml)],
  ["a sheet is missing", (path, xml) => (isSheet(path) ? "" : xml)],
  ["a sheet is cut off", (path, xml) => (isSheet(path) ? xml.slice(0, xml.length / 2) : xml)],
  ["a cell does not end", (path, xml) => (isSheet(path) ? xml.replace("</sheetData>", '<row><c r="A1"></row></sheetData>') : xml)],
  ["a number is none", (path, xml) => (isSheet(path) ? xml.replace(/<v>\d+\.?\d*<\/v>/g, "<v>x</v>") : xml)],
  ["a table is larger than a sheet", (_, xml) => xml.replace(/(<table [^>]*ref="[A-Z]+\d+:[A-Z]+)\d+"/, '$1999999999"')],
])("is refused when %s", async (_, change) => {
  await expect(recalled(change)).rejects.toThrow(DamagedXlsx);
});

it.each<[string, (path: string, xml: string) => string]>([
  ["names are no characters", (path, xml) => (path === "xl/workbook.xml" ? xml.replace("</definedNames>", '<definedName name="&#99999999;x">1</definedName></definedNames>') : xml)],
  ["a hundred thousand texts do not end", (path, xml) => (path === "xl/sharedStrings.xml" ? xml.replace("</sst>", "<si>".repeat(250_000)) : xml)],
  ["a hundred thousand names do not end", (path, xml) => (path === "xl/workbook.xml" ? xml.replace("</definedNames>", `${"<definedName ".repeat(100_000)}</definedNames>`) : xml)],
  ["an attribute is a word without end", (path, xml) => (path === "xl/workbook.xml" ? xml.replace("</definedNames>", `<definedName ${"a".repeat(500_000)}/></definedNames>`) : xml)],
])("is read whole when %s", async (_, change) => {
  const memory = await recalled(change);
  expect([memory.inputs.get("CompanyName"), memory.tables.get("Deals")?.rows.length]).toEqual(["ACME & Söhne <GmbH>", 40]);
});
