// The work of the pane, in one thread.

import { utils, write } from "@e965/xlsx";
import { emptyMemory, type Memory } from "../../src/sheets/memory";
import { sheetsWished } from "../../src/taskpane/choices";
import { createWork } from "../../src/taskpane/core";
import { newSession } from "../../src/taskpane/session";
import type { Imported, Work } from "../../src/taskpane/work";
import { dayOfIso, type Day } from "../../src/values";
import { exportedBefore, exportedText } from "../e2e/export";
import { memoryOf } from "./fake-book";
import { choice, pasted, today } from "./made";

const open = [
  "Deal name\tAccount\tOwner\tStage\tAmount\tClose date", "A\tContoso\tAnn\tWon\t5\t03/04/2026", "B\t\tAnn\tWon\tn/a\t05/06/2026", "C\t\tBob\tLost\tn/a\t01/02/2026",
  "D\tFabrikam\tBob\tLost\t8\t01/02/2026", "E\t\tBob\tLost\t8\t01/02/2026", "F\t\tBob\tLost\t8\t01/02/2026",
].join("\n");

async function opened(work: Work, text: string): Promise<Imported> {
  const result = await work.open(pasted(text));
  const [first] = "tables" in result ? result.tables : [];
  if (!first) throw new Error("not a table");
  return first;
}

function why(table: Imported, column: string) {
  return table.columns.find(({ header }) => header === column)?.why;
}

it("says how sure each column is, and that the user chose one", async () => {
  const work = createWork();
  const table = await opened(work, exportedText);
  expect(why(table, "Deal - Stage")).toMatchObject({ kind: "crm-header" });
  expect(why(table, "Colleague")).toBeNull();
  const corrected = await work.correct(table.id, { ...table, mapping: { ...table.mapping, owner: "Colleague" } });
  expect(why(corrected, "Colleague")).toEqual({ kind: "said", confidence: 1 });
});

it("suggests the sheets the command line builds from the same exports", async () => {
  const entered = ["Record ID\tDeal Name\tDeal Stage\tAmount\tDate entered \"Demo (Sales Pipeline)\"", "1\tA\tDemo\t5\t2026-01-02", "2\tB\tDemo\t6\t2026-01-03"].join("\n");
  const wished = async (text: string) => sheetsWished({ ...newSession("en", today), tables: [await opened(createWork(), text)] });
  expect((await wished(entered)).includes("history")).toBe(true);
  expect((await wished(exportedText)).includes("history")).toBe(false);
});

it("asks for the order of day and month until it is said", async () => {
  const work = createWork();
  const table = await opened(work, open);
  expect(table.findings.find(({ kind }) => kind === "date-order-assumed")).toMatchObject({ column: "Close date" });
  const said = await work.correct(table.id, { ...table, dateOrders: { "Close date": "dmy" } });
  expect(said.findings.filter(({ kind }) => kind === "date-order-assumed")).toEqual([]);
  expect(said.dateOrders).toEqual({ "Close date": "dmy" });
});

it("fills down once it is said", async () => {
  const work = createWork();
  const table = await opened(work, open);
  const filled = await work.correct(table.id, { ...table, filled: ["Account"] });
  expect([table, filled].map(({ findings }) => findings.some(({ kind }) => kind === "merged-blanks"))).toEqual([true, false]);
});

it("names the lines of a finding, also of one that only counts its cells, and shows one", async () => {
  const work = createWork();
  const table = await opened(work, open);
  const lines = (column: string, kind: string) => table.findings.find((one) => one.column === column && one.kind === kind)?.rows;
  expect([lines("Amount", "placeholder"), lines("Account", "missing"), lines("Account", "merged-blanks")]).toEqual([[3, 4], [3, 4, 6, 7], [3, 4, 6, 7]]);
  expect((await work.line(table.id, 3))?.cells[0]).toEqual({ header: "Deal name", value: "B" });
});

it("writes the chosen currency and fiscal year where the workbook keeps them", async () => {
  const work = createWork();
  await opened(work, open);
  const plan = await work.plan({ ...choice, currency: "EUR", fiscalYearStart: 4 }, { ...emptyMemory, inputs: new Map([["Currency", "USD"]]) });
  const setup = plan.sheets.find(({ id }) => id === "setup");
  const typed = (name: string) => {
    const area = plan.names.find((one) => one.name === name)?.area;
    return setup?.cells.find(({ row, column }) => row === area?.top && column === area.left)?.value;
  };
  expect([plan.currency, typed("Currency"), typed("FiscalYearStart")]).toEqual(["EUR", "EUR", 4]);
});

describe("with a workbook built a week before", () => {
  async function lastWeek(correct: (table: Imported) => Partial<Imported> = () => ({})): Promise<Memory> {
    const work = createWork();
    const table = await opened(work, exportedBefore);
    await work.correct(table.id, { ...table, ...correct(table) });
    return memoryOf(await work.plan({ ...choice, asOf: dayOfIso("2026-11-16") as Day }, emptyMemory));
  }

  it("tells what changed since, and writes nothing", async () => {
    const work = createWork();
    await opened(work, exportedText);
    const changed = await work.changes({ ...choice, asOf: dayOfIso("2026-11-23") as Day }, await lastWeek());
    const { kinds } = changed?.changes ?? {};
    expect([kinds?.new.count, kinds?.slipped.count, kinds?.movedOn.count, kinds?.won.count, kinds?.lost.count]).toEqual([3, 1, 1, 2, 1]);
  });

  it("reads the columns as they were read then", async () => {
    const work = createWork();
    const memory = await lastWeek((table) => ({ mapping: { ...table.mapping, team: "Colleague" } }));
    const table = await opened(work, exportedText);
    const [again] = await work.remember(memory);
    expect([table.mapping["team"], again?.mapping["team"]]).toEqual([undefined, "Colleague"]);
    expect((await opened(work, exportedText)).mapping["team"]).toBe("Colleague");
  });

  it("does not undo what the user has corrected since", async () => {
    const work = createWork();
    const table = await opened(work, exportedText);
    await work.correct(table.id, { ...table, mapping: { ...table.mapping, owner: "Colleague" } });
    expect(await work.remember(await lastWeek((old) => ({ mapping: { ...old.mapping, team: "Colleague" } })))).toEqual([]);
  });
});

it("opens each sheet of records of a workbook as a table of its own, and names the others", async () => {
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Deal ID", "Deal Name", "Stage", "Amount"], ["D1", "A", "Closed Won", 5], ["D2", "B", "Proposal", 6]]), "Deals");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Activity ID", "Subject", "Type", "Activity Date"], ["A1", "Call", "Call", "2026-04-01"]]), "Activities");
  utils.book_append_sheet(book, utils.aoa_to_sheet([["Sales report"], ["Made by Ivy"]]), "Cover");
  const work = createWork();
  const result = await work.open({ name: "crm.xlsx", bytes: new Uint8Array(write(book, { type: "array", bookType: "xlsx" }) as ArrayBuffer), html: null, text: null });
  const tables = "tables" in result ? result.tables : [];
  expect(tables.map(({ file, object, rowsKept }) => [file, object, rowsKept])).toEqual([["crm.xlsx (Deals)", "deal", 2], ["crm.xlsx (Activities)", "activity", 1]]);
  expect(tables[0]!.findings).toContainEqual(expect.objectContaining({ kind: "sheet-unknown", found: "Cover" }));
  expect((await work.line(tables[1]!.id, 2))?.cells[1]).toEqual({ header: "Subject", value: "Call" });
});
