// The tables that files hold, loaded into real servers, so that all engines are asked about the same records.

import type { ColumnType, Engine, EngineColumn, EngineRow, EngineTable } from "../../src/engine/engine";
import type { ClickHouseCluster } from "./servers/clickhouse-cluster";
import type { Postgres } from "./servers/postgres";
import type { LoadedCell } from "./servers/tab-separated";

/** Copies a table of the engine over files, as it is typed there, to all shards and to PostgreSQL. */
export async function loadTable(name: string, engine: Engine, table: EngineTable, cluster: ClickHouseCluster, postgres: Postgres): Promise<void> {
  const path = table.path.map((part) => `"${part}"`).join(".");
  const rows = await engine.rows({ sql: `select ${table.columns.map((column) => `"${column.name.replaceAll('"', '""')}"`).join(", ")} from ${path}`, parameters: [] }, table.rowsRead ?? 2_000_000);
  await loadRows(name, table.columns, rows, cluster, postgres);
}

/** The same for rows at hand. */
export async function loadRows(name: string, columns: readonly EngineColumn[], rows: readonly EngineRow[], cluster: ClickHouseCluster, postgres: Postgres): Promise<void> {
  const cells = (textOfFlag: (flag: boolean) => string) => rows.map((row) => row.map((cell): LoadedCell => (typeof cell === "boolean" ? textOfFlag(cell) : cell)));
  await cluster.everywhere(`create table ${name}_here (${typed(columns, clickHouseTypes)}) engine = MergeTree order by tuple()`);
  await cluster.everywhere(`create table ${name} as ${name}_here engine = Distributed(crm, default, ${name}_here, rand())`);
  await cluster.insert(name, cells((flag) => (flag ? "1" : "0")));
  await postgres.run(`create table crm.${name} (${typed(columns, postgresTypes)})`);
  await postgres.insert(`crm.${name}`, cells(String));
}

const clickHouseTypes: Readonly<Record<ColumnType, string>> = { text: "Nullable(String)", number: "Nullable(Decimal(18, 4))", day: "Nullable(Date)", flag: "Nullable(UInt8)" };
const postgresTypes: Readonly<Record<ColumnType, string>> = { text: "text", number: "numeric(18, 4)", day: "date", flag: "boolean" };

function typed(columns: readonly EngineColumn[], types: Readonly<Record<ColumnType, string>>): string {
  return columns.map(({ name, type }) => `"${name}" ${types[type]}`).join(", ");
}
