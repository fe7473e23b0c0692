// PostgreSQL and what speaks its protocol, through `pg`; read only, and all statements of a session see the same data.

import { Socket } from "node:net";
import { Client, DatabaseError, type QueryArrayConfig } from "pg";
import { certificatesOf } from "./certificates";
import type { Dialect } from "./dialect";
import { EngineProblem, type Engine, type EngineCell, type EngineColumn, type EngineRow, type EngineTable, type Limits, type Statement } from "./engine";
import { postgresProblem } from "./postgres-problem";
import { asPostgresWrites, postgresType } from "./postgres-types";
import type { Address } from "./source";
import { tableMeant, type Listed } from "./table-name";

interface Session {
  readonly client: Client;
  readonly socket: Socket;
  readonly place: string;
  readonly password: string | null;
  readonly seconds: number;
  /** The statement before: a connection takes one at a time. */
  last: Promise<unknown>;
}

/** How many rows of a table are looked at for what its columns hold. */
const sampleRows = 200;
const mostTables = 50_000;
/** How long the server may take to take us in. */
const connectSeconds = 15;
const keep = "savepoint salesbook";
const back = "rollback to savepoint salesbook";

/** Opens a read-only session with one snapshot. Throws an EngineProblem. */
export async function openPostgres(source: Address, user: string, password: string | null, limits: Limits, dialect: Dialect): Promise<Engine> {
  const session = await sessionOf(source, user, password, limits);
  const [version] = await rowsOf(session, { sql: "select version()", parameters: [] }, 1);
  return {
    name: nameOf(String(version?.[0])),
    place: source.server,
    dialect,
    // The protocol counts them in 16 bits.
    mostParameters: 32_000,
    table: (name) => tableOf(session, name),
    rows: (statement, most) => rowsOf(session, statement, most),
    close: () => close(session),
  };
}

async function sessionOf(source: Address, user: string, password: string | null, { seconds }: Limits): Promise<Session> {
  const socket = new Socket();
  const client = new Client({
    host: source.host,
    port: source.port,
    user,
    // A function, or an absent password would be looked for in the variables of this process.
    password: () => password ?? "",
    database: source.database ?? user,
    ssl: source.tls ? { rejectUnauthorized: true, ...(source.ca === null ? {} : { ca: certificatesOf(source) }) } : false,
    application_name: "salesbook",
    connectionTimeoutMillis: connectSeconds * 1000,
    // The server's own limit comes first; this is for a server that says nothing any more.
    query_timeout: (seconds + 5) * 1000,
    keepAlive: true,
    types: asPostgresWrites,
    stream: () => socket,
  });
  // The statement that waits is told as well; without a listener the process would end.
  client.on("error", () => undefined);
  const session: Session = { client, socket, place: source.place, password, seconds, last: Promise.resolve() };
  try {
    await client.connect();
    await begin(client, seconds);
  } catch (error) {
    await close(session);
    throw postgresProblem(error, source.place, password, false);
  }
  return session;
}

/** One snapshot for all statements, nothing written, days by UTC. All of it ends with the transaction: a pool keeps none of it. */
async function begin(client: Client, seconds: number): Promise<void> {
  await client.query("begin isolation level repeatable read read only");
  for (const setting of ["default_transaction_read_only = on", `statement_timeout = ${seconds * 1000}`, "time zone 'UTC'", "datestyle = 'ISO'"]) await client.query(`set local ${setting}`);
  // When a statement fails, this keeps the snapshot.
  await client.query(keep);
  // Between statements the workbook is planned. Not all that speaks the protocol knows this setting.
  await client.query("set local idle_in_transaction_session_timeout = 0").then(() => client.query(keep), () => client.query(back));
}

/** One after the other, each with a limit of its own on the server: a row more than allowed is enough to know. */
function rowsOf(session: Session, { sql, parameters }: Statement, most: number): Promise<readonly EngineRow[]> {
  const text = `select * from (${sql}) as salesbook limit ${most + 1}`;
  const answer = session.last.then(() => answered(session, text, parameters));
  session.last = answer.catch(() => undefined);
  return answer.then((rows) => {
    if (rows.length > most) throw new EngineProblem("too-many-rows", session.place, String(most));
    return rows;
  });
}

/** By the extended protocol, which takes one statement only: a second one behind a `;` is an error. */
async function answered(session: Session, text: string, values: Statement["parameters"]): Promise<readonly EngineRow[]> {
  try {
    const query: QueryArrayConfig & { readonly queryMode: "extended" } = { text, values: [...values], rowMode: "array", queryMode: "extended" };
    const result = await session.client.query<EngineCell[]>(query);
    return result.rows;
  } catch (error) {
    if (error instanceof DatabaseError) await session.client.query(back).catch(() => undefined);
    // What did not answer in time would answer the next statement.
    else session.socket.destroy();
    throw postgresProblem(error, session.place, session.password, true);
  }
}

async function tableOf(session: Session, name: string): Promise<EngineTable> {
  const table = tableMeant(name, await listed(session), session.place);
  const path = [table.schema, table.name];
  const columns = await columnsOf(session, table);
  if (columns.length === 0) throw new EngineProblem("not-allowed", session.place, path.join("."));
  const cells = columns.map(({ name, type }) => `${quotedName(name)}${type === "day" ? "::date" : ""}::text`);
  const sample = await rowsOf(session, { sql: `select ${cells.join(", ")} from ${path.map(quotedName).join(".")} limit ${sampleRows}`, parameters: [] }, sampleRows);
  return { name: path.join("."), path, columns, sample: sample.map((row) => row.map((cell) => (cell === null ? "" : String(cell)))), unreadable: [] };
}

/** Tables, views, materialised views, foreign and partitioned tables. */
async function listed(session: Session): Promise<readonly Listed[]> {
  const sql = `select n.nspname, c.relname, pg_catalog.pg_table_is_visible(c.oid)
    from pg_catalog.pg_class c join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'v', 'm', 'f', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`;
  const rows = await rowsOf(session, { sql, parameters: [] }, mostTables);
  return rows.map(([schema, name, visible]) => ({ schema: String(schema), name: String(name), visible: visible === true }));
}

/** The columns that the user may read, in their order; a domain holds what its base type holds. */
async function columnsOf(session: Session, { schema, name }: Listed): Promise<readonly EngineColumn[]> {
  const sql = `select a.attname, coalesce(b.typname, t.typname)
    from pg_catalog.pg_attribute a
    join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace
    join pg_catalog.pg_type t on t.oid = a.atttypid left join pg_catalog.pg_type b on b.oid = t.typbasetype
    where n.nspname = $1 and c.relname = $2 and a.attnum > 0 and not a.attisdropped
      and pg_catalog.has_column_privilege(c.oid, a.attnum, 'select')
    order by a.attnum`;
  const rows = await rowsOf(session, { sql, parameters: [schema, name] }, mostTables);
  return rows.map(([column, type]) => ({ name: String(column), type: postgresType(String(type)) }));
}

function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** `PostgreSQL 15`, `CockroachDB 23`: by the first words of what the server says it is. */
function nameOf(version: string): string {
  const [, product = "PostgreSQL", number = ""] = /^(\w+)\D*(\d+)/.exec(version) ?? [];
  return `${product} ${number}`.trim();
}

/** Says goodbye where the server still listens, and hangs up in any case. */
async function close({ client, socket }: Session): Promise<void> {
  const goodbye = client.end().catch(() => undefined);
  const patience = new Promise((resolve) => setTimeout(resolve, 1000).unref());
  await Promise.race([goodbye, patience]);
  socket.destroy();
}
