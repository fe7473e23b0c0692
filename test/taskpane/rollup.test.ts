// A rollup file in the pane: what it shows, that the newest counts, and what cannot be made from it.

import { openRollup } from "../../src/taskpane/open-rollup";
import { emptyMemory } from "../../src/sheets/memory";
import { settingNames } from "../../src/sheets/settings";
import { createWork } from "../../src/taskpane/core";
import { evidenceOf } from "../../src/taskpane/evidence";
import { RollupTrouble } from "../../src/taskpane/rollup-trouble";
import { sayTrouble } from "../../src/taskpane/says";
import { newSession, nextSession } from "../../src/taskpane/session";
import type { Imported, Source, Work } from "../../src/taskpane/work";
import { languages, textIn } from "../../src/text/language";
import { exportedText } from "../e2e/export";
import { madeRollup } from "../made-rollup";
import { choice, pasted, today } from "./made";
import type { Day } from "../../src/values";

const rollup = madeRollup(exportedText, today);
const later = madeRollup(exportedText, (today + 7) as Day);

function file(text: string, name = "rollup.json"): Source {
  return { name, bytes: new TextEncoder().encode(text), html: null, text: null };
}

async function taken(work: Work, source: Source): Promise<{ readonly tables: readonly Imported[]; readonly replaced: readonly string[] }> {
  const opened = await work.open(source);
  if (!("tables" in opened)) throw new Error(JSON.stringify(opened));
  return { tables: opened.tables, replaced: opened.replaced ?? [] };
}

it("shows where its groups are from, and how many records they are", async () => {
  const { tables: [table] } = await taken(createWork(), file(rollup));
  expect(table?.rollup).toEqual({ engine: "ClickHouse 24.8", place: "crm@warehouse:8123/sales", at: "2026-11-23T01:00:00Z", asOf: today, rows: table!.rollup!.rows, leftOut: table!.rollup!.leftOut });
  expect(evidenceOf(table!, textIn("en"))).toBe(`60 deals in ${table!.rollup!.rows} rows`);
  expect(table!.rollup!.rows).toBeLessThan(60);
});

it("is built into the workbook the rows make", async () => {
  const figures = async (source: Source) => {
    const work = createWork();
    await taken(work, source);
    const { sheets } = await work.plan({ ...choice, sheets: ["dashboard"] }, emptyMemory);
    const board = sheets.find(({ id }) => id === "dashboard");
    return board!.cells.flatMap(({ value, formula }) => (formula && typeof value === "number" ? [Number(value.toPrecision(9))] : []));
  };
  const [rows, groups] = [await figures(pasted(exportedText)), await figures(file(rollup))];
  expect(rows.length).toBeGreaterThan(20);
  expect(groups.filter((value) => rows.includes(value)).length).toBeGreaterThan(0.9 * rows.length);
});

it("takes the place of an older one, and an older one is not taken", async () => {
  const work = createWork();
  const [first] = (await taken(work, file(rollup))).tables;
  const second = await taken(work, file(later));
  expect(second.replaced).toEqual([first!.id]);
  expect(await work.open(file(rollup, "old.json"))).toEqual({ rollup: { file: "old.json", fault: "older", where: "tables" } });
  const session = [{ file: "a", tables: [first!], replaced: [] }, { file: "b", tables: second.tables, replaced: second.replaced }].reduce((now, event) => nextSession(now, { type: "opened", ...event }), newSession("en", today));
  expect([session.tables.map(({ id }) => id), session.wishes.asOf]).toEqual([second.tables.map(({ id }) => id), today + 7]);
});

it("cannot stand beside rows of the same kind", async () => {
  const work = createWork();
  await taken(work, file(rollup));
  await taken(work, pasted(exportedText));
  await expect(work.plan(choice, emptyMemory)).rejects.toEqual(new RollupTrouble({ file: "rollup.json", fault: "twice", where: "" }));
});

it("says that it must be made again once Setup asks for what it does not hold", async () => {
  const work = createWork();
  await taken(work, file(rollup));
  const memory = { ...emptyMemory, inputs: new Map([[settingNames.windowMonths, 2]]) };
  await expect(work.plan(choice, memory)).rejects.toMatchObject({ rollup: { fault: "unanswered", file: "rollup.json" } });
});

it.each([["not-a-rollup", "{}"], ["cut-off", rollup.slice(0, 900)], ["newer", rollup.replace('"version":1', '"version":2')]])("says why a file is no rollup: %s", async (fault, text) => {
  const opened = await createWork().open(file(text));
  expect(opened).toMatchObject({ rollup: { file: "rollup.json", fault } });
  for (const language of languages) expect(sayTrouble({ kind: "file", problems: [opened as never] }, textIn(language))).toContain("rollup.json");
});

it("is left as it is when the workbook remembers other columns", async () => {
  const work = createWork();
  const { tables: [table] } = await taken(work, file(rollup));
  expect(await work.line(table!.id, 3)).toBeNull();
  expect(await work.remember({ ...emptyMemory, tables: new Map([["Mapping", { columns: [], rows: [] }]]) })).toEqual([]);
});

it("compares moments of one day too", () => {
  const early = openRollup("a.json", madeRollup(exportedText, today, "2026-11-23T01:00:00Z"), []);
  if ("fault" in early) throw new Error(early.fault);
  const there = early.taken.map((one) => ({ ...one, id: "one" }));
  expect(openRollup("b.json", madeRollup(exportedText, today, "2026-11-22T23:00:00Z"), there)).toMatchObject({ fault: "older" });
  expect(openRollup("b.json", madeRollup(exportedText, today, "2026-11-23T02:00:00Z"), there)).toMatchObject({ replaced: there });
});
