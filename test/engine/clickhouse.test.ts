// ClickHouse, really: three servers of this machine with a cluster, and one of them killed.

import { createServer } from "node:net";
import { openClickHouse } from "../../src/engine/clickhouse";
import { EngineProblem, type Engine, type Limits } from "../../src/engine/engine";
import { sourceOf } from "../../src/engine/source";
import { anyDialect } from "./any-dialect";
import { problemOf } from "./problem-of";
import { listening } from "./servers/free-port";
import { clickHouseServer, clickHouseUsers, startClickHouse, type ClickHouseCluster } from "./servers/clickhouse-cluster";
import { describeWith } from "./servers/process";

jest.setTimeout(60_000);

const limits: Limits = { seconds: 20 };
const evil = ["'; DROP TABLE deals_l; --", "\\", "\\'", "a\\' or 1=1 --", "''", '"', "`", "\0", "a\nb\tc\r", "名字 🙂", "$1", "{p1:String}", "%s", "\u2028", "' union all select 1 --"];

describeWith(clickHouseServer, "clickhouse-server", "ClickHouse", () => {
  let cluster: ClickHouseCluster;
  let engine: Engine;

  beforeAll(async () => {
    cluster = await startClickHouse(3);
    await cluster.everywhere("create table deals_l (id UInt64, name Nullable(String), stage Enum8('Won' = 1, 'Lost' = 2), amount Nullable(Decimal(12, 2)), closed Nullable(Date), changed DateTime, active UInt8, rate Float64, tags Array(String), \"odd \\\"name\\\\\" Nullable(String)) engine = MergeTree order by id");
    await cluster.everywhere("create table deals as deals_l engine = Distributed(crm, default, deals_l, id)");
    await cluster.run("create view won as select id, amount from deals where stage = 'Won'");
    await cluster.everywhere("create database elsewhere");
    await cluster.insert("deals", deals());
    engine = await open("");
  });

  afterAll(async () => {
    await engine?.close();
    await cluster?.stop();
  });

  async function open(options: string, user: string | null = null, password: string | null = null, given: Limits = limits): Promise<Engine> {
    return openClickHouse(sourceOf(`clickhouse://127.0.0.1:${cluster.port}${options}`), user, password, given, anyDialect);
  }

  it("says what it is and where", () => {
    expect(engine.name).toMatch(/^ClickHouse \d+\.\d+$/);
    expect(engine.place).toBe(`127.0.0.1:${cluster.port}`);
  });

  it("gives typed columns and a sample as a file would have it", async () => {
    const { name, path, columns, sample } = await engine.table("deals");
    expect([name, path]).toEqual(["default.deals", ["default", "deals"]]);
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual(["id number", "name text", "stage text", "amount number", "closed day", "changed day", "active number", "rate number", "tags text", 'odd "name\\ text']);
    expect(sample).toHaveLength(200);
    const byId = new Map(sample.map((row) => [row[0], row]));
    const [id, row] = [...byId].find(([id]) => Number(id) % 10 === 3)!;
    expect(row).toEqual([id, `Deal ${id}`, "Lost", "", "", "2026-03-04", "1", "0.5", "['a']", ""]);
  });

  it("finds views, quoted names and names that differ in case", async () => {
    expect((await engine.table("default.won")).columns.map(({ type }) => type)).toEqual(["number", "number"]);
    expect((await engine.table('"default"."DEALS"')).path).toEqual(["default", "deals"]);
  });

  it("adds up over three shards to the cent what one node adds up to", async () => {
    const statement = { sql: "select count(), sum(amount), sum(id) from deals", parameters: [] };
    const all = deals();
    const cents = all.reduce((sum, [, , , amount]) => sum + Math.round(Number(amount) * 100), 0);
    expect(await engine.rows(statement, 1)).toEqual([[all.length, cents / 100, (all.length * (all.length - 1)) / 2]]);
    const shards = await Promise.all(cluster.ports.map((port) => countAt(port)));
    expect(shards.every((count) => count > 0)).toBe(true);
    expect(shards.reduce((sum, count) => sum + count, 0)).toBe(all.length);
  });

  it("gives numbers, days, texts and nothing as what they are", async () => {
    const sql = "select count(), toInt64(-5), toDecimal64('21954562719.37', 4), 0.1, sum(amount), 0 / 0, toDate('2026-02-28'), toNullable('007'), null from deals where id < 0";
    expect(await engine.rows({ sql, parameters: [] }, 1)).toEqual([[0, -5, 21954562719.37, 0.1, null, null, "2026-02-28", "007", null]]);
  });

  it.each(evil.map((text) => [text]))("keeps %j a text", async (text) => {
    expect(await engine.rows({ sql: "select $1, length($1), $1 = $1", parameters: [text] }, 1)).toEqual([[text, Buffer.byteLength(text), 1]]);
    expect(await engine.rows({ sql: "select count() from deals where name = $1 and id >= $2", parameters: [text, -1.5] }, 1)).toEqual([[0]]);
  });

  it("binds many parameters of all kinds", async () => {
    const parameters = Array.from({ length: engine.mostParameters }, (_, at) => `value ${at}`);
    const sql = `select count() from deals where name in (${parameters.map((_, at) => `$${at + 1}`).join(", ")})`;
    expect(await engine.rows({ sql, parameters }, 1)).toEqual([[0]]);
    expect(await engine.rows({ sql: "select $1, $2, $3, $4 = 1", parameters: [2 ** 40, 1.5, null, true] }, 1)).toEqual([[2 ** 40, 1.5, null, 1]]);
  });

  it("writes nothing", async () => {
    for (const sql of ["insert into deals_l (id) values (1)", "create table x (a Int8) engine = Memory", "drop table deals", "alter table deals_l drop column name", "set readonly = 0"]) {
      await expect(engine.rows({ sql, parameters: [] }, 1)).rejects.toBeInstanceOf(EngineProblem);
    }
    expect(await engine.rows({ sql: "select count() from deals", parameters: [] }, 1)).toEqual([[deals().length]]);
  });

  it("opens for a user who may change no setting, and still limits rows", async () => {
    const reader = await open("", "reader");
    expect(await reader.rows({ sql: "select count() from deals", parameters: [] }, 1)).toEqual([[deals().length]]);
    await problemOf(reader.rows({ sql: "select id from deals", parameters: [] }, 10), "too-many-rows");
    expect((await reader.table("deals")).columns).toHaveLength(10);
    await reader.close();
  });

  it("refuses a user whose fixed settings would answer from part of the shards", async () => {
    expect((await problemOf(open("", "careless"), "shard-missing")).detail).toBe("skip_unavailable_shards = 1");
  });

  it("stops at a row too many", async () => {
    await problemOf(engine.rows({ sql: "select id from deals", parameters: [] }, 999), "too-many-rows");
    expect(await engine.rows({ sql: "select id from deals", parameters: [] }, 1000)).toHaveLength(1000);
  });

  it("stops when the time is over", async () => {
    const hasty = await open("", null, null, { seconds: 1 });
    await problemOf(hasty.rows({ sql: "select sum(number * number) from numbers(1000000000000)", parameters: [] }, 1), "time-out");
    await hasty.close();
  });

  it("tells how far a statement is", async () => {
    const seen: [number, number | null][] = [];
    const watched = await open("", null, null, { seconds: 3, progress: (read, total) => void seen.push([read, total]) });
    await problemOf(watched.rows({ sql: "select sum(number * number) from numbers(1000000000000)", parameters: [] }, 1), "time-out");
    await watched.close();
    expect(seen.length).toBeGreaterThan(0);
    expect(seen[0]![0]).toBeGreaterThan(1_000_000);
    expect(seen.map(([read]) => read)).toEqual(seen.map(([read]) => read).sort((left, right) => left - right));
  });

  it("names what is not there", async () => {
    expect(await problemOf(engine.table("deal"), "no-table")).toMatchObject({ detail: "deal", near: ["default.deals", "default.deals_l", "default.won"] });
    await problemOf(engine.rows({ sql: "select * from nowhere", parameters: [] }, 1), "no-table");
    expect((await problemOf(engine.rows({ sql: "select colour from deals", parameters: [] }, 1), "no-column")).detail).toContain("colour");
    await problemOf(open("/nowhere"), "no-database");
    await problemOf(engine.rows({ sql: "select from where", parameters: [] }, 1), "statement");
  });

  it("opens with the right password and never says a wrong one", async () => {
    const { password } = clickHouseUsers.locked;
    const locked = await open("", "locked", password);
    expect(await locked.rows({ sql: "select 1", parameters: [] }, 1)).toEqual([[1]]);
    await locked.close();
    const problem = await problemOf(open("", "locked", "hunter2"), "password");
    expect(`${problem.message} ${problem.stack} ${JSON.stringify(problem)}`).not.toContain("hunter2");
    await problemOf(open("", "locked"), "password");
    await problemOf(open("", "nobody"), "password");
  });

  it("says when a user may not read", async () => {
    const elsewhere = await open("/elsewhere", "elsewhere");
    await problemOf(elsewhere.rows({ sql: "select count() from default.deals", parameters: [] }, 1), "not-allowed");
    await elsewhere.close();
  });

  it("says when nothing listens, and when there is no such host", async () => {
    await problemOf(openClickHouse(sourceOf("clickhouse://127.0.0.1:1"), null, null, limits, anyDialect), "refused");
    await problemOf(openClickHouse(sourceOf("clickhouse://no-such-host.invalid?tls=off"), null, null, limits, anyDialect), "unreachable");
  });

  it("gives an error and never a part of the sum when a shard is killed in mid-query", async () => {
    const slow = engine.rows({ sql: "select count(), sum(amount), sum(sleepEachRow(0.005)) from deals", parameters: [] }, 1);
    const outcome = slow.then((rows) => rows, (error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await cluster.kill(2);
    expect(await outcome).toMatchObject({ name: "EngineProblem", kind: "shard-missing" });
    await problemOf(engine.rows({ sql: "select count() from deals", parameters: [] }, 1), "shard-missing");
    await problemOf(engine.rows({ sql: "select stage, count() from deals group by stage", parameters: [] }, 10), "shard-missing");
    await cluster.revive(2);
    expect(await engine.rows({ sql: "select count() from deals", parameters: [] }, 1)).toEqual([[deals().length]]);
  });

  it("says that the connection is lost when the server ends in mid-query", async () => {
    const slow = engine.rows({ sql: "select count(), sum(sleepEachRow(0.005)) from deals", parameters: [] }, 1);
    const outcome = slow.then((rows) => rows, (error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 700));
    await cluster.kill(0);
    expect(await outcome).toMatchObject({ name: "EngineProblem", kind: "lost" });
    await problemOf(engine.rows({ sql: "select 1", parameters: [] }, 1), "lost");
    await cluster.revive(0);
  });

  async function countAt(port: number): Promise<number> {
    const one = await openClickHouse(sourceOf(`clickhouse://127.0.0.1:${port}`), null, null, limits, anyDialect);
    const [row] = await one.rows({ sql: "select count() from deals_l", parameters: [] }, 1);
    await one.close();
    return Number(row![0]);
  }
});

it("sends nothing to a server that does not speak TLS, and waits for no silent one", async () => {
  const heard: string[] = [];
  const plain = createServer((socket) => socket.on("data", (bytes) => {
    heard.push(bytes.toString("latin1"));
    socket.end("HTTP/1.1 400 Bad Request\r\n\r\n");
  }));
  const silent = createServer(() => undefined);
  const [plainPort, silentPort] = await Promise.all([plain, silent].map(listening));
  await problemOf(openClickHouse(sourceOf(`clickhouses://localhost:${plainPort}`), "crm", "hunter2", limits, anyDialect), "tls");
  expect(heard.length).toBeGreaterThan(0);
  expect(heard.join("")).not.toMatch(/hunter2|crm|select|Authorization/i);
  await problemOf(openClickHouse(sourceOf(`clickhouse://localhost:${silentPort}`), "crm", "hunter2", { seconds: 1 }, anyDialect), "unreachable");
  for (const server of [plain, silent]) server.close();
});

function deals(): readonly (readonly (string | number | null)[])[] {
  return Array.from({ length: 1000 }, (_, id) => {
    const isEmpty = id % 10 === 3;
    const [amount, closed] = isEmpty ? [null, null] : [`${id * 37}.${String(id % 100).padStart(2, "0")}`, `2026-0${(id % 9) + 1}-15`];
    return [id, id % 7 === 0 ? null : `Deal ${id}`, id % 2 === 0 ? "Won" : "Lost", amount, closed, "2026-03-04 23:30:00", 1, 0.5, "['a']", null];
  });
}
