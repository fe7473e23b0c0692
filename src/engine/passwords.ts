// Where is the password? In the environment or in the engine's own file, never in an address.

import { existsSync, readFileSync, statSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Address } from "./source";

/** The variables of the process: `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The password for a database; null where none is known. SALESBOOK_PASSWORD goes before the engine's own variable and file. */
export function passwordFor(source: Address, user: string, env: Environment): string | null {
  if (env.SALESBOOK_PASSWORD) return env.SALESBOOK_PASSWORD;
  if (source.family === "clickhouse") return env.CLICKHOUSE_PASSWORD || null;
  return env.PGPASSWORD || inPasswordFile(source, user, env);
}

/** The line of PostgreSQL's password file that fits; as libpq does it, a file that others can read is left alone. */
function inPasswordFile(source: Address, user: string, env: Environment): string | null {
  const file = env.PGPASSFILE ?? (process.platform === "win32" ? join(env.APPDATA ?? homedir(), "postgresql", "pgpass.conf") : join(env.HOME ?? homedir(), ".pgpass"));
  if (!existsSync(file) || !isOwn(file)) return null;
  const host = source.host.startsWith("/") ? "localhost" : source.host;
  const asked = [host, String(source.port), source.database ?? user, user];
  for (const line of readFileSync(file, "utf8").split(/\r?\n/)) {
    if (line.startsWith("#")) continue;
    const parts = partsOf(line);
    if (parts.length === 5 && asked.every((value, at) => parts[at] === "*" || unescaped(parts[at]!) === value)) return unescaped(parts[4]!);
  }
  return null;
}

function isOwn(file: string): boolean {
  const state = statSync(file);
  return state.isFile() && (process.platform === "win32" || (state.mode & 0o077) === 0);
}

/** Parted at colons that no backslash precedes. */
function partsOf(line: string): string[] {
  return line.match(/(?<=^|:)(?:\\.|[^:\\])*(?=:|$)/g) ?? [];
}

function unescaped(part: string): string {
  return part.replace(/\\(.)/g, "$1");
}
