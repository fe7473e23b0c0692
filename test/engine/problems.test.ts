// What servers say, told apart: those faults that no test server can be brought to.

import { DatabaseError } from "pg";
import { clickHouseProblem } from "../../src/engine/clickhouse-problem";
import { postgresProblem } from "../../src/engine/postgres-problem";

function databaseError(code: string, message: string): DatabaseError {
  return Object.assign(new DatabaseError(message, message.length, "error"), { code });
}

it.each([
  ["53100", 'could not extend file "base/1/2": No space left on device', "disk-full"],
  ["58030", "could not write to file: No space left on device", "disk-full"],
  ["53200", "out of memory", "no-memory"],
  ["53300", "sorry, too many clients already", "refused"],
  ["57P03", "the database system is starting up", "refused"],
  ["57P01", "terminating connection due to administrator command", "lost"],
  ["08006", "could not connect to server \"shard2\"", "shard-missing"],
  ["28000", 'no pg_hba.conf entry for host "10.0.0.1", user "crm", database "sales", no encryption', "tls"],
  ["28000", 'no pg_hba.conf entry for host "10.0.0.1", user "crm", database "sales", SSL encryption', "refused"],
  ["XX000", "something else", "statement"],
])("tells PostgreSQL's %s (%s) as %s", (code, message, kind) => {
  expect(postgresProblem(databaseError(code, message), "db", null, true)).toMatchObject({ kind, detail: message });
});

it.each([
  ["Code: 243, e.displayText() = DB::Exception: Cannot reserve 1.00 MiB, not enough space, e.what() = DB::Exception", "disk-full", "243: Cannot reserve 1.00 MiB, not enough space"],
  ["Code: 74, e.displayText() = DB::ErrnoException: Cannot write to file: /data/tmp, errno: 28, strerror: No space left on device", "disk-full", "Code: 74, e.displayText() = DB::ErrnoException: Cannot write to file: /data/tmp, errno: 28, strerror: No space left on device"],
  ["Code: 241. DB::Exception: Memory limit (for query) exceeded. (MEMORY_LIMIT_EXCEEDED) (version 24.8.1)", "no-memory", "Code: 241. DB::Exception: Memory limit (for query) exceeded. (MEMORY_LIMIT_EXCEEDED) (version 24.8.1)"],
  ["Code: 497. DB::Exception: crm: Not enough privileges.", "not-allowed", "Code: 497. DB::Exception: crm: Not enough privileges."],
  ["Code: 516. DB::Exception: crm: Authentication failed.", "password", "Code: 516. DB::Exception: crm: Authentication failed."],
  ["Code: 202. DB::Exception: Too many simultaneous queries.", "refused", "Code: 202. DB::Exception: Too many simultaneous queries."],
])("tells ClickHouse's “%s” as %s", (message, kind, detail) => {
  expect(clickHouseProblem(new Error(message), "ch", null, true)).toMatchObject({ kind, detail });
});

it.each([
  ["ECONNREFUSED", "refused", "lost"],
  ["ENOTFOUND", "unreachable", "lost"],
  ["ETIMEDOUT", "unreachable", "lost"],
  ["ECONNRESET", "unreachable", "lost"],
  ["SELF_SIGNED_CERT_IN_CHAIN", "tls", "tls"],
  ["ERR_TLS_CERT_ALTNAME_INVALID", "tls", "tls"],
  ["CERT_HAS_EXPIRED", "tls", "tls"],
])("tells the network's %s as %s before there was a connection and %s after", (code, before, after) => {
  const error = Object.assign(new Error("network"), { code });
  expect([false, true].map((open) => postgresProblem(error, "db", null, open).kind)).toEqual([before, after]);
  expect([false, true].map((open) => clickHouseProblem(error, "ch", null, open).kind)).toEqual([before, after]);
});

it("keeps the first line only, without the password, however it got there", () => {
  const error = new Error("cannot connect with hunter2 as the password\n  at secret hunter2");
  for (const problem of [postgresProblem(error, "db", "hunter2", false), clickHouseProblem(error, "ch", "hunter2", false)]) {
    expect(problem.detail).toBe("cannot connect with *** as the password");
    expect(`${problem.message}${problem.stack}${JSON.stringify(problem)}`).not.toContain("hunter2");
  }
});

it("tells the first of several attempts", () => {
  const error = new AggregateError([Object.assign(new Error("connect ECONNREFUSED ::1:5432"), { code: "ECONNREFUSED" })], "");
  expect(postgresProblem(Object.assign(error, { code: "ECONNREFUSED" }), "db", null, false)).toMatchObject({ kind: "refused", detail: "connect ECONNREFUSED ::1:5432" });
});
