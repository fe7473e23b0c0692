// A real PostgreSQL server as a plain process of this machine, in a folder of its own.

import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { appendFile, chmod, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { freePorts } from "./free-port";
import { ended, until } from "./process";

/** The folder of its programs; null where it is not installed. */
export const postgresPrograms = programs();

/** Of the user `crm`; with signs that need care. */
export const postgresPassword = "p4ss:w'o\\rd";

export interface Postgres {
  readonly port: number;
  /** Where its socket is. */
  readonly folder: string;
  /** Runs statements that may write, as the server's owner. */
  run(sql: string): Promise<void>;
  /** The first row of an answer, as the server's owner. */
  first(sql: string): Promise<readonly unknown[]>;
  /** Ends it at once, whatever it is doing, or as a power cut would. */
  stop(how?: "at once" | "power cut"): Promise<void>;
  start(): Promise<void>;
  /** Ends it and takes its folder away. */
  remove(): Promise<void>;
}

/** Starts a server with the database `sales` and the user `crm`; `files` go into its folder (a certificate). */
export async function startPostgres(settings: readonly string[] = [], files: Readonly<Record<string, string>> = {}): Promise<Postgres> {
  const folder = await mkdtemp(join(tmpdir(), "salesbook-postgres-"));
  const data = join(folder, "data");
  const secret = join(folder, "secret");
  await chmod(folder, 0o755);
  await writeFile(secret, postgresPassword);
  await own(folder, secret);
  execFileSync(join(postgresPrograms!, "initdb"), ["-D", data, "-U", "owner", "-A", "scram-sha-256", "--pwfile", secret, "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"], { ...owner(), cwd: folder, stdio: "ignore" });
  for (const [name, content] of Object.entries(files)) {
    await writeFile(join(data, name), content, { mode: 0o600 });
    await own(join(data, name));
  }
  const [port = 0] = await freePorts(1);
  const quick = ["fsync = off", "full_page_writes = off", "synchronous_commit = off", "shared_buffers = 64MB", "listen_addresses = '127.0.0.1'", `unix_socket_directories = '${folder}'`];
  await appendFile(join(data, "postgresql.conf"), [...quick, `port = ${port}`, ...settings, ""].join("\n"));
  let child = await launched(data, port);
  const stop = async (how: "at once" | "power cut" = "at once") => ended(child, how === "at once" ? "SIGINT" : "SIGQUIT");
  const server: Postgres = {
    port,
    folder,
    run: async (sql) => void (await asOwner(port, "sales", sql)),
    first: (sql) => asOwner(port, "sales", sql),
    stop,
    start: async () => {
      child = await launched(data, port);
    },
    remove: async () => {
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await asOwner(port, "postgres", "create database sales");
  await server.run(`create role crm login password '${postgresPassword.replaceAll("'", "''")}'; create schema crm; grant usage on schema crm to crm; alter default privileges in schema crm grant select on tables to crm`);
  return server;
}

async function launched(data: string, port: number): Promise<ChildProcess> {
  const child = spawn(join(postgresPrograms!, "postgres"), ["-D", data], { ...owner(), cwd: data, stdio: "ignore" });
  await until(() => asOwner(port, "postgres", "select 1").then(() => true, () => false), () => "postgres does not answer");
  return child;
}

async function asOwner(port: number, database: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ host: "127.0.0.1", port, user: "owner", password: postgresPassword, database, ssl: false });
  client.on("error", () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query({ text: sql, rowMode: "array" });
    return (rows?.[0] as readonly unknown[] | undefined) ?? [];
  } finally {
    await client.end().catch(() => undefined);
  }
}

function programs(): string | null {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((left, right) => Number(right) - Number(left)) : [];
  const folders = [...versions.map((version) => join(debian, version, "bin")), ...(process.env.PATH ?? "").split(":")];
  return folders.find((folder) => existsSync(join(folder, "initdb")) && existsSync(join(folder, "postgres"))) ?? null;
}

/** PostgreSQL refuses to run as root: then as the user that its package makes. */
function owner(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => Number(execFileSync("id", [flag, "postgres"], { encoding: "utf8" }));
  return { uid: id("-u"), gid: id("-g") };
}

async function own(...paths: readonly string[]): Promise<void> {
  const { uid, gid } = owner();
  if (uid === undefined || gid === undefined) return;
  for (const path of paths) await chown(path, uid, gid);
}
