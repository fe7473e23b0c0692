// Addresses of databases, and what is refused without being said again.

import { isSource, SourceProblem, sourceOf } from "../../src/engine/source";

it.each([
  ["clickhouse://crm@warehouse:8443/sales", { family: "clickhouse", host: "warehouse", port: 8443, user: "crm", database: "sales", tls: true, place: "crm@warehouse:8443/sales", server: "warehouse:8443/sales" }],
  ["clickhouse://localhost/sales", { host: "localhost", port: 8123, user: null, tls: false, place: "localhost:8123/sales" }],
  ["clickhouse://warehouse", { port: 8443, database: null, tls: true }],
  ["clickhouses://localhost", { port: 8443, tls: true }],
  ["postgres://crm@127.0.0.1/sales", { family: "postgres", port: 5432, tls: false }],
  ["postgresql://crm@db.example.com:6432/sales?timeout=30&ca=/etc/ours.pem", { port: 6432, tls: true, seconds: 30, ca: "/etc/ours.pem" }],
  ["postgres://crm@[::1]:5433/sales", { host: "::1", tls: false, place: "crm@[::1]:5433/sales" }],
  ["postgres:///sales?host=/run/postgresql", { host: "/run/postgresql", user: null, database: "sales", tls: false }],
  ["postgres://crm@/sales?host=/run/postgresql", { host: "/run/postgresql", user: "crm", tls: false }],
  ["postgres://crm@%2Frun%2Fpostgresql/sales", { host: "/run/postgresql", user: "crm", tls: false }],
  ["postgres://a%40b@db/my%20sales", { user: "a@b", database: "my sales" }],
  ["POSTGRES://crm@db", { family: "postgres" }],
])("reads %s", (address, expected) => {
  expect(sourceOf(address)).toMatchObject(expected);
});

it("has TLS on unless the host is this machine", () => {
  const tls = (host: string) => sourceOf(`postgres://${host}/sales`).tls;
  expect(["localhost", "127.0.0.1", "127.1.2.3", "[::1]"].map(tls)).toEqual([false, false, false, false]);
  expect(["localhost.example.com", "127.0.0.1.example.com", "10.0.0.1", "db", "[::2]"].map(tls)).toEqual([true, true, true, true, true]);
});

it("turns TLS off only when told to, and warns", () => {
  expect(sourceOf("postgres://db/sales?tls=off")).toMatchObject({ tls: false, warnings: ["tls-off"] });
  expect(sourceOf("postgres://localhost/sales?tls=off").warnings).toEqual([]);
  expect(sourceOf("postgres://localhost/sales?tls=on")).toMatchObject({ tls: true, warnings: [] });
});

it.each([
  ["mysql://crm@db/sales", "scheme", "mysql"],
  ["sales.csv", "scheme", ""],
  ["postgres://", "address", "postgres"],
  ["postgres://db:port/sales", "address", ""],
  ["postgres://db/%E0%A4%A", "address", ""],
  ["postgres://db/sales?sslmode=disable", "option", "sslmode"],
  ["postgres://db/sales?tls=maybe", "option-value", "tls"],
  ["postgres://db/sales?timeout=0", "option-value", "timeout"],
  ["postgres://db/sales?timeout=1e9", "option-value", "timeout"],
  ["clickhouses://db/sales?tls=off", "option-value", "tls"],
])("refuses %s", (address, kind, found) => {
  expect(problemOf(address)).toMatchObject({ kind, found });
});

it.each([
  "postgres://crm:hunter2@db/sales",
  "clickhouse://:hunter2@db/sales",
  "postgres://crm:hunter2/x@db/sales",
  "postgres://crm:1234/hunter2@db/sales",
  "postgres://crm:12?hunter2@db/sales",
  "postgres://crm:12#hunter2@db/sales",
  "postgres://crm:hun ter2@db/sales",
  "postgres://crm:hunter2%@db/sales",
  "postgres://db/sales?password=hunter2",
  "postgres://db/sales?tls=on&PASSWORD=hunter2",
])("refuses the password in %s and does not say it again", (address) => {
  const problem = problemOf(address);
  expect(problem.kind).toBe("password");
  expect(`${problem.message} ${problem.found} ${problem.stack} ${JSON.stringify(problem)}`).not.toMatch(/hunter2|hun ter2|1234/);
});

it("tells an address from a path", () => {
  expect(["postgres://db", "mysql://db", "s3://bucket/x"].map(isSource)).toEqual([true, true, true]);
  expect(["deals.csv", "C:\\deals.csv", "C:/deals.csv", "a/b.csv", "deals/*.parquet"].map(isSource)).toEqual([false, false, false, false, false]);
});

function problemOf(address: string): SourceProblem {
  try {
    sourceOf(address);
  } catch (error) {
    if (error instanceof SourceProblem) return error;
    throw error;
  }
  throw new Error("not refused");
}
