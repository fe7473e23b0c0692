// Made deals, as many as wanted (`DEALS=1000000 NODE_OPTIONS=--max-old-space-size=12000 npx jest same-workbooks-made`): the workbook from rows says what the workbook from a rollup says.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDeals } from "../../bench/scale/make-deals";
import { connect } from "../../src/engine/connect";
import { duckFiles } from "../../src/engine/duckdb";
import type { Engine } from "../../src/engine/engine";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import type { Import } from "../../src/sheets/data/import";
import type { WorkbookPlan } from "../../src/sheets/plan";
import { dayOfIso } from "../../src/values";
import { allDifferences, differentBlocks, fromEngines, fromRecords, readAll, type Company } from "./same-workbooks";
import { leftOfMade, leftOfManyMade } from "./same-workbooks-left";
import { loadTable } from "./server-tables";
import { clickHouseServer, startClickHouse, type ClickHouseCluster } from "./servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "./servers/postgres";
import { describeWith } from "./servers/process";

jest.setTimeout(1_800_000);

const count = Number(process.env.DEALS ?? 50_000);
/** Few deals would be groups of one: then fewer rows. */
const isMany = count >= 500_000;
const limits: Partial<RollupLimits> = isMany ? {} : { rows: 8_000 };

describeWith(clickHouseServer && postgresPrograms, "clickhouse-server or postgresql", `a workbook of ${count} made deals in groups is the one of rows`, () => {
  let folder: string;
  let cluster: ClickHouseCluster;
  let postgres: Postgres;
  let engines: Record<"DuckDB" | "ClickHouse" | "PostgreSQL", Engine>;
  let company: Company;
  let imports: readonly Import[];
  let records: WorkbookPlan;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "salesbook-made-"));
    [cluster, postgres] = await Promise.all([startClickHouse(3), startPostgres()]);
    const [csv, parquet] = await makeDeals(count, folder);
    const duckdb = await duckFiles([parquet!], { known: { object: "deal" } });
    await loadTable("deals", duckdb, await duckdb.table(""), cluster, postgres);
    company = { files: { deal: csv! }, asOf: dayOfIso("2026-11-28")!, language: "en" };
    imports = await readAll(company);
    records = fromRecords(company, imports);
    engines = {
      DuckDB: duckdb,
      ClickHouse: await connect(`clickhouse://127.0.0.1:${cluster.port}/default`, { seconds: 600 }, {}),
      PostgreSQL: await connect(`postgres://crm@127.0.0.1:${postgres.port}/sales`, { seconds: 600 }, { SALESBOOK_PASSWORD: postgresPassword }),
    };
  });

  afterAll(async () => {
    await Promise.all(Object.values(engines ?? {}).map((engine) => engine.close()));
    await Promise.all([cluster?.stop(), postgres?.remove()]);
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(["DuckDB", "ClickHouse", "PostgreSQL"] as const)("by %s", async (name) => {
    const found = allDifferences(records, await fromEngines(company, imports, new Map([["deal", { engine: engines[name], table: name === "PostgreSQL" ? "crm.deals" : "deals" }]]), limits));
    expect(differentBlocks(found)).toEqual([...leftOfMade, ...(isMany ? leftOfManyMade : [])].sort());
  });
});
