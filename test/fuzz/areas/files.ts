// Files larger than a sheet, as DuckDB reads and groups them: text, JSON and Parquet, whole, zipped or broken.

import fc from "fast-check";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { recordCount } from "../../../src/crm/record-count";
import { duckFiles } from "../../../src/engine/duckdb";
import { EngineProblem, type Engine, type EngineTable } from "../../../src/engine/engine";
import { openDuck, run } from "../../../src/engine/files/duck";
import { UnsureTable } from "../../../src/engine/read-sample";
import { rollup } from "../../../src/engine/rollup";
import { engineTextIn } from "../../../src/text/engine";
import { dayOf } from "../../../src/values";
import { must, type Area } from "../area";
import { anyBytes, byteChanges, changedBytes } from "../inputs/bytes";
import { anyJsonRecords } from "../inputs/json-records";

const breaks = [dayOf(2026, 1, 1)!, dayOf(2026, 11, 1)!];
const folder = mkdtempSync(join(tmpdir(), "salesbook-fuzz-"));
process.once("exit", () => rmSync(folder, { recursive: true, force: true }));

const text = fc.record({ name: fc.constantFrom("x.csv", "x.tsv"), bytes: anyBytes });
const json = fc.record({ name: fc.constantFrom("x.json", "x.ndjson"), bytes: anyJsonRecords });
const zipped = fc.record({ inner: fc.oneof(text, json), changes: byteChanges }).map(({ inner, changes }) => ({ name: `${inner.name}.gz`, bytes: changedBytes(new Uint8Array(gzipSync(inner.bytes)), changes) }));
const parquet = fc.record({ name: fc.constant("x.parquet"), changes: byteChanges });

type MadeFile = { readonly name: string } & ({ readonly bytes: Uint8Array } | { readonly changes: Parameters<typeof changedBytes>[1] });

export const filesArea: Area<MadeFile> = {
  name: "files",
  inputs: fc.oneof<fc.Arbitrary<MadeFile>[]>(text, json, zipped, parquet),
  async attempt(file) {
    const path = join(folder, file.name);
    writeFileSync(path, "bytes" in file ? file.bytes : changedBytes(await parquetBytes(), file.changes));
    let engine: Engine | null = null;
    try {
      engine = await duckFiles([path], { threads: 1 });
      await checkGroups(engine, await engine.table(""));
    } catch (error) {
      if (error instanceof UnsureTable) return;
      if (!(error instanceof EngineProblem)) throw error;
      must(error.kind !== "statement", `files are read or refused, by no statement that fails: ${error.detail}`);
      must(!/undefined|\[object/.test(engineTextIn("en").problems[error.kind](error.place, error.detail)), "a problem has a sentence");
    } finally {
      await engine?.close();
      rmSync(path, { force: true });
    }
  },
};

/** Every row of the files is a row of the table or reported, and every row of the table is in a group or deleted. */
async function checkGroups(engine: Engine, table: EngineTable): Promise<void> {
  const { import: read } = await rollup(engine, table, { breaks, mostRows: 0, at: "2026-11-23T00:00:00Z" });
  const [[rows]] = (await engine.rows({ sql: "select count(*)::double from records", parameters: [] }, 1)) as [[number]];
  const deleted = read.reading.issues.filter(({ kind }) => kind === "deleted-record").reduce((sum, { count }) => sum + count, 0);
  must(recordCount(read.reading) + deleted === rows, `records (${recordCount(read.reading)}) and deleted ones (${deleted}) are the rows (${rows})`);
  must((table.rowsRead ?? rows) >= rows, "rows read are at least those of the table");
  for (const [field, values] of Object.entries<readonly unknown[]>(read.reading.columns)) must(values.every((value) => typeof value !== "number" || Number.isFinite(value)), `${field} holds numbers a cell can hold`);
}

let whole: Promise<Uint8Array> | null = null;

/** A Parquet file as DuckDB writes it. */
function parquetBytes(): Promise<Uint8Array> {
  return (whole ??= (async () => {
    const path = join(folder, "whole.parquet");
    const duck = await openDuck(path);
    await run(duck, `copy (select 'D' || n as "Deal ID", ['Prospecting', 'Closed Won', 'Closed Lost'][n % 3 + 1] as "Stage", (n * 7.25)::decimal(18, 2) as "Amount", date '2026-01-01' + n::integer as "Close Date", 'Rep ' || n % 5 as "Owner" from range(300) r(n)) to '${path}' (format parquet, row_group_size 128)`);
    await duck.close();
    return new Uint8Array(readFileSync(path));
  })());
}
