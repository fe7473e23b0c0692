// Rules with whatever someone may type as their value: the sheet gives the points =SALES.LEADSCORE does, and LibreOffice the same.

import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import type { CellValue } from "../../src/values";
import { call } from "../functions/call";
import { isInstalled } from "../office";
import { disagreements } from "../recalculate";
import { rule, scored, tableOf, valuesOf } from "./scoring-made";

const withOffice = isInstalled("soffice") ? it : it.skip;

const csv = [
  "Lead ID,Lead Name,Company,Industry,No. of Employees,Share,Last Activity,Converted",
  'L1,Ada,ＡＢＣ（中国）,Tech,"1,500",7%,2026-02-10,No', "L2,Ben,Acme  GmbH,,,,2026-05-01,No", "L3,Cho,A：B,Retail,5000,0.65,,No", "L4,Dee,vp sales,ｔｅｃｈ,12,5%,2026-03-31,Yes",
].join("\n");

const rules = [
  rule(1, "Fit", "Industry", "one of", "Tech;;Finance;", 1), rule(2, "Fit", "Industry", "is none of", ";Tech;;", 2, { Group: 5 }), rule(3, "Fit", "Industry", "is", "ＴＥＣＨ", 4), rule(4, "Fit", "Company", "is", "abc(中国)", 8),
  rule(5, "Fit", "Company", "contains", "ＧｍｂＨ", 16), rule(6, "Fit", "Company", "one of", "A：B、Acme  GmbH", 32), rule(7, "Fit", "Employees", "between", "1,000;2,000", 64), rule(8, "Engagement", "Share", "between", "5%;10%", 128),
  rule(9, "Engagement", "Share", "between", "0.5;0.7", 256), rule(10, "Engagement", "Employees", "one of", "1,500;12", 512), rule(11, "Engagement", "Company", "starts with", " ＶＰ", 1024), rule(12, "Engagement", "Employees", "between", "10 - 20", 2048),
  rule(13, "Engagement", "Company", "one of", 'x "y";\nA：B', 4096), rule(14, "Engagement", "Company", "is", "Ａ".repeat(400), 8192),
];

it("give the points that the function gives", () => {
  const plan = scored(csv, { rules });
  const answers = call("LEADSCORE", [wholeTable(plan, "Leads"), wholeTable(plan, "ScoreRules", "Field", "Note")]).map(([score]) => score);
  expect(valuesOf(plan, "LeadScores", "Score")).toEqual(answers);
  expect(answers).toEqual([1 + 4 + 8 + 64 + 128 + 512, 16 + 32, 2 + 32 + 256 + 4096, 1 + 4 + 128 + 512 + 1024 + 2048]);
});

it("count between two days in a column of days", () => {
  const plan = scored(csv, { rules: [rule(1, "Engagement", "Last activity", "between", "2026-01-01;2026-03-31", 5)] });
  expect(valuesOf(plan, "LeadScores", "Score")).toEqual([5, 0, 0, 5]);
});

withOffice("are computed alike in LibreOffice, a group that is a number too", async () => {
  expect(await disagreements(await writeXlsxInNode(scored(csv, { rules: [...rules, rule(15, "Engagement", "Last activity", "between", "2026-01-01;2026-03-31", 5)] })))).toEqual([]);
}, 120_000);

it("are routed by what is typed, a number too", () => {
  const rows = ["Lead ID,Lead Name,Region,Lead Owner", "L1,Ada,2026,", "L2,Ben,7,Kim"].join("\n");
  const plan = scored(rows, { rules: [rule(1, "Fit", "Lead Name", "is not blank", null, 90)], routing: [[2026, 7]] });
  expect(valuesOf(plan, "LeadHandOver", "Suggested owner")).toEqual(["7", "Kim"]);
  // A cell that holds the number would not be found by the text of the export.
  expect([valuesOf(plan, "LeadRouting", "Region, source or industry")[0], valuesOf(plan, "LeadRouting", "Goes to")[0]]).toEqual(["2026", "7"]);
});

/** A table with its headings, from one column to another, as a function gets it. */
function wholeTable(plan: ReturnType<typeof scored>, name: string, from?: string, to?: string): CellValue[][] {
  const { columns, rows } = tableOf(plan, name);
  const at = (header: string | undefined, otherwise: number) => (header === undefined ? otherwise : columns.findIndex((one) => one.name === header));
  const shown = columns.slice(at(from, 0), at(to, columns.length - 1) + 1);
  return [shown.map((column) => column.name), ...Array.from({ length: rows }, (_, row) => shown.map((column) => column.values[row] ?? null))];
}
