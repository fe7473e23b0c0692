// Small tables of an engine beside the same rows as a file.

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { isProblem, parseTable } from "../../src/crm/table";
import { rowKinds, type ObjectKind } from "../../src/crm/reading";
import { duckFiles } from "../../src/engine/duckdb";
import { rollup } from "../../src/engine/rollup";
import type { RollupLimits } from "../../src/engine/rollups/definition";
import { readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { describeWithShared, sharedData } from "../shared-data";
import { csvOf, madeDeals } from "./made-deals";

const folder = mkdtempSync(join(tmpdir(), "salesbook-rows-"));
afterAll(() => rmSync(folder, { recursive: true }));

async function byEngine(path: string, object: ObjectKind, mostRows?: number, limits: Partial<RollupLimits> = {}): Promise<Import> {
  const engine = await duckFiles([path], { known: { object } });
  try {
    const { import: read, answer } = await rollup(engine, await engine.table(path), { object, breaks: [], at: "", limits, ...(mostRows === undefined ? {} : { mostRows }) });
    if (!read.reading.groups) expect(await answer([])).toEqual(new Map());
    return read;
  } finally {
    await engine.close();
  }
}

function byReader(path: string, object: ObjectKind): Import {
  const table = parseTable({ file: "file", bytes: new Uint8Array(readFileSync(path)) });
  if (isProblem(table)) throw new Error(table.problem);
  return readExport(table, { object });
}

/** Records as lines in an order of their own; where a record stood in its file is no field of it. */
function recordsOf({ reading }: Import): readonly string[] {
  const columns = [...Object.entries(reading.columns as unknown as Record<string, readonly unknown[]>).filter(([field]) => field !== "row"), ...reading.extras.map(({ header, values }) => [header, values] as const)];
  return Array.from({ length: reading.count }, (_, at) => JSON.stringify(columns.map(([field, values]) => [field, values[at]]))).sort();
}

describeWithShared("packed files that are small", () => {
  it.each<[string, ObjectKind]>([
    ["maven_crm/sales_pipeline.csv", "deal"], ["maven_crm/accounts.csv", "account"], ["salesforce_export/Opportunity.csv", "deal"], ["nps_airlines/airlines.csv", "survey"],
    ["cn_auto_crm/交易.csv", "deal"], ["nasty/02_fxiaoke_cn_amounts.tsv", "deal"], ["nasty/04_dynamics_german_decimals_bom.csv", "deal"], ["nasty/06_zoho_totals_and_repeated_header.csv", "deal"], ["nasty/08_fxiaoke_gb18030.csv", "deal"],
  ])("are the records of the file: %s", async (name, object) => {
    const path = sharedData(name)!;
    const packed = join(folder, `${name.replaceAll("/", "-")}.gz`);
    writeFileSync(packed, gzipSync(readFileSync(path)));
    const [engine, reader] = [await byEngine(packed, object), byReader(path, object)];
    expect(engine.reading.groups).toBeUndefined();
    expect(recordsOf(engine)).toEqual(recordsOf(reader));
    expect(engine.table.rowsRead).toBe(reader.table.rowsRead);
    // Rows left out are lines of the file; records of the table are none.
    expect(engine.reading.issues.filter(({ row, kind }) => row !== null && !rowKinds.has(kind))).toEqual([]);
  });
});

it("tells the stage history that columns of days tell, as of a file", async () => {
  const path = join(folder, "hubspot.csv.gz");
  const text = 'Record ID,Deal Name,Deal Stage,Amount,Close Date,"Date entered ""Demo (Sales Pipeline)""","Date entered ""Closed Won (Sales Pipeline)"""\n1,A,Closed Won,5,2026-02-01,2026-01-02,2026-01-20\n2,B,Demo,5,2026-02-01,2026-01-03,\n';
  writeFileSync(path, gzipSync(text));
  const engine = await duckFiles([path], { known: {} });
  try {
    const { history } = await rollup(engine, await engine.table(path), { breaks: [], at: "" });
    expect([history?.recognition.object, history?.reading.columns]).toMatchObject(["stageMove", { dealId: ["1", "1", "2"], to: ["Demo", "Closed Won", "Demo"], from: [null, "Demo", null], days: [18, null, null] }]);
  } finally {
    await engine.close();
  }
});

it("says of groups that columns of stage days make no history", async () => {
  const path = join(folder, "hubspot-many.csv");
  writeFileSync(path, 'Record ID,Deal Name,Deal Stage,Amount,Close Date,"Date entered ""Demo (Sales Pipeline)""","Date entered ""Closed Won (Sales Pipeline)"""\n1,A,Closed Won,5,2026-02-01,2026-01-02,2026-01-20\n2,B,Demo,5,2026-02-01,2026-01-03,\n');
  const { reading: { issues } } = await byEngine(path, "deal", 0);
  expect(issues.filter(({ kind }) => kind === "stage-days-grouped" || kind === "ungrouped")).toEqual([{ kind: "stage-days-grouped", row: null, column: 'Date entered "Demo (Sales Pipeline)"', found: null, count: 2 }]);
});

it("counts won deals at their actual amount in rows and in groups", async () => {
  const path = join(folder, "dynamics.csv");
  writeFileSync(path, "(Do Not Modify) Opportunity,Topic,Est. Revenue,Actual Revenue,Status,Actual Close Date\n1,A,100,90,Won,2026-01-02\n2,B,100,,Won,2026-01-02\n3,C,100,0,Lost,2026-01-02\n4,D,,30,Won,2026-01-02\n5,E,7,7,Won,2026-01-02\n");
  const sums = async (mostRows?: number) => {
    const { reading } = await byEngine(path, "deal", mostRows);
    const { outcome, amount } = reading.columns as unknown as { readonly outcome: readonly string[]; readonly amount: readonly (number | null)[] };
    const sumOf = (of: string) => amount.reduce<number>((sum, one, at) => sum + (outcome[at] === of ? (one ?? 0) : 0), 0);
    return [sumOf("won"), sumOf("lost"), reading.issues.filter(({ kind }) => kind === "actual-amount")];
  };
  const said = [{ kind: "actual-amount", row: null, column: "Actual Revenue", found: null, count: 2 }];
  expect([await sums(), await sums(0)]).toEqual([[227, 100, said], [227, 100, said]]);
});

it.each(["csv", "parquet", "decimals.parquet"])("sums amounts of a hundred trillion and more in groups of .%s, and says what is beyond all", async (ending) => {
  const path = join(folder, `vast.${ending}`);
  const rows = [["1", "Closed Won", "250000000000000"], ["2", "Closed Won", "0.5"], ["3", "Closed Lost", "7"], ["4", "Closed Lost", "1e300"]] as const;
  if (ending === "csv") writeFileSync(path, `Opportunity ID,Stage,Amount,Close Date\n${rows.map(([id, stage, amount]) => `${id},${stage},${amount === "1e300" ? "9".repeat(40) : amount},2026-01-05`).join("\n")}\n`);
  else await parquet(path, `select id as "Opportunity ID", stage as "Stage", ${ending === "parquet" ? "amount::double" : "try_cast(amount as decimal(38, 4))"} as "Amount", date '2026-01-05' as "Close Date" from (values ${rows.map((row) => `('${row.join("', '")}')`).join(", ")}) as t(id, stage, amount)`);
  const { reading } = await byEngine(path, "deal", 0);
  const { outcome, amount } = reading.columns as unknown as { readonly outcome: readonly string[]; readonly amount: readonly (number | null)[] };
  const sumOf = (of: string) => amount.reduce<number>((sum, one, at) => sum + (outcome[at] === of ? (one ?? 0) : 0), 0);
  expect([sumOf("won"), sumOf("lost")]).toEqual([250_000_000_000_000.5, 7]);
  expect(reading.issues.filter(({ kind, column }) => kind === "unreadable" && column === "Amount").map(({ count }) => count)).toEqual(ending === "decimals.parquet" ? [] : [1]);
});

async function parquet(path: string, query: string): Promise<void> {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (${query}) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
}

it.each([["Amount (¥)", ""], ["Amount", "¥"]])("takes ¥ for yen outside China in groups too: %s", async (amount, currency) => {
  const path = join(folder, "yen.csv");
  writeFileSync(path, `Deal ID,Deal Name,Stage,${amount},Currency,Close Date\n1,A,Closed Won,500,${currency},2026-01-05\n`);
  const currencies = async (mostRows?: number) => ((await byEngine(path, "deal", mostRows)).reading.columns as unknown as { readonly currency: unknown }).currency;
  expect([await currencies(), await currencies(0)]).toEqual([["JPY"], ["JPY"]]);
});

it("says where records are too many to look for double ones", async () => {
  const path = join(folder, "doubles.csv");
  writeFileSync(path, "Deal ID,Deal Name,Stage,Amount,Close Date\n1,A,Closed Won,5,2026-01-05\n1,A,Closed Won,5,2026-01-05\n2,B,Closed Won,5,2026-01-05\n");
  const doubles = async (limits: Partial<RollupLimits>) => (await byEngine(path, "deal", 0, limits)).reading.issues.filter(({ kind }) => kind.startsWith("duplicate")).map(({ kind, column, count }) => [kind, column, count]);
  expect([await doubles({}), await doubles({ doubles: 2 })]).toEqual([[["duplicate", "Deal ID", 1]], [["duplicate-unchecked", "Deal ID", 3]]]);
});

it("cuts names that are too long in groups as in rows, and says so", async () => {
  const path = join(folder, "long.csv");
  writeFileSync(path, `Deal ID,Deal Name,Stage,Owner,Amount,Close Date\n1,A,Closed Won,${"x".repeat(300)},5,2026-01-05\n2,B,Closed Won,${"x".repeat(300)},5,2026-01-05\n3,C,Closed Won,Ann,5,2026-01-05\n`);
  const told = async (mostRows?: number) => {
    const { reading } = await byEngine(path, "deal", mostRows);
    const { owner } = reading.columns as unknown as { readonly owner: readonly (string | null)[] };
    return [[...new Set(owner.map((name) => name?.length))].sort(), reading.issues.filter(({ kind }) => kind === "too-long").map(({ column, count }) => [column, count])];
  };
  expect(await told()).toEqual([[255, 3], [["Owner", 2]]]);
  expect(await told(0)).toEqual(await told());
});

it("reads typed columns: amounts of three decimals, days, flags, nothing", async () => {
  const path = join(folder, "typed.parquet");
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  await connection.run(`copy (select * from (values ('1', 'Closed Won', 1.234::decimal(9, 3), date '2026-01-05', true), ('2', 'Closed Lost', null, null, false)) as t("Opportunity ID", "Stage", "Amount", "Close Date", "Reviewed")) to '${path}' (format parquet)`);
  connection.closeSync();
  instance.closeSync();
  const { reading } = await byEngine(path, "deal");
  expect(reading.columns).toMatchObject({ id: ["1", "2"], amount: [1.234, null], closeDate: [46027, null], outcome: ["won", "lost"] });
  expect(reading.extras).toEqual([{ header: "Reviewed", values: ["true", "false"] }]);
});

it("groups what has more records, and everything where it is told to", async () => {
  const path = join(folder, "deals.csv");
  writeFileSync(path, csvOf(madeDeals(300)));
  expect((await byEngine(path, "deal", 300)).reading.groups).toBeUndefined();
  expect((await byEngine(path, "deal", 299)).reading.groups).toBeDefined();
  expect((await byEngine(path, "deal", 0)).reading.groups).toBeDefined();
});

it("reads accounts one by one however few are read so, and says when they are too many", async () => {
  const path = join(folder, "accounts.csv");
  writeFileSync(path, `Account ID,Account Name,Industry\n${Array.from({ length: 200_001 }, (_, at) => `${at},Customer ${at},Retail`).join("\n")}\n`);
  await expect(byEngine(path, "account")).rejects.toMatchObject({ kind: "too-many-rows", detail: "200,001 > 200,000" });
  writeFileSync(path, "Account ID,Account Name,Industry\n1,A,Retail\n2,B,Retail\n");
  expect((await byEngine(path, "account", 1)).reading).toMatchObject({ count: 2 });
}, 30_000);
