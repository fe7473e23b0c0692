// Deals in groups, as a rollup holds them.

import { column } from "../../src/formula/column";
import { groupedColumn, groupingOf, type GroupTables } from "../../src/formula/groups";
import type { Question } from "../../src/formula/question";
import type { CellValue } from "../../src/values";

// Five deals: three won by Ann (10, 20.5 and one without an amount) on days 100, 103 and 140, one lost by Bo (7) on day 101, one still open (Ann, 4).
export const values = {
  records: [2, 1, 1, 1], owner: ["Ann", "Ann", "Bo", "Ann"], outcome: ["Won", "Won", "Lost", "Open"],
  closed: [100, 140, 101, null], amount: [30.5, null, 7, 4], known: [2, 0, 1, 1], source: [null, null, null, "Web"],
};

/** Their columns, and the questions asked. */
export function deals(answers: ReadonlyMap<string, number | null> = new Map(), more: Partial<GroupTables> = {}) {
  const of = (header: keyof typeof values) => column<CellValue>("Deals", header, values[header]);
  const bySource = (header: string, some: readonly (string | number)[]) => column("DealsBySource", header, some);
  const asked = new Map<string, Question>();
  const tables: GroupTables = {
    object: "deal",
    tables: [
      {
        records: column("Deals", "records", values.records),
        dimensions: new Map([["owner", of("owner")], ["outcome", of("outcome")], ["closed", of("closed")]]),
        measures: new Map([["amount", { sum: of("amount"), known: column("Deals", "known", values.known) }]]),
      },
      {
        records: column("DealsBySource", "records", [3, 2]), measures: new Map(),
        dimensions: new Map([["source", bySource("source", ["Web", "Fair"])]]),
      },
    ],
    each: new Map((["owner", "outcome", "closed", "amount", "source"] as const).map((field) => [field, of(field)])),
    open: { field: "outcome", is: "open" },
    rawOf: (field, shown) => (field === "outcome" ? shown.toLowerCase() : shown),
    days: new Set(["closed"]), cuts: column("DealsCuts", "day", [90, 120, 150]), answers, asked,
    figures: { table: "RollupFigures", key: "Figure", value: "Value" }, ...more,
  };
  const grouping = groupingOf(tables);
  const grouped = (field: "owner" | "outcome" | "closed" | "amount" | "source") => groupedColumn(of(field), field, grouping);
  return { owner: grouped("owner"), outcome: grouped("outcome"), closed: grouped("closed"), amount: grouped("amount"), source: grouped("source"), asked, grouping, tables };
}
