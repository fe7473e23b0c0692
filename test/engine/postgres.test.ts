// PostgreSQL, really: a server of this machine that is stopped, cut off and asked for what it must not give.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine, Limits } from "../../src/engine/engine";
import { EngineProblem } from "../../src/engine/engine";
import { openPostgres } from "../../src/engine/postgres";
import { sourceOf } from "../../src/engine/source";
import { isInstalled } from "../office";
import { anyDialect } from "./any-dialect";
import { problemOf } from "./problem-of";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "./servers/postgres";
import { describeWith } from "./servers/process";

jest.setTimeout(60_000);

const limits: Limits = { seconds: 20 };
const evil = ["'; drop table crm.deals; --", "\\", "\\'", "a\\' or 1=1 --", "''", '"', "a\nb\tc\r", "名字 🙂", "$1", "%s", "\u2028", "' union all select 1 --"];

describeWith(postgresPrograms, "postgresql", "PostgreSQL", () => {
  let server: Postgres;
  let engine: Engine;

  beforeAll(async () => {
    server = await startPostgres();
    await server.run(`
      create domain crm.money_amount as numeric(12, 2);
      create type crm.stage as enum ('Won', 'Lost');
      create table crm.deals (id bigint, name text, stage crm.stage, amount crm.money_amount, closed date, changed timestamptz, made timestamp, active boolean, rate double precision, code varchar(9), gone int, "odd ""name" text);
      alter table crm.deals drop column gone;
      insert into crm.deals
        select n, case when n % 7 > 0 then 'Deal ' || n end, (case when n % 2 = 0 then 'Won' else 'Lost' end)::crm.stage, case when n % 10 <> 3 then n * 37 + (n % 100) / 100.0 end,
          case when n % 10 <> 3 then date '2026-01-15' + n::int % 300 end, '2026-03-05 01:30:00+08', '2026-03-04 23:59:59', n % 2 = 0, 0.5, '007', null
        from generate_series(0, 999) n;
      create view crm.won as select id, amount from crm.deals where stage = 'Won';
      create materialized view crm.lost as select id from crm.deals where stage = 'Lost';
      create table crm.parts (id int) partition by range (id);
      create table crm."My Deals" (id int);
      create table crm.secret (id int); revoke select on crm.secret from crm;
      create table crm.half (id int, salary int); revoke select on crm.half from crm; grant select (id) on crm.half to crm`);
    engine = await open();
  });

  afterAll(async () => {
    await engine?.close();
    await server?.remove();
  });

  function open(given: Limits = limits, password: string | null = postgresPassword, user = "crm", path = "/sales"): Promise<Engine> {
    return openPostgres(sourceOf(`postgres://127.0.0.1:${server.port}${path}`), user, password, given, anyDialect);
  }

  it("says what it is and where", () => {
    expect(engine.name).toMatch(/^PostgreSQL \d+$/);
    expect(engine.place).toBe(`127.0.0.1:${server.port}/sales`);
  });

  it("gives typed columns and a sample as a file would have it", async () => {
    const { name, path, columns, sample } = await engine.table("crm.deals");
    expect([name, path]).toEqual(["crm.deals", ["crm", "deals"]]);
    expect(columns.map(({ name, type }) => `${name} ${type}`)).toEqual(["id number", "name text", "stage text", "amount number", "closed day", "changed day", "made day", "active flag", "rate number", "code text", 'odd "name text']);
    expect(sample).toHaveLength(200);
    expect(sample[3]).toEqual(["3", "Deal 3", "Lost", "", "", "2026-03-04", "2026-03-04", "false", "0.5", "007", ""]);
    expect(sample[4]!.slice(0, 5)).toEqual(["4", "Deal 4", "Won", "148.04", "2026-01-19"]);
  });

  it.each([["crm.won", 2], ["crm.lost", 1], ["crm.parts", 1], ['crm."My Deals"', 1], ["crm.my deals", 1], ["CRM.Deals", 11], ["crm.half", 1]])("finds %s", async (name, columns) => {
    expect((await engine.table(name)).columns).toHaveLength(columns);
  });

  it("adds up to the cent", async () => {
    const cents = Array.from({ length: 1000 }, (_, n) => (n % 10 === 3 ? 0 : n * 3700 + (n % 100))).reduce((sum, part) => sum + part, 0);
    expect(await engine.rows({ sql: "select count(*), sum(amount), sum(id) from crm.deals", parameters: [] }, 1)).toEqual([[1000, cents / 100, 499_500]]);
  });

  it("gives numbers, days, flags, texts and nothing as what they are", async () => {
    const sql = "select 1::smallint, -5::bigint, 21954562719.37::numeric(20, 4), 0.1::float8, 'NaN'::numeric, 'infinity'::float8, date '2026-02-28', timestamptz '2026-03-01 01:00+08', true, false, '007', null";
    expect(await engine.rows({ sql, parameters: [] }, 1)).toEqual([[1, -5, 21954562719.37, 0.1, null, null, "2026-02-28", "2026-02-28 17:00:00+00", true, false, "007", null]]);
  });

  it.each(evil.map((text) => [text]))("keeps %j a text", async (text) => {
    expect(await engine.rows({ sql: "select $1::text, octet_length($1::text)", parameters: [text] }, 1)).toEqual([[text, Buffer.byteLength(text)]]);
    expect(await engine.rows({ sql: "select count(*) from crm.deals where name = $1 and amount >= $2 and active = $3 and $4::text is null", parameters: [text, -1.5, true, null] }, 1)).toEqual([[0]]);
  });

  it("refuses a text that PostgreSQL cannot hold", async () => {
    await problemOf(engine.rows({ sql: "select $1::text", parameters: ["a\0b"] }, 1), "statement");
  });

  it("binds as many parameters as it says", async () => {
    const parameters = Array.from({ length: engine.mostParameters }, (_, at) => `value ${at}`);
    expect(await engine.rows({ sql: `select count(*) from crm.deals where name in (${parameters.map((_, at) => `$${at + 1}`).join(", ")})`, parameters }, 1)).toEqual([[0]]);
  });

  it("writes nothing, whoever asks", async () => {
    const owner = await open(limits, postgresPassword, "owner");
    for (const sql of ["insert into crm.deals (id) values (1)", "delete from crm.deals returning 1", "drop table crm.deals", "select 1) as x; commit; begin read write; drop table crm.deals cascade; commit; --", "select * from crm.deals for update", "select nextval('crm.numbers')", "with gone as (delete from crm.deals returning 1) select * from gone"]) {
      await expect(owner.rows({ sql, parameters: [] }, 1)).rejects.toBeInstanceOf(EngineProblem);
    }
    await owner.close();
    expect(await server.first("select count(*)::int from crm.deals")).toEqual([1000]);
  });

  it("sees the same data in every statement, also after one that failed", async () => {
    const count = { sql: "select count(*) from crm.deals", parameters: [] };
    const before = await open();
    expect(await before.rows(count, 1)).toEqual([[1000]]);
    await server.run("insert into crm.deals (id) values (-1)");
    await problemOf(before.rows({ sql: "select colour from crm.deals", parameters: [] }, 1), "no-column");
    expect(await before.rows(count, 1)).toEqual([[1000]]);
    await before.close();
    const after = await open();
    expect(await after.rows(count, 1)).toEqual([[1001]]);
    await after.close();
    await server.run("delete from crm.deals where id = -1");
  });

  it("is called salesbook among the connections", async () => {
    expect(await server.first("select count(*)::int from pg_stat_activity where application_name = 'salesbook'")).toEqual([1]);
  });

  it("takes one statement after the other, in the order they came", async () => {
    const answers = await Promise.all([1, 2, 3].map((number) => engine.rows({ sql: "select $1::int", parameters: [number] }, 1)));
    expect(answers).toEqual([[[1]], [[2]], [[3]]]);
  });

  it("stops at a row too many and keeps the order", async () => {
    const statement = { sql: "select id from crm.deals order by id desc", parameters: [] };
    expect((await problemOf(engine.rows(statement, 999), "too-many-rows")).detail).toBe("999");
    expect((await engine.rows(statement, 1000)).map(([id]) => id)).toEqual(Array.from({ length: 1000 }, (_, at) => 999 - at));
  });

  it("stops when the time is over, and goes on after", async () => {
    const hasty = await open({ seconds: 1 });
    await problemOf(hasty.rows({ sql: "select pg_sleep(30)", parameters: [] }, 1), "time-out");
    expect(await hasty.rows({ sql: "select 1", parameters: [] }, 1)).toEqual([[1]]);
    await hasty.close();
  });

  it("names what is not there", async () => {
    expect((await problemOf(engine.table("sales.deals"), "no-table"))).toMatchObject({ detail: "sales.deals", near: ["crm.deals"] });
    expect((await problemOf(engine.table("crm.half_"), "no-table")).near).toEqual(["crm.half"]);
    await problemOf(engine.rows({ sql: "select * from nowhere", parameters: [] }, 1), "no-table");
    expect((await problemOf(engine.rows({ sql: "select colour from crm.deals", parameters: [] }, 1), "no-column")).detail).toBe('column "colour" does not exist');
    expect((await problemOf(open(limits, postgresPassword, "crm", "/nowhere"), "no-database")).detail).toContain("nowhere");
    await problemOf(engine.rows({ sql: "select from where", parameters: [] }, 1), "statement");
  });

  it("says when a user may not read", async () => {
    await problemOf(engine.table("crm.secret"), "not-allowed");
    await problemOf(engine.rows({ sql: "select count(*) from crm.secret", parameters: [] }, 1), "not-allowed");
  });

  it("never says a wrong password, nor looks for one elsewhere", async () => {
    const problem = await problemOf(open(limits, "hunter2"), "password");
    expect(`${problem.message} ${problem.stack} ${JSON.stringify(problem)}`).not.toContain("hunter2");
    await problemOf(open(limits, null), "password");
    await problemOf(open(limits, postgresPassword, "nobody"), "password");
  });

  it("connects through the socket", async () => {
    const local = await openPostgres(sourceOf(`postgres://crm@:${server.port}/sales?host=${server.folder}`.replace("@:", "@localhost:")), "crm", postgresPassword, limits, anyDialect);
    expect(await local.rows({ sql: "select inet_server_addr() is null", parameters: [] }, 1)).toEqual([[true]]);
    await local.close();
  });

  it("says when nothing listens, when there is no such host, and when the server speaks no TLS", async () => {
    const to = (address: string) => openPostgres(sourceOf(address), "crm", "hunter2", limits, anyDialect);
    await problemOf(to("postgres://127.0.0.1:1/sales"), "refused");
    await problemOf(to("postgres:///sales?host=/nowhere"), "unreachable");
    await problemOf(to("postgres://no-such-host.invalid/sales"), "unreachable");
    await problemOf(to(`postgres://127.0.0.1:${server.port}/sales?tls=on`), "tls");
  });

  it("says that the connection is lost when the server stops during a statement", async () => {
    const asked = await open();
    const outcome = asked.rows({ sql: "select pg_sleep(30)", parameters: [] }, 1).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await server.stop("at once");
    expect(await outcome).toMatchObject({ name: "EngineProblem", kind: "lost" });
    await problemOf(asked.rows({ sql: "select 1", parameters: [] }, 1), "lost");
    await problemOf(engine.rows({ sql: "select 1", parameters: [] }, 1), "lost");
    await asked.close();
    await server.start();
    const again = await open();
    expect(await again.rows({ sql: "select count(*) from crm.deals", parameters: [] }, 1)).toEqual([[1000]]);
    await again.close();
  });
});

describeWith(postgresPrograms && isInstalled("openssl") ? postgresPrograms : null, "postgresql or openssl", "PostgreSQL with TLS", () => {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-certificate-"));
  const [certificate, key] = [join(folder, "server.crt"), join(folder, "server.key")];
  let server: Postgres;

  beforeAll(async () => {
    execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate], { stdio: "ignore" });
    server = await startPostgres(["ssl = on"], { "server.crt": readFileSync(certificate, "utf8"), "server.key": readFileSync(key, "utf8") });
  });

  afterAll(async () => {
    await server?.remove();
    rmSync(folder, { recursive: true });
  });

  it("trusts a certificate only of those it is told to trust, and only for its host", async () => {
    const to = (host: string, options: string) => openPostgres(sourceOf(`postgres://${host}:${server.port}/sales?tls=on${options}`), "crm", postgresPassword, limits, anyDialect);
    await problemOf(to("localhost", ""), "tls");
    await problemOf(to("127.0.0.1", `&ca=${certificate}`), "tls");
    await problemOf(to("localhost", "&ca=/nowhere.pem"), "tls");
    const engine = await to("localhost", `&ca=${certificate}`);
    expect(await engine.rows({ sql: "select ssl from pg_stat_ssl where pid = pg_backend_pid()", parameters: [] }, 1)).toEqual([[true]]);
    await engine.close();
  });
});
