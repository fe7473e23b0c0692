// The same ways and moves by ClickHouse over three shards and by PostgreSQL.

import { openClickHouse } from "../../src/engine/clickhouse";
import { openPostgres } from "../../src/engine/postgres";
import type { Engine } from "../../src/engine/engine";
import { rollup } from "../../src/engine/rollup";
import { sourceOf } from "../../src/engine/source";
import { clickHouseDialect } from "../../src/engine/dialects/clickhouse";
import { postgresDialect } from "../../src/engine/dialects/postgres-family";
import type { ObjectKind } from "../../src/crm/reading";
import { importsOf, exportTexts, small } from "../everything";
import { groupRows } from "./group-rows";
import { historyText } from "./history-made";
import { breaks, linesOf } from "./path-lines";
import { clickHouseServer, startClickHouse, type ClickHouseCluster } from "./servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "./servers/postgres";
import { describeWith } from "./servers/process";

jest.setTimeout(60_000);

const at = "2026-11-28T12:00:00Z";
const limits = { seconds: 20 };
const stages = ["Prospecting", "Qualification", "Proposal", "Negotiation", "Closed Won", "Closed Lost"];
const texts = {
  activity: exportTexts("en", { ...small, activity: 1_500 }).activity!.replace('"Date"', "Date"),
  stageMove: historyText(150, stages, { withFrom: true, withDays: true, isClear: true }),
  timed: historyText(150, stages, { isDated: true }),
};
const names = ["activity", "stageMove", "timed"] as const;
const types: Readonly<Record<keyof typeof texts, readonly string[]>> = { activity: ["text", "text", "text", "text", "text", "date", "date", "number"], stageMove: ["text", "text", "text", "date", "number"], timed: ["text", "text", "time"] };

function rowsOf(object: keyof typeof texts): { readonly header: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] } {
  const [header, ...rows] = texts[object].split("\n").map((line) => line.split(",").map((cell) => cell.replace(/^"|"$/g, "")));
  return { header: header!, rows: rows.map((row, at) => row.map((cell, place) => (cell === "" ? null : types[object][place] === "time" ? `${cell} ${timeOf(at)}` : cell))) };
}

/** Later for each row of a file; no database keeps their order. */
function timeOf(row: number): string {
  return new Date(row * 40_000).toISOString().slice(11, 19);
}

async function check(engine: Engine, name: string, object: keyof typeof texts): Promise<void> {
  const kind: ObjectKind = object === "timed" ? "stageMove" : object;
  const made = await rollup(engine, await engine.table(name), { breaks, at, mostRows: 0, object: kind });
  const plain = groupRows(importsOf({ [kind]: texts[object] })[0]!, { breaks });
  const [paths, wanted] = [made.import.reading.groups!.paths!, plain.reading.groups!.paths!];
  expect(Object.keys(paths)).toEqual(Object.keys(wanted));
  for (const name of Object.keys(wanted) as (keyof typeof wanted)[]) expect([name, ...linesOf(paths[name])]).toEqual([name, ...linesOf(wanted[name])]);
}

describeWith(clickHouseServer, "clickhouse-server", "ClickHouse", () => {
  let cluster: ClickHouseCluster;
  let engine: Engine;

  beforeAll(async () => {
    cluster = await startClickHouse(3);
    for (const object of names) {
      const { header, rows } = rowsOf(object);
      const columns = header.map((one, place) => `"${one}" Nullable(${types[object][place] === "date" ? "Date" : types[object][place] === "time" ? "DateTime" : types[object][place] === "number" ? "Float64" : "String"})`);
      await cluster.everywhere(`create table ${object}_l (${columns.join(", ")}) engine = MergeTree order by tuple()`);
      await cluster.everywhere(`create table ${object} as ${object}_l engine = Distributed(crm, default, ${object}_l, rand())`);
      await cluster.insert(object, rows);
    }
    engine = await openClickHouse(sourceOf(`clickhouse://127.0.0.1:${cluster.port}`), "default", null, limits, clickHouseDialect);
  });

  afterAll(async () => {
    await engine?.close();
    await cluster?.stop();
  });

  it.each(names)("%s", (object) => check(engine, object, object));
});

describeWith(postgresPrograms, "postgresql", "PostgreSQL", () => {
  let server: Postgres;
  let engine: Engine;

  beforeAll(async () => {
    server = await startPostgres();
    for (const object of names) {
      const { header, rows } = rowsOf(object);
      const columns = header.map((one, place) => `"${one}" ${types[object][place] === "date" ? "date" : types[object][place] === "time" ? "timestamp" : types[object][place] === "number" ? "double precision" : "text"}`);
      const values = rows.map((row) => `(${row.map((cell) => (cell === null ? "null" : `'${cell}'`)).join(",")})`);
      await server.run(`create table crm."${object}" (${columns.join(", ")}); insert into crm."${object}" values ${values.join(",")}`);
    }
    engine = await openPostgres(sourceOf(`postgres://127.0.0.1:${server.port}/sales`), "crm", postgresPassword, limits, postgresDialect);
  });

  afterAll(async () => {
    await engine?.close();
    await server?.remove();
  });

  it.each(names)("%s", (object) => check(engine, `crm.${object}`, object));
});
