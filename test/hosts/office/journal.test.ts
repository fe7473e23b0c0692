// What was typed is in the workbook before anything is written over, and comes back.

import { officeBook } from "../../../src/hosts/office/book";
import { journalParts } from "../../../src/sheets/journal";
import { emptyMemory } from "../../../src/sheets/memory";
import { remembered } from "../../../src/sheets/remembered";
import { inNewExcel } from "./excel";
import { reportOf } from "./reports";
import { differences } from "./written";
import type { StartedExcel } from "../../excel-host/node-bridge";

const file = "hubspot-deals-en.csv";

async function built(): Promise<void> {
  const [planOf, office] = [await reportOf(file), officeBook()];
  await office.render(planOf(await office.recall(remembered)));
}

function inputAt({ book }: StartedExcel, name: string): unknown {
  return book.names.find(({ Name }) => Name === name)!.GetRange().Values?.[0]?.[0];
}

it("knows whether a workbook is ours", () => inNewExcel(async () => {
  expect(await officeBook().look()).toEqual({ isBuilt: false, left: null });
  await built();
  expect(await officeBook().look()).toEqual({ isBuilt: true, left: null });
}));

it("offers back what a run that died had read, and puts it back", () => inNewExcel(async (excel) => {
  await built();
  const typed = excel.book.names.find(({ Name }) => Name === "WindowMonths")!.GetRange();
  typed.Values = [[7]];
  const [planOf, office] = [await reportOf("salesforce-deals-en.csv"), officeBook()];
  const plan = planOf(await office.recall(remembered));
  excel.traffic.reset();
  excel.faults.in(5, "sessionLost", 300);
  await expect(office.render(plan)).rejects.toThrow();
  excel.faults.clear();
  excel.book.names.find(({ Name }) => Name === "WindowMonths")!.GetRange().Values = [[1]];
  const { left } = await officeBook().look();
  expect(left?.memory.inputs.get("WindowMonths")).toBe(7);
  expect(await officeBook().putBack()).toBe(true);
  expect(inputAt(excel, "WindowMonths")).toBe(7);
  expect((await officeBook().look()).left).toBeNull();
}));

it("says when not all could be put back, and goes on keeping it", () => inNewExcel(async (excel) => {
  await built();
  const memory = { ...emptyMemory, inputs: new Map([["WindowMonths", 7], ["NoSuchCell", 8]]) };
  for (const xml of journalParts({ memory, day: "2026-11-23" })) excel.book.CustomXmlParts.Add(xml);
  expect(await officeBook().putBack()).toBe(false);
  expect(inputAt(excel, "WindowMonths")).toBe(7);
  expect((await officeBook().look()).left?.memory.inputs.get("NoSuchCell")).toBe(8);
}));

it("leaves no journal behind when all went well", () => inNewExcel(async ({ book }) => {
  await built();
  await built();
  expect(book.CustomXmlParts.GetByNamespace("urn:salesbook:journal").items).toHaveLength(0);
}));

it("undoes a build: our sheets and names go, the user's stay, what was typed is offered to the next build", () => inNewExcel(async (excel) => {
  const { book, user } = excel;
  await built();
  user.addSheet("Mine");
  book.Names.Add("MyName", "=Mine!$A$1");
  book.names.find(({ Name }) => Name === "WindowMonths")!.GetRange().Values = [[9]];
  const gone = await officeBook().removeBuilt();
  expect(gone).toContain("Setup");
  expect(book.sheets.map(({ Name }) => Name)).toEqual(["Sheet1", "Mine"]);
  expect(book.names.map(({ Name }) => Name)).toEqual(["MyName"]);
  expect((await officeBook().look()).left?.memory.inputs.get("WindowMonths")).toBe(9);
  await built();
  expect(inputAt(excel, "WindowMonths")).toBe(9);
}));

it("keeps what was typed under the day the user's clock shows, whatever the day is in Greenwich", () => inNewExcel(async () => {
  await built();
  const clock = ([["getFullYear", 2031], ["getMonth", 0], ["getDate", 2]] as const).map(([part, value]) => jest.spyOn(Date.prototype, part).mockReturnValue(value));
  await officeBook().removeBuilt().finally(() => clock.forEach((spy) => spy.mockRestore()));
  expect((await officeBook().look()).left?.day).toBe("2031-01-02");
}));

it("adds an empty sheet when none would be left", () => inNewExcel(async ({ book }) => {
  await built();
  book.sheet("Sheet1")!.Delete();
  await officeBook().removeBuilt();
  expect(book.sheets).toHaveLength(1);
}));

it("survives a failure at every sync of a refresh", () => inNewExcel(async (excel) => {
  await built();
  excel.book.names.find(({ Name }) => Name === "WindowMonths")!.GetRange().Values = [[5]];
  const planOf = await reportOf("salesforce-deals-en.csv");
  for (let sync = 1; sync <= 10; sync++) {
    const office = officeBook();
    excel.faults.in(sync, { code: "GeneralException" }, 150);
    await office.recall(remembered).then((memory) => office.render(planOf(memory))).catch(() => undefined);
    excel.faults.clear();
    const memory = await officeBook().recall(remembered);
    expect([sync, memory.inputs.get("WindowMonths")]).toEqual([sync, 5]);
  }
  const office = officeBook();
  const plan = planOf(await office.recall(remembered));
  await office.render(plan);
  expect(differences(excel.book, plan)).toEqual([]);
}), 30_000);

it("leaves a built workbook as it was when a refresh is cancelled, with no journal and no new sheet", () => inNewExcel(async ({ book, session }) => {
  await built();
  const before = book.sheets.map(({ Name }) => Name);
  const stop = new AbortController();
  const request = session.request.bind(session);
  session.request = (text) => {
    if (text.includes("urn:salesbook:journal")) stop.abort();
    return request(text);
  };
  const [planOf, office] = [await reportOf("salesforce-deals-en.csv"), officeBook()];
  const plan = planOf(await office.recall(remembered));
  const cells = book.sheet("Deals")!.GetUsedRange().Values;
  await expect(office.render(plan, { signal: stop.signal })).rejects.toMatchObject({ troubles: [{ kind: "cancelled" }] });
  expect(book.sheets.map(({ Name }) => Name)).toEqual(before);
  expect(book.sheet("Deals")!.GetUsedRange().Values).toEqual(cells);
  expect(book.CustomXmlParts.GetByNamespace("urn:salesbook:journal").items).toHaveLength(0);
}));

it("gives back events and leaves the way of calculating alone, also when it fails", () => inNewExcel(async ({ book, faults }) => {
  book.Application.CalculationMode = "Manual";
  await built();
  faults.in(6, { code: "GeneralException" }, 40);
  await built().catch(() => undefined);
  expect([book.Application.CalculationMode, book._Runtime.EnableEvents]).toEqual(["Manual", true]);
}));
