// What the pane asks of Excel, and what the session hears of it.

import { emptyMemory } from "../../src/sheets/memory";
import { actionsOf } from "../../src/taskpane/actions";
import { createWork } from "../../src/taskpane/core";
import { excelActionsOf } from "../../src/taskpane/excel-actions";
import { sayStranded } from "../../src/taskpane/says";
import { newSession, nextSession, type Session } from "../../src/taskpane/session";
import { textIn } from "../../src/text/language";
import { exportedText } from "../e2e/export";
import { fakeBook, type FakeSetting } from "./fake-book";
import { choice, today } from "./made";

const selection = { name: "Export", sheet: "Sheet1", area: { top: 2, left: 1, bottom: 62, right: 10 }, text: exportedText };

/** A pane without a page. */
function pane(setting: FakeSetting = {}) {
  const [book, work] = [fakeBook({ selection, ...setting }), createWork()];
  let session: Session = newSession("en", today);
  const heard: Session[] = [];
  const tell = (event: Parameters<typeof nextSession>[1]) => {
    session = nextSession(session, event);
    heard.push(session);
  };
  return { book, heard, actions: actionsOf(work, tell), excel: excelActionsOf(book, work, () => today, tell), now: () => session };
}

async function withDeals(setting: FakeSetting = {}) {
  const one = pane(setting);
  await one.actions.open(one.excel.selected());
  return one;
}

function calls({ book }: ReturnType<typeof pane>): string[] {
  return book.calls.map(([method]) => method);
}

it("opens the selected range and knows where it stands", async () => {
  const { now } = await withDeals();
  expect(now().tables).toMatchObject([{ file: "Export", object: "deal", place: { sheet: "Sheet1", row: 2, column: 1 }, rowsKept: 60 }]);
});

it("says that it reads the selection while Excel does", async () => {
  const { heard, now } = await withDeals();
  expect(heard.map(({ busy }) => busy?.kind)).toEqual(["selecting", "opening", undefined]);
  expect(now().busy).toBeNull();
});

it("says what is wrong with a selection", async () => {
  const { now } = await withDeals({ refuses: { selection: [{ kind: "no-selection" }] } });
  expect(now()).toMatchObject({ busy: null, trouble: { kind: "excel", troubles: [{ kind: "no-selection" }] } });
});

it("recalls, plans and renders, and tells how far it is", async () => {
  const one = await withDeals();
  await one.excel.build(choice, false);
  expect(calls(one)).toEqual(["selection", "recall", "render"]);
  expect(one.heard.map(({ busy }) => busy).filter((busy) => busy?.kind === "writing")).toEqual([{ kind: "writing", done: 400, total: 1200 }, { kind: "writing", done: 1200, total: 1200 }]);
  expect(one.now()).toMatchObject({ step: "done", busy: null, built: { file: null } });
});

it("writes in the language of the workbook when it refreshes", async () => {
  const one = await withDeals({ memory: { ...emptyMemory, language: "zh-CN" } });
  await one.excel.build(choice, true);
  expect(one.now()).toMatchObject({ built: { plan: { language: "zh-CN" } }, news: { kind: "refreshed" } });
});

it("says which comments stand beside other rows, and how many more", async () => {
  const stranded = [{ sheet: "Deals", at: "B2", to: "B3" }, { sheet: "Deals", at: "C4", to: null }, ...Array.from({ length: 9 }, (_, row) => ({ sheet: "Deals", at: `D${row + 5}`, to: "D2" }))];
  const one = await withDeals({ stranded });
  await one.excel.build(choice, true);
  const said = sayStranded(one.now().built?.stranded ?? [], textIn("en"));
  for (const part of ["“Deals” B2 (belongs at B3)", "“Deals” C4 (its row is not in the export any more)", "3 more"]) expect(said).toContain(part);
  expect(said).not.toContain("D12");
});

it("stops a build that is cancelled, and keeps the tables", async () => {
  const one = await withDeals({ endless: true });
  const building = one.excel.build(choice, false);
  await until(() => one.now().busy?.kind === "writing");
  one.excel.cancel();
  await building;
  expect(one.now()).toMatchObject({ built: null, busy: null, trouble: { kind: "excel", troubles: [{ kind: "cancelled" }] }, tables: [{ file: "Export" }] });
});

it("begins no second build beside the first", async () => {
  const one = await withDeals({ endless: true });
  const building = one.excel.build(choice, false);
  await until(() => one.now().busy?.kind === "writing");
  await one.excel.build(choice, true);
  expect([one.now().busy?.kind, calls(one).filter((call) => call === "render")]).toEqual(["writing", ["render"]]);
  one.excel.cancel();
  await building;
  expect(one.now().busy).toBeNull();
});

it("writes nothing when it is cancelled before the plan is made", async () => {
  const one = await withDeals();
  const building = one.excel.build(choice, false);
  one.excel.cancel();
  await building;
  expect(calls(one)).not.toContain("render");
});

it("tells every trouble Excel has with a build", async () => {
  const troubles = [{ kind: "protected-sheet", sheet: "Goals" }, { kind: "filtered", sheet: "Deals", table: "Deals" }] as const;
  const one = await withDeals({ refuses: { render: troubles } });
  await one.excel.build(choice, false);
  expect(one.now().trouble).toEqual({ kind: "excel", troubles });
});

it("compares without writing", async () => {
  const one = await withDeals();
  await one.excel.compare(choice);
  expect(calls(one)).toEqual(["selection", "recall"]);
  expect(one.now().changes).toMatchObject({ since: null });
});

it("looks whether the workbook is ours and what was left in it", async () => {
  const one = pane({ state: { isBuilt: true, left: { memory: emptyMemory, day: "2026-11-20" } } });
  await one.excel.look();
  expect(one.now()).toMatchObject({ place: "refresh", book: { isBuilt: true, leftOn: "2026-11-20" } });
  await one.excel.putBack();
  expect(one.now()).toMatchObject({ book: { leftOn: null }, news: { kind: "putBack" } });
});

it("goes on offering what could not be put back, and says so", async () => {
  const one = pane({ putsAllBack: false, state: { isBuilt: true, left: { memory: emptyMemory, day: "2026-11-20" } } });
  await one.excel.look();
  await one.excel.putBack();
  expect(one.now()).toMatchObject({ book: { leftOn: "2026-11-20" }, news: { kind: "putBack", isWhole: false } });
});

it("replaces the people of every table of ours, under its headers in either language", async () => {
  const one = pane();
  await one.excel.anonymise("Person");
  const [, columns] = one.book.calls[0] ?? [];
  expect(columns).toEqual(expect.arrayContaining([{ table: "Deals", column: "Owner" }, { table: "Deals", column: "负责人" }, { table: "Leads", column: "E-mail" }, { table: "Leads", column: "Name" }]));
  expect(columns).not.toContainEqual({ table: "Deals", column: "Name" });
});

it.each(["freeze", "addNames", "repair"] as const)("tells how many cells or names %s has changed", async (deed) => {
  const one = pane();
  await one.excel[deed]();
  expect(one.now().news).toMatchObject({ count: expect.any(Number) });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((next) => setImmediate(next));
}
