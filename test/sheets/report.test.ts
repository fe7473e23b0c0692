import { parseTable, isProblem } from "../../src/crm/table";
import { readExport } from "../../src/read-exports";
import { report } from "../../src/report";
import { chosenSheets } from "../../src/sheets/chosen";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { dayOfIso } from "../../src/values";

function sheetsOf(memory: Memory): readonly string[] {
  const table = parseTable({ file: "deals.csv", text: "Deal Name,Stage,Amount\nA,Won,5\nB,Lost,6\n" });
  if (isProblem(table)) throw new Error(table.problem);
  const plan = report({ imports: [readExport(table, { object: "deal" })], memory, asOf: dayOfIso("2026-11-23")!, language: "en", sheets: ["funnel"] });
  return plan.sheets.map(({ id }) => id).filter((id) => chosenSheets.some((one) => one === id));
}

it("builds the chosen sheets only", () => {
  expect(sheetsOf(emptyMemory)).toEqual(["funnel"]);
});

it("keeps a sheet the workbook has, where people type, chosen or not", () => {
  const goals = { columns: ["Goal", "Target"], rows: [["Revenue", 5]] };
  expect(sheetsOf({ inputs: new Map(), tables: new Map([["Goals", goals]]) })).toEqual(["goals", "funnel"]);
});
