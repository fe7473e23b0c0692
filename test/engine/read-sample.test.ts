import type { Engine, EngineTable } from "../../src/engine/engine";
import { readSample } from "../../src/engine/read-sample";
import { ungroupedFields } from "../../src/engine/rollups/definition";
import { dealRollup } from "../../src/engine/rollups/deal";
import { issues } from "../../src/text/en/issues";

const table: EngineTable = {
  name: "crm.deals", path: ["crm", "deals"], unreadable: [],
  columns: [{ name: "Opportunity ID", type: "text" }, { name: "Stage", type: "text" }, { name: "Amount", type: "text" }, { name: "Close Date", type: "text" }, { name: "Probability (%)", type: "number" }],
  sample: [["1", "Closed Won", "1,200.50", "2026-01-05", "100"], ["2", "Closed Lost", "900", "2026-02-05", "0"]],
};

it("says of amounts and days that are text in the database how a view casts them", () => {
  const { columns, issues: found } = readSample({} as Engine, table, { object: "deal" });
  expect([...columns.keys()].sort()).toEqual(["id", "probability", "stage"]);
  expect(found.map(({ kind, column, found: cast }) => [kind, column, cast]).sort()).toEqual([
    ["other-type", "Amount", 'CAST("Amount" AS DECIMAL(18, 4)) AS "Amount"'],
    ["other-type", "Close Date", 'CAST("Close Date" AS DATE) AS "Close Date"'],
  ]);
  expect(issues["other-type"](found.find(({ column }) => column === "Amount")!)).toContain('“Amount” is of another type in the database than its figures need. Make a view that has CAST("Amount" AS DECIMAL(18, 4)) AS "Amount"');
});

it("names no ids and names among the fields that are in no group", () => {
  expect(ungroupedFields(dealRollup, new Set(["id", "name", "description", "stage", "amount", "nextStep"]))).toEqual(["nextStep"]);
});
