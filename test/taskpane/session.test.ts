import { choiceOf, sortedFindings } from "../../src/taskpane/choices";
import { remapped } from "../../src/taskpane/actions";
import { newSession, nextSession, reachable, type Session, type SessionEvent } from "../../src/taskpane/session";
import type { Built, Imported } from "../../src/taskpane/work";
import type { Day } from "../../src/values";
import { table, today } from "./made";

const start = newSession("en", today);
const deals = table("1", "deal");
const leads = table("2", "lead");
const built = { plan: { sheets: [] }, formulas: 0, file: new Uint8Array() } as unknown as Built;

function after(...events: SessionEvent[]): Session {
  return events.reduce(nextSession, start);
}

const isBuilt: SessionEvent = { type: "built", built, isRefresh: false };
const isRefreshed: SessionEvent = { type: "built", built, isRefresh: true };
const building: SessionEvent = { type: "started", busy: { kind: "planning", done: 0, total: 0 } };
const open = (...tables: Imported[]): SessionEvent => ({ type: "opened", file: "a.csv", tables, replaced: [] });

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
  const session = after(open(deals), isBuilt);
  expect([session.step, session.built]).toEqual(["done", built]);
});

it.each<[string, SessionEvent]>([
  ["a table more", open(leads)],
  ["a table less", { type: "removed", id: "1" }],
  ["a corrected mapping", { type: "corrected", table: deals, filled: null }],
  ["another wish", { type: "wished", wishes: { template: "manufacturing" } }],
])("drops the built workbook after %s", (_, event) => {
  expect(after(open(deals), isBuilt, event).built).toBeNull();
});

it("keeps the built workbook when only the pane's language changes", () => {
  expect(after(open(deals), isBuilt, { type: "languageChosen", language: "zh-CN" }).built).toBe(built);
});

it("keeps tables and wishes when something fails", () => {
  const session = after(open(deals), { type: "failed", trouble: { kind: "unexpected", said: "out of memory" } });
  expect([session.tables, session.trouble?.kind, session.busy]).toEqual([[deals], "unexpected", null]);
});

describe("during a build", () => {
  const trouble = { kind: "unexpected", said: "out of memory" } as const;

  it.each<[string, SessionEvent]>([
    ["a table is brought in", open(leads)],
    ["the workbook's own mapping is read", { type: "reread", tables: [deals] }],
    ["an example is copied", { type: "happened", news: { kind: "copied" } }],
    ["something else fails", { type: "failed", trouble }],
    ["a comparison begins", { type: "started", busy: { kind: "comparing" } }],
    ["a comparison ends", { type: "compared", changes: null }],
  ])("is still building when %s", (_, event) => {
    expect(after(open(deals), building, event).busy).toEqual({ kind: "planning", done: 0, total: 0 });
  });

  it("tells how far it is", () => {
    expect(after(open(deals), building, { type: "started", busy: { kind: "writing", done: 400, total: 1200 } }).busy).toMatchObject({ done: 400 });
  });

  it("ends when it is built, or cannot be", () => {
    expect(after(open(deals), building, isBuilt)).toMatchObject({ busy: null, built });
    expect(after(open(deals), building, { type: "notBuilt", trouble })).toMatchObject({ busy: null, trouble, tables: [deals] });
  });
});

it("shows a correction at once, before the table is read again", () => {
  const session = after(open(deals), { type: "correcting", id: "1", correction: { object: "deal", mapping: { owner: "Title" }, filled: [], dateOrders: {} } });
  expect([session.tables[0]?.mapping, session.busy?.kind]).toEqual([{ owner: "Title" }, "reading"]);
});

it("builds in the language of the pane until another is chosen", () => {
  expect(choiceOf(after({ type: "languageChosen", language: "zh-CN" }))?.language).toBe("zh-CN");
  expect(choiceOf(after({ type: "wished", wishes: { language: "zh-CN" } }))?.language).toBe("zh-CN");
});

it("builds for the day that has come meanwhile, unless another was chosen", () => {
  const tomorrow = (today + 1) as Day;
  const dayCame: SessionEvent = { type: "dayCame", today: tomorrow };
  expect(choiceOf(after(dayCame))?.asOf).toBe(tomorrow);
  expect(choiceOf(after(dayCame, { type: "dayCame", today: (today + 2) as Day }))?.asOf).toBe(today + 2);
  expect(choiceOf(after({ type: "wished", wishes: { asOf: (today - 7) as Day } }, dayCame))?.asOf).toBe(today - 7);
  expect(after(open(deals), isBuilt, dayCame).built).toBe(built);
  const building: SessionEvent = { type: "started", busy: { kind: "writing", done: 0, total: 9 } };
  expect(choiceOf(after(building, dayCame))?.asOf).toBe(today);
  expect(after({ type: "dayCame", today })).toEqual(after());
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

describe("in Excel", () => {
  const ours: SessionEvent = { type: "looked", book: { isBuilt: true, leftOn: null } };
  const empty: SessionEvent = { type: "looked", book: { isBuilt: false, leftOn: null } };
  const toRefresh: SessionEvent = { type: "placeChosen", place: "refresh" };

  it("starts on refresh where the workbook is ours, and on the data where it is not", () => {
    expect(after(ours).place).toBe("refresh");
    expect(after(empty).place).toBe("build");
  });

  it("refreshes with what was brought before Excel had answered", () => {
    expect(after(open(deals), ours)).toMatchObject({ place: "refresh", tables: [deals] });
  });

  it("takes nobody away from what they have begun", () => {
    expect(after(open(deals), { type: "stepChosen", step: "check" }, ours).place).toBe("build");
    expect(after({ type: "placeChosen", place: "functions" }, ours).place).toBe("functions");
    expect(after(empty, open(deals), ours).place).toBe("build");
    expect(after(ours, { type: "placeChosen", place: "share" }, ours).place).toBe("share");
  });

  it("shows the result of a refresh where it was asked for", () => {
    const session = after(ours, open(deals), isRefreshed);
    expect([session.place, session.step, session.built, session.news?.kind]).toEqual(["refresh", "data", built, "refreshed"]);
  });

  it("tells a refresh from a build by what was begun, wherever the user has gone meanwhile", () => {
    const refreshed = after(ours, open(deals), building, { type: "placeChosen", place: "functions" }, isRefreshed);
    expect(refreshed).toMatchObject({ place: "functions", step: "data", news: { kind: "refreshed" } });
    const first = after(empty, open(deals), { type: "stepChosen", step: "build" }, building, toRefresh, isBuilt);
    expect(first).toMatchObject({ place: "refresh", step: "done", news: { kind: "built" } });
  });

  it("knows that a workbook just built is ours", () => {
    expect(after(empty, open(deals), isBuilt).book?.isBuilt).toBe(true);
  });

  it("goes back to the data once what was built is removed, with the tables still there", () => {
    const session = after(ours, open(deals), isRefreshed, { type: "happened", news: { kind: "removedBuilt", sheets: ["Deals"] } });
    expect([session.place, session.step, session.built, session.book?.isBuilt, session.tables]).toEqual(["build", "data", null, false, [deals]]);
  });

  it("offers nothing back once it is put back", () => {
    const session = after({ type: "looked", book: { isBuilt: true, leftOn: "2026-11-20" } }, { type: "happened", news: { kind: "putBack", isWhole: true } });
    expect(session.book?.leftOn).toBeNull();
  });

  it("offers nothing back once the workbook is built with it", () => {
    const session = after({ type: "looked", book: { isBuilt: false, leftOn: "2026-11-20" } }, open(deals), isBuilt);
    expect(session.book?.leftOn).toBeNull();
  });

  it("still says which file cannot be used once it compares by itself with what can", () => {
    const comparing: SessionEvent = { type: "started", busy: { kind: "comparing" } };
    const badFile: SessionEvent = { type: "failed", trouble: { kind: "file", problems: [{ file: "photo.png", problem: "not-a-table" }] } };
    expect(after(ours, open(deals), badFile, comparing).trouble).toMatchObject({ kind: "file" });
    expect(after(ours, open(deals), badFile, { type: "started", busy: { kind: "opening", file: "b.csv" } }).trouble).toBeNull();
    expect(after(ours, open(deals), { type: "failed", trouble: { kind: "excel", troubles: [{ kind: "cell-edit" }] } }, comparing).trouble).toBeNull();
  });

  it("forgets what changed as soon as a table is read in another way", () => {
    const compared: SessionEvent = { type: "compared", changes: { since: today, changes: null, currency: "USD" } };
    expect(after(ours, open(deals), compared).changes?.since).toBe(today);
    expect(after(ours, open(deals), compared, { type: "corrected", table: deals, filled: null }).changes).toBeNull();
    expect(after(ours, open(deals), compared, { type: "reread", tables: [{ ...deals, rowsKept: 1 }] })).toMatchObject({ changes: null, tables: [{ rowsKept: 1 }] });
  });

  it("keeps the workbook's own steps apart from the other places", () => {
    const session = after(open(deals), { type: "stepChosen", step: "check" }, toRefresh);
    expect([session.place, session.step]).toEqual(["refresh", "check"]);
    expect(after(open(deals), toRefresh, { type: "stepChosen", step: "check" }).place).toBe("build");
  });
});
