// The Deals table as an export gives it: how its rows are told apart.

import { writeXlsxInNode } from "../../../src/hosts/xlsx/node";
import { emptyMemory } from "../../../src/sheets/memory";
import { isInstalled } from "../../office";
import { disagreements } from "../../recalculate";
import { planFromCsv } from "../csv-made";
import { columnOf } from "../made";

const withOffice = isInstalled("soffice") ? it : it.skip;

const csv = ["Deal ID,Deal Name,Account Name,Stage,Amount,Owner,Close Date", "D1,one,Acme,Proposal,10,Ann,2026-05-01", ",two,Acme,Proposal,20,Ann,", ",two,Acme,Proposal,30,Bo,", ",,,Proposal,40,Bo,2026-05-01", "5,,,Proposal,50,Bo,2026-05-01", ",D1,,Proposal,60,Bo,2026-05-01"].join("\n");
const plan = planFromCsv({ csv: { deal: csv }, asOf: "2026-06-01", sheet: "quality" });

it("gives each deal without an id a key of its own where others have one", () => {
  expect(columnOf(plan, "Deals", "Record ID")).toEqual(["D1", "two · Acme", "two · Acme #2", "5 #2", "5", "D1 #2"]);
});

it("follows each of them from one snapshot to the next", () => {
  expect(columnOf(plan, "Snapshots", "Record ID")).toEqual(["D1", "two · Acme", "two · Acme #2", "5 #2", "5", "D1 #2"]);
});

withOffice("LibreOffice finds each of them in its row", async () => {
  const lacking = columnOf(plan, "DealsAtRisk", "Record ID");
  expect(new Set(lacking).size).toBe(lacking.length);
  expect(columnOf(plan, "DealsAtRisk", "Amount")).toEqual([60, 50, 40, 30, 20]);
  expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 120_000);

withOffice("LibreOffice weighs deals by their own probability, else by that of their stage", async () => {
  const rows = ["Deal ID,Deal Name,Stage,Amount,Probability (%),Owner,Close Date,Created Date", "1,a,Proposal,100,90%,Ann,2026-06-20,2026-01-01", "2,b,Proposal,40,,Bo,2026-07-20,2026-01-01", "3,c,Closed Won,50,100%,Bo,2026-05-01,2026-01-01", "4,d,A*,30,,>5,2026-06-10,2026-01-01"];
  const stages = new Map([["Stages", { columns: ["Stage", "Outcome", "Probability"], rows: [["Proposal", "Open", 0.5], ["A*", "Open", 0.1], ["Closed Won", "Won", 1]] }]]);
  const weighed = planFromCsv({ csv: { deal: rows.join("\n") }, asOf: "2026-06-01", sheet: "dashboard", memory: { ...emptyMemory, tables: stages } });
  // 100 × 0.9 + 40 × 0.5 + 30 × 0.1
  expect(columnOf(weighed, "Measures", "Value")).toContain(113);
  expect(await disagreements(await writeXlsxInNode(weighed))).toEqual([]);
}, 120_000);
