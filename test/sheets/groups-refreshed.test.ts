// A workbook from rows becomes one from groups and back: nothing typed is lost, and it says what it is counted from.

import { recallXlsx } from "../../src/hosts/xlsx/recall";
import { writeXlsxInNode } from "../../src/hosts/xlsx/node";
import { breaksOf } from "../../src/sheets/breaks";
import type { Import } from "../../src/sheets/data/import";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import type { SheetPlan, WorkbookPlan } from "../../src/sheets/plan";
import { remembered } from "../../src/sheets/remembered";
import type { CellValue } from "../../src/values";
import { answerRows, groupRows } from "../engine/group-rows";
import { plannedWithAnswers } from "../engine/same-numbers";
import { everything, everythingAsOf, small } from "../everything";

const [deals] = everything("en", { ...small, deal: 300 }).filter(({ recognition }) => recognition.object === "deal") as readonly Import<"deal">[];
const grouped = groupRows(deals!, { breaks: breaksOf(emptyMemory, everythingAsOf), limits: { rows: 240, newestWon: 20 } });

function planOf(one: Import<"deal">, memory: Memory = emptyMemory): WorkbookPlan {
  const input = { memory, asOf: everythingAsOf, language: "en", sheets: ["winLoss", "quality"], withoutLog: true, imports: [one as Import] } as const;
  return plannedWithAnswers(input, (questions) => answerRows(deals!, questions)).plan;
}

const recalled = async (plan: WorkbookPlan) => recallXlsx(await writeXlsxInNode(plan), remembered);

/** What the user types: a card, a stay, and a column of its own beside the deals. */
function typedIn(memory: Memory, deals: SheetPlan): Memory {
  const table = deals.tables[0]!;
  const id = table.columns.find(({ name }) => name === "Record ID" || name.endsWith("ID"))!;
  const cards = memory.tables.get("Battlecards")!;
  const strengths = cards.columns.indexOf("Their strengths");
  const marked = { columns: [id.name, "My view"], rows: id.values.map((value): readonly CellValue[] => [value, value === null ? null : `view of ${String(value)}`]).filter(([value]) => value !== null), ours: table.columns.map(({ name }) => ({ name, field: null })) };
  return {
    ...memory,
    inputs: new Map([...memory.inputs, ["NoActivityDays", 17]]),
    tables: new Map([...memory.tables, ["Battlecards", { ...cards, rows: cards.rows.map((row, at) => (at === 0 ? row.map((cell, column) => (column === strengths ? "cheap" : cell)) : row)) }], ["Deals", marked as never]]),
  };
}

function columnOf(plan: WorkbookPlan, table: string, name: string): readonly CellValue[] {
  return plan.sheets.flatMap(({ tables }) => tables).find((one) => one.name === table)?.columns.find((one) => one.name === name)?.values ?? [];
}

it("keeps what was typed from rows to groups and back", async () => {
  const first = planOf(deals!);
  const typed = typedIn(await recalled(first), first.sheets.find(({ id }) => id === "deal")!);
  const rows = planOf(deals!, typed);
  expect(columnOf(rows, "Deals", "My view").filter((value) => value !== null)).toHaveLength(300);
  const groups = planOf(grouped, await recalled(rows));
  const kept = grouped.reading.columns.id.filter((id) => id !== null).length;
  expect(kept).toBeLessThan(300);
  const views = columnOf(groups, "Deals", "My view");
  const ids = groups.sheets.flatMap(({ tables }) => tables).find(({ name }) => name === "Deals")!.columns.find(({ name }) => name.endsWith("ID"))!.values;
  expect(views.filter((value) => value !== null)).toHaveLength(kept);
  expect(views.every((value, row) => value === null || value === `view of ${String(ids[row])}`)).toBe(true);
  const back = planOf(deals!, await recalled(groups));
  expect(columnOf(back, "Deals", "My view").filter((value) => value !== null)).toHaveLength(300);
  expect(columnOf(back, "Battlecards", "Their strengths")[0]).toBe("cheap");
  expect((await recalled(back)).inputs.get("NoActivityDays")).toBe(17);
});

const textsOf = (plan: WorkbookPlan, id: string) => plan.sheets.find((sheet) => sheet.id === id)!.cells.map(({ value }) => String(value ?? "")).join("\n");

it("says on Start and Definitions what figures are counted from, and which fields are in no group", () => {
  const origin = { engine: "ClickHouse 24.8", place: "analyst@warehouse:8443/crm", at: "2026-11-28T12:05:09Z", statement: `select ${"x".repeat(9_000)} end` };
  const plan = planOf({ ...grouped, reading: { ...grouped.reading, groups: { ...grouped.reading.groups!, origin } } } as Import<"deal">);
  expect(textsOf(plan, "start")).toContain("ClickHouse 24.8 made the groups of analyst@warehouse:8443/crm on 2026-11-28 12:05 UTC");
  expect(textsOf(plan, "start")).toContain("Next Step");
  expect(textsOf(plan, "start")).toContain("300 records in groups");
  expect(textsOf(plan, "definitions").replace(/\s/g, "")).toContain(origin.statement.replaceAll(" ", ""));
  expect(textsOf(planOf(deals!), "start")).not.toContain("groups");
});

it("says on Start when the data end, as the workbook of the rows does", () => {
  const said = /The newest close date in the data is \d{4}-\d{2}-\d{2}/;
  const [ofRows] = said.exec(textsOf(planOf(deals!), "start"))!;
  expect(said.exec(textsOf(planOf(grouped), "start"))?.[0]).toBe(ofRows);
});

it("takes no other as-of day than that of the groups", () => {
  const of = (plan: WorkbookPlan) => plan.sheets.find(({ id }) => id === "setup")!.validations.find(({ prompt }) => /groups cut at this day|A date/.test(prompt ?? ""));
  expect(of(planOf(grouped))).toMatchObject({ kind: "number", min: everythingAsOf, max: everythingAsOf, error: expect.stringContaining("Refresh") });
  expect(of(planOf(deals!))).toMatchObject({ kind: "day" });
});
