import { execFile } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, readlinkSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { makeDeals } from "../../bench/scale/make-deals";
import { duckFiles } from "../../src/engine/duckdb";
import type { EngineRow, EngineTable } from "../../src/engine/engine";
import { engineRows, ownRows } from "./same-rows";
import { linesOf, written } from "./text-files";

let folder = "";

beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "salesbook-test-"))));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs a statement of DuckDB's own, to make files. */
async function made(sql: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(sql);
  connection.closeSync();
  instance.closeSync();
}

async function asked(paths: readonly string[], sql: string, most = 1000): Promise<{ table: EngineTable; rows: readonly EngineRow[] }> {
  const engine = await duckFiles(paths);
  try {
    return { table: await engine.table(""), rows: await engine.rows({ sql, parameters: [] }, most) };
  } finally {
    await engine.close();
  }
}

const onLinux = process.platform === "linux" ? it : it.skip;

/** Does something with an engine over a file in a process of its own, limited by the shell. */
function inProcess(body: string, path: string, within: string, limits = ""): Promise<{ signal: unknown; stdout: string }> {
  const script = join(folder, "process.ts");
  writeFileSync(script, `import { duckFiles } from ${JSON.stringify(resolve("src/engine/duckdb"))};
    void duckFiles([${JSON.stringify(path)}], { within: ${JSON.stringify(within)} }).then((engine) => ${body});`);
  return new Promise((settle) => execFile("bash", ["-c", `${limits} exec ${process.execPath} --import tsx ${script}`], { cwd: resolve(".") }, (error, stdout) => settle({ signal: error?.signal ?? undefined, stdout })));
}

describe("files of every format", () => {
  it("have the same rows", async () => {
    const [csv, parquet] = await makeDeals(3000, join(folder, "formats"));
    const text = readFileSync(csv!, "utf8");
    const at = (name: string): string => join(folder, "formats", name);
    writeFileSync(at("packed.csv.gz"), gzipSync(text));
    writeFileSync(at("utf16.csv"), Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]));
    await made(`copy (from read_parquet('${parquet}')) to '${at("deals.tsv")}' (format csv, header, delim '\t')`);
    await made(`copy (from read_parquet('${parquet}')) to '${at("deals.ndjson")}' (format json)`);
    await made(`copy (from read_parquet('${parquet}')) to '${at("deals.json")}' (format json, array true)`);
    await made(`copy (from read_parquet('${parquet}')) to '${at("packed.ndjson.gz")}' (format json)`);
    await made(`copy (select columns(*)::varchar from read_parquet('${parquet}')) to '${at("texts.parquet")}' (format parquet)`);
    const own = await ownRows(csv!);
    if (own === "problem") throw new Error("no table");
    for (const name of ["deals.csv", "packed.csv.gz", "utf16.csv", "deals.tsv", "deals.parquet", "texts.parquet", "deals.json", "deals.ndjson", "packed.ndjson.gz"]) {
      const engine = await engineRows([at(name)]);
      expect({ name, ...(engine === "problem" ? {} : { header: engine.header, rowsRead: engine.rowsRead, rows: engine.rows }) }).toEqual({ name, ...own });
    }
  }, 60_000);

  it("are typed by their fields", async () => {
    const { table } = await asked([join(folder, "formats", "deals.parquet")], "select 1");
    expect(Object.fromEntries(table.columns.map(({ name, type }) => [name, type]))).toMatchObject({ "Opportunity ID": "text", "Amount": "number", "Probability (%)": "number", "Close Date": "day", "Stage": "text" });
    expect(table.unreadable).toEqual([]);
  });
});

it("takes the day of a point in time by its wall clock, with a zone in UTC", async () => {
  const path = join(folder, "times.parquet");
  await made(`copy (select '1' as "Opportunity ID", 'Closed Won' as "Stage", timestamp '2026-03-31 23:30:00' as "Close Date", timestamptz '2026-03-31 23:30:00-05:00' as "Created Date") to '${path}' (format parquet)`);
  const { rows, table } = await asked([path], `select "Close Date", "Created Date" from records`);
  expect(rows).toEqual([["2026-03-31", "2026-04-01"]]);
  expect(table.columns.slice(2).map(({ type }) => type)).toEqual(["day", "day"]);
});

it("sums money to the cent, doubles too", async () => {
  const path = join(folder, "doubles.parquet");
  await made(`copy (select i as "Opportunity ID", 'Closed Won' as "Stage", (0.1 + (i % 7) / 100.0)::double as "Amount" from range(1000000) t(i)) to '${path}' (format parquet)`);
  const { rows } = await asked([path], `select sum("Amount"), count(*), sum("Amount" * 1000000000000) from records`);
  expect(rows).toEqual([[129999.97, 1_000_000, 129999970000000000]]);
});

it("gives counts, sums, days, flags and texts as they are, parameters apart", async () => {
  const engine = await duckFiles([written(folder, "parameters.csv", linesOf(20))]);
  await engine.table("");
  const rows = await engine.rows({ sql: `select count(*), sum(1::hugeint), $1, $2 + 1, $3, null, date '2026-02-03', 0.1::decimal(18, 4) + 0.2 from records where "Stage" = $4`, parameters: ["it's", 5, true, "Closed Won"] }, 10);
  expect(rows).toEqual([[5, 5, "it's", 6, true, null, "2026-02-03", 0.3]]);
  await engine.close();
});

it("refuses to give more rows than asked for", async () => {
  await expect(asked([written(folder, "many.csv", linesOf(5000))], "select * from records", 4999)).rejects.toMatchObject({ kind: "too-many-rows", detail: "4999" });
  expect((await asked([written(folder, "many.csv", linesOf(5000))], "select * from records", 5000)).rows).toHaveLength(5000);
});

it("ends a statement that takes too long", async () => {
  const engine = await duckFiles([written(folder, "late.csv", linesOf(50))], { limits: { seconds: 0.3 } });
  await engine.table("");
  await expect(engine.rows({ sql: "select count(*) from range(10000000) a(i), range(10000000) b(i) where a.i * b.i % 7 = 1", parameters: [] }, 1)).rejects.toMatchObject({ kind: "time-out", detail: "0.3" });
  expect(await engine.rows({ sql: "select count(*) from records", parameters: [] }, 1)).toEqual([[50]]);
  await engine.close();
}, 30_000);

it("writes nothing, reads no other file and loads nothing once the table is there", async () => {
  const path = written(folder, "closed.csv", linesOf(30));
  for (const sql of [`select * from read_csv('${path}')`, `copy (select 1) to '${join(folder, "out.csv")}'`, "install httpfs", "load httpfs", "set enable_external_access = true"]) {
    await expect(asked([path], sql)).rejects.toMatchObject({ name: "EngineProblem" });
  }
});

describe("what cannot be read", () => {
  it.each<[string, string, (at: (name: string) => string) => readonly string[]]>([
    ["no such file", "no-file", (at) => [at("absent.csv")]],
    ["a pattern of no files", "no-file", (at) => [at("*.parquet")]],
    ["a folder without any", "empty-folder", (at) => (mkdirSync(at("empty"), { recursive: true }), [at("empty")])],
    ["files of two formats", "mixed-files", (at) => (writeFileSync(at("a.csv"), "a,b\n1,2\n"), writeFileSync(at("a.json"), "[]"), [at("a.csv"), at("a.json")])],
    ["files of two tables", "mixed-tables", (at) => (writeFileSync(at("deals.csv"), "Deal ID,Stage,Amount\n1,Won,2\n"), writeFileSync(at("leads.csv"), "Lead ID,Status,Company,Amount\n1,New,Acme,3\n"), [at("deals.csv"), at("leads.csv")])],
    ["a file of another kind", "unreadable-file", (at) => (writeFileSync(at("a.docx"), "x"), [at("a.docx")])],
    ["Parquet that is none", "unreadable-file", (at) => (writeFileSync(at("bad.parquet"), "PAR1 this is no parquet"), [at("bad.parquet")])],
    ["a packed file that is none", "unreadable-file", (at) => (writeFileSync(at("bad.csv.gz"), "not packed"), [at("bad.csv.gz")])],
    ["JSON that is none", "unreadable-file", (at) => (writeFileSync(at("bad.json"), "{ not json"), [at("bad.json")])],
    ["a header alone", "no-rows", (at) => (writeFileSync(at("header.csv"), "Stage,Amount\n"), [at("header.csv")])],
    ["an empty file", "no-rows", (at) => (writeFileSync(at("empty.csv"), ""), [at("empty.csv")])],
    ["words", "unreadable-file", (at) => (writeFileSync(at("words.txt"), "Dear all,\nplease find it attached.\n"), [at("words.txt")])],
  ])("is a problem: %s", async (_, kind, make) => {
    const temporary = mkdtempSync(join(folder, "within-"));
    const there = mkdtempSync(join(folder, "there-"));
    const open = async (): Promise<void> => {
      const engine = await duckFiles(make((name) => join(there, name)), { within: temporary });
      await engine.table("").finally(() => engine.close());
    };
    await expect(open()).rejects.toMatchObject({ name: "EngineProblem", kind });
    expect(readdirSync(temporary)).toEqual([]);
  });

  it("is said where a folder holds it beside files that can", async () => {
    const path = mkdtempSync(join(folder, "mixed-"));
    written(path, "deals.csv", linesOf(20));
    for (const name of ["march.xlsx", "notes.md", ".hidden"]) writeFileSync(join(path, name), "x");
    const { table } = await asked([path], "select 1");
    expect(table.issues?.filter(({ kind }) => kind === "file-other")).toEqual([{ kind: "file-other", row: null, column: null, found: "march.xlsx, notes.md", count: 2 }]);
  });

  it("is said where a month of a folder has a header alone", async () => {
    const path = mkdtempSync(join(folder, "months-"));
    const lines = linesOf(20);
    written(path, "2026-01.csv", lines);
    written(path, "2026-02.csv", []);
    const { table, rows } = await asked([path], "select count(*) from records");
    expect([rows, table.issues?.filter(({ kind }) => kind === "file-empty")]).toEqual([[[20]], [{ kind: "file-empty", row: null, column: null, found: "2026-02.csv", count: 1 }]]);
  });

  it("is a problem: Parquet without rows", async () => {
    const path = join(folder, "none.parquet");
    await made(`copy (select '1' as "Stage", 1 as "Amount" where false) to '${path}' (format parquet)`);
    await expect(asked([path], "select 1")).rejects.toMatchObject({ kind: "no-rows", detail: "Stage, Amount" });
  });

  it("is a problem: Parquet with a byte of its pages changed", async () => {
    const path = join(folder, "changed.parquet");
    await made(`copy (select '1' as "Stage", 1 as "Amount") to '${path}' (format parquet)`);
    writeFileSync(path, readFileSync(path).fill(0xff, 4, 8));
    await expect(asked([path], "select 1")).rejects.toMatchObject({ kind: "unreadable-file" });
  });
});

// A limit on the size of files stands for a full disk.
onLinux("is a problem: more than the disk holds, and more than memory", async () => {
  const temporary = mkdtempSync(join(folder, "full-"));
  const path = written(folder, "full.csv", linesOf(20_000));
  const said = await inProcess(`engine.table("").catch((problem) => console.log(problem.kind, problem.place.startsWith(${JSON.stringify(temporary)}))).finally(() => engine.close())`, path, temporary, "trap '' XFSZ; ulimit -f 20;");
  expect(said).toEqual({ signal: undefined, stdout: "disk-full true\n" });
  expect(readdirSync(temporary)).toEqual([]);
  const engine = await duckFiles([path], { within: temporary, megabytes: 100 });
  await engine.table("");
  await expect(engine.rows({ sql: "select list(repeat(md5(i::varchar), 9)) from range(900000) t(i)", parameters: [] }, 1)).rejects.toMatchObject({ kind: "no-memory" });
  await engine.close();
}, 60_000);

it("leaves nothing in the folder for temporary files, whether it ends well or is ended", async () => {
  const temporary = mkdtempSync(join(folder, "ended-"));
  const path = written(folder, "ended.csv", linesOf(2000));
  const engine = await duckFiles([path], { within: temporary });
  await engine.table("");
  expect(readdirSync(temporary)).toHaveLength(1);
  await engine.close();
  expect(readdirSync(temporary)).toEqual([]);
  const ended = await inProcess(`engine.table("").then(() => { console.log("typed"); process.kill(process.pid, "SIGTERM"); setTimeout(() => undefined, 60_000); })`, path, temporary);
  expect(ended).toEqual({ signal: "SIGTERM", stdout: "typed\n" });
  expect(readdirSync(temporary)).toEqual([]);
}, 60_000);

onLinux("opens no connection to anywhere", async () => {
  const sockets = (): number => readdirSync("/proc/self/fd").filter((fd) => linkOf(fd).startsWith("socket:")).length;
  const before = sockets();
  const engine = await duckFiles([written(folder, "alone.csv", linesOf(100))]);
  await engine.table("");
  expect(sockets()).toBe(before);
  await engine.close();
});

it("finds the files of a folder within folders, by patterns and by name, each once", async () => {
  const parts = join(folder, "years");
  mkdirSync(join(parts, "year=2025"), { recursive: true });
  mkdirSync(join(parts, "_temporary"));
  const first = written(folder, "first.csv", linesOf(10));
  copyFileSync(first, join(parts, "year=2025", "a.csv"));
  copyFileSync(first, join(parts, "b 'one'.csv"));
  copyFileSync(first, join(parts, "_temporary", "c.csv"));
  for (const [paths, count] of [[[parts], 20], [[join(parts, "**", "*.csv")], 20], [[join(parts, "*.csv")], 10], [[`./${relative(".", parts)}/*.csv`], 10], [[join(parts, "{b,c}*.{csv,tsv}")], 10], [[join(parts, "year=*", "?.csv"), join(parts, "year=2025", "a.csv")], 10]] as const) {
    expect((await asked(paths, "select count(*) from records")).rows).toEqual([[count]]);
  }
});

function linkOf(fd: string): string {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return "";
  }
}
