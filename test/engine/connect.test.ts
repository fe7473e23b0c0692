// From an address and the environment to an engine, and no password on the way out.

import { sql } from "kysely";
import { connect } from "../../src/engine/connect";
import type { Engine, Limits } from "../../src/engine/engine";
import { problemOf } from "./problem-of";
import { clickHouseServer, clickHouseUsers, startClickHouse, type ClickHouseCluster } from "./servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "./servers/postgres";
import { describeWith } from "./servers/process";

jest.setTimeout(60_000);

const limits: Limits = { seconds: 20 };
const evil = ["'; DROP TABLE x; --", "\\", "\\'", '\\"', '"', "''", "a\nb\t", "名字 🙂", "$1", "{p1:String}", "--", "/*"];

/** The text as a literal, as a parameter and as the name of a column, by the engine's own dialect. */
async function echoed(engine: Engine, text: string) {
  const asked = engine.dialect.compile(sql`select ${sql.lit(text)} as ${sql.id(text)}, ${engine.dialect.text(sql`${text}`, "text")} as parameter`);
  return engine.rows(asked, 1);
}

const one = { sql: "select 1", parameters: [] };

describeWith(clickHouseServer, "clickhouse-server", "connecting to ClickHouse", () => {
  let cluster: ClickHouseCluster;
  beforeAll(async () => void (cluster = await startClickHouse(1)));
  afterAll(() => cluster?.stop());

  it("takes the user from the address and the password from the environment", async () => {
    const address = `clickhouse://locked@127.0.0.1:${cluster.port}/default`;
    for (const name of ["SALESBOOK_PASSWORD", "CLICKHOUSE_PASSWORD"]) {
      const engine = await connect(address, limits, { [name]: clickHouseUsers.locked.password });
      expect([engine.place, engine.dialect.family, await engine.rows(one, 1)]).toEqual([`127.0.0.1:${cluster.port}/default`, "ClickHouse", [[1]]]);
      await engine.close();
    }
    await problemOf(connect(address, limits, { PGPASSWORD: clickHouseUsers.locked.password }), "password");
  });

  it.each(evil.map((text) => [text]))("keeps %j a text and a name", async (text) => {
    const engine = await connect(`clickhouse://127.0.0.1:${cluster.port}`, limits, {});
    expect(await echoed(engine, text)).toEqual([[text, text]]);
    await engine.close();
  });

  it("stops a statement at the limits, whatever time the address names", async () => {
    const engine = await connect(`clickhouse://127.0.0.1:${cluster.port}?timeout=600`, { seconds: 1 }, {});
    await problemOf(engine.rows({ sql: "select sum(number * number) from numbers(1000000000000)", parameters: [] }, 1), "time-out");
    await engine.close();
  });
});

describeWith(postgresPrograms, "postgresql", "connecting to PostgreSQL", () => {
  let server: Postgres;
  beforeAll(async () => void (server = await startPostgres()));
  afterAll(() => server?.remove());

  it("takes user and password from the environment where the address names no user", async () => {
    const engine = await connect(`postgres://127.0.0.1:${server.port}/sales`, limits, { PGUSER: "crm", PGPASSWORD: postgresPassword });
    expect([engine.dialect.family, await engine.rows({ sql: "select current_user::text", parameters: [] }, 1)]).toEqual(["PostgreSQL", [["crm"]]]);
    await engine.close();
  });

  it.each(evil.map((text) => [text]))("keeps %j a text and a name", async (text) => {
    const engine = await connect(`postgres://crm@127.0.0.1:${server.port}/sales`, limits, { PGPASSWORD: postgresPassword });
    expect(await echoed(engine, text)).toEqual([[text, text]]);
    await engine.close();
  });

  it("looks for no password but in the environment that it is given", async () => {
    const before = process.env.PGPASSWORD;
    process.env.PGPASSWORD = postgresPassword;
    try {
      await problemOf(connect(`postgres://crm@127.0.0.1:${server.port}/sales`, limits, { PGPASSFILE: "/nowhere" }), "password");
    } finally {
      if (before === undefined) delete process.env.PGPASSWORD;
      else process.env.PGPASSWORD = before;
    }
  });
});

it("refuses a password in the address before anything is sent", async () => {
  const error: unknown = await connect("postgres://crm:hunter2@127.0.0.1:1/sales", limits, {}).catch((error: unknown) => error);
  expect(error).toMatchObject({ name: "SourceProblem", kind: "password" });
  expect(String((error as Error).stack)).not.toContain("hunter2");
});
