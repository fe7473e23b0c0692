import { emptyMemory } from "../../src/sheets/memory";
import { report } from "../../src/report";
import { readExport } from "../../src/read-exports";
import type { CrmTable } from "../../src/crm/reading";
import { languages, type Language } from "../../src/text/language";
import { dayOfIso } from "../../src/values";
import { tableOf } from "../crm/tables";
import { cellsOf } from "../plan-cells";

const own = tableOf(["Project", "Status", "Value"], [["A", "Won", "1"], ["B", "Lost", "2"]], "list.csv");
const pipedrive = tableOf(["Deal - Title", "Deal - Status", "Deal - Value"], [["A", "Won", "1"], ["B", "Lost", "2"]], "deals.csv");

/** What the sheet Start says of where a table comes from. */
function origin(table: CrmTable, language: Language): string | undefined {
  const plan = report({ imports: [readExport(table, { object: "deal" })], memory: emptyMemory, asOf: dayOfIso("2026-11-23")!, language, sheets: [] });
  const cells = [...cellsOf(plan.sheets.find(({ id }) => id === "start")!)];
  const { row } = cells.find(({ value }) => value === table.file)!;
  return cells.filter((cell) => cell.row === row && cell.value !== table.file).map(({ value }) => String(value))[0];
}

it("names the CRM a table comes from, and none where there is none", () => {
  expect(languages.map((language) => origin(own, language))).toEqual(["Deals, 3 of 3 columns recognised, 2 rows", "商机，识别 3 / 3 列，2 行"]);
  expect(languages.map((language) => origin(pipedrive, language))).toEqual(["Pipedrive deals, 3 of 3 columns recognised, 2 rows", "Pipedrive 商机，识别 3 / 3 列，2 行"]);
});
