// Ways of customers by a real engine, beside those of plain loops over the same rows.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Grouped } from "../../src/crm/groups";
import type { ObjectKind } from "../../src/crm/reading";
import { isProblem, parseTable } from "../../src/crm/table";
import { duckFiles } from "../../src/engine/duckdb";
import { rollup } from "../../src/engine/rollup";
import { readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { exportTexts, small } from "../everything";
import { groupRows } from "./group-rows";
import { historyText } from "./history-made";
import { breaks, linesOf } from "./path-lines";

const at = "2026-11-28T12:00:00Z";

async function withFile<T>(text: string, work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "paths-"));
  try {
    const path = join(folder, "activity.csv");
    writeFileSync(path, text);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function both(text: string, object: ObjectKind): Promise<{ readonly engine: Import; readonly plain: Import }> {
  return withFile(text, async (path) => {
    const engine = await byEngine(path, object);
    const table = parseTable({ file: basename(path), bytes: new Uint8Array(readFileSync(path)) });
    if (isProblem(table)) throw new Error("no table");
    return { engine, plain: groupRows(readExport(table, { object }), { breaks }) };
  });
}

/** Rows of a stage history, the time of each of a type; read one by one where there are at most so many. */
async function byParquet(rows: readonly (readonly string[])[], type: "timestamp" | "date", mostRows = 0): Promise<Import> {
  const folder = mkdtempSync(join(tmpdir(), "paths-"));
  const path = join(folder, "history.parquet");
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    const values = rows.map((row) => `(${row.map((cell) => `'${cell}'`).join(", ")})`).join(", ");
    await connection.run(`copy (select deal as "Deal ID", stage as "To Stage", day::${type} as "Changed On" from (values ${values}) as rows(deal, stage, day)) to '${path}'`);
    return await byEngine(path, "stageMove", mostRows);
  } finally {
    connection.closeSync();
    instance.closeSync();
    rmSync(folder, { recursive: true });
  }
}

async function byEngine(path: string, object: ObjectKind, mostRows = 0): Promise<Import> {
  const engine = await duckFiles([path], { known: { object } });
  try {
    return (await rollup(engine, await engine.table(path), { breaks, at, mostRows, object })).import;
  } finally {
    await engine.close();
  }
}

function sayTheSame({ engine, plain }: { readonly engine: Import; readonly plain: Import }): void {
  const [made, wanted] = [engine.reading.groups!, plain.reading.groups!];
  for (const name of ["ways", "again", "touched"] as const) expect([name, ...linesOf(made.paths?.[name])]).toEqual([name, ...linesOf(wanted.paths?.[name])]);
  const by = ({ columns }: Grouped) => Object.keys(columns).sort().join();
  expect(made.more.map(by)).toEqual(wanted.more.map(by));
  made.more.forEach((one, place) => expect(linesOf({ ...one, columns: sorted(one) })).toEqual(linesOf({ ...wanted.more[place]!, columns: sorted(wanted.more[place]!) })));
}

it.each([
  ["stages alone", {}], ["the stage before", { withFrom: true }], ["days in each stage", { withDays: true }],
])("a stage history with %s", async (_, history) => {
  const { engine, plain } = await both(historyText(200, ["Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost"], { ...history, isClear: true }), "stageMove");
  for (const name of ["moved", "reached", "entered", "stays"] as const) expect([name, ...linesOf(engine.reading.groups!.paths?.[name])]).toEqual([name, ...linesOf(plain.reading.groups!.paths?.[name])]);
});

const stages = ["Prospecting", "Qualification", "Proposal", "Closed Won", "Closed Lost"];
const moveNames = ["moved", "reached", "entered", "stays"] as const;

it("moves of one day follow each other as in the file", async () => {
  const { engine, plain } = await both(historyText(200, stages), "stageMove");
  for (const name of moveNames) expect([name, ...linesOf(engine.reading.groups!.paths?.[name])]).toEqual([name, ...linesOf(plain.reading.groups!.paths?.[name])]);
});

it("an export with the newest moves first tells the same as one with the oldest first", async () => {
  const text = historyText(200, stages, { isDated: true });
  const [header, ...rows] = text.split("\n");
  const [one, other] = [await both(text, "stageMove"), await both([header, ...rows.reverse()].join("\n"), "stageMove")];
  for (const name of moveNames) {
    const wanted = [name, ...linesOf(one.plain.reading.groups!.paths?.[name])];
    expect([name, ...linesOf(other.plain.reading.groups!.paths?.[name])]).toEqual(wanted);
    expect([name, ...linesOf(other.engine.reading.groups!.paths?.[name])]).toEqual(wanted);
  }
});

it("rows of Parquet have no order but their days and times", async () => {
  const rows = [["D1", "Lead", "2026-03-02 09:00:00"], ["D1", "Won", "2026-03-02 11:00:00"], ["D1", "Demo", "2026-03-02 10:00:00"]];
  const [timed, untimed] = [await byParquet(rows, "timestamp"), await byParquet(rows, "date")].map(({ reading }) => reading.groups!);
  expect(linesOf(timed!.paths?.moved).map((line) => /^to (\w+), .*before (\w+)/.exec(line)?.slice(1))).toEqual([["demo", "lead"], ["lead", "null"], ["won", "demo"]]);
  expect(untimed!.paths?.moved).toBeUndefined();
  expect(linesOf(untimed!.paths?.entered)).toHaveLength(3);
  const { reading } = await byParquet(rows, "timestamp", 10);
  expect((reading.columns as Readonly<Record<string, unknown>>)["to"]).toEqual(["Lead", "Demo", "Won"]);
});

function sorted({ columns }: Grouped): Grouped["columns"] {
  return Object.fromEntries(Object.entries(columns).sort(([one], [other]) => (one < other ? -1 : 1)));
}

it.each(["en", "zh-CN"] as const)("activities of a company (%s)", async (language) => {
  const made = await both(exportTexts(language, { ...small, activity: 2_000 }).activity!, "activity");
  expect(made.plain.reading.groups!.paths!.again!.records.length).toBeGreaterThan(20);
  sayTheSame(made);
});

it("customers written in several ways, named by contact or deal, without a day, for nothing, and back again", async () => {
  const rows = [
    "Type,Account Name,Contact,Deal,Date,Created Date,Owner",
    "Demo,Acme,,,2026-01-05,2026-01-05,Anna", "Call,acme,,,2026-02-01,2026-02-03,Anna", "Demo,ACME ,,,2026-03-09,2026-03-20,Ben", "Demo,Acme,,,2026-03-12,,Ben",
    "Call,,Ida Berg,,2026-04-01,2026-03-01,Ben", "Demo,,ida berg,D1,2026-04-01,2026-04-02,", "Call,,,Deal 7,2026-05-01,2026-05-01,Anna",
    "Call,N/A,Ida Berg,,2026-06-01,2026-06-09,Anna", "Email,,,,2026-06-01,2026-06-01,Anna", "Email,Acme,,,,2026-06-01,Anna", ",Acme,,,2026-07-01,2026-07-01,Anna",
  ];
  sayTheSame(await both(rows.join("\n"), "activity"));
});

it("does not tell who came back where types are too many to look at each", async () => {
  const rows = Array.from({ length: 20_001 }, (_, place) => `Note ${place},Acme,2026-01-05`);
  const again = ["Demo,Berg,2026-01-05", "Call,Berg,2026-02-01", "Demo,Berg,2026-03-01"];
  const { reading } = await withFile(["Type,Account Name,Date", ...rows, ...again].join("\n"), (path) => byEngine(path, "activity"));
  expect(reading.groups!.paths?.ways).toBeDefined();
  expect(reading.groups!.paths?.again).toBeUndefined();
});
