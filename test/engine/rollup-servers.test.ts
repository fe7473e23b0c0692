// The same groups and answers from a cluster of three ClickHouse servers and from PostgreSQL as from plain loops.

import { openClickHouse } from "../../src/engine/clickhouse";
import { clickHouseDialect } from "../../src/engine/dialects/clickhouse";
import { postgresDialect } from "../../src/engine/dialects/postgres-family";
import type { Engine } from "../../src/engine/engine";
import { openPostgres } from "../../src/engine/postgres";
import { rollup } from "../../src/engine/rollup";
import { sourceOf } from "../../src/engine/source";
import { readExport } from "../../src/read-exports";
import type { Import } from "../../src/sheets/data/import";
import { dayOfIso } from "../../src/values";
import { tableOf } from "../crm/tables";
import { answerRows, groupRows } from "./group-rows";
import { textsOf } from "./group-texts";
import { madeDeals, madeHeader } from "./made-deals";
import { questionsOfDeals, rounded } from "./questions";
import { clickHouseServer, startClickHouse } from "./servers/clickhouse-cluster";
import { postgresPassword, postgresPrograms, startPostgres } from "./servers/postgres";
import { describeWith } from "./servers/process";

jest.setTimeout(120_000);

const rows = madeDeals(4000);
const breaks = ["2025-03-10", "2025-06-01", "2025-06-02", "2025-10-15"].map((iso) => dayOfIso(iso)!);
/** What each column of the made deals holds; everything else is text. */
const types: Readonly<Record<string, "number" | "rate" | "day">> = { Amount: "number", "Probability (%)": "rate", "Created Date": "day", "Close Date": "day", "Won Date": "day", "Last Activity": "day" };

function columns(names: { readonly text: string; readonly number: string; readonly rate: string; readonly day: string }): string {
  return madeHeader.map((name) => `"${name}" ${names[types[name] ?? "text"]}`).join(", ");
}

/** A typed column has nothing where a file has an empty cell. */
function* loaded() {
  for (const row of rows) yield row.map((cell, at) => (cell === "" && types[madeHeader[at]!] !== undefined ? null : cell));
}

/** Records as lines in an order of their own; where a record stood in its file is no field of it. */
function recordsOf({ reading }: Pick<Import, "reading">): readonly string[] {
  const columns = Object.entries(reading.columns as unknown as Record<string, readonly unknown[]>).filter(([field]) => field !== "row");
  return Array.from({ length: reading.count }, (_, at) => JSON.stringify(columns.map(([field, values]) => [field, values[at]]))).sort();
}

async function check(engine: Engine, name: string): Promise<void> {
  const plain = readExport(tableOf(madeHeader, rows), { object: "deal" });
  const byRow = await rollup(engine, await engine.table(name), { object: "deal", breaks, at: "" });
  expect(byRow.import.reading.groups).toBeUndefined();
  expect(recordsOf(byRow.import)).toEqual(recordsOf(plain));
  for (const limits of [{}, { open: 100, newestWon: 0 }]) {
    const made = await rollup(engine, await engine.table(name), { object: "deal", breaks, limits, mostRows: 0, at: "2026-11-28T12:00:00Z" });
    expect(textsOf(made.import)).toEqual(textsOf(groupRows(plain, { breaks, limits })));
    const questions = questionsOfDeals();
    expect(rounded(await made.answer(questions))).toEqual(rounded(answerRows(plain, questions)));
  }
}

describeWith(clickHouseServer, "clickhouse-server", "groups by ClickHouse", () => {
  it("are those of the rows, over three shards", async () => {
    const cluster = await startClickHouse(3);
    try {
      await cluster.everywhere(`create table deals_l (${columns({ text: "Nullable(String)", number: "Nullable(Decimal(12, 2))", rate: "Nullable(Float64)", day: "Nullable(Date)" })}) engine = MergeTree order by tuple()`);
      await cluster.everywhere("create table deals as deals_l engine = Distributed(crm, default, deals_l, rand())");
      await cluster.insert("deals", loaded());
      const engine = await openClickHouse(sourceOf(`clickhouse://127.0.0.1:${cluster.port}`), "default", null, { seconds: 60 }, clickHouseDialect);
      await check(engine, "deals").finally(() => engine.close());
    } finally {
      await cluster.stop();
    }
  });
});

describeWith(postgresPrograms, "postgresql", "groups by PostgreSQL", () => {
  it("are those of the rows", async () => {
    const server = await startPostgres();
    try {
      await server.run(`create table crm.deals (${columns({ text: "text", number: "numeric(12, 2)", rate: "double precision", day: "date" })}); grant select on crm.deals to crm`);
      await server.insert("crm.deals", loaded());
      await server.run(`create view crm.written as select "Opportunity ID", "Stage", '$' || "Amount"::text as "Amount" from crm.deals; grant select on crm.written to crm`);
      const engine = await openPostgres(sourceOf(`postgres://127.0.0.1:${server.port}/sales`), "crm", postgresPassword, { seconds: 60 }, postgresDialect);
      try {
        await check(engine, "crm.deals");
        // Amounts that are text are read row by row as in a file, and are missing in groups, which is said.
        const written = await engine.table("crm.written");
        const [byRow, groups] = [await rollup(engine, written, { object: "deal", breaks, at: "" }), await rollup(engine, written, { object: "deal", breaks, at: "", mostRows: 0 })].map((made) => made.import.reading);
        expect(byRow!.columns).toMatchObject({ amount: expect.arrayContaining([expect.any(Number)]) as unknown });
        expect(byRow!.issues.map(({ kind }) => kind)).not.toContain("other-type");
        expect(groups!.issues).toContainEqual(expect.objectContaining({ kind: "other-type", column: "Amount" }));
        expect(groups!.issues).not.toContainEqual(expect.objectContaining({ kind: "ungrouped", column: "Amount" }));
      } finally {
        await engine.close();
      }
    } finally {
      await server.remove();
    }
  });
});
