// Where passwords come from, the nearest first.

import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { passwordFor } from "../../src/engine/passwords";
import { sourceOf } from "../../src/engine/source";

const postgres = sourceOf("postgres://crm@db.example.com/sales");
const clickhouse = sourceOf("clickhouse://crm@warehouse/sales");
const folder = mkdtempSync(join(tmpdir(), "salesbook-pgpass-"));
const file = join(folder, ".pgpass");

afterAll(() => rmSync(folder, { recursive: true }));

function passwordInFile(lines: readonly string[], source = postgres, mode = 0o600): string | null {
  writeFileSync(file, lines.join("\n"));
  chmodSync(file, mode);
  return passwordFor(source, "crm", { PGPASSFILE: file });
}

it("takes salesbook's own variable before the engine's, and each engine's only for that engine", () => {
  const env = { SALESBOOK_PASSWORD: "own", PGPASSWORD: "pg", CLICKHOUSE_PASSWORD: "ch", PGPASSFILE: "/nowhere" };
  expect([passwordFor(postgres, "crm", env), passwordFor(clickhouse, "crm", env)]).toEqual(["own", "own"]);
  const engines = { ...env, SALESBOOK_PASSWORD: undefined };
  expect([passwordFor(postgres, "crm", engines), passwordFor(clickhouse, "crm", engines)]).toEqual(["pg", "ch"]);
  expect([passwordFor(postgres, "crm", { PGPASSFILE: "/nowhere" }), passwordFor(clickhouse, "crm", {})]).toEqual([null, null]);
});

it("takes the first line of the password file that fits", () => {
  expect(passwordInFile(["# db.example.com:5432:sales:crm:no", "other:5432:sales:crm:no", "db.example.com:5432:*:crm:yes", "*:*:*:*:late"])).toBe("yes");
  expect(passwordInFile(["*:*:*:other:no", "db.example.com:5433:*:*:no"])).toBeNull();
  expect(passwordInFile(["not a line", "", "*:*:*:crm:yes"])).toBe("yes");
});

it("reads escaped colons and backslashes", () => {
  expect(passwordInFile(["*:*:*:crm:a\\:b\\\\c"])).toBe("a:b\\c");
});

it("asks for localhost where the server is behind a socket", () => {
  expect(passwordInFile(["localhost:*:*:crm:yes"], sourceOf("postgres://crm@/sales?host=/run/postgresql"))).toBe("yes");
});

it("leaves a file alone that others can read", () => {
  expect(passwordInFile(["*:*:*:crm:yes"], postgres, 0o640)).toBeNull();
});
