// Who bought when, by PostgreSQL and by a ClickHouse cluster whose shards each hold some orders of every customer.

import { openClickHouse } from "../../src/engine/clickhouse";
import { clickHouseDialect } from "../../src/engine/dialects/clickhouse";
import { postgresDialect } from "../../src/engine/dialects/postgres-family";
import type { Engine, Limits } from "../../src/engine/engine";
import { openPostgres } from "../../src/engine/postgres";
import { rollup } from "../../src/engine/rollup";
import { sourceOf } from "../../src/engine/source";
import type { Import } from "../../src/sheets/data/import";
import { dayOfIso, type Day } from "../../src/values";
import { importsOf } from "../everything";
import { awkwardOrders, cdnowOrders } from "./customers-made";
import { groupRows } from "./group-rows";
import { textsOf } from "./group-texts";
import { clickHouseServer, startClickHouse, type ClickHouseCluster } from "./servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "./servers/postgres";
import { describeWith } from "./servers/process";
import { sharedData } from "../shared-data";

jest.setTimeout(120_000);

const limits: Limits = { seconds: 60 };
const day = (iso: string): Day => dayOfIso(iso)!;

/** Customers of the sample only where it is here. */
const orders = sharedData("cdnow_sample/CDNOW_sample.txt") ? cdnowOrders().split("\n").slice(0, 3000).join("\n") : awkwardOrders;
const asked = { asOf: day("1998-03-31"), until: ["1997-06-30", "1997-12-31", "1998-03-31"].map(day) };
const awkward = { asOf: day("2026-06-30"), until: ["2026-02-02", "2026-05-31", "2026-06-30"].map(day) };

type Case = readonly [table: string, text: string, days: typeof asked, limits: { readonly customerDays?: number }];
const cases: readonly Case[] = [["orders", orders, asked, {}], ["orders", orders, asked, { customerDays: 0 }], ["awkward", awkwardOrders, awkward, {}], ["awkward", awkwardOrders, awkward, { customerDays: 0 }]];

/** Order ID, customer, day and amount; null for none. */
function rowsOf(text: string): readonly (readonly (string | null)[])[] {
  return text.split("\n").slice(1).map((line) => line.split(",").slice(0, 4).map((cell) => (cell === "" ? null : cell)));
}

function byLoops(text: string, days: typeof asked, given: Case[3]): unknown {
  const plain = text.split("\n").map((line) => line.split(",").slice(0, 4).join(",")).join("\n");
  return textsOf(groupRows(importsOf({ order: plain })[0] as Import, { breaks: [], limits: given, customerDays: days }))["customers"];
}

async function by(engine: Engine, table: string, days: typeof asked, given: Case[3]): Promise<unknown> {
  const { import: read } = await rollup(engine, await engine.table(table), { object: "order", breaks: [], at: "2026-11-28T12:00:00Z", mostRows: 0, limits: given, customers: { asOf: days.asOf, until: () => days.until } });
  return textsOf(read)["customers"];
}

describeWith(postgresPrograms, "postgresql", "PostgreSQL", () => {
  let server: Postgres;
  let engine: Engine;

  beforeAll(async () => {
    server = await startPostgres();
    for (const [table, text] of [["orders", orders], ["awkward", awkwardOrders]] as const) {
      const values = rowsOf(text).map((cells) => `(${cells.map((cell) => (cell === null ? "null" : `'${cell.replaceAll("'", "''")}'`)).join(",")})`).join(",");
      await server.run(`create table crm.${table} ("Order ID" text, "Customer" text, "Order Date" date, "Amount" numeric(12, 2)); insert into crm.${table} values ${values}`);
    }
    engine = await openPostgres(sourceOf(`postgres://127.0.0.1:${server.port}/sales`), "crm", postgresPassword, limits, postgresDialect);
  });

  afterAll(async () => {
    await engine?.close();
    await server?.remove();
  });

  it.each(cases)("tells %s as loops do", async (table, text, days, given) => expect(await by(engine, `crm.${table}`, days, given)).toEqual(byLoops(text, days, given)));
});

describeWith(clickHouseServer, "clickhouse-server", "ClickHouse", () => {
  let cluster: ClickHouseCluster;
  let engine: Engine;

  beforeAll(async () => {
    cluster = await startClickHouse(3);
    for (const [table, text] of [["orders", orders], ["awkward", awkwardOrders]] as const) {
      await cluster.everywhere(`create table ${table}_l ("Order ID" String, "Customer" Nullable(String), "Order Date" Nullable(Date), "Amount" Nullable(Decimal(12, 2))) engine = MergeTree order by "Order ID"`);
      await cluster.everywhere(`create table ${table} as ${table}_l engine = Distributed(crm, default, ${table}_l, cityHash64("Order ID"))`);
      await cluster.insert(table, rowsOf(text));
    }
    engine = await openClickHouse(sourceOf(`clickhouse://127.0.0.1:${cluster.port}`), "default", null, limits, clickHouseDialect);
  });

  afterAll(async () => {
    await engine?.close();
    await cluster?.stop();
  });

  it.each(cases)("tells %s as loops do", async (table, text, days, given) => expect(await by(engine, table, days, given)).toEqual(byLoops(text, days, given)));
});
