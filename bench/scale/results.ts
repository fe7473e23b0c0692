// Deals by the million to a finished workbook: time, memory and growth; and what an engine needs for the groups against plain SQL.

import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect } from "../../src/engine/connect";
import { duckFiles } from "../../src/engine/duckdb";
import type { Engine } from "../../src/engine/engine";
import { rollup } from "../../src/engine/rollup";
import { rollupText } from "../../src/rollup-file";
import { breaksOf } from "../../src/sheets/breaks";
import { emptyMemory } from "../../src/sheets/memory";
import { dayOf, type Day } from "../../src/values";
import { clickHouseServer, startClickHouse } from "../../test/engine/servers/clickhouse-cluster";
import { table } from "../table";
import { makeDeals, type Format } from "./make-deals";

const asOf = dayOf(2026, 11, 28) as Day;
const program = join(__dirname, "..", "..", "dist", "cli", "salesbook.js");
const sizes = (process.env["BENCH_SCALE"] ?? "100000,1000000,10000000").split(",").map(Number);

/** Plain SQL for the same dimensions as the main table has and the sums a person would ask for. */
const plainSql = `select "Stage", "Opportunity Owner", date_trunc('month', "Close Date"), date_trunc('month', "Created Date"), count(*), count("Amount"), sum("Amount"), sum("Close Date" - "Created Date") from records group by all`;

export async function scaleResults(): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-scale-"));
  try {
    const parquet: Built[] = [];
    const csv: Built[] = [];
    const engines: string[][] = [];
    for (const count of sizes) {
      await makeDeals(count, folder);
      parquet.push(built(folder, "parquet", count));
      csv.push(built(folder, "csv", count));
      engines.push(await againstPlainSql(join(folder, "deals.parquet"), count));
    }
    const clickHouse = await shardsAgainstOne(folder);
    return [
      "## Beyond a sheet: deals to a finished workbook by DuckDB", "",
      "The program as it is shipped, from files on this disk (targets for 10,000,000: 5 s and 1 GB from Parquet, 15 s from CSV). The exponent is that of the time from the row above: 1 is linear.", "",
      ...table(["Deals", "Parquet", "Exponent", "Memory", "CSV", "Exponent", "Memory", "Workbook"], parquet.map((one, at) => [
        one.count.toLocaleString("en-US"), seconds(one.ms), exponent(one, parquet[at - 1]), megabytes(one.peak), seconds(csv[at]!.ms), exponent(csv[at]!, csv[at - 1]), megabytes(csv[at]!.peak), megabytes(one.bytes / 2 ** 20),
      ])), "",
      "### The groups against plain SQL on the same engine", "",
      "The statement of the main table, and a plain `GROUP BY` of stage, owner, month of close and of creation with counts and sums, in the same process (target: 1.5 ×). The whole rollup is all its statements, their rows taken into this process.", "",
      ...table(["Deals", "Plain SQL", "Main table", "Ratio", "Whole rollup", "Rows", "Rollup file"], engines), "",
      ...clickHouse, "",
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Built {
  readonly count: number;
  readonly ms: number;
  /** Megabytes at the highest. */
  readonly peak: number;
  readonly bytes: number;
}

/** A new workbook by the program, in a process of its own. */
function built(folder: string, format: Format, count: number): Built {
  if (!existsSync(program)) throw new Error("npm run build comes first");
  const [book, peak, hook] = [join(folder, "book.xlsx"), join(folder, "peak"), join(folder, "peak.cjs")];
  rmSync(book, { force: true });
  writeFileSync(hook, `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS / 1024)));`);
  const started = performance.now();
  const done = spawnSync(process.execPath, ["--require", hook, program, "build", join(folder, `deals.${format}`), "-o", book, "--as-of", "2026-11-28"], { encoding: "utf8" });
  const ms = performance.now() - started;
  if (done.status !== 0) throw new Error(done.stderr);
  return { count, ms, peak: Number(readFileSync(peak, "utf8")), bytes: statSync(book).size };
}

async function againstPlainSql(path: string, count: number): Promise<string[]> {
  const engine = await duckFiles([path], { known: { object: "deal" } });
  try {
    const records = await engine.table("");
    const plain = await quickest(() => engine.rows({ sql: plainSql, parameters: [] }, 10_000_000));
    const { made, ms, main } = await rolled(engine, records.name);
    return [count.toLocaleString("en-US"), seconds(plain), seconds(main), `${(main / plain).toFixed(2)} ×`, seconds(ms), made.reading.count.toLocaleString("en-US"), megabytes(rollupText({ asOf, imports: [made], products: [] }).length / 2 ** 20)];
  } finally {
    await engine.close();
  }
}

/** A rollup, with the time of all its statements and of the one that makes the main table. */
async function rolled(engine: Engine, name: string) {
  const times = new Map<string, number>();
  const timed: Engine = {
    ...engine,
    rows: async (statement, most) => {
      const started = performance.now();
      const rows = await engine.rows(statement, most);
      times.set(statement.sql, performance.now() - started);
      return rows;
    },
  };
  const started = performance.now();
  const { import: made } = await rollup(timed, await engine.table(name), { object: "deal", breaks: breaksOf(emptyMemory, asOf), at: "2026-11-28T12:00:00Z", mostRows: 0 });
  return { made, ms: performance.now() - started, main: times.get(made.reading.groups?.origin.statement ?? "") ?? NaN };
}

/** One server against three of a cluster, all on this machine: what being distributed costs, since they share its processors. */
async function shardsAgainstOne(folder: string): Promise<readonly string[]> {
  const title = "### ClickHouse: one server against three";
  if (!clickHouseServer) return [title, "", "clickhouse-server is not installed: not measured."];
  const count = Math.min(1_000_000, sizes.at(-1)!);
  const [file] = await makeDeals(count, folder, ["parquet"]);
  const files = await duckFiles([file!], { known: { object: "deal" } });
  const { columns, path } = await files.table("");
  const rows = (await files.rows({ sql: `select * from "${path.join('"."')}"`, parameters: [] }, count)).map((row) => row.map((cell) => (typeof cell === "boolean" ? String(cell) : cell)));
  await files.close();
  const cluster = await startClickHouse(3);
  try {
    const types = { text: "Nullable(String)", number: "Nullable(Decimal(18, 4))", day: "Nullable(Date)", flag: "Nullable(UInt8)" };
    const fields = columns.map(({ name, type }) => `"${name}" ${types[type]}`).join(", ");
    for (const each of ["deals_here", "alone"]) await cluster.everywhere(`create table ${each} (${fields}) engine = MergeTree order by tuple()`);
    await cluster.everywhere("create table deals as deals_here engine = Distributed(crm, default, deals_here, rand())");
    for (const each of ["deals", "alone"]) await cluster.insert(each, rows);
    const engine = await connect(`clickhouse://127.0.0.1:${cluster.port}/default`, { seconds: 600 }, {});
    const [alone, three] = [await rolled(engine, "alone"), await rolled(engine, "deals")];
    await engine.close();
    return [
      title, "", `${count.toLocaleString("en-US")} deals, the whole rollup. The servers share the processors of this machine: this shows what being distributed costs, not how it scales.`, "",
      ...table(["Servers", "Whole rollup", "Main table"], [["1", seconds(alone.ms), seconds(alone.main)], ["3", seconds(three.ms), seconds(three.main)]]),
    ];
  } finally {
    await cluster.stop();
  }
}

async function quickest(run: () => Promise<unknown>): Promise<number> {
  let best = Infinity;
  for (let time = 0; time < 3; time += 1) {
    const started = performance.now();
    await run();
    best = Math.min(best, performance.now() - started);
  }
  return best;
}

function exponent(one: Built, before: Built | undefined): string {
  return before ? (Math.log(one.ms / before.ms) / Math.log(one.count / before.count)).toFixed(2) : "";
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function megabytes(size: number): string {
  return `${size < 10 ? size.toFixed(1) : Math.round(size).toLocaleString("en-US")} MB`;
}
