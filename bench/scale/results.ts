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
import { count, exponent, megabytes, seconds, times } from "../figures";
import { table } from "../table";
import type { Section, Target } from "../target";
import { makeDeals, type Format } from "./make-deals";

const asOf = dayOf(2026, 11, 28) as Day;
const program = join(__dirname, "..", "..", "dist", "cli", "salesbook.js");
const tenMillion = 10_000_000;
const sizes = (process.env["BENCH_SCALE"] ?? "100000,1000000,10000000").split(",").map(Number);

/** Plain SQL for the same dimensions as the main table has and the sums a person would ask for. */
const plainSql = `select "Stage", "Opportunity Owner", date_trunc('month', "Close Date"), date_trunc('month', "Created Date"), count(*), count("Amount"), sum("Amount"), sum("Close Date" - "Created Date") from records group by all`;

export async function scaleResults(): Promise<Section> {
  const folder = mkdtempSync(join(tmpdir(), "salesbook-scale-"));
  try {
    const all: Sized[] = [];
    for (const deals of sizes) {
      await makeDeals(deals, folder);
      all.push({ count: deals, parquet: built(folder, "parquet"), csv: built(folder, "csv"), groups: await againstPlainSql(join(folder, "deals.parquet")) });
    }
    const clickHouse = await shardsAgainstOne(folder);
    return { lines: [...builtLines(all), ...groupLines(all), ...clickHouse, ""], targets: all.filter(({ count }) => count === tenMillion).flatMap(targetsOf) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Sized {
  readonly count: number;
  readonly parquet: Built;
  readonly csv: Built;
  readonly groups: Grouped;
}

function targetsOf({ parquet, csv, groups }: Sized): readonly Target[] {
  return [
    { what: "10,000,000 deals from Parquet to the workbook", measured: parquet.ms, target: 5000, shown: seconds },
    { what: "Memory of 10,000,000 deals from Parquet", measured: parquet.peak, target: 1000, shown: megabytes },
    { what: "10,000,000 deals from CSV to the workbook", measured: csv.ms, target: 15_000, shown: seconds },
    { what: "The main table's statement over 10,000,000 deals, against plain SQL", measured: groups.main / groups.plain, target: 1.5, shown: times },
  ];
}

function builtLines(all: readonly Sized[]): string[] {
  const power = (format: Format, at: number) => (at === 0 ? "" : exponent(all[at]![format].ms, all[at - 1]![format].ms, all[at]!.count, all[at - 1]!.count).toFixed(2));
  return [
    "## Beyond a sheet: deals to a finished workbook by DuckDB", "",
    "The program as it is shipped, from files on this disk. The exponent is that of the time from the row above: 1 is linear.", "",
    ...table(["Deals", "Parquet", "Exponent", "Memory", "CSV", "Exponent", "Memory", "Workbook"], all.map(({ count: deals, parquet, csv }, at) => [
      count(deals), seconds(parquet.ms), power("parquet", at), megabytes(parquet.peak), seconds(csv.ms), power("csv", at), megabytes(csv.peak), megabytes(parquet.bytes / 2 ** 20),
    ])), "",
  ];
}

function groupLines(all: readonly Sized[]): string[] {
  return [
    "### The groups against plain SQL on the same engine", "",
    "The statement of the main table, and a plain `GROUP BY` of stage, owner, month of close and of creation with counts and sums, in the same process. The whole rollup is all its statements, their rows taken into this process.", "",
    ...table(["Deals", "Plain SQL", "Main table", "Ratio", "Whole rollup", "Rows", "Rollup file"], all.map(({ count: deals, groups: { plain, main, whole, rows, bytes } }) => [
      count(deals), seconds(plain), seconds(main), times(main / plain), seconds(whole), count(rows), megabytes(bytes / 2 ** 20),
    ])), "",
  ];
}

interface Built {
  readonly ms: number;
  /** Megabytes at the highest. */
  readonly peak: number;
  readonly bytes: number;
}

/** A new workbook by the program, in a process of its own. */
function built(folder: string, format: Format): Built {
  if (!existsSync(program)) throw new Error("npm run build comes first");
  const [book, peak, hook] = [join(folder, "book.xlsx"), join(folder, "peak"), join(folder, "peak.cjs")];
  rmSync(book, { force: true });
  writeFileSync(hook, `process.on("exit", () => require("node:fs").writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS / 1024)));`);
  const started = performance.now();
  const done = spawnSync(process.execPath, ["--require", hook, program, "build", join(folder, `deals.${format}`), "-o", book, "--as-of", "2026-11-28"], { encoding: "utf8" });
  const ms = performance.now() - started;
  if (done.status !== 0) throw new Error(done.stderr);
  return { ms, peak: Number(readFileSync(peak, "utf8")), bytes: statSync(book).size };
}

/** Milliseconds of the statements, and what came of them. */
interface Grouped {
  readonly plain: number;
  readonly main: number;
  readonly whole: number;
  readonly rows: number;
  readonly bytes: number;
}

async function againstPlainSql(path: string): Promise<Grouped> {
  const engine = await duckFiles([path], { known: { object: "deal" } });
  try {
    const records = await engine.table("");
    const plain = await quickest(() => engine.rows({ sql: plainSql, parameters: [] }, tenMillion));
    const { made, ms, main } = await rolled(engine, records.name);
    return { plain, main, whole: ms, rows: made.reading.count, bytes: rollupText({ asOf, imports: [made], products: [] }).length };
  } finally {
    await engine.close();
  }
}

/** A rollup, with the time of all its statements and of the one that makes the main table. */
async function rolled(engine: Engine, name: string) {
  const taken = new Map<string, number>();
  const timed: Engine = {
    ...engine,
    rows: async (statement, most) => {
      const started = performance.now();
      const rows = await engine.rows(statement, most);
      taken.set(statement.sql, performance.now() - started);
      return rows;
    },
  };
  const started = performance.now();
  const { import: made } = await rollup(timed, await engine.table(name), { object: "deal", breaks: breaksOf(emptyMemory, asOf), at: "2026-11-28T12:00:00Z", mostRows: 0 });
  return { made, ms: performance.now() - started, main: taken.get(made.reading.groups?.origin.statement ?? "") ?? NaN };
}

/** One server against three of a cluster, all on this machine: what being distributed costs, since they share its processors. */
async function shardsAgainstOne(folder: string): Promise<readonly string[]> {
  const title = "### ClickHouse: one server against three";
  if (!clickHouseServer) return [title, "", "clickhouse-server is not installed: not measured."];
  const most = Math.min(1_000_000, sizes.at(-1)!);
  const [file] = await makeDeals(most, folder, ["parquet"]);
  const files = await duckFiles([file!], { known: { object: "deal" } });
  const { columns, path } = await files.table("");
  const rows = (await files.rows({ sql: `select * from "${path.join('"."')}"`, parameters: [] }, most)).map((row) => row.map((cell) => (typeof cell === "boolean" ? String(cell) : cell)));
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
      title, "", `${count(most)} deals, the whole rollup. The servers share the processors of this machine: this shows what being distributed costs, not how it scales.`, "",
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
