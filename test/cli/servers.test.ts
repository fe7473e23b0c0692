// The program against servers that run: the same figures as from the file, and what stays when a server dies, does not let in, or lacks a table.

import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fieldTables } from "../../src/crm/objects/tables";
import { readExport } from "../../src/read-exports";
import { isoOf, type CellValue, type Day } from "../../src/values";
import { isProblem, parseTable } from "../../src/crm/table";
import { clickHouseServer, startClickHouse, type ClickHouseCluster } from "../engine/servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres, type Postgres } from "../engine/servers/postgres";
import { partsIn } from "../hosts/package";
import { describeWith } from "../engine/servers/process";

jest.setTimeout(240_000);

const root = resolve(__dirname, "../..");
const deals = join(root, "templates/samples/salesforce-deals-en.csv");
const folder = mkdtempSync(join(tmpdir(), "salesbook-servers-"));
const book = join(folder, "book.xlsx");
afterAll(() => { rmSync(folder, { recursive: true }); });

const table = parseTable({ file: "deals.csv", bytes: new Uint8Array(readFileSync(deals)) });
if (isProblem(table)) throw new Error(table.problem);
const { recognition, reading } = readExport(table, { object: "deal" });
const fieldOf = new Map(Object.entries(recognition.mapping).map(([field, header]) => [header, field]));
const kinds: Readonly<Record<string, { readonly kind: string }>> = fieldTables.deal;

/** Columns as a warehouse has them: numbers and days by their types, everything else as text. */
const columns = table.header.map((header, at) => {
  const field = fieldOf.get(header) ?? "";
  const kind = kinds[field]?.kind;
  const type = kind === "money" || kind === "number" || kind === "percent" ? "number" : kind === "day" ? "day" : "text";
  const read = (reading.columns as unknown as Readonly<Record<string, readonly CellValue[]>>)[field] ?? [];
  const values = table.rows.map((row, line) => {
    const value = read[line] ?? null;
    if (type === "text") return row[at] ?? "";
    if (typeof value !== "number") return null;
    return type === "day" ? isoOf(value as Day) : kind === "percent" ? Math.round(value * 1e6) / 1e4 : value;
  });
  return { name: `"${header}"`, type, values } as const;
});
const rows = table.rows.map((_, line) => columns.map(({ values }) => values[line] ?? null));

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function salesbook(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ["--import", "tsx", join(root, "src/cli/main.ts"), ...words], { cwd: root, env: { ...process.env, ...env } });
    let [out, err] = ["", ""];
    child.stdout.on("data", (bytes: Buffer) => { out += bytes.toString(); });
    child.stderr.on("data", (bytes: Buffer) => { err += bytes.toString(); });
    child.on("close", (code) => { done({ code, out, err }); });
  });
}

async function figures(words: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Readonly<Record<string, number | null>>> {
  const { code, out, err } = await salesbook(["metrics", ...words, "--as-of", "2026-11-23", "--json"], env);
  if (code !== 0) throw new Error(err);
  const { metrics } = JSON.parse(out) as { readonly metrics: readonly { readonly id: string; readonly value: number | null }[] };
  return Object.fromEntries(metrics.map(({ id, value }) => [id, value === null ? null : Number(value.toPrecision(10))]));
}

/** The command ends with 1, one line of `said`, no password, and a workbook that is as it was. */
async function fails(words: readonly string[], said: RegExp, env: Readonly<Record<string, string>>): Promise<void> {
  const before = readFileSync(book);
  const { code, out, err } = await salesbook(["refresh", book, ...words], env);
  expect([code, out]).toEqual([1, ""]);
  expect(err.trim().split("\n").at(-1)).toMatch(said);
  for (const secret of Object.values(env)) expect(err).not.toContain(secret);
  expect(readFileSync(book).equals(before)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
}

beforeAll(async () => {
  const { code, err } = await salesbook(["build", deals, "-o", book, "--sheets", "dashboard", "--as-of", "2026-11-23"]);
  if (code !== 0) throw new Error(err);
});

describeWith(postgresPrograms, "postgresql", "postgresql", () => {
  let server: Postgres;
  const env = { SALESBOOK_PASSWORD: postgresPassword };
  const source = () => ["--source", `postgres://crm@127.0.0.1:${server.port}/sales`];
  beforeAll(async () => {
    server = await startPostgres();
    const literal = (value: string | number | null) => (value === null || value === "" ? "null" : `'${String(value).replaceAll("'", "''")}'`);
    const types = { number: "numeric", day: "date", text: "text" } as const;
    await server.run(`create table crm.deals (${columns.map(({ name, type }) => `${name} ${types[type]}`).join(", ")}); insert into crm.deals values ${rows.map((row) => `(${row.map(literal).join(", ")})`).join(", ")}; grant select on all tables in schema crm to crm`);
  });
  afterAll(() => server.remove());

  it("gives the figures of the file, straight and by a rollup", async () => {
    const expected = await figures([deals]);
    expect(await figures([...source(), "--deal", "crm.deals"], env)).toEqual(expected);
    const rollup = join(folder, "postgres.json");
    const made = await salesbook(["rollup", ...source(), "--deal", "crm.deals", "-o", rollup, "--as-of", "2026-11-23"], env);
    const another = join(folder, "postgres.xlsx");
    const built = await salesbook(["build", ...source(), "--deal", "crm.deals", "-o", another, "--as-of", "2026-11-23"], env);
    expect([made.code, built.code]).toEqual([0, 0]);
    const written = [readFileSync(rollup, "utf8"), ...partsIn(new Uint8Array(readFileSync(another))).values()];
    expect(written.filter((text) => /p4ss|crm@/.test(text))).toEqual([]);
    expect(await figures([rollup])).toEqual(expected);
  });

  it("says that a table has no records, or no column that is known", async () => {
    await server.run(`create table crm.none as select * from crm.deals limit 0; create table crm.odd as select 1 as planet, 2 as moons; grant select on all tables in schema crm to crm`);
    const told = async (table: string) => (await salesbook(["metrics", ...source(), "--deal", table], env)).err;
    expect(await told("crm.none")).toMatch(/^crm\.none holds no records \(columns .*Amount.*\)\..*Nothing was written\.$/m);
    expect(await told("crm.odd")).toMatch(/^crm\.odd: none of its columns \(planet, moons\) is known\./m);
  });

  it("leaves the workbook as it is whatever is wrong", async () => {
    await fails([...source(), "--deal", "crm.deal"], /there is no such table.*Did you mean .*deals.*Nothing was written/, env);
    await fails([...source(), "--deal", "crm.deals"], /does not let the user in.*SALESBOOK_PASSWORD/, { SALESBOOK_PASSWORD: "wr0ng-one" });
    await fails(["--source", `postgres://crm@127.0.0.1:${server.port}/nothing`, "--deal", "crm.deals"], /there is no such database/, env);
    await server.run("create view crm.slow as select d.* from crm.deals d, (select pg_sleep(20)) as s");
    await server.run("grant select on crm.slow to crm");
    await fails([...source(), "--deal", "crm.slow", "--timeout", "1"], /took too long and was stopped/, env);
    await server.stop();
    await fails([...source(), "--deal", "crm.deals"], /refuses the connection/, env);
    await server.start();
  });
});

describeWith(clickHouseServer, "clickhouse-server", "three shards of clickhouse", () => {
  let cluster: ClickHouseCluster;
  const source = () => ["--source", `clickhouse://127.0.0.1:${cluster.port}/default`, "--deal", "deals"];
  beforeAll(async () => {
    cluster = await startClickHouse(3);
    const types = { number: "Nullable(Decimal(18, 4))", day: "Nullable(Date)", text: "String" } as const;
    const typed = columns.map(({ name, type }) => `${name} ${types[type]}`).join(", ");
    await cluster.everywhere(`create table deals_here (${typed}) engine = MergeTree order by ${columns[0]!.name}`);
    await cluster.everywhere(`create table deals (${typed}) engine = Distributed(crm, default, deals_here, cityHash64(${columns[0]!.name}))`);
    await cluster.insert("deals", rows);
  });
  afterAll(() => cluster.stop());

  it("give the figures of the file", async () => {
    expect(await figures(source())).toEqual(await figures([deals]));
  });

  it("are asked as one: without one of them there is no figure, and the workbook stays", async () => {
    await cluster.kill(2);
    await fails(source(), /a part of the cluster does not answer.*Nothing was written/, {});
    await cluster.revive(2);
    expect((await salesbook(["refresh", book, ...source(), "--as-of", "2026-11-23"])).code).toBe(0);
  });
});
