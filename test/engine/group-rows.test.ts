// The plain grouper itself, by a table small enough to check by eye.

import { readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { dayOfIso, type Day } from "../../src/values";
import { tableOf } from "../crm/tables";
import { answerRows, groupRows } from "./group-rows";

const day = (iso: string): Day => dayOfIso(iso)!;

const deals = readExport(
  tableOf(["Opportunity ID", "Owner", "Stage", "Amount", "Created Date", "Close Date", "Notes"], [
    ["1", "Ivy", "Closed Won", "100.10", "2026-01-01", "2026-02-03", "a"],
    ["2", "Ivy", "Closed Won", "200.20", "2026-01-05", "2026-02-01", ""],
    ["3", "Ivy", "Closed Won", "", "2026-01-06", "2026-02-20", "b"],
    ["4", "Ivy", "Closed Lost", "50", "2026-01-06", "2026-02-20", "c"],
    ["5", "Max", "Prospecting", "70", "2026-01-07", "2026-05-20", "d"],
  ]),
  { object: "deal" },
) as Import<"deal">;

it("groups closed deals by month cut at the breaks, and keeps open ones", () => {
  const { reading } = groupRows(deals, { breaks: [day("2026-02-10")], limits: { newestWon: 0 } });
  const { columns, groups } = reading;
  expect(reading.count).toBe(4);
  expect(groups!.records).toEqual([1, 2, 1, 1]);
  expect(columns.id).toEqual(["5", null, null, null]);
  expect(columns.closed.slice(1)).toEqual([day("2026-02-01"), day("2026-02-20"), day("2026-02-20")]);
  expect(columns.amount).toEqual([70, 300.3, null, 50]);
  expect(groups!.measures["amount"]).toEqual({ sum: [70, 300.3, null, 50], known: [1, 2, 0, 1] });
  expect(groups!.measures["cycle"]!.sum).toEqual([null, 60, 45, 45]);
  expect(groups!.filled.filter(({ header }) => header === "Notes")).toEqual([
    { header: "Notes", stage: "Closed Won", records: 3, filled: 2 }, { header: "Notes", stage: "Closed Lost", records: 1, filled: 1 }, { header: "Notes", stage: "Prospecting", records: 1, filled: 1 },
  ]);
  expect(groups!.eachOpen).toBe(true);
});

it("gives a table of its own to what would make too many rows, and leaves out what is too much even then", () => {
  const { groups } = groupRows(deals, { breaks: [], limits: { rows: 3, newestWon: 0, more: 4 } }).reading;
  expect(groups!.records).toEqual([1, 3, 1]);
  expect(groupRows(deals, { breaks: [], limits: { rows: 3, newestWon: 3, open: 0 } }).reading.groups!.eachOpen).toBe(false);
});

it("answers counts, sums and medians", () => {
  const where = [{ field: "outcome", operator: "is" as const, operand: "won", isDay: false }];
  const answers = answerRows(deals, [
    { object: "deal", ask: "count", field: null, where },
    { object: "deal", ask: "sum", field: "amount", where },
    { object: "deal", ask: "median", field: "cycle", where },
    { object: "deal", ask: "highest", field: "amount", where: [{ field: "owner", operator: "is", operand: "nobody", isDay: false }] },
  ]);
  expect([...answers.values()]).toEqual([3, 300.3, 33, null]);
  expect([...answers.keys()][2]).toBe("deal median cycle|outcome=won");
});
