// Days of deals in their stages, and completeness among the tables, by hand.

import { column } from "../../src/formula/column";
import { stageTimes } from "../../src/metrics/stage-times";
import { metricTables } from "../../src/cli/metric-tables";
import { made } from "../sheets/made";

it("adds up the stays of a deal in a stage, of the deals that count, and leaves out what does not tell", () => {
  const stays = { deal: ["A", "A", "B", "C", "A", null, "B", "B", "D", "E"], stage: ["Lead", "lead", "LEAD", "Lead", "Demo", "Lead", null, "Lead", "Lead", "Lead"], days: [2, 3, 10, 99, 4, 50, 60, null, 0, null] };
  expect(Object.fromEntries(stageTimes(stays, (deal) => deal !== "C"))).toEqual({ lead: { deals: 3, mean: 5, median: 5 }, demo: { deals: 1, mean: 4, median: 4 } });
  expect(Object.fromEntries(stageTimes({ deal: ["A", "B"], stage: ["Lead", "Lead"], days: [1, 4] }, () => true))).toEqual({ lead: { deals: 2, mean: 2.5, median: 2.5 } });
});

it("lists how complete each column is", () => {
  const { model } = made({ asOf: "2026-06-30", stages: [["Lead", "open"], ["Won", "won"]], deals: [{ stage: "Lead" }, { stage: "Won", outcome: "won" }] });
  const of = (header: string, values: readonly (string | null)[], notYetStages: readonly string[] = []) => ({ kind: "deal", object: "Deals", header, column: column("Deals", header, values), notYetStages }) as const;
  expect(metricTables({ ...model, completeness: [of("Closed", [null, "x"], ["Lead"]), of("Name", ["a", "b"]), of("None", [])] }).completeness).toEqual([
    { object: "deal", column: "Closed", filled: 0.5, missing: 1, notYet: 1 }, { object: "deal", column: "Name", filled: 1, missing: 0, notYet: 0 }, { object: "deal", column: "None", filled: null, missing: 0, notYet: 0 },
  ]);
});

it("orders the stages of the window by amount, then by deals, those without an amount last", () => {
  const won = (stage: string, amount?: number) => ({ stage, outcome: "won", closed: "2026-06-01", ...(amount === undefined ? {} : { amount }) }) as const;
  const { model } = made({ asOf: "2026-06-30", stages: [["Few", "won"], ["Large", "won"], ["None", "won"], ["Many", "won"]], deals: [won("None"), won("Few", 5), won("Many", 2), won("Many", 3), won("Large", 9)] });
  expect(metricTables(model)["window-by-stage"].map(({ stage }) => stage)).toEqual(["Large", "Many", "Few", "None"]);
});
