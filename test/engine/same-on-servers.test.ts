// The same deals in files, in PostgreSQL and on three shards of ClickHouse: the same groups and the same answers.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDeals } from "../../bench/scale/make-deals";
import { connect } from "../../src/engine/connect";
import { duckFiles } from "../../src/engine/duckdb";
import type { Engine, EngineColumn, EngineRow, EngineTable } from "../../src/engine/engine";
import { rollup, type RollupOptions } from "../../src/engine/rollup";
import type { Condition, Question } from "../../src/formula/question";
import { readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { dayOfIso, type Day } from "../../src/values";
import { tableOf } from "../crm/tables";
import { answerRows, groupRows } from "./group-rows";
import { textsOf } from "./group-texts";
import { awkwardDeals, awkwardHeader } from "./awkward-deals";
import { rounded } from "./questions";
import { loadRows, loadTable } from "./server-tables";
import { clickHouseServer, startClickHouse, type ClickHouseCluster } from "./servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "./servers/postgres";
import { describeWith } from "./servers/process";

jest.setTimeout(1_200_000);

/** Few enough for every run; as many as wanted: `DEALS=1000000 npx jest same-on-servers`. */
const count = Number(process.env.DEALS ?? 10_000);
const options: RollupOptions = { object: "deal", breaks: ["2025-01-10", "2026-10-01", "2026-11-28"].map((iso) => dayOfIso(iso)!), mostRows: 0, at: "2026-11-28T12:00:00Z" };
const awkwardOptions: RollupOptions = { ...options, limits: { newestWon: 20 } };

describeWith(clickHouseServer && postgresPrograms, "clickhouse-server or postgresql", "the same deals on every engine", () => {
  let folder: string;
  let cluster: ClickHouseCluster;
  let postgres: Postgres;
  let engines: Record<"clickhouse" | "postgres" | "duckdb", Engine>;
  let deals: EngineTable;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "salesbook-same-"));
    [cluster, postgres] = await Promise.all([startClickHouse(3), startPostgres()]);
    const [file] = await makeDeals(count, folder, ["parquet"]);
    const duckdb = await duckFiles([file!], { known: { object: "deal" } });
    deals = await duckdb.table("");
    await loadTable("deals", duckdb, deals, cluster, postgres);
    await loadRows("awkward", awkwardColumns(), awkwardCells(), cluster, postgres);
    const limits = { seconds: 600 };
    engines = {
      duckdb,
      clickhouse: await connect(`clickhouse://127.0.0.1:${cluster.port}/default`, limits, {}),
      postgres: await connect(`postgres://crm@127.0.0.1:${postgres.port}/sales`, limits, { SALESBOOK_PASSWORD: postgresPassword }),
    };
  });

  afterAll(async () => {
    await Promise.all(Object.values(engines ?? {}).map((engine) => engine.close()));
    await Promise.all([cluster?.stop(), postgres?.remove()]);
    rmSync(folder, { recursive: true });
  });

  async function of(engine: Engine, table: string, given: RollupOptions) {
    return rollup(engine, await engine.table(table), given);
  }

  it.each(["clickhouse", "postgres"] as const)("groups made deals on %s as in files", async (name) => {
    const expected = await rollup(engines.duckdb, deals, options);
    const found = await of(engines[name], "deals", options);
    expect(recordsOf(found.import)).toBe(count);
    expect(textsOf(found.import)).toEqual(textsOf(expected.import));
    const questions = questionsOn("Rep 07");
    expect(rounded(await found.answer(questions))).toEqual(rounded(await expected.answer(questions)));
  });

  it.each(["clickhouse", "postgres"] as const)("groups deals with awkward texts on %s as plain loops do", async (name) => {
    const plain = readExport(tableOf(awkwardHeader, awkwardDeals()), { object: "deal" }) as Import<"deal">;
    const found = await of(engines[name], "awkward", awkwardOptions);
    expect(textsOf(found.import)).toEqual(textsOf(groupRows(plain, awkwardOptions)));
    for (const owner of ["O'Neil", "back\\slash", "张伟", 'say "hi"', "' or 1=1 --", "nobody"]) {
      const questions = questionsOn(owner);
      expect(rounded(await found.answer(questions))).toEqual(rounded(answerRows(plain, questions)));
    }
  });

  it("gives the same sums to the cent on one shard as on three", async () => {
    const sum = { sql: 'select count(*), sum("Amount") from deals', parameters: [] };
    const [[records, amount] = []] = await engines.clickhouse.rows(sum, 1);
    expect(await engines.postgres.rows({ ...sum, sql: sum.sql.replace("deals", "crm.deals") }, 1)).toEqual([[records, amount]]);
    expect(records).toBe(count);
    expect(Math.abs(Number(amount) * 100 - Math.round(Number(amount) * 100))).toBeLessThan(1e-3);
  });
});

function awkwardColumns(): readonly EngineColumn[] {
  return awkwardHeader.map((name) => ({ name, type: name === "Amount" ? "number" : name.endsWith("Date") ? "day" : "text" }));
}

/** As a database holds them: nothing instead of an empty number or day. */
function awkwardCells(): readonly EngineRow[] {
  const columns = awkwardColumns();
  return awkwardDeals().map((row) => row.map((cell, at) => (cell === "" && columns[at]!.type !== "text" ? null : cell)));
}

function recordsOf({ reading }: Import): number {
  return reading.groups!.records.reduce((sum, records) => sum + records, 0);
}

function questionsOn(owner: string): readonly Question[] {
  const won: Condition = { field: "outcome", operator: "is", operand: "won", isDay: false };
  const since: Condition = { field: "closed", operator: ">=", operand: dayOfIso("2026-03-17") as Day, isDay: true };
  const large: Condition = { field: "amount", operator: ">=", operand: 1234.5, isDay: false };
  const by: Condition = { field: "owner", operator: "is", operand: owner, isDay: false };
  const object = "deal";
  return [
    { object, ask: "count", field: null, where: [by] },
    { object, ask: "count", field: null, where: [won, by, since, large] },
    { object, ask: "sum", field: "amount", where: [won, by] },
    { object, ask: "sum", field: "amount", where: [large, since] },
    { object, ask: "median", field: "cycle", where: [won] },
    { object, ask: "median", field: "amount", where: [won, by] },
    { object, ask: "lowest", field: "closed", where: [won, since] },
    { object, ask: "highest", field: "amount", where: [by] },
    { object, ask: "count", field: null, where: [{ field: "source", operator: "empty", operand: null, isDay: false }] },
  ];
}
