// A read-only session with ClickHouse: how it is opened, and how one statement gets its whole answer or a problem.

import { ClickHouseLogLevel, createClient, type ClickHouseClient, type ClickHouseSettings } from "@clickhouse/client";
import { randomUUID } from "node:crypto";
import { clickHouseProblem, serverCode } from "./clickhouse-problem";
import { bound, inlined } from "./clickhouse-sql";
import { clickHouseCell, clickHouseType } from "./clickhouse-types";
import { certificatesOf } from "./certificates";
import { EngineProblem, type EngineRow, type Limits, type Statement } from "./engine";
import type { Address } from "./source";

/** What the engine is opened with, and what each request needs of it. */
export interface Session {
  readonly client: ClickHouseClient;
  readonly place: string;
  readonly password: string | null;
  readonly limits: Limits;
  readonly settings: ClickHouseSettings;
  /** `18.16`. */
  readonly version: string;
  /** False for a user who may change no setting: the limit on rows then stands in the statement. */
  readonly settable: boolean;
}

/** How long the server may take for its first answer. */
const connectSeconds = 15;

/** How often it is asked what a statement has read so far. */
const progressMilliseconds = 1000;

/** Opens a session. Throws an EngineProblem. */
export async function sessionOf(source: Address, user: string, password: string | null, limits: Limits): Promise<Session> {
  const client = clientOf(source, user, password, limits);
  try {
    return await firstThatWorks(client, source, password, limits);
  } catch (error) {
    await client.close().catch(() => undefined);
    throw clickHouseProblem(error, source.place, password, false);
  }
}

function clientOf(source: Address, user: string, password: string | null, limits: Limits): ClickHouseClient {
  const host = source.host.includes(":") ? `[${source.host}]` : source.host;
  const ca = source.ca === null ? {} : { tls: { ca_cert: certificatesOf(source) } };
  return createClient({
    url: `${source.tls ? "https" : "http"}://${host}:${source.port}`,
    username: user,
    password: password ?? "",
    database: source.database ?? "default",
    application: "salesbook",
    // The server's own limit comes first; this is for a server that says nothing any more.
    request_timeout: (limits.seconds + 30) * 1000,
    log: { level: ClickHouseLogLevel.OFF },
    ...ca,
  });
}

/** Read only with our settings; as far as the server lets us: a user may be read only already, or have settings that are fixed. */
async function firstThatWorks(client: ClickHouseClient, source: Address, password: string | null, limits: Limits): Promise<Session> {
  const settings = settingsOf(limits);
  const attempts: readonly ClickHouseSettings[] = [{ ...settings, readonly: "2" }, settings, { readonly: "1" }, {}];
  let refusal: EngineProblem | null = null;
  for (const attempt of attempts) {
    const settable = "max_execution_time" in attempt;
    const session: Session = { client, place: source.place, password, limits, settings: attempt, version: "", settable };
    try {
      const rows = await ask(session, { sql: "select version()", parameters: [] }, 1, false);
      const version = String(rows[0]?.[0]).split(".").slice(0, 2).join(".");
      const known = { ...session, version, settings: { ...attempt, ...(settable ? laterSettings(version) : {}) } };
      if (attempt !== attempts[0]) await refuseUnsafe(known);
      return known;
    } catch (error) {
      if (!(error instanceof EngineProblem) || !isAboutSettings(error)) throw error;
      refusal = error;
    }
  }
  throw refusal ?? new EngineProblem("statement", source.place, "");
}

/** Cannot be changed by who is read only (164), or only within bounds (452). */
function isAboutSettings({ detail }: EngineProblem): boolean {
  return /^(164|452)\b|^Cannot modify|^Setting \w+ (shouldn't|should not)/.test(detail);
}

/** Whole answers or none: a missing shard, a row too many and a second too long are errors, each said outright whatever the server's own settings. */
function settingsOf(limits: Limits): ClickHouseSettings {
  return {
    skip_unavailable_shards: 0,
    distributed_group_by_no_merge: "0",
    distributed_product_mode: "global",
    join_use_nulls: 1,
    max_execution_time: limits.seconds,
    timeout_overflow_mode: "throw",
    result_overflow_mode: "throw",
    output_format_json_quote_64bit_integers: 1,
    output_format_json_quote_denormals: 0,
    max_query_size: "10000000",
  };
}

/** What older servers do not know: days by UTC. */
function laterSettings(version: string): ClickHouseSettings {
  const [year = 0, month = 0] = version.split(".").map(Number);
  return year > 23 || (year === 23 && month >= 6) ? { session_timezone: "UTC" } : {};
}

/** Whoever has fixed settings must be read only by them, and must not get answers from part of the shards. */
async function refuseUnsafe(session: Session): Promise<void> {
  const sql = "select name, value from system.settings where name in ('readonly', 'skip_unavailable_shards', 'distributed_group_by_no_merge')";
  const rows = await ask(session, { sql, parameters: [] }, 3);
  for (const [name, value] of rows) {
    if (name === "readonly" && value === "0") throw new EngineProblem("not-allowed", session.place, "readonly = 0");
    if (name !== "readonly" && value !== "0") throw new EngineProblem("shard-missing", session.place, `${name} = ${value}`);
  }
}

/** The whole result or a problem: the server holds it back until it is complete, and a part of JSON is no JSON. */
export async function ask(session: Session, statement: Statement, most: number, open = true): Promise<readonly EngineRow[]> {
  const abort = new AbortController();
  const patience = open ? session.limits.seconds + 5 : Math.min(session.limits.seconds, connectSeconds);
  const timer = setTimeout(() => abort.abort(), patience * 1000);
  const id = randomUUID();
  const watch = watched(session, id);
  try {
    const result = await session.client.query({
      ...textOf(session, statement, most),
      format: "JSONCompact",
      query_id: id,
      abort_signal: abort.signal,
      clickhouse_settings: { ...session.settings, ...(session.settable ? { max_result_rows: String(most) } : {}), wait_end_of_query: 1 },
    });
    return rowsIn(await result.text(), session.place, most);
  } catch (error) {
    if (abort.signal.aborted) throw new EngineProblem(open ? "time-out" : "unreachable", session.place, `${patience} s`);
    throw clickHouseProblem(error, session.place, session.password, open);
  } finally {
    clearTimeout(timer);
    clearInterval(watch);
  }
}

/** Tells how far a statement is, as the server's list of what runs has it; who may not see that list is told nothing. */
function watched(session: Session, id: string): NodeJS.Timeout | undefined {
  const { progress, ...limits } = session.limits;
  if (!progress) return undefined;
  const statement = { sql: "select read_rows, total_rows_approx from system.processes where query_id = $1", parameters: [id] };
  const look = async () => {
    const [row] = await ask({ ...session, limits }, statement, 1);
    if (row) progress(Number(row[0]), Number(row[1]) || null);
  };
  return setInterval(() => void look().catch(() => undefined), progressMilliseconds);
}

function textOf({ version, settable }: Session, statement: Statement, most: number) {
  const limited = settable ? statement : { ...statement, sql: `select * from (${statement.sql}) limit ${most + 1}` };
  return Number(version.split(".")[0]) >= 20 ? bound(limited) : { query: inlined(limited) };
}

function rowsIn(text: string, place: string, most: number): readonly EngineRow[] {
  const { meta, data, rows } = parsed(text, place);
  if (data.length > most) throw new EngineProblem("too-many-rows", place, String(most));
  if (data.length !== rows) throw new EngineProblem("lost", place, `${data.length} of ${rows} rows`);
  const types = meta.map(({ type }) => clickHouseType(type));
  return data.map((cells) => cells.map((cell, at) => clickHouseCell(cell, types[at]!)));
}

function parsed(text: string, place: string): { meta: { name: string; type: string }[]; data: unknown[][]; rows: number } {
  try {
    return JSON.parse(text);
  } catch {
    const error = new Error(text.slice(text.search(/Code: \d+[.,]/)));
    if (serverCode(error) !== null) throw clickHouseProblem(error, place, null, true);
    throw new EngineProblem("lost", place, "");
  }
}
