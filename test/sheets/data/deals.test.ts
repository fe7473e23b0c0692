// The Deals table as an export gives it: how its rows are told apart.

import { writeXlsxInNode } from "../../../src/hosts/xlsx/node";
import { isInstalled } from "../../office";
import { disagreements } from "../../recalculate";
import { planFromCsv } from "../csv-made";
import { columnOf } from "../made";

const withOffice = isInstalled("soffice") ? it : it.skip;

const csv = ["Deal ID,Deal Name,Account Name,Stage,Amount,Owner,Close Date", "D1,one,Acme,Proposal,10,Ann,2026-05-01", ",two,Acme,Proposal,20,Ann,2026-05-01", ",two,Acme,Proposal,30,Bo,2026-05-01", ",,,Proposal,40,Bo,2026-05-01", "5,,,Proposal,50,Bo,2026-05-01", ",D1,,Proposal,60,Bo,2026-05-01"].join("\n");
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
  expect(columnOf(plan, "DealsAtRisk", "Amount")).toEqual([60, 50, 40, 30, 20, 10]);
  expect(await disagreements(await writeXlsxInNode(plan))).toEqual([]);
}, 120_000);
