// A real ClickHouse cluster: one server a shard, as plain processes of this machine, in a folder of its own.

import { ClickHouseLogLevel, createClient, type ClickHouseClient } from "@clickhouse/client";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { freePorts } from "./free-port";
import { ended, until } from "./process";

/** Where Debian and ClickHouse's own packages put it; null where it is not installed. */
export const clickHouseServer = ["/usr/sbin/clickhouse-server", "/usr/bin/clickhouse-server"].find((path) => existsSync(path)) ?? null;

/** The users besides `default`, who needs no password and may do all. */
export const clickHouseUsers = {
  locked: { password: "p4ss'\"word", profile: "default", databases: null },
  reader: { password: "", profile: "strict", databases: null },
  elsewhere: { password: "", profile: "default", databases: "elsewhere" },
  careless: { password: "", profile: "careless", databases: null },
} as const;

export interface ClickHouseCluster {
  /** Of the first shard. */
  readonly port: number;
  readonly ports: readonly number[];
  /** Runs a statement that may write, on one shard. */
  run(sql: string, shard?: number): Promise<void>;
  /** Runs it on every shard. */
  everywhere(sql: string): Promise<void>;
  /** Through the first shard and complete on return; null for nothing, everything else as ClickHouse writes it. */
  insert(table: string, rows: readonly (readonly (string | number | null)[])[]): Promise<void>;
  /** Kills one shard as a power cut would. */
  kill(shard: number): Promise<void>;
  /** Starts it again. */
  revive(shard: number): Promise<void>;
  stop(): Promise<void>;
}

/** Starts so many shards of the cluster `crm` and waits until all answer. */
export async function startClickHouse(shards: number): Promise<ClickHouseCluster> {
  const folder = await mkdtemp(join(tmpdir(), "salesbook-clickhouse-"));
  const free = await freePorts(shards * 2);
  const [http, native] = [free.slice(0, shards), free.slice(shards)];
  for (let shard = 0; shard < shards; shard++) await configure(join(folder, String(shard)), shard, http, native);
  const processes = http.map((_, shard) => launch(join(folder, String(shard))));
  const clients = http.map((port) => createClient({ url: `http://127.0.0.1:${port}`, log: { level: ClickHouseLogLevel.OFF } }));
  const answers = (shard: number) => until(() => ping(clients[shard]!), () => `clickhouse ${shard} does not answer`);
  await Promise.all(http.map((_, shard) => answers(shard))).catch(async (error: unknown) => {
    throw new Error(`${String(error)}: ${await readFile(join(folder, "0", "error.log"), "utf8").catch(() => "")}`.slice(0, 1000));
  });
  const run = async (sql: string, shard = 0) => void (await clients[shard]!.command({ query: sql }));
  return {
    port: http[0]!,
    ports: http,
    run,
    everywhere: async (sql) => void (await Promise.all(http.map((_, shard) => run(sql, shard)))),
    insert: async (table, rows) => void (await clients[0]!.insert({ table, values: Readable.from(rows.map(tabSeparated), { objectMode: false }), format: "TabSeparated", clickhouse_settings: { insert_distributed_sync: 1 } })),
    kill: (shard) => ended(processes[shard]!, "SIGKILL"),
    revive: async (shard) => {
      processes[shard] = launch(join(folder, String(shard)));
      await answers(shard);
    },
    stop: async () => {
      await Promise.all(clients.map((client) => client.close()));
      await Promise.all(processes.map((child) => ended(child)));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function tabSeparated(row: readonly (string | number | null)[]): string {
  const cells = row.map((cell) => (cell === null ? "\\N" : String(cell).replaceAll("\\", "\\\\").replaceAll("\t", "\\t").replaceAll("\n", "\\n").replaceAll("\r", "\\r")));
  return `${cells.join("\t")}\n`;
}

function launch(folder: string): ChildProcess {
  return spawn(clickHouseServer!, [`--config-file=${join(folder, "config.xml")}`], { cwd: folder, stdio: "ignore" });
}

async function ping(client: ClickHouseClient): Promise<boolean> {
  return (await client.ping()).success;
}

async function configure(folder: string, shard: number, http: readonly number[], native: readonly number[]): Promise<void> {
  for (const name of ["data", "tmp", "files", "schemas"]) await mkdir(join(folder, name), { recursive: true });
  await writeFile(join(folder, "config.xml"), configuration(folder, http[shard]!, native[shard]!, native));
  await writeFile(join(folder, "users.xml"), users());
}

function configuration(folder: string, http: number, native: number, shards: readonly number[]): string {
  const cluster = shards.map((port) => `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${port}</port></replica></shard>`);
  return `<?xml version="1.0"?>
<yandex>
  <logger><level>warning</level><log>${folder}/server.log</log><errorlog>${folder}/error.log</errorlog></logger>
  <http_port>${http}</http_port><tcp_port>${native}</tcp_port><listen_host>127.0.0.1</listen_host>
  <max_concurrent_queries>64</max_concurrent_queries><mark_cache_size>134217728</mark_cache_size>
  <path>${folder}/data/</path><tmp_path>${folder}/tmp/</tmp_path>
  <user_files_path>${folder}/files/</user_files_path><format_schema_path>${folder}/schemas/</format_schema_path>
  <users_config>${folder}/users.xml</users_config><default_profile>default</default_profile>
  <default_database>default</default_database><timezone>UTC</timezone>
  <remote_servers><crm>${cluster.join("")}</crm></remote_servers>
  <dictionaries_config>none</dictionaries_config>
</yandex>`;
}

function users(): string {
  const networks = "<networks><ip>127.0.0.1</ip></networks><quota>default</quota>";
  const others = Object.entries(clickHouseUsers).map(([name, { password, profile, databases }]) => {
    const allowed = databases === null ? "" : `<allow_databases><database>${databases}</database></allow_databases>`;
    return `<${name}><password>${password}</password><profile>${profile}</profile>${allowed}${networks}</${name}>`;
  });
  return `<?xml version="1.0"?>
<yandex>
  <profiles>
    <default><max_threads>2</max_threads></default>
    <strict><readonly>1</readonly></strict>
    <careless><readonly>1</readonly><skip_unavailable_shards>1</skip_unavailable_shards></careless>
  </profiles>
  <users><default><password></password><profile>default</profile>${networks}</default>${others.join("")}</users>
  <quotas><default></default></quotas>
</yandex>`;
}
