// ClickHouse, one server or a cluster behind Distributed tables, through its official client; read only.

import { ask, sessionOf, type Session } from "./clickhouse-session";
import { quotedName } from "./clickhouse-sql";
import { clickHouseType } from "./clickhouse-types";
import type { Dialect } from "./dialect";
import type { Engine, EngineTable, Limits } from "./engine";
import type { Address } from "./source";
import { tableMeant, type Listed } from "./table-name";

/** How many rows of a table are looked at for what its columns hold. */
const sampleRows = 200;
const mostTables = 50_000;

/** Opens a read-only session. Throws an EngineProblem. */
export async function openClickHouse(source: Address, user: string, password: string | null, limits: Limits, dialect: Dialect): Promise<Engine> {
  const session = await sessionOf(source, user, password, limits);
  return {
    name: `ClickHouse ${session.version}`,
    place: source.server,
    dialect,
    // As literals or in the address of a request they are long; ClickHouse takes 1 MB of either.
    mostParameters: 1000,
    table: (name) => tableOf(session, name),
    rows: (statement, most) => ask(session, statement, most),
    close: () => session.client.close(),
  };
}

async function tableOf(session: Session, name: string): Promise<EngineTable> {
  const table = tableMeant(name, await listed(session), session.place);
  const found = await ask(session, { sql: "select name, type from system.columns where database = $1 and table = $2", parameters: [table.schema, table.name] }, mostTables);
  const columns = found.flatMap(([column, type]) => {
    const holds = clickHouseType(String(type));
    return holds === null ? [] : [{ name: String(column), type: holds }];
  });
  // Days as days, the first of all for none; everything else as ClickHouse writes it.
  const cells = columns.map(({ name, type }) => `toString(${type === "day" ? `nullIf(toDate(${quotedName(name)}), toDate(0))` : quotedName(name)})`);
  const place = `${quotedName(table.schema)}.${quotedName(table.name)}`;
  const sample = await ask(session, { sql: `select ${cells.join(", ")} from ${place} limit ${sampleRows}`, parameters: [] }, sampleRows);
  return {
    name: `${table.schema}.${table.name}`,
    path: [table.schema, table.name],
    columns,
    sample: sample.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))),
    unreadable: [],
  };
}

async function listed(session: Session): Promise<readonly Listed[]> {
  const rows = await ask(session, { sql: "select database, name, database = currentDatabase() from system.tables where lower(database) not in ('system', 'information_schema')", parameters: [] }, mostTables);
  return rows.map(([schema, name, visible]) => ({ schema: String(schema), name: String(name), visible: visible === 1 }));
}
