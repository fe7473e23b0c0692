import type { Recognition } from "../../src/crm/reading";
import { remapped } from "../../src/taskpane/actions";
import { choiceOf, sortedFindings } from "../../src/taskpane/choices";
import { newSession, nextSession, reachable, type Session, type SessionEvent } from "../../src/taskpane/session";
import type { Built, Imported } from "../../src/taskpane/work";
import type { Day } from "../../src/values";

const today = 46_349 as Day;
const start = newSession("en", today);
const deals = table("1", "deal");
const leads = table("2", "lead");
const built = { plan: { sheets: [] }, formulas: 0, file: new Uint8Array() } as unknown as Built;

function table(id: string, object: Imported["object"]): Imported {
  const recognition: Recognition = { object, crm: "pipedrive", confidence: 1, matched: 1, columns: 2, mapping: { name: "Title" } };
  return {
    id, object, recognition, isSure: true, file: `${id}.csv`, mapping: recognition.mapping, fields: ["name"], columns: [], rowsRead: 3, rowsKept: 2, filled: [], place: null, dateOrders: {}, currencies: [], evidence: { signs: [], known: [], hasItsValues: false, forObject: [] },
    findings: [
      { kind: "footer", row: 9, column: null, found: null, count: 1, rows: [9] },
      { kind: "unreadable", row: 4, column: "Value", found: "n/a", count: 2, rows: [4] },
    ],
  };
}

function after(...events: SessionEvent[]): Session {
  return events.reduce(nextSession, start);
}

const open = (...tables: Imported[]): SessionEvent => ({ type: "opened", file: "a.csv", tables });

it("starts with the data and nothing else to go to", () => {
  expect([...reachable(start)]).toEqual(["data"]);
});

it("opens the check once there is a table, and the build once there are deals", () => {
  expect([...reachable(after(open(leads)))]).toEqual(["data", "check"]);
  expect([...reachable(after(open(leads), open(deals)))]).toEqual(["data", "check", "build"]);
});

it("does not go to a step that is not open", () => {
  expect(after({ type: "stepChosen", step: "done" }).step).toBe("data");
});

it("shows the workbook as soon as it is built", () => {
  const session = after(open(deals), { type: "built", built });
  expect([session.step, session.built]).toEqual(["done", built]);
});

it.each<[string, SessionEvent]>([
  ["a table more", open(leads)],
  ["a table less", { type: "removed", id: "1" }],
  ["a corrected mapping", { type: "corrected", table: deals, filled: null }],
  ["another wish", { type: "wished", wishes: { goals: "manufacturer" } }],
])("drops the built workbook after %s", (_, event) => {
  expect(after(open(deals), { type: "built", built }, event).built).toBeNull();
});

it("keeps the built workbook when only the pane's language changes", () => {
  expect(after(open(deals), { type: "built", built }, { type: "languageChosen", language: "zh-CN" }).built).toBe(built);
});

it("keeps tables and wishes when something fails", () => {
  const session = after(open(deals), { type: "failed", trouble: { kind: "unexpected", said: "out of memory" } });
  expect([session.tables, session.trouble?.kind, session.busy]).toEqual([[deals], "unexpected", null]);
});

it("shows a correction at once, before the table is read again", () => {
  const session = after(open(deals), { type: "correcting", id: "1", correction: { object: "deal", mapping: { owner: "Title" }, filled: [], dateOrders: {} } });
  expect([session.tables[0]?.mapping, session.busy?.kind]).toEqual([{ owner: "Title" }, "reading"]);
});

it("builds in the language of the pane until another is chosen", () => {
  expect(choiceOf(after({ type: "languageChosen", language: "zh-CN" }))?.language).toBe("zh-CN");
  expect(choiceOf(after({ type: "wished", wishes: { language: "zh-CN" } }))?.language).toBe("zh-CN");
});

it("cannot build without a day or without a sheet", () => {
  expect(choiceOf(after({ type: "wished", wishes: { asOf: null } }))).toBeNull();
  expect(choiceOf(after({ type: "wished", wishes: { sheets: [] } }))).toBeNull();
});

it("tells rows left out from what to check", () => {
  const { leftOut, toCheck } = sortedFindings(deals);
  expect([leftOut.map(({ kind }) => kind), toCheck.map(({ kind }) => kind)]).toEqual([["footer"], ["unreadable"]]);
});

it("gives a column one field and a field one column", () => {
  expect(remapped({ name: "Title", owner: "Rep" }, "Title", "owner")).toEqual({ owner: "Title" });
  expect(remapped({ name: "Title" }, "Title", null)).toEqual({});
});
